select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'ActorConnection'::text as "__typename",
      coalesce(json_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= $1::int), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $1::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t1."$c") filter (where t1."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t1."$c" order by t1."$n" desc) filter (where t1."$n" <= $1::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t2."$n",
        t2."$c",
        (
          select row_to_json("$")
          from (
            select 'ActorEdge'::text as "__typename",
            (
              select row_to_json("$")
              from (
                select t2.name as "name"
              ) "$"
            ) as "node"
          ) "$"
        ) as "$1"
        from (
          select t2.*,
          row_number() over (order by t2.mention_count desc, t2.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $3::text || json_build_array((t2.mention_count)::text, (t2.id)::text)::text
            ) as c (p)
          ) as "$c"
          from actors t2
          where (t2.mention_count, t2.id) < ((($2::text[])[1])::int, (($2::text[])[2])::uuid)
          order by t2.mention_count desc,
          t2.id desc
          limit $1::int + 1
        ) t2
      ) t1
      having true
    ) "$"
  ) as "actors",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t3."$0" order by t3."$n") filter (where t3."$n" <= $4::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $4::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t3."$c") filter (where t3."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t3."$c" order by t3."$n" desc) filter (where t3."$n" <= $4::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t4."$n",
        t4."$c",
        (
          select row_to_json("$")
          from (
            select t4.name as "name"
          ) "$"
        ) as "$0"
        from (
          select t4.*,
          row_number() over (order by t4.name_folded, t4.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $6::text || json_build_array((t4.name_folded)::text, (t4.id)::text)::text
            ) as c (p)
          ) as "$c"
          from actors t4
          where (t4.name_folded, t4.id) > ((($5::text[])[1])::text, (($5::text[])[2])::uuid)
          order by t4.name_folded,
          t4.id
          limit $4::int + 1
        ) t4
      ) t3
      having true
    ) "$"
  ) as "byName",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t5."$0" order by t5."$n") filter (where t5."$n" <= $7::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $7::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t5."$c") filter (where t5."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t5."$c" order by t5."$n" desc) filter (where t5."$n" <= $7::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t6."$n",
        t6."$c",
        (
          select row_to_json("$")
          from (
            select 'quote_' || t6.id as "id"
          ) "$"
        ) as "$0"
        from (
          select t6.*,
          row_number() over (order by coalesce(t6.published_start, '-infinity'::timestamptz) desc, t6.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $9::text || json_build_array((coalesce(t6.published_start, '-infinity'::timestamptz))::text, (t6.id)::text)::text
            ) as c (p)
          ) as "$c"
          from quotes t6
          where (coalesce(t6.published_start, '-infinity'::timestamptz), t6.id) < ((($8::text[])[1])::timestamptz, (($8::text[])[2])::uuid)
          order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
          t6.id desc
          limit $7::int + 1
        ) t6
      ) t5
      having true
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t7."$0" order by t7."$n") filter (where t7."$n" <= $10::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $10::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t7."$c") filter (where t7."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t7."$c" order by t7."$n" desc) filter (where t7."$n" <= $10::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t8."$n",
        t8."$c",
        (
          select row_to_json("$")
          from (
            select 'quote_' || t8.id as "id"
          ) "$"
        ) as "$0"
        from (
          select t8.*,
          row_number() over (order by t8.article_id, t8.span_start, t8.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $12::text || json_build_array((t8.article_id)::text, (t8.span_start)::text, (t8.id)::text)::text
            ) as c (p)
          ) as "$c"
          from quotes t8
          where (t8.article_id, t8.span_start, t8.id) > ((($11::text[])[1])::uuid, (($11::text[])[2])::int, (($11::text[])[3])::uuid)
          order by t8.article_id,
          t8.span_start,
          t8.id
          limit $10::int + 1
        ) t8
      ) t7
      having true
    ) "$"
  ) as "inOrder",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t9."$0" order by t9."$n") filter (where t9."$n" <= $13::int), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $13::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t9."$c") filter (where t9."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t9."$c" order by t9."$n" desc) filter (where t9."$n" <= $13::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t10."$n",
        t10."$c",
        (
          select row_to_json("$")
          from (
            select t10.name as "name",
            t10.start_date as "startDate"
          ) "$"
        ) as "$0"
        from (
          select t10.*,
          row_number() over (order by coalesce(t10.start_at, 'infinity'::timestamptz), t10.id) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $15::text || json_build_array((coalesce(t10.start_at, 'infinity'::timestamptz))::text, (t10.id)::text)::text
            ) as c (p)
          ) as "$c"
          from events t10
          where (coalesce(t10.start_at, 'infinity'::timestamptz), t10.id) > ((($14::text[])[1])::timestamptz, (($14::text[])[2])::uuid)
          order by coalesce(t10.start_at, 'infinity'::timestamptz),
          t10.id
          limit $13::int + 1
        ) t10
      ) t9
      having true
    ) "$"
  ) as "events",
  (
    select row_to_json("$")
    from (
      select coalesce(json_agg(t11."$0" order by t11."$n") filter (where t11."$n" <= $16::int), '[]'::json) as "nodes",
      (
        select count(*)
        from events t13
        where t13.start_at >= $17::timestamptz
      ) as "totalCount",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $16::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t11."$c") filter (where t11."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t11."$c" order by t11."$n" desc) filter (where t11."$n" <= $16::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t12."$n",
        t12."$c",
        (
          select row_to_json("$")
          from (
            select t12.name as "name"
          ) "$"
        ) as "$0"
        from (
          select t12.*,
          row_number() over (order by coalesce(t12.start_at, '-infinity'::timestamptz) desc, t12.id desc) as "$n",
          (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $20::text || json_build_array((coalesce(t12.start_at, '-infinity'::timestamptz))::text, (t12.id)::text)::text
            ) as c (p)
          ) as "$c"
          from events t12
          where t12.start_at >= $18::timestamptz
          and (coalesce(t12.start_at, '-infinity'::timestamptz), t12.id) < ((($19::text[])[1])::timestamptz, (($19::text[])[2])::uuid)
          order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
          t12.id desc
          limit $16::int + 1
        ) t12
      ) t11
      having true
    ) "$"
  ) as "filtered",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t15."$0" order by t15."$n") filter (where t15."$n" <= $22::int), '[]'::json) as "nodes",
          (
            select count(*)
            from mentions t17
            where t17.article_id = t14.id
            and t17.actor_id = $23::uuid
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $22::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t15."$c") filter (where t15."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t15."$c" order by t15."$n" desc) filter (where t15."$n" <= $22::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t16."$n",
            t16."$c",
            (
              select row_to_json("$")
              from (
                select (
                  select row_to_json("$")
                  from (
                    select t16.span_start as "start"
                  ) "$"
                ) as "span"
              ) "$"
            ) as "$0"
            from (
              select t16.*,
              row_number() over (order by t16.span_start, t16.span_end, t16.actor_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $26::text || json_build_array((t16.span_start)::text, (t16.span_end)::text, (t16.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from mentions t16
              where t16.article_id = t14.id
              and t16.actor_id = $24::uuid
              and (t16.span_start, t16.span_end, t16.actor_id) > ((($25::text[])[1])::int, (($25::text[])[2])::int, (($25::text[])[3])::uuid)
              order by t16.span_start,
              t16.span_end,
              t16.actor_id
              limit $22::int + 1
            ) t16
          ) t15
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t18."$0" order by t18."$n") filter (where t18."$n" <= $27::int), '[]'::json) as "nodes",
          (
            select count(*)
            from article_actors t22
            where t22.article_id = t14.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $27::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t18."$c") filter (where t18."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t18."$c" order by t18."$n" desc) filter (where t18."$n" <= $27::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t20."$n",
            t20."$c",
            (
              select row_to_json("$")
              from (
                select t19.name as "name"
              ) "$"
            ) as "$0"
            from (
              select t23.actor_id as id,
              row_number() over (order by t23.mention_count desc, t23.actor_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $29::text || json_build_array((t23.mention_count)::text, (t23.actor_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_actors t23
              where t23.article_id = t14.id
              and (t23.mention_count, t23.actor_id) < ((($28::text[])[1])::int, (($28::text[])[2])::uuid)
              order by t23.mention_count desc,
              t23.actor_id desc
              limit $27::int + 1
            ) t20
            join actors t19 on t19.id = t20.id
            order by t20."$n"
          ) t18
          having true
        ) "$"
      ) as "actors",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t24."$0" order by t24."$n") filter (where t24."$n" <= $30::int), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t26
            where t26.article_id = t14.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $30::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t24."$c") filter (where t24."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t24."$c" order by t24."$n" desc) filter (where t24."$n" <= $30::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t25."$n",
            t25."$c",
            (
              select row_to_json("$")
              from (
                select t25.exact as "text"
              ) "$"
            ) as "$0"
            from (
              select t25.*,
              row_number() over (order by t25.span_start, t25.id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $32::text || json_build_array((t25.span_start)::text, (t25.id)::text)::text
                ) as c (p)
              ) as "$c"
              from quotes t25
              where t25.article_id = t14.id
              and (t25.span_start, t25.id) > ((($31::text[])[1])::int, (($31::text[])[2])::uuid)
              order by t25.span_start,
              t25.id
              limit $30::int + 1
            ) t25
          ) t24
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t27."$0" order by t27."$n") filter (where t27."$n" <= $33::int), '[]'::json) as "nodes",
          (
            select count(*)
            from article_events t31
            where t31.article_id = t14.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $33::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t27."$c") filter (where t27."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t27."$c" order by t27."$n" desc) filter (where t27."$n" <= $33::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t29."$n",
            t29."$c",
            (
              select row_to_json("$")
              from (
                select t28.name as "name"
              ) "$"
            ) as "$0"
            from (
              select t32.event_id as id,
              row_number() over (order by coalesce(t32.start_at, '-infinity'::timestamptz) desc, t32.event_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $35::text || json_build_array((coalesce(t32.start_at, '-infinity'::timestamptz))::text, (t32.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_events t32
              where t32.article_id = t14.id
              and (coalesce(t32.start_at, '-infinity'::timestamptz), t32.event_id) < ((($34::text[])[1])::timestamptz, (($34::text[])[2])::uuid)
              order by coalesce(t32.start_at, '-infinity'::timestamptz) desc,
              t32.event_id desc
              limit $33::int + 1
            ) t29
            join events t28 on t28.id = t29.id
            order by t29."$n"
          ) t27
          having true
        ) "$"
      ) as "events",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t33."$0" order by t33."$n") filter (where t33."$n" <= $36::int), '[]'::json) as "nodes",
          (
            select count(*)
            from reports t35
            where t35.article_id = t14.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $36::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t33."$c") filter (where t33."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t33."$c" order by t33."$n" desc) filter (where t33."$n" <= $36::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t34."$n",
            t34."$c",
            (
              select row_to_json("$")
              from (
                select (
                  select row_to_json("$")
                  from (
                    select t34.exact as "exact"
                  ) "$"
                ) as "span"
              ) "$"
            ) as "$0"
            from (
              select t34.*,
              row_number() over (order by t34.span_start, t34.span_end, t34.event_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $38::text || json_build_array((t34.span_start)::text, (t34.span_end)::text, (t34.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from reports t34
              where t34.article_id = t14.id
              and (t34.span_start, t34.span_end, t34.event_id) > ((($37::text[])[1])::int, (($37::text[])[2])::int, (($37::text[])[3])::uuid)
              order by t34.span_start,
              t34.span_end,
              t34.event_id
              limit $36::int + 1
            ) t34
          ) t33
          having true
        ) "$"
      ) as "reports"
      from articles t14
      where t14.id = $21::uuid
    ) "$"
  ) as "article",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t37."$0" order by t37."$n") filter (where t37."$n" <= $40::int), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t39
            where t39.speaker_id = t36.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $40::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t37."$c") filter (where t37."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t37."$c" order by t37."$n" desc) filter (where t37."$n" <= $40::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t38."$n",
            t38."$c",
            (
              select row_to_json("$")
              from (
                select t38.exact as "text"
              ) "$"
            ) as "$0"
            from (
              select t38.*,
              row_number() over (order by coalesce(t38.published_start, '-infinity'::timestamptz) desc, t38.id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $42::text || json_build_array((coalesce(t38.published_start, '-infinity'::timestamptz))::text, (t38.id)::text)::text
                ) as c (p)
              ) as "$c"
              from quotes t38
              where t38.speaker_id = t36.id
              and (coalesce(t38.published_start, '-infinity'::timestamptz), t38.id) < ((($41::text[])[1])::timestamptz, (($41::text[])[2])::uuid)
              order by coalesce(t38.published_start, '-infinity'::timestamptz) desc,
              t38.id desc
              limit $40::int + 1
            ) t38
          ) t37
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t40."$0" order by t40."$n") filter (where t40."$n" <= $43::int), '[]'::json) as "nodes",
          (
            select count(*)
            from article_actors t44
            where t44.actor_id = t36.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $43::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t40."$c") filter (where t40."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t40."$c" order by t40."$n" desc) filter (where t40."$n" <= $43::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t42."$n",
            t42."$c",
            (
              select row_to_json("$")
              from (
                select to_char(t41.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
              ) "$"
            ) as "$0"
            from (
              select t45.article_id as id,
              row_number() over (order by t41.stored_at, t45.article_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $45::text || json_build_array((t41.stored_at)::text, (t45.article_id)::text)::text
                ) as c (p)
              ) as "$c"
              from article_actors t45
              join articles t41 on t41.id = t45.article_id
              where t45.actor_id = t36.id
              and (t41.stored_at, t45.article_id) > ((($44::text[])[1])::timestamptz, (($44::text[])[2])::uuid)
              order by t41.stored_at,
              t45.article_id
              limit $43::int + 1
            ) t42
            join articles t41 on t41.id = t42.id
            order by t42."$n"
          ) t40
          having true
        ) "$"
      ) as "articles",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t46."$0" order by t46."$n") filter (where t46."$n" <= $46::int), '[]'::json) as "nodes",
          (
            select count(*)
            from event_actors t50
            where t50.actor_id = t36.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $46::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t46."$c") filter (where t46."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t46."$c" order by t46."$n" desc) filter (where t46."$n" <= $46::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t48."$n",
            t48."$c",
            (
              select row_to_json("$")
              from (
                select t47.name as "name"
              ) "$"
            ) as "$0"
            from (
              select t51.event_id as id,
              row_number() over (order by coalesce(t51.start_at, '-infinity'::timestamptz) desc, t51.event_id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $48::text || json_build_array((coalesce(t51.start_at, '-infinity'::timestamptz))::text, (t51.event_id)::text)::text
                ) as c (p)
              ) as "$c"
              from event_actors t51
              where t51.actor_id = t36.id
              and (coalesce(t51.start_at, '-infinity'::timestamptz), t51.event_id) < ((($47::text[])[1])::timestamptz, (($47::text[])[2])::uuid)
              order by coalesce(t51.start_at, '-infinity'::timestamptz) desc,
              t51.event_id desc
              limit $46::int + 1
            ) t48
            join events t47 on t47.id = t48.id
            order by t48."$n"
          ) t46
          having true
        ) "$"
      ) as "events"
      from actors t36
      where t36.id = $39::uuid
    ) "$"
  ) as "actor",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t53."$0" order by t53."$n") filter (where t53."$n" <= $50::int), '[]'::json) as "nodes",
          (
            select count(*)
            from reports t56
            where t56.event_id = t52.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $50::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t53."$c") filter (where t53."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t53."$c" order by t53."$n" desc) filter (where t53."$n" <= $50::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t54."$n",
            t54."$c",
            (
              select row_to_json("$")
              from (
                select (
                  select row_to_json("$")
                  from (
                    select 'article_' || t55.id as "id"
                    from articles t55
                    where t55.id = t54.article_id
                  ) "$"
                ) as "article"
              ) "$"
            ) as "$0"
            from (
              select t54.*,
              row_number() over (order by coalesce(t54.published_start, 'infinity'::timestamptz), t54.article_id, t54.span_start, t54.span_end) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $52::text || json_build_array((coalesce(t54.published_start, 'infinity'::timestamptz))::text, (t54.article_id)::text, (t54.span_start)::text, (t54.span_end)::text)::text
                ) as c (p)
              ) as "$c"
              from reports t54
              where t54.event_id = t52.id
              and (coalesce(t54.published_start, 'infinity'::timestamptz), t54.article_id, t54.span_start, t54.span_end) > ((($51::text[])[1])::timestamptz, (($51::text[])[2])::uuid, (($51::text[])[3])::int, (($51::text[])[4])::int)
              order by coalesce(t54.published_start, 'infinity'::timestamptz),
              t54.article_id,
              t54.span_start,
              t54.span_end
              limit $50::int + 1
            ) t54
          ) t53
          having true
        ) "$"
      ) as "reports",
      (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t57."$0" order by t57."$n") filter (where t57."$n" <= $53::int), '[]'::json) as "nodes",
          (
            select count(*)
            from event_quotes t61
            where t61.event_id = t52.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $53::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t57."$c") filter (where t57."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t57."$c" order by t57."$n" desc) filter (where t57."$n" <= $53::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t59."$n",
            t59."$c",
            (
              select row_to_json("$")
              from (
                select 'quote_' || t58.id as "id"
              ) "$"
            ) as "$0"
            from (
              select t62.quote_id as id,
              row_number() over (order by coalesce(t62.published_start, 'infinity'::timestamptz), t62.quote_id) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $55::text || json_build_array((coalesce(t62.published_start, 'infinity'::timestamptz))::text, (t62.quote_id)::text)::text
                ) as c (p)
              ) as "$c"
              from event_quotes t62
              where t62.event_id = t52.id
              and (coalesce(t62.published_start, 'infinity'::timestamptz), t62.quote_id) > ((($54::text[])[1])::timestamptz, (($54::text[])[2])::uuid)
              order by coalesce(t62.published_start, 'infinity'::timestamptz),
              t62.quote_id
              limit $53::int + 1
            ) t59
            join quotes t58 on t58.id = t59.id
            order by t59."$n"
          ) t57
          having true
        ) "$"
      ) as "quotes"
      from events t52
      where t52.id = $49::uuid
    ) "$"
  ) as "event",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select coalesce(json_agg(t64."$0" order by t64."$n") filter (where t64."$n" <= $57::int), '[]'::json) as "nodes",
          (
            select count(*)
            from articles t66
            where t66.source_id = t63.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $57::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t64."$c") filter (where t64."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t64."$c" order by t64."$n" desc) filter (where t64."$n" <= $57::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t65."$n",
            t65."$c",
            (
              select row_to_json("$")
              from (
                select t65.published as "datePublished"
              ) "$"
            ) as "$0"
            from (
              select t65.*,
              row_number() over (order by coalesce(t65.published_start, '-infinity'::timestamptz) desc, t65.id desc) as "$n",
              (
                select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                from (
                  select $59::text || json_build_array((coalesce(t65.published_start, '-infinity'::timestamptz))::text, (t65.id)::text)::text
                ) as c (p)
              ) as "$c"
              from articles t65
              where t65.source_id = t63.id
              and (coalesce(t65.published_start, '-infinity'::timestamptz), t65.id) < ((($58::text[])[1])::timestamptz, (($58::text[])[2])::uuid)
              order by coalesce(t65.published_start, '-infinity'::timestamptz) desc,
              t65.id desc
              limit $57::int + 1
            ) t65
          ) t64
          having true
        ) "$"
      ) as "articles"
      from sources t63
      where t63.id = $56::uuid
    ) "$"
  ) as "source",
  (
    select row_to_json("$")
    from (
      select (
        select row_to_json("$")
        from (
          select (
            select row_to_json("$")
            from (
              select coalesce(json_agg(t69."$0" order by t69."$n") filter (where t69."$n" <= $61::int), '[]'::json) as "nodes",
              (
                select count(*)
                from quotes t71
                where t71.utterance_id = t68.id
              ) as "totalCount",
              ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > $61::int)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(min(t69."$c") filter (where t69."$n" = 1))::text, 'null'), '"endCursor":' || coalesce(to_json((array_agg(t69."$c" order by t69."$n" desc) filter (where t69."$n" <= $61::int))[1])::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
              from (
                select t70."$n",
                t70."$c",
                (
                  select row_to_json("$")
                  from (
                    select 'quote_' || t70.id as "id"
                  ) "$"
                ) as "$0"
                from (
                  select t70.*,
                  row_number() over (order by coalesce(t70.published_start, 'infinity'::timestamptz), t70.id) as "$n",
                  (
                    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
                    from (
                      select $63::text || json_build_array((coalesce(t70.published_start, 'infinity'::timestamptz))::text, (t70.id)::text)::text
                    ) as c (p)
                  ) as "$c"
                  from quotes t70
                  where t70.utterance_id = t68.id
                  and (coalesce(t70.published_start, 'infinity'::timestamptz), t70.id) > ((($62::text[])[1])::timestamptz, (($62::text[])[2])::uuid)
                  order by coalesce(t70.published_start, 'infinity'::timestamptz),
                  t70.id
                  limit $61::int + 1
                ) t70
              ) t69
              having true
            ) "$"
          ) as "quotes"
          from utterances t68
          where t68.id = t67.utterance_id
        ) "$"
      ) as "utterance"
      from quotes t67
      where t67.id = $60::uuid
    ) "$"
  ) as "quote"
) "$"
