select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select 'MentionConnection'::text as "__typename",
          coalesce(json_agg(t2."$1" order by t2."$n") filter (where t2."$n" <= $2::int), '[]'::json) as "edges",
          coalesce(json_agg(t2."$2" order by t2."$n") filter (where t2."$n" <= $2::int), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $2::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t2."$c") filter (where t2."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t2."$c" order by t2."$n" desc) filter (where t2."$n" <= $2::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from mentions t4
            where t4.article_id = t1.id
          ) as "totalCount"
          from (
            select t3."$n",
            t3."$c",
            (
              select row_to_json("$")
              from (
                select 'MentionEdge'::text as "__typename",
                t3."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select (
                      select row_to_json("$")
                      from (
                        select t3.span_start as "start",
                        t3.exact as "exact"
                      ) "$"
                    ) as "span",
                    t3.role as "role"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1",
            (
              select row_to_json("$")
              from (
                select t3.form as "form"
              ) "$"
            ) as "$2"
            from (
              select t3.*,
              row_number() over (order by t3.span_start, t3.span_end, t3.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $3::text || json_build_array((t3.span_start)::text, (t3.span_end)::text, (t3.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t3
              where t3.article_id = t1.id
              order by t3.span_start,
              t3.span_end,
              t3.actor_id
              limit $2::int + 1
            ) t3
          ) t2
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$")
        from (
          select 'MentionConnection'::text as "__typename",
          coalesce(json_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= $4::int), '[]'::json) as "edges",
          coalesce(json_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= $4::int), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $4::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t5."$c") filter (where t5."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t5."$c" order by t5."$n" desc) filter (where t5."$n" <= $4::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from mentions t7
            where t7.article_id = t1.id
            and t7.actor_id = $5::uuid
          ) as "totalCount"
          from (
            select t6."$n",
            t6."$c",
            (
              select row_to_json("$")
              from (
                select 'MentionEdge'::text as "__typename",
                t6."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select (
                      select row_to_json("$")
                      from (
                        select t6.span_start as "start",
                        t6.exact as "exact"
                      ) "$"
                    ) as "span",
                    t6.role as "role"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1",
            (
              select row_to_json("$")
              from (
                select t6.form as "form"
              ) "$"
            ) as "$2"
            from (
              select t6.*,
              row_number() over (order by t6.span_start, t6.span_end, t6.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $7::text || json_build_array((t6.span_start)::text, (t6.span_end)::text, (t6.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t6
              where t6.article_id = t1.id
              and t6.actor_id = $6::uuid
              order by t6.span_start,
              t6.span_end,
              t6.actor_id
              limit $4::int + 1
            ) t6
          ) t5
          having true
        ) "$"
      ) as "ofOneActor",
      (
        select row_to_json("$")
        from (
          select (
            select count(*)
            from mentions t8
            where t8.article_id = t1.id
            and t8.actor_id = $8::uuid
          ) as "totalCount",
          (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t9.form as "form"
              from (
                select t9.*
                from mentions t9
                where t9.article_id = t1.id
                and t9.actor_id = $10::uuid
                order by t9.span_start,
                t9.span_end,
                t9.actor_id
                limit $9::int
              ) t9
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "ofNobody",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t10."$0" order by t10."$n") filter (where t10."$n" <= $11::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $11::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t10."$c") filter (where t10."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t10."$c" order by t10."$n" desc) filter (where t10."$n" <= $11::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_actors t14
            where t14.article_id = t1.id
          ) as "totalCount"
          from (
            select t12."$n",
            t12."$c",
            (
              select row_to_json("$")
              from (
                select t12."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select t11.name as "name"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$0"
            from (
              select t15.actor_id as id,
              row_number() over (order by t15.mention_count desc, t15.actor_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $12::text || json_build_array((t15.mention_count)::text, (t15.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_actors t15
              where t15.article_id = t1.id
              order by t15.mention_count desc,
              t15.actor_id desc
              limit $11::int + 1
            ) t12
            join actors t11 on t11.id = t12.id
            order by t12."$n"
          ) t10
          having true
        ) "$"
      ) as "actors",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t16."$0" order by t16."$n") filter (where t16."$n" <= $13::int), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $13::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t16."$c") filter (where t16."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t16."$c" order by t16."$n" desc) filter (where t16."$n" <= $13::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t18."$n",
            t18."$c",
            (
              select row_to_json("$")
              from (
                select t17.name as "name"
              ) "$"
            ) as "$0"
            from (
              select t19.actor_id as id,
              row_number() over (order by t19.quote_count desc, t19.actor_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $14::text || json_build_array((t19.quote_count)::text, (t19.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_actors t19
              where t19.article_id = t1.id
              order by t19.quote_count desc,
              t19.actor_id desc
              limit $13::int + 1
            ) t18
            join actors t17 on t17.id = t18.id
            order by t18."$n"
          ) t16
          having true
        ) "$"
      ) as "mostQuoted",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t20.name as "name"
              from (
                select t21.actor_id as id,
                row_number() over (order by t20.name_folded, t21.actor_id) as "$n"
                from article_actors t21
                join actors t20 on t20.id = t21.actor_id
                where t21.article_id = t1.id
                and t20.kind = any($16::text[])
                order by t20.name_folded,
                t21.actor_id
                limit $15::int
              ) t22
              join actors t20 on t20.id = t22.id
              order by t22."$n"
            ) "$"
          ) as "nodes",
          (
            select count(*)
            from article_actors t24
            join actors t23 on t23.id = t24.actor_id
            where t24.article_id = t1.id
            and t23.kind = any($17::text[])
          ) as "totalCount"
        ) "$"
      ) as "byName",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t25."$0" order by t25."$n") filter (where t25."$n" <= $18::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $18::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t25."$c") filter (where t25."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t25."$c" order by t25."$n" desc) filter (where t25."$n" <= $18::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from quotes t27
            where t27.article_id = t1.id
          ) as "totalCount"
          from (
            select t26."$n",
            t26."$c",
            (
              select row_to_json("$")
              from (
                select t26."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select t26.exact as "text"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$0"
            from (
              select t26.*,
              row_number() over (order by t26.span_start, t26.id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $19::text || json_build_array((t26.span_start)::text, (t26.id)::text)::text
                ) as c (p)
              ) as "$c"
              from quotes t26
              where t26.article_id = t1.id
              order by t26.span_start,
              t26.id
              limit $18::int + 1
            ) t26
          ) t25
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'quote_' || t28.id as "id"
              from (
                select t28.*
                from quotes t28
                where t28.article_id = t1.id
                order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
                t28.id desc
                limit $20::int
              ) t28
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
              select 'quote_' || t29.id as "id"
              from (
                select t29.*
                from quotes t29
                where t29.article_id = t1.id
                and (t29.speaker_id is not null) = $22::bool
                order by coalesce(t29.published_start, 'infinity'::timestamptz),
                t29.id
                limit $21::int
              ) t29
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "oldest",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t30."$0" order by t30."$n") filter (where t30."$n" <= $23::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $23::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t30."$c") filter (where t30."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t30."$c" order by t30."$n" desc) filter (where t30."$n" <= $23::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_events t34
            where t34.article_id = t1.id
          ) as "totalCount"
          from (
            select t32."$n",
            t32."$c",
            (
              select row_to_json("$")
              from (
                select t32."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select t31.name as "name"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$0"
            from (
              select t35.event_id as id,
              row_number() over (order by coalesce(t35.start_at, '-infinity'::timestamptz) desc, t35.event_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $24::text || json_build_array((coalesce(t35.start_at, '-infinity'::timestamptz))::text, (t35.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_events t35
              where t35.article_id = t1.id
              order by coalesce(t35.start_at, '-infinity'::timestamptz) desc,
              t35.event_id desc
              limit $23::int + 1
            ) t32
            join events t31 on t31.id = t32.id
            order by t32."$n"
          ) t30
          having true
        ) "$"
      ) as "events",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t36.name as "name"
              from (
                select t37.event_id as id,
                row_number() over (order by coalesce(t37.start_at, 'infinity'::timestamptz), t37.event_id) as "$n"
                from article_events t37
                where t37.article_id = t1.id
                order by coalesce(t37.start_at, 'infinity'::timestamptz),
                t37.event_id
                limit $25::int
              ) t38
              join events t36 on t36.id = t38.id
              order by t38."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "earliest",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t39.name as "name",
              t39.source_count as "sourceCount"
              from (
                select t40.event_id as id,
                row_number() over (order by t39.source_count desc, t40.event_id desc) as "$n"
                from article_events t40
                join events t39 on t39.id = t40.event_id
                where t40.article_id = t1.id
                and t39.source_count >= $27::int
                order by t39.source_count desc,
                t40.event_id desc
                limit $26::int
              ) t41
              join events t39 on t39.id = t41.id
              order by t41."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "mostTold",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t42."$0" order by t42."$n") filter (where t42."$n" <= $28::int), '[]'::json) as "edges",
          coalesce(json_agg(t42."$1" order by t42."$n") filter (where t42."$n" <= $28::int), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $28::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t42."$c") filter (where t42."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t42."$c" order by t42."$n" desc) filter (where t42."$n" <= $28::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from reports t44
            where t44.article_id = t1.id
          ) as "totalCount"
          from (
            select t43."$n",
            t43."$c",
            (
              select row_to_json("$")
              from (
                select 'ReportEdge'::text as "__typename",
                t43."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select (
                      select row_to_json("$")
                      from (
                        select t43.exact as "exact"
                      ) "$"
                    ) as "span"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$0",
            (
              select row_to_json("$")
              from (
                select t43.modality as "modality"
              ) "$"
            ) as "$1"
            from (
              select t43.*,
              row_number() over (order by t43.span_start, t43.span_end, t43.event_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $29::text || json_build_array((t43.span_start)::text, (t43.span_end)::text, (t43.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from reports t43
              where t43.article_id = t1.id
              order by t43.span_start,
              t43.span_end,
              t43.event_id
              limit $28::int + 1
            ) t43
          ) t42
          having true
        ) "$"
      ) as "reports"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select 'ReportConnection'::text as "__typename",
          coalesce(json_agg(t46."$1" order by t46."$n") filter (where t46."$n" <= $31::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $31::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t46."$c") filter (where t46."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t46."$c" order by t46."$n" desc) filter (where t46."$n" <= $31::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from reports t49
            where t49.event_id = t45.id
          ) as "totalCount"
          from (
            select t47."$n",
            t47."$c",
            (
              select row_to_json("$")
              from (
                select t47."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select (
                      select row_to_json("$")
                      from (
                        select 'article_' || t48.id as "id"
                        from articles t48
                        where t48.id = t47.article_id
                      ) "$"
                    ) as "article"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1"
            from (
              select t47.*,
              row_number() over (order by coalesce(t47.published_start, 'infinity'::timestamptz), t47.article_id, t47.span_start, t47.span_end) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $32::text || json_build_array((coalesce(t47.published_start, 'infinity'::timestamptz))::text, (t47.article_id)::text, (t47.span_start)::text, (t47.span_end)::text)::text
                ) as c (p)
              ) as "$c"
              from reports t47
              where t47.event_id = t45.id
              order by coalesce(t47.published_start, 'infinity'::timestamptz),
              t47.article_id,
              t47.span_start,
              t47.span_end
              limit $31::int + 1
            ) t47
          ) t46
          having true
        ) "$"
      ) as "reports",
      (
        select row_to_json("$")
        from (
          select 'QuoteConnection'::text as "__typename",
          coalesce(json_agg(t50."$1" order by t50."$n") filter (where t50."$n" <= $33::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $33::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t50."$c") filter (where t50."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t50."$c" order by t50."$n" desc) filter (where t50."$n" <= $33::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from event_quotes t54
            where t54.event_id = t45.id
          ) as "totalCount"
          from (
            select t52."$n",
            t52."$c",
            (
              select row_to_json("$")
              from (
                select 'QuoteEdge'::text as "__typename",
                t52."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select 'quote_' || t51.id as "id"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1"
            from (
              select t55.quote_id as id,
              row_number() over (order by coalesce(t55.published_start, 'infinity'::timestamptz), t55.quote_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $34::text || json_build_array((coalesce(t55.published_start, 'infinity'::timestamptz))::text, (t55.quote_id)::text)::text
                ) as c (p)
              ) as "$c"
              from event_quotes t55
              where t55.event_id = t45.id
              order by coalesce(t55.published_start, 'infinity'::timestamptz),
              t55.quote_id
              limit $33::int + 1
            ) t52
            join quotes t51 on t51.id = t52.id
            order by t52."$n"
          ) t50
          having true
        ) "$"
      ) as "quotes"
      from events t45
      where t45.id = $30::uuid
    ) "$"
  ) as "event",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t57."$0" order by t57."$n") filter (where t57."$n" <= $36::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $36::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t57."$c") filter (where t57."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t57."$c" order by t57."$n" desc) filter (where t57."$n" <= $36::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from quotes t59
            where t59.speaker_id = t56.id
          ) as "totalCount"
          from (
            select t58."$n",
            t58."$c",
            (
              select row_to_json("$")
              from (
                select t58."$c" as "cursor"
              ) "$"
            ) as "$0"
            from (
              select t58.*,
              row_number() over (order by coalesce(t58.published_start, '-infinity'::timestamptz) desc, t58.id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $37::text || json_build_array((coalesce(t58.published_start, '-infinity'::timestamptz))::text, (t58.id)::text)::text
                ) as c (p)
              ) as "$c"
              from quotes t58
              where t58.speaker_id = t56.id
              order by coalesce(t58.published_start, '-infinity'::timestamptz) desc,
              t58.id desc
              limit $36::int + 1
            ) t58
          ) t57
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$")
        from (
          select 'ArticleConnection'::text as "__typename",
          coalesce(json_agg(t60."$1" order by t60."$n") filter (where t60."$n" <= $38::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $38::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t60."$c") filter (where t60."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t60."$c" order by t60."$n" desc) filter (where t60."$n" <= $38::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_actors t64
            where t64.actor_id = t56.id
          ) as "totalCount"
          from (
            select t62."$n",
            t62."$c",
            (
              select row_to_json("$")
              from (
                select 'ArticleEdge'::text as "__typename",
                t62."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select 'article_' || t61.id as "id"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1"
            from (
              select t65.article_id as id,
              row_number() over (order by coalesce(t65.published_start, '-infinity'::timestamptz) desc, t65.article_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $39::text || json_build_array((coalesce(t65.published_start, '-infinity'::timestamptz))::text, (t65.article_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_actors t65
              where t65.actor_id = t56.id
              order by coalesce(t65.published_start, '-infinity'::timestamptz) desc,
              t65.article_id desc
              limit $38::int + 1
            ) t62
            join articles t61 on t61.id = t62.id
            order by t62."$n"
          ) t60
          having true
        ) "$"
      ) as "articles",
      (
        select row_to_json("$")
        from (
          select 'EventConnection'::text as "__typename",
          coalesce(json_agg(t66."$1" order by t66."$n") filter (where t66."$n" <= $40::int), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $40::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t66."$c") filter (where t66."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t66."$c" order by t66."$n" desc) filter (where t66."$n" <= $40::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from event_actors t70
            where t70.actor_id = t56.id
          ) as "totalCount"
          from (
            select t68."$n",
            t68."$c",
            (
              select row_to_json("$")
              from (
                select 'EventEdge'::text as "__typename",
                t68."$c" as "cursor",
                (
                  select row_to_json("$")
                  from (
                    select 'event_' || t67.id as "id"
                  ) "$"
                ) as "node"
              ) "$"
            ) as "$1"
            from (
              select t71.event_id as id,
              row_number() over (order by coalesce(t71.start_at, '-infinity'::timestamptz) desc, t71.event_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $41::text || json_build_array((coalesce(t71.start_at, '-infinity'::timestamptz))::text, (t71.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from event_actors t71
              where t71.actor_id = t56.id
              order by coalesce(t71.start_at, '-infinity'::timestamptz) desc,
              t71.event_id desc
              limit $40::int + 1
            ) t68
            join events t67 on t67.id = t68.id
            order by t68."$n"
          ) t66
          having true
        ) "$"
      ) as "events"
      from actors t56
      where t56.id = $35::uuid
    ) "$"
  ) as "actor"
) "$"
