select convert_to(concat('{"newest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"quote_', t1.id, '","article":', t2."$", '}') as "$"
    from (
      select t1.article_id,
      t1.id,
      coalesce(t1.published_start, '-infinity'::timestamptz) as "$1",
      t1.id as "$2"
      from quotes t1
      order by coalesce(t1.published_start, '-infinity'::timestamptz) desc,
      t1.id desc
      limit 20
    ) t1 left
    join lateral (
      select concat('{	"datePublished":', coalesce('"' || (t2.published) || '"', 'null'), '}') as "$"
      from articles t2
      where t2.id = t1.article_id
    ) t2 on true
    order by t1."$1" desc,
    t1."$2" desc
  ) "$"
), ',"oldest":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"quote_', t3.id, '"}') as "$"
    from (
      select t3.id,
      coalesce(t3.published_start, 'infinity'::timestamptz) as "$1",
      t3.id as "$2"
      from quotes t3
      order by coalesce(t3.published_start, 'infinity'::timestamptz),
      t3.id
      limit 20
    ) t3
    order by t3."$1",
    t3."$2"
  ) "$"
), ',"inOrder":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"quote_', t4.id, '","article":{	"id":"article_', t4.article_id, '"},"span":{"start":', t4.span_start, '}}') as "$"
    from (
      select t4.article_id,
      t4.id,
      t4.span_start,
      t4.article_id as "$1",
      t4.span_start as "$2",
      t4.span_end as "$3",
      t4.kind as "$4"
      from quotes t4
      order by t4.article_id,
      t4.span_start,
      t4.span_end,
      t4.kind
      limit 20
    ) t4
    order by t4."$1",
    t4."$2",
    t4."$3",
    t4."$4"
  ) "$"
), '}'), 'UTF8')
