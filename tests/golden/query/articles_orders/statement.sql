select convert_to(concat('{"newest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t1.id, '","datePublished":', coalesce('"' || (t1.published) || '"', 'null'), ',"dateStored":"', to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
    from (
      select t1.id,
      t1.published,
      t1.stored_at,
      coalesce(t1.published_start, '-infinity'::timestamptz) as "$1",
      t1.id as "$2"
      from articles t1
      order by coalesce(t1.published_start, '-infinity'::timestamptz) desc,
      t1.id desc
      limit 20
    ) t1
    order by t1."$1" desc,
    t1."$2" desc
  ) "$"
), ',"byDefault":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t2.id, '"}') as "$"
    from (
      select t2.id,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from articles t2
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"oldest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t3.id, '","datePublished":', coalesce('"' || (t3.published) || '"', 'null'), ',"dateStored":"', to_char(t3.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
    from (
      select t3.id,
      t3.published,
      t3.stored_at,
      coalesce(t3.published_start, 'infinity'::timestamptz) as "$1",
      t3.id as "$2"
      from articles t3
      order by coalesce(t3.published_start, 'infinity'::timestamptz),
      t3.id
      limit 20
    ) t3
    order by t3."$1",
    t3."$2"
  ) "$"
), ',"lastStored":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t4.id, '","datePublished":', coalesce('"' || (t4.published) || '"', 'null'), ',"dateStored":"', to_char(t4.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
    from (
      select t4.id,
      t4.published,
      t4.stored_at,
      t4.stored_at as "$1",
      t4.id as "$2"
      from articles t4
      order by t4.stored_at desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"firstStored":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t5.id, '","datePublished":', coalesce('"' || (t5.published) || '"', 'null'), ',"dateStored":"', to_char(t5.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
    from (
      select t5.id,
      t5.published,
      t5.stored_at,
      t5.stored_at as "$1",
      t5.id as "$2"
      from articles t5
      order by t5.stored_at,
      t5.id
      limit 20
    ) t5
    order by t5."$1",
    t5."$2"
  ) "$"
), '}'), 'UTF8')
