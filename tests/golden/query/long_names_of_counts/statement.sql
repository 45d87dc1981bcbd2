select row_to_json("$".*)
from (
  select (
    select "$"."$"
    from (
      select ('{' || array_to_string(array['"edges":' || coalesce(to_json(coalesce(json_agg(t1."$o0" order by t1."$n" desc) filter (where t1."$n" <= 1), '[]'::json))::text, 'null'), '"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff":' || coalesce(to_json((with t6 as materialized (
        select row_number() over (order by coalesce(t5.published_start, '-infinity'::timestamptz) desc, t5.id desc) as "$n",
        t5.published_start as k1,
        t5.id as k2
        from articles t5
        order by coalesce(t5.published_start, '-infinity'::timestamptz) desc,
        t5.id desc
        limit 10001
      ) select "$"."$" from (
        select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
          select count(*) > 10000
          from t6
        ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json((
          select coalesce(json_agg("$"."$"), '[]'::json)
          from (
            select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t7.key)::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json(t7.count)::text, 'null')]::text[], ',') || '}')::json as "$"
            from (
              select to_char(date_trunc('year', least(greatest(t6.k1, '0001-01-01'), '9999-12-31')), 'YYYY-MM-DD') as key,
              count(*) as count
              from t6
              where t6."$n" <= 10000
              and t6.k1 is not null group by 1
              order by key
            ) t7
          ) "$"
        ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac":' || coalesce(to_json((
          select coalesce(json_agg("$"."$"), '[]'::json)
          from (
            select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
              select "$"."$"
              from (
                select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t10.name)::text, 'null')]::text[], ',') || '}')::json as "$"
                from actors t10
                where t10.id = t9.key
              ) "$"
            ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json(t9.count)::text, 'null')]::text[], ',') || '}')::json as "$"
            from (
              select t8.actor_id as key,
              count(*) as count
              from t6
              join article_actors t8 on t8.article_id = t6.k2
              where t6."$n" <= 10000
              and t8.actor_id is not null group by 1
              order by count desc,
              key
              limit 1
            ) t9
          ) "$"
        ))::text, 'null')]::text[], ',') || '}')::json as "$"
      ) "$"))::text, 'null')]::text[], ',') || '}')::json as "$"
      from (
        select t2."$n",
        t2."$1",
        t2."$2",
        t4."$" as "$o0"
        from (
          select t2.*,
          coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
          t2.id as "$2",
          row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz), t2.id) as "$n"
          from articles t2
          order by coalesce(t2.published_start, '-infinity'::timestamptz),
          t2.id
          limit 2
        ) t2 cross
        join lateral (
          select ('{' || array_to_string(array['"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn":' || coalesce(to_json(t2.headline)::text, 'null')]::text[], ',') || '}')::json as "$"
        ) t3 cross
        join lateral (
          select ('{' || array_to_string(array['"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee":' || coalesce(to_json((
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
            ) as c (p)
          ))::text, 'null'), '"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeen":' || coalesce(to_json(t3."$")::text, 'null')]::text[], ',') || '}')::json as "$"
        ) t4
      ) t1
      having true
    ) "$"
  ) as "articles",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg("$"."$"), '[]'::json) as "nodes"
      from (
        select ('{' || array_to_string(array['"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc":' || coalesce(to_json((with t14 as materialized (
          select row_number() over (order by coalesce(t13.published_start, '-infinity'::timestamptz) desc, t13.article_id desc) as "$n",
          t13.article_id as k1
          from article_actors t13
          join articles t12 on t12.id = t13.article_id
          where t13.actor_id = t11.id
          order by coalesce(t13.published_start, '-infinity'::timestamptz) desc,
          t13.article_id desc
          limit 10001
        ) select "$"."$" from (
          select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
            select count(*) > 10000
            from t14
          ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json((
            select coalesce(json_agg("$"."$"), '[]'::json)
            from (
              select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json((
                select "$"."$"
                from (
                  select ('{' || array_to_string(array['"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa":' || coalesce(to_json(t17.name)::text, 'null')]::text[], ',') || '}')::json as "$"
                  from actors t17
                  where t17.id = t16.key
                ) "$"
              ))::text, 'null'), '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab":' || coalesce(to_json(t16.count)::text, 'null')]::text[], ',') || '}')::json as "$"
              from (
                select t15.actor_id as key,
                count(*) as count
                from t14
                join article_actors t15 on t15.article_id = t14.k1
                where t14."$n" <= 10000
                and t15.actor_id is not null
                and t15.actor_id <> t11.id group by 1
                order by count desc,
                key
                limit 1
              ) t16
            ) "$"
          ))::text, 'null')]::text[], ',') || '}')::json as "$"
        ) "$"))::text, 'null')]::text[], ',') || '}')::json as "$"
        from (
          select t11.*,
          t11.mention_count as "$1",
          t11.id as "$2"
          from actors t11
          order by t11.mention_count desc,
          t11.id desc
          limit 1
        ) t11
        order by t11."$1" desc,
        t11."$2" desc
      ) "$"
    ) "$"
  ) as "actors"
) "$"
