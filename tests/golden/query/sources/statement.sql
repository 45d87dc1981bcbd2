select convert_to(concat('{"source":', coalesce((
  select concat('{	"__typename":"Source","id":"source_', t1.id, '","name":', to_json(t1.name), ',"domain":', coalesce(to_json(t1.domain), 'null'), ',"articles":', (
    select concat('{"totalCount":', (
      select count(*)
      from articles t2
      where t2.source_id = t1.id
    ), ',"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t3.id, '","datePublished":', coalesce('"' || (t3.published) || '"', 'null'), '}') as "$"
      from (
        select t3.id,
        t3.published,
        coalesce(t3.published_start, '-infinity'::timestamptz) as "$1",
        t3.id as "$2"
        from articles t3
        where t3.source_id = t1.id
        order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
        t3.id desc
        limit 20
      ) t3
      order by t3."$1" desc,
      t3."$2" desc
    ) "$"
  ), ',"oldest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t4.id, '"}') as "$"
      from (
        select t4.id,
        coalesce(t4.published_start, 'infinity'::timestamptz) as "$1",
        t4.id as "$2"
        from articles t4
        where t4.source_id = t1.id
        order by coalesce(t4.published_start, 'infinity'::timestamptz),
        t4.id
        limit 1
      ) t4
      order by t4."$1",
      t4."$2"
    ) "$"
  ), ',"lastStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t5.id, '"}') as "$"
      from (
        select t5.id,
        t5.stored_at as "$1",
        t5.id as "$2"
        from articles t5
        where t5.source_id = t1.id
        and exists (
          select
          from unnest($2::text[]) tag
          where lower(t5.language) = lower(tag) or starts_with(lower(t5.language), lower(tag) || '-')
        )
        order by t5.stored_at desc,
        t5.id desc
        limit 1
      ) t5
      order by t5."$1" desc,
      t5."$2" desc
    ) "$"
  ), ',"firstStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t6.id, '"}') as "$"
      from (
        select t6.id,
        t6.stored_at as "$1",
        t6.id as "$2"
        from articles t6
        where t6.source_id = t1.id
        order by t6.stored_at,
        t6.id
        limit 1
      ) t6
      order by t6."$1",
      t6."$2"
    ) "$"
  ), '}') as "$"
  from sources t1
  where t1.id = $1::uuid
), 'null'), ',"sources":', (
  select concat('{"totalCount":', (
    select count(*)
    from sources t7
  ), ',"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t8.name), ',"domain":', coalesce(to_json(t8.domain), 'null'), '}') as "$"
    from (
      select t8.domain,
      t8.name,
      t8.name collate "C" as "$1",
      t8.id as "$2"
      from sources t8
      order by t8.name collate "C",
      t8.id
      limit 20
    ) t8
    order by t8."$1",
    t8."$2"
  ) "$"
), '}'), 'UTF8')
