select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes",
      (with t3 as materialized (
        select row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n",
        t2.published_start as k1,
        t2.source_id as k2,
        t2.speaker_id as k3
        from quotes t2
        order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
        t2.id desc
        limit 10001
      ) select row_to_json("$".*) from (
        select 'QuoteFacets'::text as "__typename",
        (
          select count(*) > 10000
          from t3
        ) as "sampled",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t4.key as "date",
            t4.count as "count"
            from (
              select to_char(date_trunc('month', least(greatest(t3.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
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
            select (
              select row_to_json("$".*)
              from (
                select t6.name as "name"
                from sources t6
                where t6.id = t5.key
              ) "$"
            ) as "source",
            t5.count as "count"
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
        ) as "bySource",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select (
              select row_to_json("$".*)
              from (
                select t8.name as "name"
                from actors t8
                where t8.id = t7.key
              ) "$"
            ) as "actor",
            t7.count as "count"
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
        ) as "bySpeaker"
      ) "$") as "facets"
      from (
        select 'quote_' || t1.id as "id"
        from (
          select t1.*,
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
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$".*)
    from (
      select (
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
      ) as "totalCount",
      (with t11 as materialized (
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
      ) select row_to_json("$".*) from (
        select (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select (
              select row_to_json("$".*)
              from (
                select t13.name as "name"
                from actors t13
                where t13.id = t12.key
              ) "$"
            ) as "actor",
            t12.count as "count"
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
        ) as "bySpeaker",
        (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
          from (
            select t14.count as "count"
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
        ) as "bySource"
      ) "$") as "facets"
    ) "$"
  ) as "filtered",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select (with t17 as materialized (
            select row_number() over (order by coalesce(t16.published_start, '-infinity'::timestamptz) desc, t16.id desc) as "$n",
            t16.published_start as k1,
            t16.speaker_id as k2
            from quotes t16
            where t16.article_id = t15.id
            order by coalesce(t16.published_start, '-infinity'::timestamptz) desc,
            t16.id desc
            limit 10001
          ) select row_to_json("$".*) from (
            select (
              select count(*) > 10000
              from t17
            ) as "sampled",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select t18.key as "date",
                t18.count as "count"
                from (
                  select to_char(date_trunc('day', least(greatest(t17.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
                  count(*) as count
                  from t17
                  where t17."$n" <= 10000
                  and t17.k1 is not null group by 1
                  order by key
                ) t18
              ) "$"
            ) as "byDate",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select (
                  select row_to_json("$".*)
                  from (
                    select t20.name as "name"
                    from actors t20
                    where t20.id = t19.key
                  ) "$"
                ) as "actor",
                t19.count as "count"
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
            ) as "bySpeaker"
          ) "$") as "facets"
        ) "$"
      ) as "quotes"
      from articles t15
      where t15.id = $5::uuid
    ) "$"
  ) as "article",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes",
          (with t24 as materialized (
            select row_number() over (order by coalesce(t23.published_start, '-infinity'::timestamptz) desc, t23.id desc) as "$n",
            t23.source_id as k1
            from quotes t23
            where t23.speaker_id = t21.id
            order by coalesce(t23.published_start, '-infinity'::timestamptz) desc,
            t23.id desc
            limit 10001
          ) select row_to_json("$".*) from (
            select (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select (
                  select row_to_json("$".*)
                  from (
                    select t26.name as "name"
                    from sources t26
                    where t26.id = t25.key
                  ) "$"
                ) as "source",
                t25.count as "count"
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
            ) as "bySource"
          ) "$") as "facets"
          from (
            select t22.exact as "text"
            from (
              select t22.*,
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
        ) "$"
      ) as "quotes"
      from actors t21
      where t21.id = $6::uuid
    ) "$"
  ) as "actor",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select (
            select count(*)
            from event_quotes t29
            where t29.event_id = t27.id
          ) as "totalCount",
          (with t32 as materialized (
            select row_number() over (order by coalesce(t31.published_start, '-infinity'::timestamptz) desc, t31.quote_id desc) as "$n",
            t30.published_start as k1,
            t30.speaker_id as k2
            from event_quotes t31
            join quotes t30 on t30.id = t31.quote_id
            where t31.event_id = t27.id
            order by coalesce(t31.published_start, '-infinity'::timestamptz) desc,
            t31.quote_id desc
            limit 10001
          ) select row_to_json("$".*) from (
            select (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select t33.key as "date",
                t33.count as "count"
                from (
                  select to_char(date_trunc('day', least(greatest(t32.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
                  count(*) as count
                  from t32
                  where t32."$n" <= 10000
                  and t32.k1 is not null group by 1
                  order by key
                ) t33
              ) "$"
            ) as "byDate",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select t34.count as "count"
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
            ) as "bySpeaker"
          ) "$") as "facets"
        ) "$"
      ) as "quotes"
      from events t27
      where t27.id = $7::uuid
    ) "$"
  ) as "event"
) "$"
