select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select 'MentionConnection'::text as "__typename",
          coalesce(json_agg(t2."$o1" order by t2."$n") filter (where t2."$n" <= 2), '[]'::json) as "edges",
          coalesce(json_agg(t2."$o2" order by t2."$n") filter (where t2."$n" <= 2), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $3::text || json_build_array(((array_agg(t2."$1" order by t2."$n") filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$2" order by t2."$n") filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$3" order by t2."$n") filter (where t2."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $4::text || json_build_array(((array_agg(t2."$1" order by t2."$n" desc) filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$2" order by t2."$n" desc) filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$3" order by t2."$n" desc) filter (where t2."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from mentions t8
            where t8.article_id = t1.id
          ) as "totalCount"
          from (
            select t3."$n",
            t3."$1",
            t3."$2",
            t3."$3",
            row_to_json(t6.*) as "$o1",
            row_to_json(t7.*) as "$o2"
            from (
              select t3.*,
              t3.span_start as "$1",
              t3.span_end as "$2",
              t3.actor_id as "$3",
              row_number() over (order by t3.span_start, t3.span_end, t3.actor_id) as "$n"
              from mentions t3
              where t3.article_id = t1.id
              order by t3.span_start,
              t3.span_end,
              t3.actor_id
              limit 3
            ) t3 cross
            join lateral (
              select t3.span_start as "start",
              t3.exact as "exact"
            ) t4 cross
            join lateral (
              select row_to_json(t4.*) as "span",
              t3.role as "role"
            ) t5 cross
            join lateral (
              select 'MentionEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $2::text || json_build_array((t3."$1")::text, (t3."$2")::text, (t3."$3")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t5.*) as "node"
            ) t6 cross
            join lateral (
              select t3.form as "form"
            ) t7
          ) t2
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$".*)
        from (
          select 'MentionConnection'::text as "__typename",
          coalesce(json_agg(t9."$o1" order by t9."$n") filter (where t9."$n" <= 20), '[]'::json) as "edges",
          coalesce(json_agg(t9."$o2" order by t9."$n") filter (where t9."$n" <= 20), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 20)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $6::text || json_build_array(((array_agg(t9."$1" order by t9."$n") filter (where t9."$n" <= 20))[1])::text, ((array_agg(t9."$2" order by t9."$n") filter (where t9."$n" <= 20))[1])::text, ((array_agg(t9."$3" order by t9."$n") filter (where t9."$n" <= 20))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $7::text || json_build_array(((array_agg(t9."$1" order by t9."$n" desc) filter (where t9."$n" <= 20))[1])::text, ((array_agg(t9."$2" order by t9."$n" desc) filter (where t9."$n" <= 20))[1])::text, ((array_agg(t9."$3" order by t9."$n" desc) filter (where t9."$n" <= 20))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from mentions t15
            where t15.article_id = t1.id
            and t15.actor_id = $8::uuid
          ) as "totalCount"
          from (
            select t10."$n",
            t10."$1",
            t10."$2",
            t10."$3",
            row_to_json(t13.*) as "$o1",
            row_to_json(t14.*) as "$o2"
            from (
              select t10.*,
              t10.span_start as "$1",
              t10.span_end as "$2",
              t10.actor_id as "$3",
              row_number() over (order by t10.span_start, t10.span_end, t10.actor_id) as "$n"
              from mentions t10
              where t10.article_id = t1.id
              and t10.actor_id = $9::uuid
              order by t10.span_start,
              t10.span_end,
              t10.actor_id
              limit 21
            ) t10 cross
            join lateral (
              select t10.span_start as "start",
              t10.exact as "exact"
            ) t11 cross
            join lateral (
              select row_to_json(t11.*) as "span",
              t10.role as "role"
            ) t12 cross
            join lateral (
              select 'MentionEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $5::text || json_build_array((t10."$1")::text, (t10."$2")::text, (t10."$3")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t12.*) as "node"
            ) t13 cross
            join lateral (
              select t10.form as "form"
            ) t14
          ) t9
          having true
        ) "$"
      ) as "ofOneActor",
      (
        select row_to_json("$".*)
        from (
          select (
            select count(*)
            from mentions t16
            where t16.article_id = t1.id
            and t16.actor_id = $10::uuid
          ) as "totalCount",
          coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t17.form as "form"
            from (
              select t17.*,
              t17.span_start as "$1",
              t17.span_end as "$2",
              t17.actor_id as "$3"
              from mentions t17
              where t17.article_id = t1.id
              and t17.actor_id = $11::uuid
              order by t17.span_start,
              t17.span_end,
              t17.actor_id
              limit 20
            ) t17
            order by t17."$1",
            t17."$2",
            t17."$3"
          ) "$"
        ) "$"
      ) as "ofNobody",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t18."$o0" order by t18."$n") filter (where t18."$n" <= 2), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $13::text || json_build_array(((array_agg(t18."$1" order by t18."$n") filter (where t18."$n" <= 2))[1])::text, ((array_agg(t18."$2" order by t18."$n") filter (where t18."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $14::text || json_build_array(((array_agg(t18."$1" order by t18."$n" desc) filter (where t18."$n" <= 2))[1])::text, ((array_agg(t18."$2" order by t18."$n" desc) filter (where t18."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_actors t24
            where t24.article_id = t1.id
          ) as "totalCount"
          from (
            select t20."$n",
            t20."$1",
            t20."$2",
            row_to_json(t22.*) as "$o0"
            from (
              select t25.actor_id as id,
              t25.mention_count as "$1",
              t25.actor_id as "$2",
              row_number() over (order by t25.mention_count desc, t25.actor_id desc) as "$n"
              from article_actors t25
              where t25.article_id = t1.id
              order by t25.mention_count desc,
              t25.actor_id desc
              limit 3
            ) t20
            join actors t19 on t19.id = t20.id cross
            join lateral (
              select t19.name as "name"
            ) t21 cross
            join lateral (
              select (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $12::text || json_build_array((t20."$1")::text, (t20."$2")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t21.*) as "node"
            ) t22
          ) t18
          having true
        ) "$"
      ) as "actors",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t26."$o0" order by t26."$n") filter (where t26."$n" <= 3), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $15::text || json_build_array(((array_agg(t26."$1" order by t26."$n") filter (where t26."$n" <= 3))[1])::text, ((array_agg(t26."$2" order by t26."$n") filter (where t26."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $16::text || json_build_array(((array_agg(t26."$1" order by t26."$n" desc) filter (where t26."$n" <= 3))[1])::text, ((array_agg(t26."$2" order by t26."$n" desc) filter (where t26."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t28."$n",
            t28."$1",
            t28."$2",
            row_to_json(t29.*) as "$o0"
            from (
              select t30.actor_id as id,
              t30.quote_count as "$1",
              t30.actor_id as "$2",
              row_number() over (order by t30.quote_count desc, t30.actor_id desc) as "$n"
              from article_actors t30
              where t30.article_id = t1.id
              order by t30.quote_count desc,
              t30.actor_id desc
              limit 4
            ) t28
            join actors t27 on t27.id = t28.id cross
            join lateral (
              select t27.name as "name"
            ) t29
          ) t26
          having true
        ) "$"
      ) as "mostQuoted",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes",
          (
            select count(*)
            from article_actors t35
            join actors t34 on t34.id = t35.actor_id
            where t35.article_id = t1.id
            and t34.kind = any($18::text[])
          ) as "totalCount"
          from (
            select t31.name as "name"
            from (
              select t32.actor_id as id,
              t31.name_folded as "$1",
              t32.actor_id as "$2"
              from article_actors t32
              join actors t31 on t31.id = t32.actor_id
              where t32.article_id = t1.id
              and t31.kind = any($17::text[])
              order by t31.name_folded,
              t32.actor_id
              limit 3
            ) t33
            join actors t31 on t31.id = t33.id
            order by t33."$1",
            t33."$2"
          ) "$"
        ) "$"
      ) as "byName",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t36."$o0" order by t36."$n") filter (where t36."$n" <= 2), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $20::text || json_build_array(((array_agg(t36."$1" order by t36."$n") filter (where t36."$n" <= 2))[1])::text, ((array_agg(t36."$2" order by t36."$n") filter (where t36."$n" <= 2))[1])::text, ((array_agg(t36."$3" order by t36."$n") filter (where t36."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $21::text || json_build_array(((array_agg(t36."$1" order by t36."$n" desc) filter (where t36."$n" <= 2))[1])::text, ((array_agg(t36."$2" order by t36."$n" desc) filter (where t36."$n" <= 2))[1])::text, ((array_agg(t36."$3" order by t36."$n" desc) filter (where t36."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from quotes t40
            where t40.article_id = t1.id
          ) as "totalCount"
          from (
            select t37."$n",
            t37."$1",
            t37."$2",
            t37."$3",
            row_to_json(t39.*) as "$o0"
            from (
              select t37.*,
              t37.span_start as "$1",
              t37.span_end as "$2",
              t37.kind as "$3",
              row_number() over (order by t37.span_start, t37.span_end, t37.kind) as "$n"
              from quotes t37
              where t37.article_id = t1.id
              order by t37.span_start,
              t37.span_end,
              t37.kind
              limit 3
            ) t37 cross
            join lateral (
              select t37.exact as "text"
            ) t38 cross
            join lateral (
              select (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $19::text || json_build_array((t37."$1")::text, (t37."$2")::text, (t37."$3")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t38.*) as "node"
            ) t39
          ) t36
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'quote_' || t41.id as "id"
            from (
              select t41.*,
              coalesce(t41.published_start, '-infinity'::timestamptz) as "$1",
              t41.id as "$2"
              from quotes t41
              where t41.article_id = t1.id
              order by coalesce(t41.published_start, '-infinity'::timestamptz) desc,
              t41.id desc
              limit 1
            ) t41
            order by t41."$1" desc,
            t41."$2" desc
          ) "$"
        ) "$"
      ) as "newest",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'quote_' || t42.id as "id"
            from (
              select t42.*,
              coalesce(t42.published_start, 'infinity'::timestamptz) as "$1",
              t42.id as "$2"
              from quotes t42
              where t42.article_id = t1.id
              and (t42.speaker_id is not null) = $22::bool
              order by coalesce(t42.published_start, 'infinity'::timestamptz),
              t42.id
              limit 1
            ) t42
            order by t42."$1",
            t42."$2"
          ) "$"
        ) "$"
      ) as "oldest",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t43."$o0" order by t43."$n") filter (where t43."$n" <= 1), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $24::text || json_build_array(((array_agg(t43."$1" order by t43."$n") filter (where t43."$n" <= 1))[1])::text, ((array_agg(t43."$2" order by t43."$n") filter (where t43."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $25::text || json_build_array(((array_agg(t43."$1" order by t43."$n" desc) filter (where t43."$n" <= 1))[1])::text, ((array_agg(t43."$2" order by t43."$n" desc) filter (where t43."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_events t49
            where t49.article_id = t1.id
          ) as "totalCount"
          from (
            select t45."$n",
            t45."$1",
            t45."$2",
            row_to_json(t47.*) as "$o0"
            from (
              select t50.event_id as id,
              coalesce(t50.start_at, '-infinity'::timestamptz) as "$1",
              t50.event_id as "$2",
              row_number() over (order by coalesce(t50.start_at, '-infinity'::timestamptz) desc, t50.event_id desc) as "$n"
              from article_events t50
              where t50.article_id = t1.id
              order by coalesce(t50.start_at, '-infinity'::timestamptz) desc,
              t50.event_id desc
              limit 2
            ) t45
            join events t44 on t44.id = t45.id cross
            join lateral (
              select t44.name as "name"
            ) t46 cross
            join lateral (
              select (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $23::text || json_build_array((t45."$1")::text, (t45."$2")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t46.*) as "node"
            ) t47
          ) t43
          having true
        ) "$"
      ) as "events",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t51.name as "name"
            from (
              select t52.event_id as id,
              coalesce(t52.start_at, 'infinity'::timestamptz) as "$1",
              t52.event_id as "$2"
              from article_events t52
              where t52.article_id = t1.id
              order by coalesce(t52.start_at, 'infinity'::timestamptz),
              t52.event_id
              limit 1
            ) t53
            join events t51 on t51.id = t53.id
            order by t53."$1",
            t53."$2"
          ) "$"
        ) "$"
      ) as "earliest",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t54.name as "name",
            t54.source_count as "sourceCount"
            from (
              select t55.event_id as id,
              t54.source_count as "$1",
              t55.event_id as "$2"
              from article_events t55
              join events t54 on t54.id = t55.event_id
              where t55.article_id = t1.id
              and t54.source_count >= $26::int
              order by t54.source_count desc,
              t55.event_id desc
              limit 20
            ) t56
            join events t54 on t54.id = t56.id
            order by t56."$1" desc,
            t56."$2" desc
          ) "$"
        ) "$"
      ) as "mostTold",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t57."$o0" order by t57."$n") filter (where t57."$n" <= 1), '[]'::json) as "edges",
          coalesce(json_agg(t57."$o1" order by t57."$n") filter (where t57."$n" <= 1), '[]'::json) as "nodes",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $28::text || json_build_array(((array_agg(t57."$1" order by t57."$n") filter (where t57."$n" <= 1))[1])::text, ((array_agg(t57."$2" order by t57."$n") filter (where t57."$n" <= 1))[1])::text, ((array_agg(t57."$3" order by t57."$n") filter (where t57."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $29::text || json_build_array(((array_agg(t57."$1" order by t57."$n" desc) filter (where t57."$n" <= 1))[1])::text, ((array_agg(t57."$2" order by t57."$n" desc) filter (where t57."$n" <= 1))[1])::text, ((array_agg(t57."$3" order by t57."$n" desc) filter (where t57."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from reports t63
            where t63.article_id = t1.id
          ) as "totalCount"
          from (
            select t58."$n",
            t58."$1",
            t58."$2",
            t58."$3",
            row_to_json(t61.*) as "$o0",
            row_to_json(t62.*) as "$o1"
            from (
              select t58.*,
              t58.span_start as "$1",
              t58.span_end as "$2",
              t58.event_id as "$3",
              row_number() over (order by t58.span_start, t58.span_end, t58.event_id) as "$n"
              from reports t58
              where t58.article_id = t1.id
              order by t58.span_start,
              t58.span_end,
              t58.event_id
              limit 2
            ) t58 cross
            join lateral (
              select t58.exact as "exact"
            ) t59 cross
            join lateral (
              select row_to_json(t59.*) as "span"
            ) t60 cross
            join lateral (
              select 'ReportEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $27::text || json_build_array((t58."$1")::text, (t58."$2")::text, (t58."$3")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t60.*) as "node"
            ) t61 cross
            join lateral (
              select t58.modality as "modality"
            ) t62
          ) t57
          having true
        ) "$"
      ) as "reports"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select 'ReportConnection'::text as "__typename",
          coalesce(json_agg(t65."$o1" order by t65."$n") filter (where t65."$n" <= 3), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $32::text || json_build_array(((array_agg(t65."$1" order by t65."$n") filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$2" order by t65."$n") filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$3" order by t65."$n") filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$4" order by t65."$n") filter (where t65."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $33::text || json_build_array(((array_agg(t65."$1" order by t65."$n" desc) filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$2" order by t65."$n" desc) filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$3" order by t65."$n" desc) filter (where t65."$n" <= 3))[1])::text, ((array_agg(t65."$4" order by t65."$n" desc) filter (where t65."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from reports t70
            where t70.event_id = t64.id
          ) as "totalCount"
          from (
            select t66."$n",
            t66."$1",
            t66."$2",
            t66."$3",
            t66."$4",
            row_to_json(t69.*) as "$o1"
            from (
              select t66.*,
              coalesce(t66.published_start, 'infinity'::timestamptz) as "$1",
              t66.article_id as "$2",
              t66.span_start as "$3",
              t66.span_end as "$4",
              row_number() over (order by coalesce(t66.published_start, 'infinity'::timestamptz), t66.article_id, t66.span_start, t66.span_end) as "$n"
              from reports t66
              where t66.event_id = t64.id
              order by coalesce(t66.published_start, 'infinity'::timestamptz),
              t66.article_id,
              t66.span_start,
              t66.span_end
              limit 4
            ) t66 left
            join lateral (
              select 'article_' || t67.id as "id"
              from articles t67
              where t67.id = t66.article_id
            ) t67 on true cross
            join lateral (
              select row_to_json(t67.*) as "article"
            ) t68 cross
            join lateral (
              select (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $31::text || json_build_array((t66."$1")::text, (t66."$2")::text, (t66."$3")::text, (t66."$4")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t68.*) as "node"
            ) t69
          ) t65
          having true
        ) "$"
      ) as "reports",
      (
        select row_to_json("$".*)
        from (
          select 'QuoteConnection'::text as "__typename",
          coalesce(json_agg(t71."$o1" order by t71."$n") filter (where t71."$n" <= 3), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $35::text || json_build_array(((array_agg(t71."$1" order by t71."$n") filter (where t71."$n" <= 3))[1])::text, ((array_agg(t71."$2" order by t71."$n") filter (where t71."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $36::text || json_build_array(((array_agg(t71."$1" order by t71."$n" desc) filter (where t71."$n" <= 3))[1])::text, ((array_agg(t71."$2" order by t71."$n" desc) filter (where t71."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from event_quotes t77
            where t77.event_id = t64.id
          ) as "totalCount"
          from (
            select t73."$n",
            t73."$1",
            t73."$2",
            row_to_json(t75.*) as "$o1"
            from (
              select t78.quote_id as id,
              coalesce(t78.published_start, 'infinity'::timestamptz) as "$1",
              t78.quote_id as "$2",
              row_number() over (order by coalesce(t78.published_start, 'infinity'::timestamptz), t78.quote_id) as "$n"
              from event_quotes t78
              where t78.event_id = t64.id
              order by coalesce(t78.published_start, 'infinity'::timestamptz),
              t78.quote_id
              limit 4
            ) t73
            join quotes t72 on t72.id = t73.id cross
            join lateral (
              select 'quote_' || t72.id as "id"
            ) t74 cross
            join lateral (
              select 'QuoteEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $34::text || json_build_array((t73."$1")::text, (t73."$2")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t74.*) as "node"
            ) t75
          ) t71
          having true
        ) "$"
      ) as "quotes"
      from events t64
      where t64.id = $30::uuid
    ) "$"
  ) as "event",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t80."$o0" order by t80."$n") filter (where t80."$n" <= 1), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $39::text || json_build_array(((array_agg(t80."$1" order by t80."$n") filter (where t80."$n" <= 1))[1])::text, ((array_agg(t80."$2" order by t80."$n") filter (where t80."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $40::text || json_build_array(((array_agg(t80."$1" order by t80."$n" desc) filter (where t80."$n" <= 1))[1])::text, ((array_agg(t80."$2" order by t80."$n" desc) filter (where t80."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from quotes t83
            where t83.speaker_id = t79.id
          ) as "totalCount"
          from (
            select t81."$n",
            t81."$1",
            t81."$2",
            row_to_json(t82.*) as "$o0"
            from (
              select t81.*,
              coalesce(t81.published_start, '-infinity'::timestamptz) as "$1",
              t81.id as "$2",
              row_number() over (order by coalesce(t81.published_start, '-infinity'::timestamptz) desc, t81.id desc) as "$n"
              from quotes t81
              where t81.speaker_id = t79.id
              order by coalesce(t81.published_start, '-infinity'::timestamptz) desc,
              t81.id desc
              limit 2
            ) t81 cross
            join lateral (
              select (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $38::text || json_build_array((t81."$1")::text, (t81."$2")::text)::text
                ) as c (p)
              ) as "cursor"
            ) t82
          ) t80
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select 'ArticleConnection'::text as "__typename",
          coalesce(json_agg(t84."$o1" order by t84."$n") filter (where t84."$n" <= 1), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $42::text || json_build_array(((array_agg(t84."$1" order by t84."$n") filter (where t84."$n" <= 1))[1])::text, ((array_agg(t84."$2" order by t84."$n") filter (where t84."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $43::text || json_build_array(((array_agg(t84."$1" order by t84."$n" desc) filter (where t84."$n" <= 1))[1])::text, ((array_agg(t84."$2" order by t84."$n" desc) filter (where t84."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from article_actors t90
            where t90.actor_id = t79.id
          ) as "totalCount"
          from (
            select t86."$n",
            t86."$1",
            t86."$2",
            row_to_json(t88.*) as "$o1"
            from (
              select t91.article_id as id,
              coalesce(t91.published_start, '-infinity'::timestamptz) as "$1",
              t91.article_id as "$2",
              row_number() over (order by coalesce(t91.published_start, '-infinity'::timestamptz) desc, t91.article_id desc) as "$n"
              from article_actors t91
              where t91.actor_id = t79.id
              order by coalesce(t91.published_start, '-infinity'::timestamptz) desc,
              t91.article_id desc
              limit 2
            ) t86
            join articles t85 on t85.id = t86.id cross
            join lateral (
              select 'article_' || t85.id as "id"
            ) t87 cross
            join lateral (
              select 'ArticleEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $41::text || json_build_array((t86."$1")::text, (t86."$2")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t87.*) as "node"
            ) t88
          ) t84
          having true
        ) "$"
      ) as "articles",
      (
        select row_to_json("$".*)
        from (
          select 'EventConnection'::text as "__typename",
          coalesce(json_agg(t92."$o1" order by t92."$n") filter (where t92."$n" <= 1), '[]'::json) as "edges",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(false)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $45::text || json_build_array(((array_agg(t92."$1" order by t92."$n") filter (where t92."$n" <= 1))[1])::text, ((array_agg(t92."$2" order by t92."$n") filter (where t92."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $46::text || json_build_array(((array_agg(t92."$1" order by t92."$n" desc) filter (where t92."$n" <= 1))[1])::text, ((array_agg(t92."$2" order by t92."$n" desc) filter (where t92."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo",
          (
            select count(*)
            from event_actors t98
            where t98.actor_id = t79.id
          ) as "totalCount"
          from (
            select t94."$n",
            t94."$1",
            t94."$2",
            row_to_json(t96.*) as "$o1"
            from (
              select t99.event_id as id,
              coalesce(t99.start_at, '-infinity'::timestamptz) as "$1",
              t99.event_id as "$2",
              row_number() over (order by coalesce(t99.start_at, '-infinity'::timestamptz) desc, t99.event_id desc) as "$n"
              from event_actors t99
              where t99.actor_id = t79.id
              order by coalesce(t99.start_at, '-infinity'::timestamptz) desc,
              t99.event_id desc
              limit 2
            ) t94
            join events t93 on t93.id = t94.id cross
            join lateral (
              select 'event_' || t93.id as "id"
            ) t95 cross
            join lateral (
              select 'EventEdge'::text as "__typename",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $44::text || json_build_array((t94."$1")::text, (t94."$2")::text)::text
                ) as c (p)
              ) as "cursor",
              row_to_json(t95.*) as "node"
            ) t96
          ) t92
          having true
        ) "$"
      ) as "events"
      from actors t79
      where t79.id = $37::uuid
    ) "$"
  ) as "actor"
) "$"
