select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes",
      (with t3 as materialized (
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
      ) select row_to_json("$".*) from (
        select 'ArticleFacets'::text as "__typename",
        (
          select count(*) > 10000
          from t3
        ) as "sampled",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select 'DateCount'::text as "__typename",
            t4.key as "date",
            t4.count as "count"
            from (
              select to_char(date_trunc('day', least(greatest(t3.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t3
              where t3."$n" <= 10000
              and t3.k1 is not null group by 1
              order by key
            ) t4
          ) "$"
        ) as "byDate",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t5.key as "date",
            t5.count as "count"
            from (
              select to_char(date_trunc('week', least(greatest(t3.k2, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t3
              where t3."$n" <= 10000
              and t3.k2 is not null group by 1
              order by key
            ) t5
          ) "$"
        ) as "byWeek",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t6.key as "date",
            t6.count as "count"
            from (
              select to_char(date_trunc('month', least(greatest(t3.k3, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t3
              where t3."$n" <= 10000
              and t3.k3 is not null group by 1
              order by key
            ) t6
          ) "$"
        ) as "byMonth",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t7.key as "date",
            t7.count as "count"
            from (
              select to_char(date_trunc('year', least(greatest(t3.k4, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t3
              where t3."$n" <= 10000
              and t3.k4 is not null group by 1
              order by key
            ) t7
          ) "$"
        ) as "byYear",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select 'SourceCount'::text as "__typename",
            (
              select row_to_json("$".*)
              from (
                select t9.name as "name"
                from sources t9
                where t9.id = t8.key
              ) "$"
            ) as "source",
            t8.count as "count"
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
        ) as "bySource",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select 'ActorCount'::text as "__typename",
            (
              select row_to_json("$".*)
              from (
                select 'actor_' || t12.id as "id",
                t12.name as "name",
                (
                  select row_to_json("$".*)
                  from (
                    select (with t15 as materialized (
                      select row_number() over (order by coalesce(t14.published_start, '-infinity'::timestamptz) desc, t14.article_id desc) as "$n",
                      t13.published_start as k1
                      from article_actors t14
                      join articles t13 on t13.id = t14.article_id
                      where t14.actor_id = t12.id
                      order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
                      t14.article_id desc
                      limit 10001
                    ) select row_to_json("$".*) from (
                      select (
                        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
                        from (
                          select t16.key as "date"
                          from (
                            select to_char(date_trunc('year', least(greatest(t15.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
                            count(*) as count
                            from t15
                            where t15."$n" <= 10000
                            and t15.k1 is not null group by 1
                            order by key
                          ) t16
                        ) "$"
                      ) as "byDate"
                    ) "$") as "facets"
                  ) "$"
                ) as "articles"
                from actors t12
                where t12.id = t11.key
              ) "$"
            ) as "actor",
            t11.count as "count"
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
        ) as "byActor"
      ) "$") as "facets"
      from (
        select 'article_' || t1.id as "id"
        from (
          select t1.*,
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
    ) "$"
  ) as "articles",
  (
    select row_to_json("$".*)
    from (
      select ('{' || array_to_string(array['"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $1::text || json_build_array(((array_agg(t17."$1" order by t17."$n" desc) filter (where t17."$n" <= 20))[1])::text, ((array_agg(t17."$2" order by t17."$n" desc) filter (where t17."$n" <= 20))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
      (
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
          where f.actor_id = any($3::uuid[])
        )
      ) as "totalCount",
      (with t21 as materialized (
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
          where f.actor_id = any($5::uuid[])
        )
        order by coalesce(t20.published_start, '-infinity'::timestamptz) desc,
        t20.id desc
        limit 10001
      ) select row_to_json("$".*) from (
        select (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t22.count as "count"
            from (
              select to_char(date_trunc('day', least(greatest(t21.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t21
              where t21."$n" <= 10000
              and t21.k1 is not null group by 1
              order by key
            ) t22
          ) "$"
        ) as "byDate",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select (
              select row_to_json("$".*)
              from (
                select t24.name as "name"
                from sources t24
                where t24.id = t23.key
              ) "$"
            ) as "source",
            t23.count as "count"
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
        ) as "bySource"
      ) "$") as "facets"
      from (
        select t18."$n",
        t18."$1",
        t18."$2"
        from (
          select t18.*,
          coalesce(t18.published_start, '-infinity'::timestamptz) as "$1",
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
            where f.actor_id = any($7::uuid[])
          )
          order by coalesce(t18.published_start, '-infinity'::timestamptz) desc,
          t18.id desc
          limit 21
        ) t18
      ) t17
      having true
    ) "$"
  ) as "filtered",
  (
    select row_to_json("$".*)
    from (
      select (with t26 as materialized (
        select row_number() over (order by coalesce(t25.published_start, '-infinity'::timestamptz) desc, t25.id desc) as "$n",
        t25.published_start as k1,
        t25.source_id as k2,
        t25.id as k3
        from articles t25
        where t25.id = any($8::uuid[])
        order by coalesce(t25.published_start, '-infinity'::timestamptz) desc,
        t25.id desc
        limit 10001
      ) select row_to_json("$".*) from (
        select (
          select count(*) > 10000
          from t26
        ) as "sampled",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t27.key as "date"
            from (
              select to_char(date_trunc('day', least(greatest(t26.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t26
              where t26."$n" <= 10000
              and t26.k1 is not null group by 1
              order by key
            ) t27
          ) "$"
        ) as "byDate",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t28.count as "count"
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
        ) as "bySource",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t30.count as "count"
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
        ) as "byActor"
      ) "$") as "facets"
    ) "$"
  ) as "nothing",
  (
    select row_to_json("$".*)
    from (
      select (with t32 as materialized (
        select row_number() over (order by coalesce(t31.published_start, '-infinity'::timestamptz) desc, t31.id desc) as "$n"
        from articles t31
        order by coalesce(t31.published_start, '-infinity'::timestamptz) desc,
        t31.id desc
        limit 10001
      ) select row_to_json("$".*) from (
        select 'ArticleFacets'::text as "__typename"
      ) "$") as "facets"
    ) "$"
  ) as "onlyType",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select (with t35 as materialized (
            select row_number() over (order by coalesce(t34.published_start, '-infinity'::timestamptz) desc, t34.id desc) as "$n",
            t34.id as k1
            from articles t34
            where t34.source_id = t33.id
            order by coalesce(t34.published_start, '-infinity'::timestamptz) desc,
            t34.id desc
            limit 10001
          ) select row_to_json("$".*) from (
            select (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select (
                  select row_to_json("$".*)
                  from (
                    select t38.name as "name"
                    from actors t38
                    where t38.id = t37.key
                  ) "$"
                ) as "actor",
                t37.count as "count"
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
            ) as "byActor"
          ) "$") as "facets"
        ) "$"
      ) as "articles"
      from sources t33
      where t33.id = $9::uuid
    ) "$"
  ) as "source",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t40."$o0" order by t40."$n" desc) filter (where t40."$n" <= 1), '[]'::json) as "edges",
          (with t47 as materialized (
            select row_number() over (order by coalesce(t46.published_start, '-infinity'::timestamptz) desc, t46.article_id desc) as "$n",
            t45.source_id as k1
            from article_actors t46
            join articles t45 on t45.id = t46.article_id
            where t46.actor_id = t39.id
            order by coalesce(t46.published_start, '-infinity'::timestamptz) desc,
            t46.article_id desc
            limit 10001
          ) select row_to_json("$".*) from (
            select (
              select count(*) > 10000
              from t47
            ) as "sampled",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select (
                  select row_to_json("$".*)
                  from (
                    select t49.domain as "domain"
                    from sources t49
                    where t49.id = t48.key
                  ) "$"
                ) as "source",
                t48.count as "count"
                from (
                  select t47.k1 as key,
                  count(*) as count
                  from t47
                  where t47."$n" <= 10000
                  and t47.k1 is not null group by 1
                  order by count desc,
                  key
                  limit 10
                ) t48
              ) "$"
            ) as "bySource"
          ) "$") as "facets"
          from (
            select t42."$n",
            t42."$1",
            t42."$2",
            row_to_json(t44.*) as "$o0"
            from (
              select t50.article_id as id,
              coalesce(t50.published_start, '-infinity'::timestamptz) as "$1",
              t50.article_id as "$2",
              row_number() over (order by coalesce(t50.published_start, '-infinity'::timestamptz), t50.article_id) as "$n"
              from article_actors t50
              where t50.actor_id = t39.id
              order by coalesce(t50.published_start, '-infinity'::timestamptz),
              t50.article_id
              limit 2
            ) t42
            join articles t41 on t41.id = t42.id cross
            join lateral (
              select 'article_' || t41.id as "id"
            ) t43 cross
            join lateral (
              select row_to_json(t43.*) as "node"
            ) t44
          ) t40
          having true
        ) "$"
      ) as "articles"
      from actors t39
      where t39.id = $10::uuid
    ) "$"
  ) as "actor"
) "$"
