select convert_to(concat('{"articles":', (
  select concat('{"__typename":"ArticleConnection","edges":[', string_agg(t1."$o1", ',' order by t1."$n") filter (where t1."$n" <= 3), '],"nodes":[', string_agg(t1."$o2", ',' order by t1."$n") filter (where t1."$n" <= 3), '],"pageInfo":{"__typename":"PageInfo","hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $2::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 3))[1])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 3))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $3::text || json_build_array(((array_agg(t1."$1" order by t1."$n") filter (where t1."$n" <= 3))[least(count(t1."$n"), 3)])::text, ((array_agg(t1."$2" order by t1."$n") filter (where t1."$n" <= 3))[least(count(t1."$n"), 3)])::text)::text
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
      row_number() over (order by coalesce(t2.published_start, '-infinity'::timestamptz) desc, t2.id desc) as "$n"
      from articles t2
      order by coalesce(t2.published_start, '-infinity'::timestamptz) desc,
      t2.id desc
      limit 4
    ) t2
  ) t1
  having true
), ',"nextPage":', (
  select concat('{"nodes":[', string_agg(t4."$o0", ',' order by t4."$n") filter (where t4."$n" <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $4::text || json_build_array(((array_agg(t4."$1" order by t4."$n") filter (where t4."$n" <= 3))[1])::text, ((array_agg(t4."$2" order by t4."$n") filter (where t4."$n" <= 3))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $5::text || json_build_array(((array_agg(t4."$1" order by t4."$n") filter (where t4."$n" <= 3))[least(count(t4."$n"), 3)])::text, ((array_agg(t4."$2" order by t4."$n") filter (where t4."$n" <= 3))[least(count(t4."$n"), 3)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
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
      order by coalesce(t5.published_start, '-infinity'::timestamptz) desc,
      t5.id desc
      limit 4
    ) t5
  ) t4
  having true
), ',"actors":', (
  select concat('{"edges":[', string_agg(t6."$o0", ',' order by t6."$n") filter (where t6."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, '}}')
  from (
    select t7."$n",
    t7."$1",
    t7."$2",
    concat('{"cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $7::text || json_build_array((t7."$1")::text, (t7."$2")::text)::text
      ) as c (p)
    ), '"}') as "$o0"
    from (
      select t7.mention_count as "$1",
      t7.id as "$2",
      row_number() over (order by t7.mention_count desc, t7.id desc) as "$n"
      from actors t7
      order by t7.mention_count desc,
      t7.id desc
      limit 2
    ) t7
  ) t6
  having true
), ',"quotes":', (
  select concat('{"edges":[', string_agg(t8."$o0", ',' order by t8."$n") filter (where t8."$n" <= 1), '],"totalCount":', (
    select count(*)
    from quotes t10
  ), '}')
  from (
    select t9."$n",
    t9."$1",
    t9."$2",
    t9."$3",
    t9."$4",
    concat('{"cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $8::text || json_build_array((t9."$1")::text, (t9."$2")::text, (t9."$3")::text, (t9."$4")::text)::text
      ) as c (p)
    ), '","node":{	"id":"quote_', t9.id, '"}}') as "$o0"
    from (
      select t9.id,
      t9.article_id as "$1",
      t9.span_start as "$2",
      t9.span_end as "$3",
      t9.kind as "$4",
      row_number() over (order by t9.article_id, t9.span_start, t9.span_end, t9.kind) as "$n"
      from quotes t9
      order by t9.article_id,
      t9.span_start,
      t9.span_end,
      t9.kind
      limit 2
    ) t9
  ) t8
  having true
), ',"events":', (
  select concat('{"edges":[', string_agg(t11."$o0", ',' order by t11."$n") filter (where t11."$n" <= 100), '],"pageInfo":{"hasNextPage":', (count(*) > 100)::text, ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $9::text || json_build_array(((array_agg(t11."$1" order by t11."$n") filter (where t11."$n" <= 100))[least(count(t11."$n"), 100)])::text, ((array_agg(t11."$2" order by t11."$n") filter (where t11."$n" <= 100))[least(count(t11."$n"), 100)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t12."$n",
    t12."$1",
    t12."$2",
    concat('{"node":{	"name":', to_json(t12.name), '}}') as "$o0"
    from (
      select t12.name,
      coalesce(t12.start_at, '-infinity'::timestamptz) as "$1",
      t12.id as "$2",
      row_number() over (order by coalesce(t12.start_at, '-infinity'::timestamptz) desc, t12.id desc) as "$n"
      from events t12
      order by coalesce(t12.start_at, '-infinity'::timestamptz) desc,
      t12.id desc
      limit 101
    ) t12
  ) t11
  having true
), ',"sources":', (
  select concat('{"edges":[', string_agg(t13."$o0", ',' order by t13."$n") filter (where t13."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $11::text || json_build_array(((array_agg(t13."$1" order by t13."$n") filter (where t13."$n" <= 2))[1])::text, ((array_agg(t13."$2" order by t13."$n") filter (where t13."$n" <= 2))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $12::text || json_build_array(((array_agg(t13."$1" order by t13."$n") filter (where t13."$n" <= 2))[least(count(t13."$n"), 2)])::text, ((array_agg(t13."$2" order by t13."$n") filter (where t13."$n" <= 2))[least(count(t13."$n"), 2)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '}}')
  from (
    select t14."$n",
    t14."$1",
    t14."$2",
    concat('{"__typename":"SourceEdge","cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $10::text || json_build_array((t14."$1")::text, (t14."$2")::text)::text
      ) as c (p)
    ), '","node":{	"name":', to_json(t14.name), '}}') as "$o0"
    from (
      select t14.name,
      t14.name collate "C" as "$1",
      t14.id as "$2",
      row_number() over (order by t14.name collate "C", t14.id) as "$n"
      from sources t14
      order by t14.name collate "C",
      t14.id
      limit 3
    ) t14
  ) t13
  having true
), ',"onlyPlace":', (
  select concat('{"pageInfo":{"hasPreviousPage":false}}')
  from (
    select t16."$n",
    t16."$1",
    t16."$2"
    from (
      select t16.name collate "C" as "$1",
      t16.id as "$2",
      row_number() over (order by t16.name collate "C", t16.id) as "$n"
      from sources t16
      order by t16.name collate "C",
      t16.id
      limit 21
    ) t16
  ) t15
  having true
), ',"onlyTypes":', (
  select concat('{"pageInfo":{"__typename":"PageInfo"},"__typename":"SourceConnection"}')
  from (
    select t18."$n",
    t18."$1",
    t18."$2"
    from (
      select t18.name collate "C" as "$1",
      t18.id as "$2",
      row_number() over (order by t18.name collate "C", t18.id) as "$n"
      from sources t18
      order by t18.name collate "C",
      t18.id
      limit 21
    ) t18
  ) t17
  having true
), ',"empty":', (
  select concat('{"__typename":"SourceConnection","edges":[', string_agg(t19."$o1", ',' order by t19."$n") filter (where t19."$n" <= 1), '],"nodes":[', string_agg(t19."$o2", ',' order by t19."$n") filter (where t19."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":true,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $14::text || json_build_array(((array_agg(t19."$1" order by t19."$n") filter (where t19."$n" <= 1))[1])::text, ((array_agg(t19."$2" order by t19."$n") filter (where t19."$n" <= 1))[1])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
    select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
    from (
      select $15::text || json_build_array(((array_agg(t19."$1" order by t19."$n") filter (where t19."$n" <= 1))[least(count(t19."$n"), 1)])::text, ((array_agg(t19."$2" order by t19."$n") filter (where t19."$n" <= 1))[least(count(t19."$n"), 1)])::text)::text
    ) as c (p)
  ) end) || '"', 'null'), '},"totalCount":', (
    select count(*)
    from sources t21
  ), '}')
  from (
    select t20."$n",
    t20."$1",
    t20."$2",
    concat('{"cursor":"', (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $13::text || json_build_array((t20."$1")::text, (t20."$2")::text)::text
      ) as c (p)
    ), '"}') as "$o1",
    concat('{	"id":"source_', t20.id, '"}') as "$o2"
    from (
      select t20.id,
      t20.name collate "C" as "$1",
      t20.id as "$2",
      row_number() over (order by t20.name collate "C", t20.id) as "$n"
      from sources t20
      where (t20.name collate "C", t20.id) > ((($16::text[])[1])::text, (($16::text[])[2])::uuid)
      order by t20.name collate "C",
      t20.id
      limit 2
    ) t20
  ) t19
  having true
), '}'), 'UTF8')
