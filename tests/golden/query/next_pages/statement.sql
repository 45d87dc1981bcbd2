select convert_to(concat('{"actors":', (
  select concat('{"__typename":"ActorConnection","edges":[', string_agg(t1."$o1", ',' order by t1."$n") filter (where t1."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $1::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t2."$n",
    t2."$1",
    t2."$2",
    concat('{"__typename":"ActorEdge","node":{	"name":', to_json(t2.name), '}}') as "$o1"
    from (
      select t2.name,
      t2.mention_count as "$1",
      t2.id as "$2",
      row_number() over (order by t2.mention_count desc, t2.id desc) as "$n"
      from actors t2
      where (t2.mention_count, t2.id) < ((($3::text[])[1])::int, (($3::text[])[2])::uuid)
      order by t2.mention_count desc,
      t2.id desc
      limit 3
    ) t2
  ) t1
  having true
), ',"byName":', (
  select concat('{"nodes":[', string_agg(t3."$o0", ',' order by t3."$n") filter (where t3."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $4::text || json_build_array(((array_agg(t3."$1" order by t3."$n") filter (where t3."$n" <= 2))[1])::text, ((array_agg(t3."$2" order by t3."$n") filter (where t3."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $5::text || json_build_array(((array_agg(t3."$1" order by t3."$n") filter (where t3."$n" <= 2))[least(count(t3."$n"), 2)])::text, ((array_agg(t3."$2" order by t3."$n") filter (where t3."$n" <= 2))[least(count(t3."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t4."$n",
    t4."$1",
    t4."$2",
    concat('{	"name":', to_json(t4.name), '}') as "$o0"
    from (
      select t4.name,
      t4.name_folded as "$1",
      t4.id as "$2",
      row_number() over (order by t4.name_folded, t4.id) as "$n"
      from actors t4
      where (t4.name_folded, t4.id) > ((($6::text[])[1])::text, (($6::text[])[2])::uuid)
      order by t4.name_folded,
      t4.id
      limit 3
    ) t4
  ) t3
  having true
), ',"quotes":', (
  select concat('{"nodes":[', string_agg(t5."$o0", ',' order by t5."$n") filter (where t5."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $7::text || json_build_array(((array_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= 2))[1])::text, ((array_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $8::text || json_build_array(((array_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= 2))[least(count(t5."$n"), 2)])::text, ((array_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= 2))[least(count(t5."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t6."$n",
    t6."$1",
    t6."$2",
    concat('{	"id":"quote_', t6.id, '"}') as "$o0"
    from (
      select t6.id,
      coalesce(t6.published_start, '-infinity'::timestamptz) as "$1",
      t6.id as "$2",
      row_number() over (order by coalesce(t6.published_start, '-infinity'::timestamptz) desc, t6.id desc) as "$n"
      from quotes t6
      where (coalesce(t6.published_start, '-infinity'::timestamptz), t6.id) < ((($9::text[])[1])::timestamptz, (($9::text[])[2])::uuid)
      order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
      t6.id desc
      limit 3
    ) t6
  ) t5
  having true
), ',"inOrder":', (
  select concat('{"nodes":[', string_agg(t7."$o0", ',' order by t7."$n") filter (where t7."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $10::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$3" order by t7."$n") filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$4" order by t7."$n") filter (where t7."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $11::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$3" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$4" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t8."$n",
    t8."$1",
    t8."$2",
    t8."$3",
    t8."$4",
    concat('{	"id":"quote_', t8.id, '"}') as "$o0"
    from (
      select t8.id,
      t8.article_id as "$1",
      t8.span_start as "$2",
      t8.span_end as "$3",
      t8.kind as "$4",
      row_number() over (order by t8.article_id, t8.span_start, t8.span_end, t8.kind) as "$n"
      from quotes t8
      where (t8.article_id, t8.span_start, t8.span_end, t8.kind) > ((($12::text[])[1])::uuid, (($12::text[])[2])::int, (($12::text[])[3])::int, (($12::text[])[4])::text)
      order by t8.article_id,
      t8.span_start,
      t8.span_end,
      t8.kind
      limit 3
    ) t8
  ) t7
  having true
), ',"events":', (
  select concat('{"nodes":[', string_agg(t9."$o0", ',' order by t9."$n") filter (where t9."$n" <= 4), '],"pageInfo":{"hasNextPage":', (count(*) > 4)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $13::text || json_build_array(((array_agg(t9."$1" order by t9."$n") filter (where t9."$n" <= 4))[1])::text, ((array_agg(t9."$2" order by t9."$n") filter (where t9."$n" <= 4))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $14::text || json_build_array(((array_agg(t9."$1" order by t9."$n") filter (where t9."$n" <= 4))[least(count(t9."$n"), 4)])::text, ((array_agg(t9."$2" order by t9."$n") filter (where t9."$n" <= 4))[least(count(t9."$n"), 4)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t10."$n",
    t10."$1",
    t10."$2",
    concat('{	"name":', to_json(t10.name), ',"startDate":', coalesce('"' || (t10.start_date) || '"', 'null'), '}') as "$o0"
    from (
      select t10.name,
      t10.start_date,
      coalesce(t10.start_at, 'infinity'::timestamptz) as "$1",
      t10.id as "$2",
      row_number() over (order by coalesce(t10.start_at, 'infinity'::timestamptz), t10.id) as "$n"
      from events t10
      where (coalesce(t10.start_at, 'infinity'::timestamptz), t10.id) > ((($15::text[])[1])::timestamptz, (($15::text[])[2])::uuid)
      order by coalesce(t10.start_at, 'infinity'::timestamptz),
      t10.id
      limit 5
    ) t10
  ) t9
  having true
), ',"filtered":', (
  select concat('{"nodes":[', string_agg(t11."$o0", ',' order by t11."$n") filter (where t11."$n" <= 1), '],"totalCount":', (
    select count(*)
    from events t13
    where t13.start_at >= $16::timestamptz
  ), ',"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $17::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 1))[1])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $18::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 1))[least(count(t11."$n"), 1)])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 1))[least(count(t11."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t12."$n",
    t12."$1",
    t12."$2",
    concat('{	"name":', to_json(t12.name), '}') as "$o0"
    from (
      select t12.name,
      coalesce(t12.start_at, '-infinity'::timestamptz) as "$1",
      t12.id as "$2",
      row_number() over (order by coalesce(t12.start_at, '-infinity'::timestamptz) desc, t12.id desc) as "$n"
      from events t12
      where t12.start_at >= $19::timestamptz
      and (coalesce(t12.start_at, '-infinity'::timestamptz), t12.id) < ((($20::text[])[1])::timestamptz, (($20::text[])[2])::uuid)
      order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 2
    ) t12
  ) t11
  having true
), ',"article":', coalesce((
  select concat('{	"mentions":', (
    select concat('{"nodes":[', string_agg(t15."$o0", ',' order by t15."$n") filter (where t15."$n" <= 3), '],"totalCount":', (
      select count(*)
      from mentions t17
      where t17.article_id = t14.id
      and t17.actor_id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = $22::uuid
      ), $22::uuid)
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $23::text || json_build_array(((array_agg(t15."$1" order by t15."$n") filter (where t15."$n" <= 3))[1])::text, ((array_agg(t15."$2" order by t15."$n") filter (where t15."$n" <= 3))[1])::text, ((array_agg(t15."$3" order by t15."$n") filter (where t15."$n" <= 3))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $24::text || json_build_array(((array_agg(t15."$1" order by t15."$n") filter (where t15."$n" <= 3))[least(count(t15."$n"), 3)])::text, ((array_agg(t15."$2" order by t15."$n") filter (where t15."$n" <= 3))[least(count(t15."$n"), 3)])::text, ((array_agg(t15."$3" order by t15."$n") filter (where t15."$n" <= 3))[least(count(t15."$n"), 3)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t16."$n",
      t16."$1",
      t16."$2",
      t16."$3",
      concat('{	"span":{"start":', t16.span_start, '}}') as "$o0"
      from (
        select t16.span_start,
        t16.span_start as "$1",
        t16.span_end as "$2",
        t16.actor_id as "$3",
        row_number() over (order by t16.span_start, t16.span_end, t16.actor_id) as "$n"
        from mentions t16
        where t16.article_id = t14.id
        and t16.actor_id = coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = $25::uuid
        ), $25::uuid)
        and (t16.span_start, t16.span_end, t16.actor_id) > ((($26::text[])[1])::int, (($26::text[])[2])::int, (($26::text[])[3])::uuid)
        order by t16.span_start,
        t16.span_end,
        t16.actor_id
        limit 4
      ) t16
    ) t15
    having true
  ), ',"actors":', (
    select concat('{"nodes":[', string_agg(t18."$o0", ',' order by t18."$n") filter (where t18."$n" <= 2), '],"totalCount":', (
      select count(*)
      from article_actors t22
      where t22.article_id = t14.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $27::text || json_build_array(((array_agg(t18."$1" order by t18."$n") filter (where t18."$n" <= 2))[1])::text, ((array_agg(t18."$2" order by t18."$n") filter (where t18."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $28::text || json_build_array(((array_agg(t18."$1" order by t18."$n") filter (where t18."$n" <= 2))[least(count(t18."$n"), 2)])::text, ((array_agg(t18."$2" order by t18."$n") filter (where t18."$n" <= 2))[least(count(t18."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t20."$n",
      t20."$1",
      t20."$2",
      concat('{	"name":', to_json(t19.name), '}') as "$o0"
      from (
        select t23.actor_id as id,
        t23.mention_count as "$1",
        t23.actor_id as "$2",
        row_number() over (order by t23.mention_count desc, t23.actor_id desc) as "$n"
        from article_actors t23
        where t23.article_id = t14.id
        and (t23.mention_count, t23.actor_id) < ((($29::text[])[1])::int, (($29::text[])[2])::uuid)
        order by t23.mention_count desc,
        t23.actor_id desc
        limit 3
      ) t20
      join actors t19 on t19.id = t20.id
    ) t18
    having true
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg(t24."$o0", ',' order by t24."$n") filter (where t24."$n" <= 2), '],"totalCount":', (
      select count(*)
      from quotes t26
      where t26.article_id = t14.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $30::text || json_build_array(((array_agg(t24."$1" order by t24."$n") filter (where t24."$n" <= 2))[1])::text, ((array_agg(t24."$2" order by t24."$n") filter (where t24."$n" <= 2))[1])::text, ((array_agg(t24."$3" order by t24."$n") filter (where t24."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $31::text || json_build_array(((array_agg(t24."$1" order by t24."$n") filter (where t24."$n" <= 2))[least(count(t24."$n"), 2)])::text, ((array_agg(t24."$2" order by t24."$n") filter (where t24."$n" <= 2))[least(count(t24."$n"), 2)])::text, ((array_agg(t24."$3" order by t24."$n") filter (where t24."$n" <= 2))[least(count(t24."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t25."$n",
      t25."$1",
      t25."$2",
      t25."$3",
      concat('{	"text":', to_json(t25.exact), '}') as "$o0"
      from (
        select t25.exact,
        t25.span_start as "$1",
        t25.span_end as "$2",
        t25.kind as "$3",
        row_number() over (order by t25.span_start, t25.span_end, t25.kind) as "$n"
        from quotes t25
        where t25.article_id = t14.id
        and (t25.span_start, t25.span_end, t25.kind) > ((($32::text[])[1])::int, (($32::text[])[2])::int, (($32::text[])[3])::text)
        order by t25.span_start,
        t25.span_end,
        t25.kind
        limit 3
      ) t25
    ) t24
    having true
  ), ',"events":', (
    select concat('{"nodes":[', string_agg(t27."$o0", ',' order by t27."$n") filter (where t27."$n" <= 1), '],"totalCount":', (
      select count(*)
      from article_events t31
      where t31.article_id = t14.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $33::text || json_build_array(((array_agg(t27."$1" order by t27."$n") filter (where t27."$n" <= 1))[1])::text, ((array_agg(t27."$2" order by t27."$n") filter (where t27."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $34::text || json_build_array(((array_agg(t27."$1" order by t27."$n") filter (where t27."$n" <= 1))[least(count(t27."$n"), 1)])::text, ((array_agg(t27."$2" order by t27."$n") filter (where t27."$n" <= 1))[least(count(t27."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t29."$n",
      t29."$1",
      t29."$2",
      concat('{	"name":', to_json(t28.name), '}') as "$o0"
      from (
        select t32.event_id as id,
        coalesce(t32.start_at, '-infinity'::timestamptz) as "$1",
        t32.event_id as "$2",
        row_number() over (order by coalesce(t32.start_at, '-infinity'::timestamptz) desc, t32.event_id desc) as "$n"
        from article_events t32
        where t32.article_id = t14.id
        and (coalesce(t32.start_at, '-infinity'::timestamptz), t32.event_id) < ((($35::text[])[1])::timestamptz, (($35::text[])[2])::uuid)
        order by coalesce(t32.start_at, '-infinity'::timestamptz) desc,
        t32.event_id desc
        limit 2
      ) t29
      join events t28 on t28.id = t29.id
    ) t27
    having true
  ), ',"reports":', (
    select concat('{"nodes":[', string_agg(t33."$o0", ',' order by t33."$n") filter (where t33."$n" <= 1), '],"totalCount":', (
      select count(*)
      from reports t35
      where t35.article_id = t14.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $36::text || json_build_array(((array_agg(t33."$1" order by t33."$n") filter (where t33."$n" <= 1))[1])::text, ((array_agg(t33."$2" order by t33."$n") filter (where t33."$n" <= 1))[1])::text, ((array_agg(t33."$3" order by t33."$n") filter (where t33."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $37::text || json_build_array(((array_agg(t33."$1" order by t33."$n") filter (where t33."$n" <= 1))[least(count(t33."$n"), 1)])::text, ((array_agg(t33."$2" order by t33."$n") filter (where t33."$n" <= 1))[least(count(t33."$n"), 1)])::text, ((array_agg(t33."$3" order by t33."$n") filter (where t33."$n" <= 1))[least(count(t33."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t34."$n",
      t34."$1",
      t34."$2",
      t34."$3",
      concat('{	"span":{"exact":', to_json(t34.exact), '}}') as "$o0"
      from (
        select t34.exact,
        t34.span_start as "$1",
        t34.span_end as "$2",
        t34.event_id as "$3",
        row_number() over (order by t34.span_start, t34.span_end, t34.event_id) as "$n"
        from reports t34
        where t34.article_id = t14.id
        and (t34.span_start, t34.span_end, t34.event_id) > ((($38::text[])[1])::int, (($38::text[])[2])::int, (($38::text[])[3])::uuid)
        order by t34.span_start,
        t34.span_end,
        t34.event_id
        limit 2
      ) t34
    ) t33
    having true
  ), '}') as "$"
  from articles t14
  where t14.id = $21::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{	"quotes":', (
    select concat('{"nodes":[', string_agg(t37."$o0", ',' order by t37."$n") filter (where t37."$n" <= 4), '],"totalCount":', (
      select count(*)
      from quotes t39
      where t39.speaker_id = t36.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 4)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $40::text || json_build_array(((array_agg(t37."$1" order by t37."$n") filter (where t37."$n" <= 4))[1])::text, ((array_agg(t37."$2" order by t37."$n") filter (where t37."$n" <= 4))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $41::text || json_build_array(((array_agg(t37."$1" order by t37."$n") filter (where t37."$n" <= 4))[least(count(t37."$n"), 4)])::text, ((array_agg(t37."$2" order by t37."$n") filter (where t37."$n" <= 4))[least(count(t37."$n"), 4)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t38."$n",
      t38."$1",
      t38."$2",
      concat('{	"text":', to_json(t38.exact), '}') as "$o0"
      from (
        select t38.exact,
        coalesce(t38.published_start, '-infinity'::timestamptz) as "$1",
        t38.id as "$2",
        row_number() over (order by coalesce(t38.published_start, '-infinity'::timestamptz) desc, t38.id desc) as "$n"
        from quotes t38
        where t38.speaker_id = t36.id
        and (coalesce(t38.published_start, '-infinity'::timestamptz), t38.id) < ((($42::text[])[1])::timestamptz, (($42::text[])[2])::uuid)
        order by coalesce(t38.published_start, '-infinity'::timestamptz) desc,
        t38.id desc
        limit 5
      ) t38
    ) t37
    having true
  ), ',"articles":', (
    select concat('{"nodes":[', string_agg(t40."$o0", ',' order by t40."$n") filter (where t40."$n" <= 2), '],"totalCount":', (
      select count(*)
      from article_actors t44
      where t44.actor_id = t36.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $43::text || json_build_array(((array_agg(t40."$1" order by t40."$n") filter (where t40."$n" <= 2))[1])::text, ((array_agg(t40."$2" order by t40."$n") filter (where t40."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $44::text || json_build_array(((array_agg(t40."$1" order by t40."$n") filter (where t40."$n" <= 2))[least(count(t40."$n"), 2)])::text, ((array_agg(t40."$2" order by t40."$n") filter (where t40."$n" <= 2))[least(count(t40."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t42."$n",
      t42."$1",
      t42."$2",
      concat('{	"dateStored":"', to_char(t41.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$o0"
      from (
        select t45.article_id as id,
        t41.stored_at as "$1",
        t45.article_id as "$2",
        row_number() over (order by t41.stored_at, t45.article_id) as "$n"
        from article_actors t45
        join articles t41 on t41.id = t45.article_id
        where t45.actor_id = t36.id
        and (t41.stored_at, t45.article_id) > ((($45::text[])[1])::timestamptz, (($45::text[])[2])::uuid)
        order by t41.stored_at,
        t45.article_id
        limit 3
      ) t42
      join articles t41 on t41.id = t42.id
    ) t40
    having true
  ), ',"events":', (
    select concat('{"nodes":[', string_agg(t46."$o0", ',' order by t46."$n") filter (where t46."$n" <= 1), '],"totalCount":', (
      select count(*)
      from event_actors t50
      where t50.actor_id = t36.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $46::text || json_build_array(((array_agg(t46."$1" order by t46."$n") filter (where t46."$n" <= 1))[1])::text, ((array_agg(t46."$2" order by t46."$n") filter (where t46."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $47::text || json_build_array(((array_agg(t46."$1" order by t46."$n") filter (where t46."$n" <= 1))[least(count(t46."$n"), 1)])::text, ((array_agg(t46."$2" order by t46."$n") filter (where t46."$n" <= 1))[least(count(t46."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t48."$n",
      t48."$1",
      t48."$2",
      concat('{	"name":', to_json(t47.name), '}') as "$o0"
      from (
        select t51.event_id as id,
        coalesce(t51.start_at, '-infinity'::timestamptz) as "$1",
        t51.event_id as "$2",
        row_number() over (order by coalesce(t51.start_at, '-infinity'::timestamptz) desc, t51.event_id desc) as "$n"
        from event_actors t51
        where t51.actor_id = t36.id
        and (coalesce(t51.start_at, '-infinity'::timestamptz), t51.event_id) < ((($48::text[])[1])::timestamptz, (($48::text[])[2])::uuid)
        order by coalesce(t51.start_at, '-infinity'::timestamptz) desc,
        t51.event_id desc
        limit 2
      ) t48
      join events t47 on t47.id = t48.id
    ) t46
    having true
  ), '}') as "$"
  from actors t36
  where t36.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $39::uuid
  ), $39::uuid)
), 'null'), ',"event":', coalesce((
  select concat('{	"reports":', (
    select concat('{"nodes":[', string_agg(t53."$o0", ',' order by t53."$n") filter (where t53."$n" <= 2), '],"totalCount":', (
      select count(*)
      from reports t55
      where t55.event_id = t52.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $50::text || json_build_array(((array_agg(t53."$1" order by t53."$n") filter (where t53."$n" <= 2))[1])::text, ((array_agg(t53."$2" order by t53."$n") filter (where t53."$n" <= 2))[1])::text, ((array_agg(t53."$3" order by t53."$n") filter (where t53."$n" <= 2))[1])::text, ((array_agg(t53."$4" order by t53."$n") filter (where t53."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $51::text || json_build_array(((array_agg(t53."$1" order by t53."$n") filter (where t53."$n" <= 2))[least(count(t53."$n"), 2)])::text, ((array_agg(t53."$2" order by t53."$n") filter (where t53."$n" <= 2))[least(count(t53."$n"), 2)])::text, ((array_agg(t53."$3" order by t53."$n") filter (where t53."$n" <= 2))[least(count(t53."$n"), 2)])::text, ((array_agg(t53."$4" order by t53."$n") filter (where t53."$n" <= 2))[least(count(t53."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t54."$n",
      t54."$1",
      t54."$2",
      t54."$3",
      t54."$4",
      concat('{	"article":{	"id":"article_', t54.article_id, '"}}') as "$o0"
      from (
        select t54.article_id,
        coalesce(t54.published_start, 'infinity'::timestamptz) as "$1",
        t54.article_id as "$2",
        t54.span_start as "$3",
        t54.span_end as "$4",
        row_number() over (order by coalesce(t54.published_start, 'infinity'::timestamptz), t54.article_id, t54.span_start, t54.span_end) as "$n"
        from reports t54
        where t54.event_id = t52.id
        and (coalesce(t54.published_start, 'infinity'::timestamptz), t54.article_id, t54.span_start, t54.span_end) > ((($52::text[])[1])::timestamptz, (($52::text[])[2])::uuid, (($52::text[])[3])::int, (($52::text[])[4])::int)
        order by coalesce(t54.published_start, 'infinity'::timestamptz),
        t54.article_id,
        t54.span_start,
        t54.span_end
        limit 3
      ) t54
    ) t53
    having true
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg(t56."$o0", ',' order by t56."$n") filter (where t56."$n" <= 3), '],"totalCount":', (
      select count(*)
      from event_quotes t60
      where t60.event_id = t52.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $53::text || json_build_array(((array_agg(t56."$1" order by t56."$n") filter (where t56."$n" <= 3))[1])::text, ((array_agg(t56."$2" order by t56."$n") filter (where t56."$n" <= 3))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $54::text || json_build_array(((array_agg(t56."$1" order by t56."$n") filter (where t56."$n" <= 3))[least(count(t56."$n"), 3)])::text, ((array_agg(t56."$2" order by t56."$n") filter (where t56."$n" <= 3))[least(count(t56."$n"), 3)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t58."$n",
      t58."$1",
      t58."$2",
      concat('{	"id":"quote_', t57.id, '"}') as "$o0"
      from (
        select t61.quote_id as id,
        coalesce(t61.published_start, 'infinity'::timestamptz) as "$1",
        t61.quote_id as "$2",
        row_number() over (order by coalesce(t61.published_start, 'infinity'::timestamptz), t61.quote_id) as "$n"
        from event_quotes t61
        where t61.event_id = t52.id
        and (coalesce(t61.published_start, 'infinity'::timestamptz), t61.quote_id) > ((($55::text[])[1])::timestamptz, (($55::text[])[2])::uuid)
        order by coalesce(t61.published_start, 'infinity'::timestamptz),
        t61.quote_id
        limit 4
      ) t58
      join quotes t57 on t57.id = t58.id
    ) t56
    having true
  ), '}') as "$"
  from events t52
  where t52.id = $49::uuid
), 'null'), ',"source":', coalesce((
  select concat('{	"articles":', (
    select concat('{"nodes":[', string_agg(t63."$o0", ',' order by t63."$n") filter (where t63."$n" <= 2), '],"totalCount":', (
      select count(*)
      from articles t65
      where t65.source_id = t62.id
    ), ',"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $57::text || json_build_array(((array_agg(t63."$1" order by t63."$n") filter (where t63."$n" <= 2))[1])::text, ((array_agg(t63."$2" order by t63."$n") filter (where t63."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $58::text || json_build_array(((array_agg(t63."$1" order by t63."$n") filter (where t63."$n" <= 2))[least(count(t63."$n"), 2)])::text, ((array_agg(t63."$2" order by t63."$n") filter (where t63."$n" <= 2))[least(count(t63."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t64."$n",
      t64."$1",
      t64."$2",
      concat('{	"datePublished":', coalesce('"' || (t64.published) || '"', 'null'), '}') as "$o0"
      from (
        select t64.published,
        coalesce(t64.published_start, '-infinity'::timestamptz) as "$1",
        t64.id as "$2",
        row_number() over (order by coalesce(t64.published_start, '-infinity'::timestamptz) desc, t64.id desc) as "$n"
        from articles t64
        where t64.source_id = t62.id
        and (coalesce(t64.published_start, '-infinity'::timestamptz), t64.id) < ((($59::text[])[1])::timestamptz, (($59::text[])[2])::uuid)
        order by coalesce(t64.published_start, '-infinity'::timestamptz) desc,
        t64.id desc
        limit 3
      ) t64
    ) t63
    having true
  ), '}') as "$"
  from sources t62
  where t62.id = $56::uuid
), 'null'), ',"quote":', coalesce((
  select concat('{	"utterance":', t67."$", '}') as "$"
  from quotes t66 left
  join lateral (
    select concat('{	"quotes":', (
      select concat('{"nodes":[', string_agg(t68."$o0", ',' order by t68."$n") filter (where t68."$n" <= 3), '],"totalCount":', (
        select count(*)
        from quotes t70
        where t70.utterance_id = t67.id
      ), ',"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $61::text || json_build_array(((array_agg(t68."$1" order by t68."$n") filter (where t68."$n" <= 3))[1])::text, ((array_agg(t68."$2" order by t68."$n") filter (where t68."$n" <= 3))[1])::text)::text
        ) as c (p)
      ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $62::text || json_build_array(((array_agg(t68."$1" order by t68."$n") filter (where t68."$n" <= 3))[least(count(t68."$n"), 3)])::text, ((array_agg(t68."$2" order by t68."$n") filter (where t68."$n" <= 3))[least(count(t68."$n"), 3)])::text)::text
        ) as c (p)
      ) end) || '"', 'null'), '}}')
      from (
        select t69."$n",
        t69."$1",
        t69."$2",
        concat('{	"id":"quote_', t69.id, '"}') as "$o0"
        from (
          select t69.id,
          coalesce(t69.published_start, 'infinity'::timestamptz) as "$1",
          t69.id as "$2",
          row_number() over (order by coalesce(t69.published_start, 'infinity'::timestamptz), t69.id) as "$n"
          from quotes t69
          where t69.utterance_id = t67.id
          and (coalesce(t69.published_start, 'infinity'::timestamptz), t69.id) > ((($63::text[])[1])::timestamptz, (($63::text[])[2])::uuid)
          order by coalesce(t69.published_start, 'infinity'::timestamptz),
          t69.id
          limit 4
        ) t69
      ) t68
      having true
    ), '}') as "$"
    from utterances t67
    where t67.id = t66.utterance_id
  ) t67 on true
  where t66.id = $60::uuid
), 'null'), '}'), 'UTF8')
