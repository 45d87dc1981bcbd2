select convert_to(concat('{"articles":', (
  select concat('{"__typename":"ArticleConnection","edges":[', string_agg(t1."$o1", ',' order by t1."$n" desc) filter (where t1."$n" <= 2), '],"nodes":[', string_agg(t1."$o2", ',' order by t1."$n" desc) filter (where t1."$n" <= 2), '],"pageInfo":{"__typename":"PageInfo","hasNextPage":false,"hasPreviousPage":', (count(*) > 2)::text, ',"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n" desc) filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text, ((array_agg(t1."$2" order by t1."$n" desc) filter (where t1."$n" <= 2))[least(count(t1."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '},"totalCount":', (
    select count(*)
    from articles t3
  ), '}')
  from (
    select t2."$n",
    t2."$1",
    t2."$2",
    concat('{"__typename":"ArticleEdge","cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $1::text || json_build_array((t2."$1")::text, (t2."$2")::text)::text
      ) as c (p)
    ), '","node":{	"__typename":"Article","id":"article_', t2.id, '"}}') as "$o1",
    concat('{	"datePublished":', coalesce('"' || (t2.published) || '"', 'null'), '}') as "$o2"
    from (
      select t2.id,
      t2.published,
      coalesce(t2.published_start, '-infinity'::timestamptz) as "$1",
      t2.id as "$2",
      row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz), t2.id) as "$n"
      from articles t2
      order by coalesce(t2.published_start, '-infinity'::timestamptz),
      t2.id
      limit 3
    ) t2
  ) t1
  having true
), ',"between":', (
  select concat('{"nodes":[', string_agg(t4."$o0", ',' order by t4."$n") filter (where t4."$n" <= 20), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $4::text || json_build_array(((array_agg(t4."$1" order by t4."$n") filter (where t4."$n" <= 20))[1])::text, ((array_agg(t4."$2" order by t4."$n") filter (where t4."$n" <= 20))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $5::text || json_build_array(((array_agg(t4."$1" order by t4."$n") filter (where t4."$n" <= 20))[least(count(t4."$n"), 20)])::text, ((array_agg(t4."$2" order by t4."$n") filter (where t4."$n" <= 20))[least(count(t4."$n"), 20)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '},"totalCount":', (
    select count(*)
    from articles t6
  ), '}')
  from (
    select t5."$n",
    t5."$1",
    t5."$2",
    concat('{	"id":"article_', t5.id, '","datePublished":', coalesce('"' || (t5.published) || '"', 'null'), '}') as "$o0"
    from (
      select t5.id,
      t5.published,
      coalesce(t5.published_start, '-infinity'::timestamptz) as "$1",
      t5.id as "$2",
      row_number() over (order by coalesce(t5.published_start, '-infinity'::timestamptz) desc, t5.id desc) as "$n"
      from articles t5
      where (coalesce(t5.published_start, '-infinity'::timestamptz), t5.id) < ((($6::text[])[1])::timestamptz, (($6::text[])[2])::uuid)
      and (coalesce(t5.published_start, '-infinity'::timestamptz), t5.id) > ((($7::text[])[1])::timestamptz, (($7::text[])[2])::uuid)
      order by coalesce(t5.published_start, '-infinity'::timestamptz) desc,
      t5.id desc
      limit 21
    ) t5
  ) t4
  having true
), ',"firstBetween":', (
  select concat('{"edges":[', string_agg(t7."$o0", ',' order by t7."$n") filter (where t7."$n" <= 1), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $9::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 1))[1])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $10::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 1))[least(count(t7."$n"), 1)])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 1))[least(count(t7."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t8."$n",
    t8."$1",
    t8."$2",
    concat('{"cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $8::text || json_build_array((t8."$1")::text, (t8."$2")::text)::text
      ) as c (p)
    ), '"}') as "$o0"
    from (
      select coalesce(t8.published_start, '-infinity'::timestamptz) as "$1",
      t8.id as "$2",
      row_number() over (order by coalesce(t8.published_start, '-infinity'::timestamptz) desc, t8.id desc) as "$n"
      from articles t8
      where (coalesce(t8.published_start, '-infinity'::timestamptz), t8.id) < ((($11::text[])[1])::timestamptz, (($11::text[])[2])::uuid)
      and (coalesce(t8.published_start, '-infinity'::timestamptz), t8.id) > ((($12::text[])[1])::timestamptz, (($12::text[])[2])::uuid)
      order by coalesce(t8.published_start, '-infinity'::timestamptz) desc,
      t8.id desc
      limit 2
    ) t8
  ) t7
  having true
), ',"lastBetween":', (
  select concat('{"edges":[', string_agg(t9."$o0", ',' order by t9."$n" desc) filter (where t9."$n" <= 1), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $14::text || json_build_array(((array_agg(t9."$1" order by t9."$n" desc) filter (where t9."$n" <= 1))[1])::text, ((array_agg(t9."$2" order by t9."$n" desc) filter (where t9."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $15::text || json_build_array(((array_agg(t9."$1" order by t9."$n" desc) filter (where t9."$n" <= 1))[least(count(t9."$n"), 1)])::text, ((array_agg(t9."$2" order by t9."$n" desc) filter (where t9."$n" <= 1))[least(count(t9."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t10."$n",
    t10."$1",
    t10."$2",
    concat('{"cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $13::text || json_build_array((t10."$1")::text, (t10."$2")::text)::text
      ) as c (p)
    ), '"}') as "$o0"
    from (
      select coalesce(t10.published_start, '-infinity'::timestamptz) as "$1",
      t10.id as "$2",
      row_number() over (order by coalesce(t10.published_start, '-infinity'::timestamptz), t10.id) as "$n"
      from articles t10
      where (coalesce(t10.published_start, '-infinity'::timestamptz), t10.id) < ((($16::text[])[1])::timestamptz, (($16::text[])[2])::uuid)
      and (coalesce(t10.published_start, '-infinity'::timestamptz), t10.id) > ((($17::text[])[1])::timestamptz, (($17::text[])[2])::uuid)
      order by coalesce(t10.published_start, '-infinity'::timestamptz),
      t10.id
      limit 2
    ) t10
  ) t9
  having true
), ',"firstBefore":', (
  select concat('{"nodes":[', string_agg(t11."$o0", ',' order by t11."$n") filter (where t11."$n" <= 2), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $18::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 2))[1])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $19::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 2))[least(count(t11."$n"), 2)])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 2))[least(count(t11."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t12."$n",
    t12."$1",
    t12."$2",
    concat('{	"id":"article_', t12.id, '"}') as "$o0"
    from (
      select t12.id,
      coalesce(t12.published_start, '-infinity'::timestamptz) as "$1",
      t12.id as "$2",
      row_number() over (order by coalesce(t12.published_start, '-infinity'::timestamptz) desc, t12.id desc) as "$n"
      from articles t12
      where (coalesce(t12.published_start, '-infinity'::timestamptz), t12.id) > ((($20::text[])[1])::timestamptz, (($20::text[])[2])::uuid)
      order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 3
    ) t12
  ) t11
  having true
), ',"lastAfter":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"id":"article_', t13.id, '"}') as "$"
    from (
      select t13.id,
      coalesce(t13.published_start, '-infinity'::timestamptz) as "$1",
      t13.id as "$2"
      from articles t13
      where (coalesce(t13.published_start, '-infinity'::timestamptz), t13.id) < ((($21::text[])[1])::timestamptz, (($21::text[])[2])::uuid)
      order by coalesce(t13.published_start, '-infinity'::timestamptz),
      t13.id
      limit 2
    ) t13
    order by t13."$1" desc,
    t13."$2" desc
  ) "$"
), ',"firstIsNull":', (
  select concat('{"nodes":[', string_agg(t14."$o0", ',' order by t14."$n" desc) filter (where t14."$n" <= 1), '],"pageInfo":{"hasNextPage":false,"hasPreviousPage":', (count(*) > 1)::text, ',"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $22::text || json_build_array(((array_agg(t14."$1" order by t14."$n" desc) filter (where t14."$n" <= 1))[1])::text, ((array_agg(t14."$2" order by t14."$n" desc) filter (where t14."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $23::text || json_build_array(((array_agg(t14."$1" order by t14."$n" desc) filter (where t14."$n" <= 1))[least(count(t14."$n"), 1)])::text, ((array_agg(t14."$2" order by t14."$n" desc) filter (where t14."$n" <= 1))[least(count(t14."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t15."$n",
    t15."$1",
    t15."$2",
    concat('{	"id":"article_', t15.id, '"}') as "$o0"
    from (
      select t15.id,
      coalesce(t15.published_start, '-infinity'::timestamptz) as "$1",
      t15.id as "$2",
      row_number() over (order by coalesce(t15.published_start, '-infinity'::timestamptz), t15.id) as "$n"
      from articles t15
      order by coalesce(t15.published_start, '-infinity'::timestamptz),
      t15.id
      limit 2
    ) t15
  ) t14
  having true
), ',"sources":', (
  select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
  from (
    select concat('{	"name":', to_json(t16.name), '}') as "$"
    from (
      select t16.name,
      t16.name collate "C" as "$1",
      t16.id as "$2"
      from sources t16
      order by t16.name collate "C" desc,
      t16.id desc
      limit 2
    ) t16
    order by t16."$1",
    t16."$2"
  ) "$"
), ',"otherSources":', (
  select concat('{"nodes":[', string_agg(t17."$o0", ',' order by t17."$n" desc) filter (where t17."$n" <= 1), '],"pageInfo":{"hasNextPage":true,"hasPreviousPage":', (count(*) > 1)::text, ',"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $24::text || json_build_array(((array_agg(t17."$1" order by t17."$n" desc) filter (where t17."$n" <= 1))[1])::text, ((array_agg(t17."$2" order by t17."$n" desc) filter (where t17."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $25::text || json_build_array(((array_agg(t17."$1" order by t17."$n" desc) filter (where t17."$n" <= 1))[least(count(t17."$n"), 1)])::text, ((array_agg(t17."$2" order by t17."$n" desc) filter (where t17."$n" <= 1))[least(count(t17."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t18."$n",
    t18."$1",
    t18."$2",
    concat('{	"name":', to_json(t18.name), '}') as "$o0"
    from (
      select t18.name,
      t18.name collate "C" as "$1",
      t18.id as "$2",
      row_number() over (order by t18.name collate "C" desc, t18.id desc) as "$n"
      from sources t18
      where (t18.name collate "C", t18.id) < ((($26::text[])[1])::text, (($26::text[])[2])::uuid)
      order by t18.name collate "C" desc,
      t18.id desc
      limit 2
    ) t18
  ) t17
  having true
), ',"actor":', coalesce((
  select concat('{	"articles":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"datePublished":', coalesce('"' || (t20.published) || '"', 'null'), '}') as "$"
      from (
        select t21.article_id as id,
        coalesce(t21.published_start, '-infinity'::timestamptz) as "$1",
        t21.article_id as "$2"
        from article_actors t21
        where t21.actor_id = t19.id
        order by coalesce(t21.published_start, '-infinity'::timestamptz),
        t21.article_id
        limit 2
      ) t22
      join articles t20 on t20.id = t22.id
      order by t22."$1" desc,
      t22."$2" desc
    ) "$"
  ), ',"events":', (
    select concat('{"edges":[', string_agg(t23."$o0", ',' order by t23."$n" desc) filter (where t23."$n" <= 1), ']}')
    from (
      select t25."$n",
      t25."$1",
      t25."$2",
      concat('{"node":{	"name":', to_json(t24.name), ',"startDate":', coalesce('"' || (t24.start_date) || '"', 'null'), '}}') as "$o0"
      from (
        select t26.event_id as id,
        coalesce(t26.start_at, 'infinity'::timestamptz) as "$1",
        t26.event_id as "$2",
        row_number() over (order by coalesce(t26.start_at, 'infinity'::timestamptz) desc, t26.event_id desc) as "$n"
        from event_actors t26
        where t26.actor_id = t19.id
        order by coalesce(t26.start_at, 'infinity'::timestamptz) desc,
        t26.event_id desc
        limit 2
      ) t25
      join events t24 on t24.id = t25.id
    ) t23
    having true
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), '],"totalCount":', (
      select count(*)
      from quotes t28
      where t28.speaker_id = t19.id
      and t28.kind = any($29::text[])
    ), '}')
    from (
      select concat('{	"text":', to_json(t27.exact), '}') as "$"
      from (
        select t27.exact,
        coalesce(t27.published_start, '-infinity'::timestamptz) as "$1",
        t27.id as "$2"
        from quotes t27
        where t27.speaker_id = t19.id
        and t27.kind = any($28::text[])
        order by coalesce(t27.published_start, '-infinity'::timestamptz),
        t27.id
        limit 2
      ) t27
      order by t27."$1" desc,
      t27."$2" desc
    ) "$"
  ), '}') as "$"
  from actors t19
  where t19.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $27::uuid
  ), $27::uuid)
), 'null'), '}'), 'UTF8')
