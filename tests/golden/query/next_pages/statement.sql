select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'ActorConnection'::text as "__typename",
      coalesce(json_agg(t1."$o1" order by t1."$n") filter (where t1."$n" <= 2), '[]'::json) as "edges",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $1::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t2."$n",
        t2."$1",
        t2."$2",
        row_to_json(t4.*) as "$o1"
        from (
          select t2.*,
          t2.mention_count as "$1",
          t2.id as "$2",
          row_number() over (order by t2.mention_count desc, t2.id desc) as "$n"
          from actors t2
          where (t2.mention_count, t2.id) < ((($3::text[])[1])::int, (($3::text[])[2])::uuid)
          order by t2.mention_count desc,
          t2.id desc
          limit 3
        ) t2 cross
        join lateral (
          select t2.name as "name"
        ) t3 cross
        join lateral (
          select 'ActorEdge'::text as "__typename",
          row_to_json(t3.*) as "node"
        ) t4
      ) t1
      having true
    ) "$"
  ) as "actors",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t5."$o0" order by t5."$n") filter (where t5."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $4::text || json_build_array(((array_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= 2))[1])::text, ((array_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $5::text || json_build_array(((array_agg(t5."$1" order by t5."$n" desc) filter (where t5."$n" <= 2))[1])::text, ((array_agg(t5."$2" order by t5."$n" desc) filter (where t5."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t6."$n",
        t6."$1",
        t6."$2",
        row_to_json(t7.*) as "$o0"
        from (
          select t6.*,
          t6.name_folded as "$1",
          t6.id as "$2",
          row_number() over (order by t6.name_folded, t6.id) as "$n"
          from actors t6
          where (t6.name_folded, t6.id) > ((($6::text[])[1])::text, (($6::text[])[2])::uuid)
          order by t6.name_folded,
          t6.id
          limit 3
        ) t6 cross
        join lateral (
          select t6.name as "name"
        ) t7
      ) t5
      having true
    ) "$"
  ) as "byName",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t8."$o0" order by t8."$n") filter (where t8."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $7::text || json_build_array(((array_agg(t8."$1" order by t8."$n") filter (where t8."$n" <= 2))[1])::text, ((array_agg(t8."$2" order by t8."$n") filter (where t8."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $8::text || json_build_array(((array_agg(t8."$1" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text, ((array_agg(t8."$2" order by t8."$n" desc) filter (where t8."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t9."$n",
        t9."$1",
        t9."$2",
        row_to_json(t10.*) as "$o0"
        from (
          select t9.*,
          coalesce(t9.published_start, '-infinity'::timestamptz) as "$1",
          t9.id as "$2",
          row_number() over (order by coalesce(t9.published_start, '-infinity'::timestamptz) desc, t9.id desc) as "$n"
          from quotes t9
          where (coalesce(t9.published_start, '-infinity'::timestamptz), t9.id) < ((($9::text[])[1])::timestamptz, (($9::text[])[2])::uuid)
          order by coalesce(t9.published_start, '-infinity'::timestamptz) desc,
          t9.id desc
          limit 3
        ) t9 cross
        join lateral (
          select 'quote_' || t9.id as "id"
        ) t10
      ) t8
      having true
    ) "$"
  ) as "quotes",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t11."$o0" order by t11."$n") filter (where t11."$n" <= 2), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $10::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$3" order by t11."$n") filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$4" order by t11."$n") filter (where t11."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $11::text || json_build_array(((array_agg(t11."$1" order by t11."$n" desc) filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$2" order by t11."$n" desc) filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$3" order by t11."$n" desc) filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$4" order by t11."$n" desc) filter (where t11."$n" <= 2))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t12."$n",
        t12."$1",
        t12."$2",
        t12."$3",
        t12."$4",
        row_to_json(t13.*) as "$o0"
        from (
          select t12.*,
          t12.article_id as "$1",
          t12.span_start as "$2",
          t12.span_end as "$3",
          t12.kind as "$4",
          row_number() over (order by t12.article_id, t12.span_start, t12.span_end, t12.kind) as "$n"
          from quotes t12
          where (t12.article_id, t12.span_start, t12.span_end, t12.kind) > ((($12::text[])[1])::uuid, (($12::text[])[2])::int, (($12::text[])[3])::int, (($12::text[])[4])::text)
          order by t12.article_id,
          t12.span_start,
          t12.span_end,
          t12.kind
          limit 3
        ) t12 cross
        join lateral (
          select 'quote_' || t12.id as "id"
        ) t13
      ) t11
      having true
    ) "$"
  ) as "inOrder",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t14."$o0" order by t14."$n") filter (where t14."$n" <= 4), '[]'::json) as "nodes",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 4)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $13::text || json_build_array(((array_agg(t14."$1" order by t14."$n") filter (where t14."$n" <= 4))[1])::text, ((array_agg(t14."$2" order by t14."$n") filter (where t14."$n" <= 4))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $14::text || json_build_array(((array_agg(t14."$1" order by t14."$n" desc) filter (where t14."$n" <= 4))[1])::text, ((array_agg(t14."$2" order by t14."$n" desc) filter (where t14."$n" <= 4))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t15."$n",
        t15."$1",
        t15."$2",
        row_to_json(t16.*) as "$o0"
        from (
          select t15.*,
          coalesce(t15.start_at, 'infinity'::timestamptz) as "$1",
          t15.id as "$2",
          row_number() over (order by coalesce(t15.start_at, 'infinity'::timestamptz), t15.id) as "$n"
          from events t15
          where (coalesce(t15.start_at, 'infinity'::timestamptz), t15.id) > ((($15::text[])[1])::timestamptz, (($15::text[])[2])::uuid)
          order by coalesce(t15.start_at, 'infinity'::timestamptz),
          t15.id
          limit 5
        ) t15 cross
        join lateral (
          select t15.name as "name",
          t15.start_date as "startDate"
        ) t16
      ) t14
      having true
    ) "$"
  ) as "events",
  (
    select row_to_json("$".*)
    from (
      select coalesce(json_agg(t17."$o0" order by t17."$n") filter (where t17."$n" <= 1), '[]'::json) as "nodes",
      (
        select count(*)
        from events t20
        where t20.start_at >= $16::timestamptz
      ) as "totalCount",
      ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $17::text || json_build_array(((array_agg(t17."$1" order by t17."$n") filter (where t17."$n" <= 1))[1])::text, ((array_agg(t17."$2" order by t17."$n") filter (where t17."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $18::text || json_build_array(((array_agg(t17."$1" order by t17."$n" desc) filter (where t17."$n" <= 1))[1])::text, ((array_agg(t17."$2" order by t17."$n" desc) filter (where t17."$n" <= 1))[1])::text)::text
        ) as c (p)
      ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
      from (
        select t18."$n",
        t18."$1",
        t18."$2",
        row_to_json(t19.*) as "$o0"
        from (
          select t18.*,
          coalesce(t18.start_at, '-infinity'::timestamptz) as "$1",
          t18.id as "$2",
          row_number() over (order by coalesce(t18.start_at, '-infinity'::timestamptz) desc, t18.id desc) as "$n"
          from events t18
          where t18.start_at >= $19::timestamptz
          and (coalesce(t18.start_at, '-infinity'::timestamptz), t18.id) < ((($20::text[])[1])::timestamptz, (($20::text[])[2])::uuid)
          order by coalesce(t18.start_at, '-infinity'::timestamptz) desc,
          t18.id desc
          limit 2
        ) t18 cross
        join lateral (
          select t18.name as "name"
        ) t19
      ) t17
      having true
    ) "$"
  ) as "filtered",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t22."$o0" order by t22."$n") filter (where t22."$n" <= 3), '[]'::json) as "nodes",
          (
            select count(*)
            from mentions t26
            where t26.article_id = t21.id
            and t26.actor_id = $22::uuid
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $23::text || json_build_array(((array_agg(t22."$1" order by t22."$n") filter (where t22."$n" <= 3))[1])::text, ((array_agg(t22."$2" order by t22."$n") filter (where t22."$n" <= 3))[1])::text, ((array_agg(t22."$3" order by t22."$n") filter (where t22."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $24::text || json_build_array(((array_agg(t22."$1" order by t22."$n" desc) filter (where t22."$n" <= 3))[1])::text, ((array_agg(t22."$2" order by t22."$n" desc) filter (where t22."$n" <= 3))[1])::text, ((array_agg(t22."$3" order by t22."$n" desc) filter (where t22."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t23."$n",
            t23."$1",
            t23."$2",
            t23."$3",
            row_to_json(t25.*) as "$o0"
            from (
              select t23.*,
              t23.span_start as "$1",
              t23.span_end as "$2",
              t23.actor_id as "$3",
              row_number() over (order by t23.span_start, t23.span_end, t23.actor_id) as "$n"
              from mentions t23
              where t23.article_id = t21.id
              and t23.actor_id = $25::uuid
              and (t23.span_start, t23.span_end, t23.actor_id) > ((($26::text[])[1])::int, (($26::text[])[2])::int, (($26::text[])[3])::uuid)
              order by t23.span_start,
              t23.span_end,
              t23.actor_id
              limit 4
            ) t23 cross
            join lateral (
              select t23.span_start as "start"
            ) t24 cross
            join lateral (
              select row_to_json(t24.*) as "span"
            ) t25
          ) t22
          having true
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t27."$o0" order by t27."$n") filter (where t27."$n" <= 2), '[]'::json) as "nodes",
          (
            select count(*)
            from article_actors t32
            where t32.article_id = t21.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $27::text || json_build_array(((array_agg(t27."$1" order by t27."$n") filter (where t27."$n" <= 2))[1])::text, ((array_agg(t27."$2" order by t27."$n") filter (where t27."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $28::text || json_build_array(((array_agg(t27."$1" order by t27."$n" desc) filter (where t27."$n" <= 2))[1])::text, ((array_agg(t27."$2" order by t27."$n" desc) filter (where t27."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t29."$n",
            t29."$1",
            t29."$2",
            row_to_json(t30.*) as "$o0"
            from (
              select t33.actor_id as id,
              t33.mention_count as "$1",
              t33.actor_id as "$2",
              row_number() over (order by t33.mention_count desc, t33.actor_id desc) as "$n"
              from article_actors t33
              where t33.article_id = t21.id
              and (t33.mention_count, t33.actor_id) < ((($29::text[])[1])::int, (($29::text[])[2])::uuid)
              order by t33.mention_count desc,
              t33.actor_id desc
              limit 3
            ) t29
            join actors t28 on t28.id = t29.id cross
            join lateral (
              select t28.name as "name"
            ) t30
          ) t27
          having true
        ) "$"
      ) as "actors",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t34."$o0" order by t34."$n") filter (where t34."$n" <= 2), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t37
            where t37.article_id = t21.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $30::text || json_build_array(((array_agg(t34."$1" order by t34."$n") filter (where t34."$n" <= 2))[1])::text, ((array_agg(t34."$2" order by t34."$n") filter (where t34."$n" <= 2))[1])::text, ((array_agg(t34."$3" order by t34."$n") filter (where t34."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $31::text || json_build_array(((array_agg(t34."$1" order by t34."$n" desc) filter (where t34."$n" <= 2))[1])::text, ((array_agg(t34."$2" order by t34."$n" desc) filter (where t34."$n" <= 2))[1])::text, ((array_agg(t34."$3" order by t34."$n" desc) filter (where t34."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t35."$n",
            t35."$1",
            t35."$2",
            t35."$3",
            row_to_json(t36.*) as "$o0"
            from (
              select t35.*,
              t35.span_start as "$1",
              t35.span_end as "$2",
              t35.kind as "$3",
              row_number() over (order by t35.span_start, t35.span_end, t35.kind) as "$n"
              from quotes t35
              where t35.article_id = t21.id
              and (t35.span_start, t35.span_end, t35.kind) > ((($32::text[])[1])::int, (($32::text[])[2])::int, (($32::text[])[3])::text)
              order by t35.span_start,
              t35.span_end,
              t35.kind
              limit 3
            ) t35 cross
            join lateral (
              select t35.exact as "text"
            ) t36
          ) t34
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t38."$o0" order by t38."$n") filter (where t38."$n" <= 1), '[]'::json) as "nodes",
          (
            select count(*)
            from article_events t43
            where t43.article_id = t21.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $33::text || json_build_array(((array_agg(t38."$1" order by t38."$n") filter (where t38."$n" <= 1))[1])::text, ((array_agg(t38."$2" order by t38."$n") filter (where t38."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $34::text || json_build_array(((array_agg(t38."$1" order by t38."$n" desc) filter (where t38."$n" <= 1))[1])::text, ((array_agg(t38."$2" order by t38."$n" desc) filter (where t38."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t40."$n",
            t40."$1",
            t40."$2",
            row_to_json(t41.*) as "$o0"
            from (
              select t44.event_id as id,
              coalesce(t44.start_at, '-infinity'::timestamptz) as "$1",
              t44.event_id as "$2",
              row_number() over (order by coalesce(t44.start_at, '-infinity'::timestamptz) desc, t44.event_id desc) as "$n"
              from article_events t44
              where t44.article_id = t21.id
              and (coalesce(t44.start_at, '-infinity'::timestamptz), t44.event_id) < ((($35::text[])[1])::timestamptz, (($35::text[])[2])::uuid)
              order by coalesce(t44.start_at, '-infinity'::timestamptz) desc,
              t44.event_id desc
              limit 2
            ) t40
            join events t39 on t39.id = t40.id cross
            join lateral (
              select t39.name as "name"
            ) t41
          ) t38
          having true
        ) "$"
      ) as "events",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t45."$o0" order by t45."$n") filter (where t45."$n" <= 1), '[]'::json) as "nodes",
          (
            select count(*)
            from reports t49
            where t49.article_id = t21.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $36::text || json_build_array(((array_agg(t45."$1" order by t45."$n") filter (where t45."$n" <= 1))[1])::text, ((array_agg(t45."$2" order by t45."$n") filter (where t45."$n" <= 1))[1])::text, ((array_agg(t45."$3" order by t45."$n") filter (where t45."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $37::text || json_build_array(((array_agg(t45."$1" order by t45."$n" desc) filter (where t45."$n" <= 1))[1])::text, ((array_agg(t45."$2" order by t45."$n" desc) filter (where t45."$n" <= 1))[1])::text, ((array_agg(t45."$3" order by t45."$n" desc) filter (where t45."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t46."$n",
            t46."$1",
            t46."$2",
            t46."$3",
            row_to_json(t48.*) as "$o0"
            from (
              select t46.*,
              t46.span_start as "$1",
              t46.span_end as "$2",
              t46.event_id as "$3",
              row_number() over (order by t46.span_start, t46.span_end, t46.event_id) as "$n"
              from reports t46
              where t46.article_id = t21.id
              and (t46.span_start, t46.span_end, t46.event_id) > ((($38::text[])[1])::int, (($38::text[])[2])::int, (($38::text[])[3])::uuid)
              order by t46.span_start,
              t46.span_end,
              t46.event_id
              limit 2
            ) t46 cross
            join lateral (
              select t46.exact as "exact"
            ) t47 cross
            join lateral (
              select row_to_json(t47.*) as "span"
            ) t48
          ) t45
          having true
        ) "$"
      ) as "reports"
      from articles t21
      where t21.id = $21::uuid
    ) "$"
  ) as "article",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t51."$o0" order by t51."$n") filter (where t51."$n" <= 4), '[]'::json) as "nodes",
          (
            select count(*)
            from quotes t54
            where t54.speaker_id = t50.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 4)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $40::text || json_build_array(((array_agg(t51."$1" order by t51."$n") filter (where t51."$n" <= 4))[1])::text, ((array_agg(t51."$2" order by t51."$n") filter (where t51."$n" <= 4))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $41::text || json_build_array(((array_agg(t51."$1" order by t51."$n" desc) filter (where t51."$n" <= 4))[1])::text, ((array_agg(t51."$2" order by t51."$n" desc) filter (where t51."$n" <= 4))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t52."$n",
            t52."$1",
            t52."$2",
            row_to_json(t53.*) as "$o0"
            from (
              select t52.*,
              coalesce(t52.published_start, '-infinity'::timestamptz) as "$1",
              t52.id as "$2",
              row_number() over (order by coalesce(t52.published_start, '-infinity'::timestamptz) desc, t52.id desc) as "$n"
              from quotes t52
              where t52.speaker_id = t50.id
              and (coalesce(t52.published_start, '-infinity'::timestamptz), t52.id) < ((($42::text[])[1])::timestamptz, (($42::text[])[2])::uuid)
              order by coalesce(t52.published_start, '-infinity'::timestamptz) desc,
              t52.id desc
              limit 5
            ) t52 cross
            join lateral (
              select t52.exact as "text"
            ) t53
          ) t51
          having true
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t55."$o0" order by t55."$n") filter (where t55."$n" <= 2), '[]'::json) as "nodes",
          (
            select count(*)
            from article_actors t60
            where t60.actor_id = t50.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $43::text || json_build_array(((array_agg(t55."$1" order by t55."$n") filter (where t55."$n" <= 2))[1])::text, ((array_agg(t55."$2" order by t55."$n") filter (where t55."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $44::text || json_build_array(((array_agg(t55."$1" order by t55."$n" desc) filter (where t55."$n" <= 2))[1])::text, ((array_agg(t55."$2" order by t55."$n" desc) filter (where t55."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t57."$n",
            t57."$1",
            t57."$2",
            row_to_json(t58.*) as "$o0"
            from (
              select t61.article_id as id,
              t56.stored_at as "$1",
              t61.article_id as "$2",
              row_number() over (order by t56.stored_at, t61.article_id) as "$n"
              from article_actors t61
              join articles t56 on t56.id = t61.article_id
              where t61.actor_id = t50.id
              and (t56.stored_at, t61.article_id) > ((($45::text[])[1])::timestamptz, (($45::text[])[2])::uuid)
              order by t56.stored_at,
              t61.article_id
              limit 3
            ) t57
            join articles t56 on t56.id = t57.id cross
            join lateral (
              select to_char(t56.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored"
            ) t58
          ) t55
          having true
        ) "$"
      ) as "articles",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t62."$o0" order by t62."$n") filter (where t62."$n" <= 1), '[]'::json) as "nodes",
          (
            select count(*)
            from event_actors t67
            where t67.actor_id = t50.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 1)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $46::text || json_build_array(((array_agg(t62."$1" order by t62."$n") filter (where t62."$n" <= 1))[1])::text, ((array_agg(t62."$2" order by t62."$n") filter (where t62."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $47::text || json_build_array(((array_agg(t62."$1" order by t62."$n" desc) filter (where t62."$n" <= 1))[1])::text, ((array_agg(t62."$2" order by t62."$n" desc) filter (where t62."$n" <= 1))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t64."$n",
            t64."$1",
            t64."$2",
            row_to_json(t65.*) as "$o0"
            from (
              select t68.event_id as id,
              coalesce(t68.start_at, '-infinity'::timestamptz) as "$1",
              t68.event_id as "$2",
              row_number() over (order by coalesce(t68.start_at, '-infinity'::timestamptz) desc, t68.event_id desc) as "$n"
              from event_actors t68
              where t68.actor_id = t50.id
              and (coalesce(t68.start_at, '-infinity'::timestamptz), t68.event_id) < ((($48::text[])[1])::timestamptz, (($48::text[])[2])::uuid)
              order by coalesce(t68.start_at, '-infinity'::timestamptz) desc,
              t68.event_id desc
              limit 2
            ) t64
            join events t63 on t63.id = t64.id cross
            join lateral (
              select t63.name as "name"
            ) t65
          ) t62
          having true
        ) "$"
      ) as "events"
      from actors t50
      where t50.id = $39::uuid
    ) "$"
  ) as "actor",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t70."$o0" order by t70."$n") filter (where t70."$n" <= 2), '[]'::json) as "nodes",
          (
            select count(*)
            from reports t74
            where t74.event_id = t69.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $50::text || json_build_array(((array_agg(t70."$1" order by t70."$n") filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$2" order by t70."$n") filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$3" order by t70."$n") filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$4" order by t70."$n") filter (where t70."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $51::text || json_build_array(((array_agg(t70."$1" order by t70."$n" desc) filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$2" order by t70."$n" desc) filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$3" order by t70."$n" desc) filter (where t70."$n" <= 2))[1])::text, ((array_agg(t70."$4" order by t70."$n" desc) filter (where t70."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t71."$n",
            t71."$1",
            t71."$2",
            t71."$3",
            t71."$4",
            row_to_json(t73.*) as "$o0"
            from (
              select t71.*,
              coalesce(t71.published_start, 'infinity'::timestamptz) as "$1",
              t71.article_id as "$2",
              t71.span_start as "$3",
              t71.span_end as "$4",
              row_number() over (order by coalesce(t71.published_start, 'infinity'::timestamptz), t71.article_id, t71.span_start, t71.span_end) as "$n"
              from reports t71
              where t71.event_id = t69.id
              and (coalesce(t71.published_start, 'infinity'::timestamptz), t71.article_id, t71.span_start, t71.span_end) > ((($52::text[])[1])::timestamptz, (($52::text[])[2])::uuid, (($52::text[])[3])::int, (($52::text[])[4])::int)
              order by coalesce(t71.published_start, 'infinity'::timestamptz),
              t71.article_id,
              t71.span_start,
              t71.span_end
              limit 3
            ) t71 left
            join lateral (
              select 'article_' || t72.id as "id"
              from articles t72
              where t72.id = t71.article_id
            ) t72 on true cross
            join lateral (
              select row_to_json(t72.*) as "article"
            ) t73
          ) t70
          having true
        ) "$"
      ) as "reports",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t75."$o0" order by t75."$n") filter (where t75."$n" <= 3), '[]'::json) as "nodes",
          (
            select count(*)
            from event_quotes t80
            where t80.event_id = t69.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $53::text || json_build_array(((array_agg(t75."$1" order by t75."$n") filter (where t75."$n" <= 3))[1])::text, ((array_agg(t75."$2" order by t75."$n") filter (where t75."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $54::text || json_build_array(((array_agg(t75."$1" order by t75."$n" desc) filter (where t75."$n" <= 3))[1])::text, ((array_agg(t75."$2" order by t75."$n" desc) filter (where t75."$n" <= 3))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t77."$n",
            t77."$1",
            t77."$2",
            row_to_json(t78.*) as "$o0"
            from (
              select t81.quote_id as id,
              coalesce(t81.published_start, 'infinity'::timestamptz) as "$1",
              t81.quote_id as "$2",
              row_number() over (order by coalesce(t81.published_start, 'infinity'::timestamptz), t81.quote_id) as "$n"
              from event_quotes t81
              where t81.event_id = t69.id
              and (coalesce(t81.published_start, 'infinity'::timestamptz), t81.quote_id) > ((($55::text[])[1])::timestamptz, (($55::text[])[2])::uuid)
              order by coalesce(t81.published_start, 'infinity'::timestamptz),
              t81.quote_id
              limit 4
            ) t77
            join quotes t76 on t76.id = t77.id cross
            join lateral (
              select 'quote_' || t76.id as "id"
            ) t78
          ) t75
          having true
        ) "$"
      ) as "quotes"
      from events t69
      where t69.id = $49::uuid
    ) "$"
  ) as "event",
  (
    select row_to_json("$".*)
    from (
      select (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(t83."$o0" order by t83."$n") filter (where t83."$n" <= 2), '[]'::json) as "nodes",
          (
            select count(*)
            from articles t86
            where t86.source_id = t82.id
          ) as "totalCount",
          ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 2)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $57::text || json_build_array(((array_agg(t83."$1" order by t83."$n") filter (where t83."$n" <= 2))[1])::text, ((array_agg(t83."$2" order by t83."$n") filter (where t83."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
            select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
            from (
              select $58::text || json_build_array(((array_agg(t83."$1" order by t83."$n" desc) filter (where t83."$n" <= 2))[1])::text, ((array_agg(t83."$2" order by t83."$n" desc) filter (where t83."$n" <= 2))[1])::text)::text
            ) as c (p)
          ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
          from (
            select t84."$n",
            t84."$1",
            t84."$2",
            row_to_json(t85.*) as "$o0"
            from (
              select t84.*,
              coalesce(t84.published_start, '-infinity'::timestamptz) as "$1",
              t84.id as "$2",
              row_number() over (order by coalesce(t84.published_start, '-infinity'::timestamptz) desc, t84.id desc) as "$n"
              from articles t84
              where t84.source_id = t82.id
              and (coalesce(t84.published_start, '-infinity'::timestamptz), t84.id) < ((($59::text[])[1])::timestamptz, (($59::text[])[2])::uuid)
              order by coalesce(t84.published_start, '-infinity'::timestamptz) desc,
              t84.id desc
              limit 3
            ) t84 cross
            join lateral (
              select t84.published as "datePublished"
            ) t85
          ) t83
          having true
        ) "$"
      ) as "articles"
      from sources t82
      where t82.id = $56::uuid
    ) "$"
  ) as "source",
  (
    select row_to_json("$".*)
    from (
      select row_to_json(t88.*) as "utterance"
      from quotes t87 left
      join lateral (
        select (
          select row_to_json("$".*)
          from (
            select coalesce(json_agg(t89."$o0" order by t89."$n") filter (where t89."$n" <= 3), '[]'::json) as "nodes",
            (
              select count(*)
              from quotes t92
              where t92.utterance_id = t88.id
            ) as "totalCount",
            ('{' || array_to_string(array['"hasNextPage":' || coalesce(to_json(count(*) > 3)::text, 'null'), '"hasPreviousPage":' || coalesce(to_json(true)::text, 'null'), '"startCursor":' || coalesce(to_json(case when count(*) > 0 then (
              select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
              from (
                select $61::text || json_build_array(((array_agg(t89."$1" order by t89."$n") filter (where t89."$n" <= 3))[1])::text, ((array_agg(t89."$2" order by t89."$n") filter (where t89."$n" <= 3))[1])::text)::text
              ) as c (p)
            ) end)::text, 'null'), '"endCursor":' || coalesce(to_json(case when count(*) > 0 then (
              select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
              from (
                select $62::text || json_build_array(((array_agg(t89."$1" order by t89."$n" desc) filter (where t89."$n" <= 3))[1])::text, ((array_agg(t89."$2" order by t89."$n" desc) filter (where t89."$n" <= 3))[1])::text)::text
              ) as c (p)
            ) end)::text, 'null')]::text[], ',') || '}')::json as "pageInfo"
            from (
              select t90."$n",
              t90."$1",
              t90."$2",
              row_to_json(t91.*) as "$o0"
              from (
                select t90.*,
                coalesce(t90.published_start, 'infinity'::timestamptz) as "$1",
                t90.id as "$2",
                row_number() over (order by coalesce(t90.published_start, 'infinity'::timestamptz), t90.id) as "$n"
                from quotes t90
                where t90.utterance_id = t88.id
                and (coalesce(t90.published_start, 'infinity'::timestamptz), t90.id) > ((($63::text[])[1])::timestamptz, (($63::text[])[2])::uuid)
                order by coalesce(t90.published_start, 'infinity'::timestamptz),
                t90.id
                limit 4
              ) t90 cross
              join lateral (
                select 'quote_' || t90.id as "id"
              ) t91
            ) t89
            having true
          ) "$"
        ) as "quotes"
        from utterances t88
        where t88.id = t87.utterance_id
      ) t88 on true
      where t87.id = $60::uuid
    ) "$"
  ) as "quote"
) "$"
