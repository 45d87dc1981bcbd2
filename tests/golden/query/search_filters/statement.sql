select convert_to(concat('{"articles":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"headline":', coalesce(to_json(t1.headline), 'null'), '}') as "$"
    from (
      select t1.headline,
      coalesce(t1.published_start, '-infinity'::timestamptz) as "$1",
      t1.id as "$2"
      from articles t1
      where t1.words @@ $1::text::tsquery
      order by coalesce(t1.published_start, '-infinity'::timestamptz) desc,
      t1.id desc
      limit 20
    ) t1
    order by t1."$1" desc,
    t1."$2" desc
  ) "$"
), ',"quotes":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"text":', to_json(t2.exact), '}') as "$"
    from (
      select t2.exact,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2"
      from quotes t2
      where t2.words @@ $2::text::tsquery
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 20
    ) t2
    order by t2."$1" desc,
    t2."$2" desc
  ) "$"
), ',"events":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t3.name), '}') as "$"
    from (
      select t3.name,
      coalesce(t3.start_at, '-infinity'::timestamptz) as "$1",
      t3.id as "$2"
      from events t3
      where t3.words @@ $3::text::tsquery
      order by coalesce(t3.start_at, '-infinity'::timestamptz) desc,
      t3.id desc
      limit 20
    ) t3
    order by t3."$1" desc,
    t3."$2" desc
  ) "$"
), ',"actors":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t4.name), '}') as "$"
    from (
      select t4.name,
      t4.mention_count as "$1",
      t4.id as "$2"
      from actors t4
      where t4.id in (
        select f.actor_id
        from aliases f
        where f.words @@ $4::text::tsquery
      )
      order by t4.mention_count desc,
      t4.id desc
      limit 20
    ) t4
    order by t4."$1" desc,
    t4."$2" desc
  ) "$"
), ',"nothing":{"totalCount":', (
  select count(*)
  from actors t5
  where t5.id in (
    select f.actor_id
    from aliases f
    where f.words @@ $5::text::tsquery
  )
), '},"search":', (
  select concat('{"nodes":[', string_agg(t6."$0", ',' order by t6."$n") filter (where t6."$n" <= 20), ']}')
  from (
    select t7."$n",
    t7.rank,
    t7.kind,
    t7.id,
    concat(case t7.kind when 'ARTICLE' then (
      select concat('{	"__typename":"Article"}')
      from articles t8
      where t8.id = t7.id
    ) when 'ACTOR' then (
      select concat('{	"__typename":"Actor"}')
      from actors t9
      where t9.id = t7.id
    ) when 'QUOTE' then (
      select concat('{	"__typename":"Quote"}')
      from quotes t10
      where t10.id = t7.id
    ) when 'EVENT' then (
      select concat('{	"__typename":"Event"}')
      from events t11
      where t11.id = t7.id
    ) end) as "$0"
    from (
      select t12.*,
      row_number() over (order by t12.rank desc, t12.kind collate "C" desc, t12.id desc) as "$n"
      from (
        select *
        from (
          select 'ARTICLE'::text as kind,
          t13.id,
          (ts_rank(t13.words, $6::text::tsquery))::float8 as rank
          from (
            select t13.id,
            t13.words
            from articles t13
            where t13.words @@ $6::text::tsquery
            order by coalesce(t13.published_start, '-infinity'::timestamptz) desc,
            t13.id desc
            limit 10000
          ) t13 union all select 'ACTOR'::text as kind,
          t14.id,
          ((
            select max(ts_rank(f.words, $6::text::tsquery))
            from aliases f
            where f.actor_id = t14.id
            and f.words @@ $6::text::tsquery
          ))::float8 as rank
          from (
            select t14.id
            from actors t14
            where t14.id in (
              select f.actor_id
              from aliases f
              where f.words @@ $6::text::tsquery
            )
            order by t14.mention_count desc,
            t14.id desc
            limit 10000
          ) t14 union all select 'QUOTE'::text as kind,
          t15.id,
          (ts_rank(t15.words, $6::text::tsquery))::float8 as rank
          from (
            select t15.id,
            t15.words
            from quotes t15
            where t15.words @@ $6::text::tsquery
            order by coalesce(t15.published_start, '-infinity'::timestamptz) desc,
            t15.id desc
            limit 10000
          ) t15 union all select 'EVENT'::text as kind,
          t16.id,
          (ts_rank(t16.words, $6::text::tsquery))::float8 as rank
          from (
            select t16.id,
            t16.words
            from events t16
            where t16.words @@ $6::text::tsquery
            order by coalesce(t16.start_at, '-infinity'::timestamptz) desc,
            t16.id desc
            limit 10000
          ) t16
        ) t12
        order by t12.rank desc,
        t12.kind collate "C" desc,
        t12.id desc
        limit 21
      ) t12
    ) t7
  ) t6
  having true
), '}'), 'UTF8')
