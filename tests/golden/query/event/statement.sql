select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'Event'::text as "__typename",
      'event_' || t1.id as "id",
      t1.type as "type",
      t1.mode as "mode",
      t1.contexts as "contexts",
      t1.name as "name",
      t1.start_date as "startDate",
      t1.end_date as "endDate",
      t1.date_origin as "dateOrigin",
      (
        select row_to_json("$")
        from (
          select 'actor_' || t2.id as "id",
          t2.name as "name"
          from actors t2
          where t2.id = t1.location_id
        ) "$"
      ) as "location",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'Participant'::text as "__typename",
          (
            select row_to_json("$")
            from (
              select t4.name as "name"
              from actors t4
              where t4.id = t3.actor_id
            ) "$"
          ) as "actor",
          t3.role as "role"
          from (
            select t3.*
            from participants t3
            where t3.event_id = t1.id
            order by t3.role,
            t3.article_count desc,
            t3.actor_id
          ) t3
        ) "$"
      ) as "participants",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select (
                select row_to_json("$")
                from (
                  select 'article_' || t6.id as "id",
                  t6.published as "datePublished"
                  from articles t6
                  where t6.id = t5.article_id
                ) "$"
              ) as "article",
              (
                select row_to_json("$")
                from (
                  select t5.exact as "exact"
                ) "$"
              ) as "span",
              t5.modality as "modality"
              from (
                select t5.*
                from reports t5
                where t5.event_id = t1.id
                order by coalesce(t5.published_start, 'infinity'::timestamptz),
                t5.article_id,
                t5.span_start,
                t5.span_end
                limit $2::int
              ) t5
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "reports",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t7."$0" order by t7."$n") filter (where t7."$n" <= $3::int), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"endCursor":' || coalesce(to_json((array_agg(t7."$c" order by t7."$n" desc) filter (where t7."$n" <= $3::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t8."$n",
            t8."$c",
            (
              select row_to_json("$")
              from (
                select (
                  select row_to_json("$")
                  from (
                    select 'article_' || t9.id as "id"
                    from articles t9
                    where t9.id = t8.article_id
                  ) "$"
                ) as "article"
              ) "$"
            ) as "$0"
            from (
              select t8.*,
              row_number() over (order by coalesce(t8.published_start, 'infinity'::timestamptz), t8.article_id, t8.span_start, t8.span_end) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $4::text || json_build_array((coalesce(t8.published_start, 'infinity'::timestamptz))::text, (t8.article_id)::text, (t8.span_start)::text, (t8.span_end)::text)::text
                ) as c (p)
              ) as "$c"
              from reports t8
              where t8.event_id = t1.id
              order by coalesce(t8.published_start, 'infinity'::timestamptz),
              t8.article_id,
              t8.span_start,
              t8.span_end
              limit $3::int + 1
            ) t8
          ) t7
          having true
        ) "$"
      ) as "twoReports",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t10.exact as "text",
              (
                select row_to_json("$")
                from (
                  select t11.published as "datePublished"
                  from articles t11
                  where t11.id = t10.article_id
                ) "$"
              ) as "article"
              from (
                select t12.quote_id as id,
                row_number() over (order by coalesce(t12.published_start, 'infinity'::timestamptz), t12.quote_id) as "$n"
                from event_quotes t12
                where t12.event_id = t1.id
                order by coalesce(t12.published_start, 'infinity'::timestamptz),
                t12.quote_id
                limit $5::int
              ) t13
              join quotes t10 on t10.id = t13.id
              order by t13."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'quote_' || t14.id as "id"
              from (
                select t15.quote_id as id,
                row_number() over (order by coalesce(t15.published_start, '-infinity'::timestamptz) desc, t15.quote_id desc) as "$n"
                from event_quotes t15
                where t15.event_id = t1.id
                order by coalesce(t15.published_start, '-infinity'::timestamptz) desc,
                t15.quote_id desc
                limit $6::int
              ) t16
              join quotes t14 on t14.id = t16.id
              order by t16."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "newest",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'quote_' || t17.id as "id"
              from (
                select t18.quote_id as id,
                row_number() over (order by t17.article_id, t17.span_start, t18.quote_id) as "$n"
                from event_quotes t18
                join quotes t17 on t17.id = t18.quote_id
                where t18.event_id = t1.id
                and t17.kind = any($8::text[])
                order by t17.article_id,
                t17.span_start,
                t18.quote_id
                limit $7::int
              ) t19
              join quotes t17 on t17.id = t19.id
              order by t19."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "inOrder",
      t1.article_count as "articleCount",
      t1.source_count as "sourceCount"
      from events t1
      where t1.id = $1::uuid
    ) "$"
  ) as "event"
) "$"
