select convert_to(concat('{"actor":', coalesce((
  select concat('{	"coActors":', (with t4 as materialized (
    select row_number() over (order by coalesce(t3.published_start, '-infinity'::timestamptz) desc, t3.article_id desc) as "$n",
    t3.article_id as k1
    from article_actors t3
    join articles t2 on t2.id = t3.article_id
    where t3.actor_id = t1.id
    order by coalesce(t3.published_start, '-infinity'::timestamptz) desc,
    t3.article_id desc
    limit 10001
  ) select concat('{"__typename":"CoActors","sampled":', (
    select count(*) > 10000
    from t4
  )::text, ',"items":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"CoActor","actor":', (
        select concat('{	"id":"actor_', t7.id, '","name":', to_json(t7.name), '}') as "$"
        from actors t7
        where t7.id = t6.key
      ), ',"articleCount":', t6.count, '}') as "$"
      from (
        select t5.actor_id as key,
        count(*) as count
        from t4
        join article_actors t5 on t5.article_id = t4.k1
        where t4."$n" <= 10000
        and t5.actor_id is not null
        and t5.actor_id <> t1.id group by 1
        order by count desc,
        key
        limit 20
      ) t6
    ) "$"
  ), '}')), ',"few":', (with t10 as materialized (
    select row_number() over (order by coalesce(t9.published_start, '-infinity'::timestamptz) desc, t9.article_id desc) as "$n",
    t9.article_id as k1
    from article_actors t9
    join articles t8 on t8.id = t9.article_id
    where t9.actor_id = t1.id
    order by coalesce(t9.published_start, '-infinity'::timestamptz) desc,
    t9.article_id desc
    limit 10001
  ) select concat('{"items":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"actor":', (
        select concat('{	"name":', to_json(t13.name), ',"coActors":', (with t16 as materialized (
          select row_number() over (order by coalesce(t15.published_start, '-infinity'::timestamptz) desc, t15.article_id desc) as "$n",
          t15.article_id as k1
          from article_actors t15
          join articles t14 on t14.id = t15.article_id
          where t15.actor_id = t13.id
          order by coalesce(t15.published_start, '-infinity'::timestamptz) desc,
          t15.article_id desc
          limit 10001
        ) select concat('{"items":', (
          select concat('[', string_agg("$"."$", ','), ']')
          from (
            select concat('{"actor":', (
              select concat('{	"name":', to_json(t19.name), '}') as "$"
              from actors t19
              where t19.id = t18.key
            ), ',"articleCount":', t18.count, '}') as "$"
            from (
              select t17.actor_id as key,
              count(*) as count
              from t16
              join article_actors t17 on t17.article_id = t16.k1
              where t16."$n" <= 10000
              and t17.actor_id is not null
              and t17.actor_id <> t13.id group by 1
              order by count desc,
              key
              limit 1
            ) t18
          ) "$"
        ), '}')), '}') as "$"
        from actors t13
        where t13.id = t12.key
      ), '}') as "$"
      from (
        select t11.actor_id as key,
        count(*) as count
        from t10
        join article_actors t11 on t11.article_id = t10.k1
        where t10."$n" <= 10000
        and t11.actor_id is not null
        and t11.actor_id <> t1.id group by 1
        order by count desc,
        key
        limit 2
      ) t12
    ) "$"
  ), '}')), ',"onlyType":', (with t22 as materialized (
    select row_number() over (order by coalesce(t21.published_start, '-infinity'::timestamptz) desc, t21.article_id desc) as "$n"
    from article_actors t21
    join articles t20 on t20.id = t21.article_id
    where t21.actor_id = t1.id
    order by coalesce(t21.published_start, '-infinity'::timestamptz) desc,
    t21.article_id desc
    limit 10001
  ) select concat('{"__typename":"CoActors"}')), '}') as "$"
  from actors t1
  where t1.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $1::uuid
  ), $1::uuid)
), 'null'), ',"alone":', coalesce((
  select concat('{	"name":', to_json(t23.name), ',"coActors":', (with t26 as materialized (
    select row_number() over (order by coalesce(t25.published_start, '-infinity'::timestamptz) desc, t25.article_id desc) as "$n",
    t25.article_id as k1
    from article_actors t25
    join articles t24 on t24.id = t25.article_id
    where t25.actor_id = t23.id
    order by coalesce(t25.published_start, '-infinity'::timestamptz) desc,
    t25.article_id desc
    limit 10001
  ) select concat('{"sampled":', (
    select count(*) > 10000
    from t26
  )::text, ',"items":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"articleCount":', t28.count, '}') as "$"
      from (
        select t27.actor_id as key,
        count(*) as count
        from t26
        join article_actors t27 on t27.article_id = t26.k1
        where t26."$n" <= 10000
        and t27.actor_id is not null
        and t27.actor_id <> t23.id group by 1
        order by count desc,
        key
        limit 20
      ) t28
    ) "$"
  ), '}')), '}') as "$"
  from actors t23
  where t23.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $2::uuid
  ), $2::uuid)
), 'null'), ',"nobody":', coalesce((
  select concat('{	"coActors":', (with t32 as materialized (
    select row_number() over (order by coalesce(t31.published_start, '-infinity'::timestamptz) desc, t31.article_id desc) as "$n"
    from article_actors t31
    join articles t30 on t30.id = t31.article_id
    where t31.actor_id = t29.id
    order by coalesce(t31.published_start, '-infinity'::timestamptz) desc,
    t31.article_id desc
    limit 10001
  ) select concat('{"sampled":', (
    select count(*) > 10000
    from t32
  )::text, '}')), '}') as "$"
  from actors t29
  where t29.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $3::uuid
  ), $3::uuid)
), 'null'), ',"actors":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t33.name), ',"coActors":', (with t36 as materialized (
      select row_number() over (order by coalesce(t35.published_start, '-infinity'::timestamptz) desc, t35.article_id desc) as "$n",
      t35.article_id as k1
      from article_actors t35
      join articles t34 on t34.id = t35.article_id
      where t35.actor_id = t33.id
      order by coalesce(t35.published_start, '-infinity'::timestamptz) desc,
      t35.article_id desc
      limit 10001
    ) select concat('{"items":', (
      select concat('[', string_agg("$"."$", ','), ']')
      from (
        select concat('{"actor":', (
          select concat('{	"name":', to_json(t39.name), '}') as "$"
          from actors t39
          where t39.id = t38.key
        ), ',"articleCount":', t38.count, '}') as "$"
        from (
          select t37.actor_id as key,
          count(*) as count
          from t36
          join article_actors t37 on t37.article_id = t36.k1
          where t36."$n" <= 10000
          and t37.actor_id is not null
          and t37.actor_id <> t33.id group by 1
          order by count desc,
          key
          limit 2
        ) t38
      ) "$"
    ), '}')), '}') as "$"
    from (
      select t33.id,
      t33.name,
      t33.mention_count as "$1",
      t33.id as "$2"
      from actors t33
      where t33.kind = any($4::text[])
      order by t33.mention_count,
      t33.id
      limit 2
    ) t33
    order by t33."$1" desc,
    t33."$2" desc
  ) "$"
), '}'), 'UTF8')
