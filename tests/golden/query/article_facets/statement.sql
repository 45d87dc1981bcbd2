select convert_to(concat('{"articles":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), '],"facets":', (with t3 as materialized (
    select row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n",
    t2.published_start as k1,
    t2.published_start as k2,
    t2.published_start as k3,
    t2.published_start as k4,
    t2.source_id as k5,
    t2.id as k6
    from articles t2
    order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
    t2.id desc
    limit 10001
  ) select concat('{"__typename":"ArticleFacets","sampled":', (
    select count(*) > 10000
    from t3
  )::text, ',"byDate":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"DateCount","date":"', t4.key, '","count":', t4.count, '}') as "$"
      from (
        select to_char(date_trunc('day', least(greatest(t3.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k1 is not null group by 1
        order by key
      ) t4
    ) "$"
  ), ',"byWeek":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t5.key, '","count":', t5.count, '}') as "$"
      from (
        select to_char(date_trunc('week', least(greatest(t3.k2, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k2 is not null group by 1
        order by key
      ) t5
    ) "$"
  ), ',"byMonth":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t6.key, '","count":', t6.count, '}') as "$"
      from (
        select to_char(date_trunc('month', least(greatest(t3.k3, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k3 is not null group by 1
        order by key
      ) t6
    ) "$"
  ), ',"byYear":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"date":"', t7.key, '","count":', t7.count, '}') as "$"
      from (
        select to_char(date_trunc('year', least(greatest(t3.k4, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k4 is not null group by 1
        order by key
      ) t7
    ) "$"
  ), ',"bySource":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"SourceCount","source":', (
        select concat('{	"name":', to_json(t9.name), '}') as "$"
        from sources t9
        where t9.id = t8.key
      ), ',"count":', t8.count, '}') as "$"
      from (
        select t3.k5 as key,
        count(*) as count
        from t3
        where t3."$n" <= 10000
        and t3.k5 is not null group by 1
        order by count desc,
        key
        limit 10
      ) t8
    ) "$"
  ), ',"byActor":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"ActorCount","actor":', (
        select concat('{	"id":"actor_', t12.id, '","name":', to_json(t12.name), ',"articles":{"facets":', (with t15 as materialized (
          select row_number() over (order by coalesce(t14.published_start, '-infinity'::timestamptz) desc, t14.article_id desc) as "$n",
          t13.published_start as k1
          from article_actors t14
          join articles t13 on t13.id = t14.article_id
          where t14.actor_id = t12.id
          order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
          t14.article_id desc
          limit 10001
        ) select concat('{"byDate":', (
          select concat('[', string_agg("$"."$", ','), ']')
          from (
            select concat('{"date":"', t16.key, '"}') as "$"
            from (
              select to_char(date_trunc('year', least(greatest(t15.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t15
              where t15."$n" <= 10000
              and t15.k1 is not null group by 1
              order by key
            ) t16
          ) "$"
        ), '}')), '}}') as "$"
        from actors t12
        where t12.id = t11.key
      ), ',"count":', t11.count, '}') as "$"
      from (
        select t10.actor_id as key,
        count(*) as count
        from t3
        join article_actors t10 on t10.article_id = t3.k6
        where t3."$n" <= 10000
        and t10.actor_id is not null group by 1
        order by count desc,
        key
        limit 2
      ) t11
    ) "$"
  ), '}')), '}')
  from (
    select concat('{	"id":"article_', t1.id, '"}') as "$"
    from (
      select t1.id,
      t1.stored_at as "$1",
      t1.id as "$2"
      from articles t1
      order by t1.stored_at,
      t1.id
      limit 1
    ) t1
    order by t1."$1",
    t1."$2"
  ) "$"
), ',"filtered":', (
  select concat('{"pageInfo":{"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $1::text || json_build_array(((array_agg(t17."$1" order by t17."$n") filter (where t17."$n" <= 20))[least(count(t17."$n"), 20)])::text, ((array_agg(t17."$2" order by t17."$n") filter (where t17."$n" <= 20))[least(count(t17."$n"), 20)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '},"totalCount":', (
    select count(*)
    from articles t19
    where exists (
      select
      from unnest($2::text[]) tag
      where lower(t19.language) = lower(tag) or starts_with(lower(t19.language), lower(tag) || '-')
    )
    and t19.id in (
      select f.article_id
      from article_actors f
      where (f.actor_id = any($3::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($3::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($3::uuid[])
      ))::int = 1)
    )
  ), ',"facets":', (with t21 as materialized (
    select row_number() over (order by coalesce(t20.published_start, '-infinity'::timestamptz) desc, t20.id desc) as "$n",
    t20.published_start as k1,
    t20.source_id as k2
    from articles t20
    where exists (
      select
      from unnest($4::text[]) tag
      where lower(t20.language) = lower(tag) or starts_with(lower(t20.language), lower(tag) || '-')
    )
    and t20.id in (
      select f.article_id
      from article_actors f
      where (f.actor_id = any($5::uuid[]) or f.actor_id = any(array(
        select m.actor_id
        from former_actors m
        where m.former_id = any($5::uuid[])
      )) and (exists (
        select
        from former_actors m
        where m.former_id = any($5::uuid[])
      ))::int = 1)
    )
    order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
    t20.id desc
    limit 10001
  ) select concat('{"byDate":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"count":', t22.count, '}') as "$"
      from (
        select to_char(date_trunc('day', least(greatest(t21.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
        count(*) as count
        from t21
        where t21."$n" <= 10000
        and t21.k1 is not null group by 1
        order by key
      ) t22
    ) "$"
  ), ',"bySource":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"source":', (
        select concat('{	"name":', to_json(t24.name), '}') as "$"
        from sources t24
        where t24.id = t23.key
      ), ',"count":', t23.count, '}') as "$"
      from (
        select t21.k2 as key,
        count(*) as count
        from t21
        where t21."$n" <= 10000
        and t21.k2 is not null group by 1
        order by count desc,
        key
        limit 1
      ) t23
    ) "$"
  ), '}')), '}')
  from (
    select t18."$n",
    t18."$1",
    t18."$2"
    from (
      select coalesce(t18.published_start, '-infinity'::timestamptz) as "$1",
      t18.id as "$2",
      row_number() over (order by coalesce(t18.published_start, '-infinity'::timestamptz) desc, t18.id desc) as "$n"
      from articles t18
      where exists (
        select
        from unnest($6::text[]) tag
        where lower(t18.language) = lower(tag) or starts_with(lower(t18.language), lower(tag) || '-')
      )
      and t18.id in (
        select f.article_id
        from article_actors f
        where (f.actor_id = any($7::uuid[]) or f.actor_id = any(array(
          select m.actor_id
          from former_actors m
          where m.former_id = any($7::uuid[])
        )) and (exists (
          select
          from former_actors m
          where m.former_id = any($7::uuid[])
        ))::int = 1)
      )
      order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
      t18.id desc
      limit 21
    ) t18
  ) t17
  having true
), ',"nothing":{"facets":', (with t26 as materialized (
  select row_number() over (order by coalesce(t25.published_start, '-infinity'::timestamptz) desc, t25.id desc) as "$n",
  t25.published_start as k1,
  t25.source_id as k2,
  t25.id as k3
  from articles t25
  where t25.id = any($8::uuid[])
  order by coalesce(t25.published_start, '-infinity'::timestamptz) desc,
  t25.id desc
  limit 10001
) select concat('{"sampled":', (
  select count(*) > 10000
  from t26
)::text, ',"byDate":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat('{"date":"', t27.key, '"}') as "$"
    from (
      select to_char(date_trunc('day', least(greatest(t26.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
      count(*) as count
      from t26
      where t26."$n" <= 10000
      and t26.k1 is not null group by 1
      order by key
    ) t27
  ) "$"
), ',"bySource":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat('{"count":', t28.count, '}') as "$"
    from (
      select t26.k2 as key,
      count(*) as count
      from t26
      where t26."$n" <= 10000
      and t26.k2 is not null group by 1
      order by count desc,
      key
      limit 10
    ) t28
  ) "$"
), ',"byActor":', (
  select concat('[', string_agg("$"."$", ','), ']')
  from (
    select concat('{"count":', t30.count, '}') as "$"
    from (
      select t29.actor_id as key,
      count(*) as count
      from t26
      join article_actors t29 on t29.article_id = t26.k3
      where t26."$n" <= 10000
      and t29.actor_id is not null group by 1
      order by count desc,
      key
      limit 10
    ) t30
  ) "$"
), '}')), '},"onlyType":{"facets":', (with t32 as materialized (
  select row_number() over (order by coalesce(t31.published_start, '-infinity'::timestamptz) desc, t31.id desc) as "$n"
  from articles t31
  order by coalesce(t31.published_start, '-infinity'::timestamptz) desc,
  t31.id desc
  limit 10001
) select concat('{"__typename":"ArticleFacets"}')), '},"source":', coalesce((
  select concat('{	"articles":{"facets":', (with t35 as materialized (
    select row_number() over (order by coalesce(t34.published_start, '-infinity'::timestamptz) desc, t34.id desc) as "$n",
    t34.id as k1
    from articles t34
    where t34.source_id = t33.id
    order by coalesce(t34.published_start, '-infinity'::timestamptz) desc,
    t34.id desc
    limit 10001
  ) select concat('{"byActor":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"actor":', (
        select concat('{	"name":', to_json(t38.name), '}') as "$"
        from actors t38
        where t38.id = t37.key
      ), ',"count":', t37.count, '}') as "$"
      from (
        select t36.actor_id as key,
        count(*) as count
        from t35
        join article_actors t36 on t36.article_id = t35.k1
        where t35."$n" <= 10000
        and t36.actor_id is not null group by 1
        order by count desc,
        key
        limit 1
      ) t37
    ) "$"
  ), '}')), '}}') as "$"
  from sources t33
  where t33.id = $9::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{	"articles":', (
    select concat('{"edges":[', string_agg(t40."$o0", ',' order by t40."$n" desc) filter (where t40."$n" <= 1), '],"facets":', (with t45 as materialized (
      select row_number() over (order by coalesce(t44.published_start, '-infinity'::timestamptz) desc, t44.article_id desc) as "$n",
      t43.source_id as k1
      from article_actors t44
      join articles t43 on t43.id = t44.article_id
      where t44.actor_id = t39.id
      order by coalesce(t44.published_start, '-infinity'::timestamptz) desc,
      t44.article_id desc
      limit 10001
    ) select concat('{"sampled":', (
      select count(*) > 10000
      from t45
    )::text, ',"bySource":', (
      select concat('[', string_agg("$"."$", ','), ']')
      from (
        select concat('{"source":', (
          select concat('{	"domain":', coalesce(to_json(t47.domain), 'null'), '}') as "$"
          from sources t47
          where t47.id = t46.key
        ), ',"count":', t46.count, '}') as "$"
        from (
          select t45.k1 as key,
          count(*) as count
          from t45
          where t45."$n" <= 10000
          and t45.k1 is not null group by 1
          order by count desc,
          key
          limit 10
        ) t46
      ) "$"
    ), '}')), '}')
    from (
      select t42."$n",
      t42."$1",
      t42."$2",
      concat('{"node":{	"id":"article_', t41.id, '"}}') as "$o0"
      from (
        select t48.article_id as id,
        coalesce(t48.published_start, '-infinity'::timestamptz) as "$1",
        t48.article_id as "$2",
        row_number() over (order by coalesce(t48.published_start, '-infinity'::timestamptz), t48.article_id) as "$n"
        from article_actors t48
        where t48.actor_id = t39.id
        order by coalesce(t48.published_start, '-infinity'::timestamptz),
        t48.article_id
        limit 2
      ) t42
      join articles t41 on t41.id = t42.id
    ) t40
    having true
  ), '}') as "$"
  from actors t39
  where t39.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $10::uuid
  ), $10::uuid)
), 'null'), '}'), 'UTF8')
