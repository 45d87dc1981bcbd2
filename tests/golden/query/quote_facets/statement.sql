select convert_to(concat('{"quotes":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), '],"facets":', (with t3 as materialized (
    select row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n",
    t2.published_start as k1,
    t2.source_id as k2,
    t2.speaker_id as k3
    from quotes t2
    order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
    t2.id desc
    limit 10001
  ) select concat('{"__typename":"QuoteFacets","sampled":', (
    select count(*) > 10000
    from t3
  )::text, ',"byDate":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t4.key, '","count":', t4.count, '}') as "$"
      from (
        select to_char(date_trunc('month', least(greatest(t3.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k1 is not null group by 1
        order by key
      ) t4
    ) "$"
  ), ',"bySource":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"source":', (
        select concat('{	"name":', to_json(t6.name), '}') as "$"
        from sources t6
        where t6.id = t5.key
      ), ',"count":', t5.count, '}') as "$"
      from (
        select t3.k2 as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k2 is not null group by 1
        order by count desc,
        key
        limit 3
      ) t5
    ) "$"
  ), ',"bySpeaker":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"actor":', (
        select concat('{	"name":', to_json(t8.name), '}') as "$"
        from actors t8
        where t8.id = t7.key
      ), ',"count":', t7.count, '}') as "$"
      from (
        select t3.k3 as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k3 is not null group by 1
        order by count desc,
        key
        limit 2
      ) t7
    ) "$"
  ), '}')), '}')
  from (
    select concat('{	"id":"quote_', t1.id, '"}') as "$"
    from (
      select t1.id,
      t1.article_id as "$1",
      t1.span_start as "$2",
      t1.span_end as "$3",
      t1.kind as "$4"
      from quotes t1
      order by t1.article_id,
      t1.span_start,
      t1.span_end,
      t1.kind
      limit 1
    ) t1
    order by t1."$1",
    t1."$2",
    t1."$3",
    t1."$4"
  ) "$"
), ',"filtered":{"totalCount":', (
  select count(*)
  from quotes t9
  where (t9.speaker_id is not null) = $1::bool
  and exists (
    select
    from articles a
    where a.id = t9.article_id
    and exists (
      select
      from unnest($2::text[]) tag
      where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
    )
  )
), ',"facets":', (with t11 as materialized (
  select row_number() over (order by coalesce(t10.published_start, '-infinity'::timestamptz) desc, t10.id desc) as "$n",
  t10.speaker_id as k1,
  t10.source_id as k2
  from quotes t10
  where (t10.speaker_id is not null) = $3::bool
  and exists (
    select
    from articles a
    where a.id = t10.article_id
    and exists (
      select
      from unnest($4::text[]) tag
      where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
    )
  )
  order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
  t10.id desc
  limit 10001
) select concat('{"bySpeaker":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat('{"actor":', (
      select concat('{	"name":', to_json(t13.name), '}') as "$"
      from actors t13
      where t13.id = t12.key
    ), ',"count":', t12.count, '}') as "$"
    from (
      select t11.k1 as key,
      count(*) as count
      from t11
      where t11."$n" <= 10000
      and t11.k1 is not null group by 1
      order by count desc,
      key
      limit 10
    ) t12
  ) "$"
), ',"bySource":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat('{"count":', t14.count, '}') as "$"
    from (
      select t11.k2 as key,
      count(*) as count
      from t11
      where t11."$n" <= 10000
      and t11.k2 is not null group by 1
      order by count desc,
      key
      limit 10
    ) t14
  ) "$"
), '}')), '},"article":', coalesce((
  select concat('{	"quotes":{"facets":', (with t17 as materialized (
    select row_number() over (order by coalesce(t16.published_start, '-infinity'::timestamptz) desc, t16.id desc) as "$n",
    t16.published_start as k1,
    t16.speaker_id as k2
    from quotes t16
    where t16.article_id = t15.id
    order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
    t16.id desc
    limit 10001
  ) select concat('{"sampled":', (
    select count(*) > 10000
    from t17
  )::text, ',"byDate":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t18.key, '","count":', t18.count, '}') as "$"
      from (
        select to_char(date_trunc('day', least(greatest(t17.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t17
        where t17."$n" <= 10000
        and t17.k1 is not null group by 1
        order by key
      ) t18
    ) "$"
  ), ',"bySpeaker":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"actor":', (
        select concat('{	"name":', to_json(t20.name), '}') as "$"
        from actors t20
        where t20.id = t19.key
      ), ',"count":', t19.count, '}') as "$"
      from (
        select t17.k2 as key,
        count(*) as count
        from t17
        where t17."$n" <= 10000
        and t17.k2 is not null group by 1
        order by count desc,
        key
        limit 10
      ) t19
    ) "$"
  ), '}')), '}}') as "$"
  from articles t15
  where t15.id = $5::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{	"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), '],"facets":', (with t24 as materialized (
      select row_number() over (order by coalesce(t23.published_start, '-infinity'::timestamptz) desc, t23.id desc) as "$n",
      t23.source_id as k1
      from quotes t23
      where t23.speaker_id = t21.id
      order by coalesce(t23.published_start, '-infinity'::timestamptz) desc,
      t23.id desc
      limit 10001
    ) select concat('{"bySource":', (
      select concat('[', string_agg("$"."$", ','), ']')
      from (
        select concat('{"source":', (
          select concat('{	"name":', to_json(t26.name), '}') as "$"
          from sources t26
          where t26.id = t25.key
        ), ',"count":', t25.count, '}') as "$"
        from (
          select t24.k1 as key,
          count(*) as count
          from t24
          where t24."$n" <= 10000
          and t24.k1 is not null group by 1
          order by count desc,
          key
          limit 10
        ) t25
      ) "$"
    ), '}')), '}')
    from (
      select concat('{	"text":', to_json(t22.exact), '}') as "$"
      from (
        select t22.exact,
        coalesce(t22.published_start, '-infinity'::timestamptz) as "$1",
        t22.id as "$2"
        from quotes t22
        where t22.speaker_id = t21.id
        order by coalesce(t22.published_start, '-infinity'::timestamptz),
        t22.id
        limit 1
      ) t22
      order by t22."$1" desc,
      t22."$2" desc
    ) "$"
  ), '}') as "$"
  from actors t21
  where t21.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $6::uuid
  ), $6::uuid)
), 'null'), ',"event":', coalesce((
  select concat('{	"quotes":{"totalCount":', (
    select count(*)
    from event_quotes t29
    where t29.event_id = t27.id
  ), ',"facets":', (with t32 as materialized (
    select row_number() over (order by coalesce(t31.published_start, '-infinity'::timestamptz) desc, t31.quote_id desc) as "$n",
    t30.published_start as k1,
    t30.speaker_id as k2
    from event_quotes t31
    join quotes t30 on t30.id = t31.quote_id
    where t31.event_id = t27.id
    order by coalesce(t31.published_start, '-infinity'::timestamptz) desc,
    t31.quote_id desc
    limit 10001
  ) select concat('{"byDate":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t33.key, '","count":', t33.count, '}') as "$"
      from (
        select to_char(date_trunc('day', least(greatest(t32.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t32
        where t32."$n" <= 10000
        and t32.k1 is not null group by 1
        order by key
      ) t33
    ) "$"
  ), ',"bySpeaker":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"count":', t34.count, '}') as "$"
      from (
        select t32.k2 as key,
        count(*) as count
        from t32
        where t32."$n" <= 10000
        and t32.k2 is not null group by 1
        order by count desc,
        key
        limit 10
      ) t34
    ) "$"
  ), '}')), '}}') as "$"
  from events t27
  where t27.id = $7::uuid
), 'null'), '}'), 'UTF8')
