select convert_to(concat('{"article":', coalesce((
  select concat('{	"mentions":', (
    select concat('{"__typename":"MentionConnection","edges":[', string_agg(t2."$o1", ',' order by t2."$n") filter (where t2."$n" <= 2), '],"nodes":[', string_agg(t2."$o2", ',' order by t2."$n") filter (where t2."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $3::text || json_build_array(((array_agg(t2."$1" order by t2."$n") filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$2" order by t2."$n") filter (where t2."$n" <= 2))[1])::text, ((array_agg(t2."$3" order by t2."$n") filter (where t2."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $4::text || json_build_array(((array_agg(t2."$1" order by t2."$n") filter (where t2."$n" <= 2))[least(count(t2."$n"), 2)])::text, ((array_agg(t2."$2" order by t2."$n") filter (where t2."$n" <= 2))[least(count(t2."$n"), 2)])::text, ((array_agg(t2."$3" order by t2."$n") filter (where t2."$n" <= 2))[least(count(t2."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from mentions t4
      where t4.article_id = t1.id
    ), '}')
    from (
      select t3."$n",
      t3."$1",
      t3."$2",
      t3."$3",
      concat('{"__typename":"MentionEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $2::text || json_build_array((t3."$1")::text, (t3."$2")::text, (t3."$3")::text)::text
        ) as c (p)
      ), '","node":{	"span":{"start":', t3.span_start, ',"exact":', to_json(t3.exact), '},"role":', coalesce(to_json(t3.role), 'null'), '}}') as "$o1",
      concat('{	"form":"', t3.form, '"}') as "$o2"
      from (
        select t3.exact,
        t3.form,
        t3.role,
        t3.span_start,
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
      ) t3
    ) t2
    having true
  ), ',"ofOneActor":', (
    select concat('{"__typename":"MentionConnection","edges":[', string_agg(t5."$o1", ',' order by t5."$n") filter (where t5."$n" <= 20), '],"nodes":[', string_agg(t5."$o2", ',' order by t5."$n") filter (where t5."$n" <= 20), '],"pageInfo":{"hasNextPage":', (count(*) > 20)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $6::text || json_build_array(((array_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= 20))[1])::text, ((array_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= 20))[1])::text, ((array_agg(t5."$3" order by t5."$n") filter (where t5."$n" <= 20))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $7::text || json_build_array(((array_agg(t5."$1" order by t5."$n") filter (where t5."$n" <= 20))[least(count(t5."$n"), 20)])::text, ((array_agg(t5."$2" order by t5."$n") filter (where t5."$n" <= 20))[least(count(t5."$n"), 20)])::text, ((array_agg(t5."$3" order by t5."$n") filter (where t5."$n" <= 20))[least(count(t5."$n"), 20)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from mentions t7
      where t7.article_id = t1.id
      and t7.actor_id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = $8::uuid
      ), $8::uuid)
    ), '}')
    from (
      select t6."$n",
      t6."$1",
      t6."$2",
      t6."$3",
      concat('{"__typename":"MentionEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $5::text || json_build_array((t6."$1")::text, (t6."$2")::text, (t6."$3")::text)::text
        ) as c (p)
      ), '","node":{	"span":{"start":', t6.span_start, ',"exact":', to_json(t6.exact), '},"role":', coalesce(to_json(t6.role), 'null'), '}}') as "$o1",
      concat('{	"form":"', t6.form, '"}') as "$o2"
      from (
        select t6.exact,
        t6.form,
        t6.role,
        t6.span_start,
        t6.span_start as "$1",
        t6.span_end as "$2",
        t6.actor_id as "$3",
        row_number() over (order by t6.span_start, t6.span_end, t6.actor_id) as "$n"
        from mentions t6
        where t6.article_id = t1.id
        and t6.actor_id = coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = $9::uuid
        ), $9::uuid)
        order by t6.span_start,
        t6.span_end,
        t6.actor_id
        limit 21
      ) t6
    ) t5
    having true
  ), ',"ofNobody":', (
    select concat('{"totalCount":', (
      select count(*)
      from mentions t8
      where t8.article_id = t1.id
      and t8.actor_id = coalesce((
        select m.actor_id
        from former_actors m
        where m.former_id = $10::uuid
      ), $10::uuid)
    ), ',"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"form":"', t9.form, '"}') as "$"
      from (
        select t9.form,
        t9.span_start as "$1",
        t9.span_end as "$2",
        t9.actor_id as "$3"
        from mentions t9
        where t9.article_id = t1.id
        and t9.actor_id = coalesce((
          select m.actor_id
          from former_actors m
          where m.former_id = $11::uuid
        ), $11::uuid)
        order by t9.span_start,
        t9.span_end,
        t9.actor_id
        limit 20
      ) t9
      order by t9."$1",
      t9."$2",
      t9."$3"
    ) "$"
  ), ',"actors":', (
    select concat('{"edges":[', string_agg(t10."$o0", ',' order by t10."$n") filter (where t10."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $13::text || json_build_array(((array_agg(t10."$1" order by t10."$n") filter (where t10."$n" <= 2))[1])::text, ((array_agg(t10."$2" order by t10."$n") filter (where t10."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $14::text || json_build_array(((array_agg(t10."$1" order by t10."$n") filter (where t10."$n" <= 2))[least(count(t10."$n"), 2)])::text, ((array_agg(t10."$2" order by t10."$n") filter (where t10."$n" <= 2))[least(count(t10."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from article_actors t14
      where t14.article_id = t1.id
    ), '}')
    from (
      select t12."$n",
      t12."$1",
      t12."$2",
      concat('{"cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $12::text || json_build_array((t12."$1")::text, (t12."$2")::text)::text
        ) as c (p)
      ), '","node":{	"name":', to_json(t11.name), '}}') as "$o0"
      from (
        select t15.actor_id as id,
        t15.mention_count as "$1",
        t15.actor_id as "$2",
        row_number() over (order by t15.mention_count desc, t15.actor_id desc) as "$n"
        from article_actors t15
        where t15.article_id = t1.id
        order by t15.mention_count desc,
        t15.actor_id desc
        limit 3
      ) t12
      join actors t11 on t11.id = t12.id
    ) t10
    having true
  ), ',"mostQuoted":', (
    select concat('{"nodes":[', string_agg(t16."$o0", ',' order by t16."$n") filter (where t16."$n" <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $15::text || json_build_array(((array_agg(t16."$1" order by t16."$n") filter (where t16."$n" <= 3))[1])::text, ((array_agg(t16."$2" order by t16."$n") filter (where t16."$n" <= 3))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $16::text || json_build_array(((array_agg(t16."$1" order by t16."$n") filter (where t16."$n" <= 3))[least(count(t16."$n"), 3)])::text, ((array_agg(t16."$2" order by t16."$n") filter (where t16."$n" <= 3))[least(count(t16."$n"), 3)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t18."$n",
      t18."$1",
      t18."$2",
      concat('{	"name":', to_json(t17.name), '}') as "$o0"
      from (
        select t19.actor_id as id,
        t19.quote_count as "$1",
        t19.actor_id as "$2",
        row_number() over (order by t19.quote_count desc, t19.actor_id desc) as "$n"
        from article_actors t19
        where t19.article_id = t1.id
        order by t19.quote_count desc,
        t19.actor_id desc
        limit 4
      ) t18
      join actors t17 on t17.id = t18.id
    ) t16
    having true
  ), ',"byName":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), '],"totalCount":', (
      select count(*)
      from article_actors t24
      join actors t23 on t23.id = t24.actor_id
      where t24.article_id = t1.id
      and t23.kind = any($18::text[])
    ), '}')
    from (
      select concat('{	"name":', to_json(t20.name), '}') as "$"
      from (
        select t21.actor_id as id,
        t20.name_folded as "$1",
        t21.actor_id as "$2"
        from article_actors t21
        join actors t20 on t20.id = t21.actor_id
        where t21.article_id = t1.id
        and t20.kind = any($17::text[])
        order by t20.name_folded,
        t21.actor_id
        limit 3
      ) t22
      join actors t20 on t20.id = t22.id
      order by t22."$1",
      t22."$2"
    ) "$"
  ), ',"quotes":', (
    select concat('{"edges":[', string_agg(t25."$o0", ',' order by t25."$n") filter (where t25."$n" <= 2), '],"pageInfo":{"hasNextPage":', (count(*) > 2)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $20::text || json_build_array(((array_agg(t25."$1" order by t25."$n") filter (where t25."$n" <= 2))[1])::text, ((array_agg(t25."$2" order by t25."$n") filter (where t25."$n" <= 2))[1])::text, ((array_agg(t25."$3" order by t25."$n") filter (where t25."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $21::text || json_build_array(((array_agg(t25."$1" order by t25."$n") filter (where t25."$n" <= 2))[least(count(t25."$n"), 2)])::text, ((array_agg(t25."$2" order by t25."$n") filter (where t25."$n" <= 2))[least(count(t25."$n"), 2)])::text, ((array_agg(t25."$3" order by t25."$n") filter (where t25."$n" <= 2))[least(count(t25."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from quotes t27
      where t27.article_id = t1.id
    ), '}')
    from (
      select t26."$n",
      t26."$1",
      t26."$2",
      t26."$3",
      concat('{"cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $19::text || json_build_array((t26."$1")::text, (t26."$2")::text, (t26."$3")::text)::text
        ) as c (p)
      ), '","node":{	"text":', to_json(t26.exact), '}}') as "$o0"
      from (
        select t26.exact,
        t26.span_start as "$1",
        t26.span_end as "$2",
        t26.kind as "$3",
        row_number() over (order by t26.span_start, t26.span_end, t26.kind) as "$n"
        from quotes t26
        where t26.article_id = t1.id
        order by t26.span_start,
        t26.span_end,
        t26.kind
        limit 3
      ) t26
    ) t25
    having true
  ), ',"newest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"quote_', t28.id, '"}') as "$"
      from (
        select t28.id,
        coalesce(t28.published_start, '-infinity'::timestamptz) as "$1",
        t28.id as "$2"
        from quotes t28
        where t28.article_id = t1.id
        order by coalesce(t28.published_start, '-infinity'::timestamptz) desc,
        t28.id desc
        limit 1
      ) t28
      order by t28."$1" desc,
      t28."$2" desc
    ) "$"
  ), ',"oldest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"quote_', t29.id, '"}') as "$"
      from (
        select t29.id,
        coalesce(t29.published_start, 'infinity'::timestamptz) as "$1",
        t29.id as "$2"
        from quotes t29
        where t29.article_id = t1.id
        and (t29.speaker_id is not null) = $22::bool
        order by coalesce(t29.published_start, 'infinity'::timestamptz),
        t29.id
        limit 1
      ) t29
      order by t29."$1",
      t29."$2"
    ) "$"
  ), ',"events":', (
    select concat('{"edges":[', string_agg(t30."$o0", ',' order by t30."$n") filter (where t30."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $24::text || json_build_array(((array_agg(t30."$1" order by t30."$n") filter (where t30."$n" <= 1))[1])::text, ((array_agg(t30."$2" order by t30."$n") filter (where t30."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $25::text || json_build_array(((array_agg(t30."$1" order by t30."$n") filter (where t30."$n" <= 1))[least(count(t30."$n"), 1)])::text, ((array_agg(t30."$2" order by t30."$n") filter (where t30."$n" <= 1))[least(count(t30."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from article_events t34
      where t34.article_id = t1.id
    ), '}')
    from (
      select t32."$n",
      t32."$1",
      t32."$2",
      concat('{"cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $23::text || json_build_array((t32."$1")::text, (t32."$2")::text)::text
        ) as c (p)
      ), '","node":{	"name":', to_json(t31.name), '}}') as "$o0"
      from (
        select t35.event_id as id,
        coalesce(t35.start_at, '-infinity'::timestamptz) as "$1",
        t35.event_id as "$2",
        row_number() over (order by coalesce(t35.start_at, '-infinity'::timestamptz) desc, t35.event_id desc) as "$n"
        from article_events t35
        where t35.article_id = t1.id
        order by coalesce(t35.start_at, '-infinity'::timestamptz) desc,
        t35.event_id desc
        limit 2
      ) t32
      join events t31 on t31.id = t32.id
    ) t30
    having true
  ), ',"earliest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t36.name), '}') as "$"
      from (
        select t37.event_id as id,
        coalesce(t37.start_at, 'infinity'::timestamptz) as "$1",
        t37.event_id as "$2"
        from article_events t37
        where t37.article_id = t1.id
        order by coalesce(t37.start_at, 'infinity'::timestamptz),
        t37.event_id
        limit 1
      ) t38
      join events t36 on t36.id = t38.id
      order by t38."$1",
      t38."$2"
    ) "$"
  ), ',"mostTold":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t39.name), ',"sourceCount":', t39.source_count, '}') as "$"
      from (
        select t40.event_id as id,
        t39.source_count as "$1",
        t40.event_id as "$2"
        from article_events t40
        join events t39 on t39.id = t40.event_id
        where t40.article_id = t1.id
        and t39.source_count >= $26::int
        order by t39.source_count desc,
        t40.event_id desc
        limit 20
      ) t41
      join events t39 on t39.id = t41.id
      order by t41."$1" desc,
      t41."$2" desc
    ) "$"
  ), ',"reports":', (
    select concat('{"edges":[', string_agg(t42."$o0", ',' order by t42."$n") filter (where t42."$n" <= 1), '],"nodes":[', string_agg(t42."$o1", ',' order by t42."$n") filter (where t42."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $28::text || json_build_array(((array_agg(t42."$1" order by t42."$n") filter (where t42."$n" <= 1))[1])::text, ((array_agg(t42."$2" order by t42."$n") filter (where t42."$n" <= 1))[1])::text, ((array_agg(t42."$3" order by t42."$n") filter (where t42."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $29::text || json_build_array(((array_agg(t42."$1" order by t42."$n") filter (where t42."$n" <= 1))[least(count(t42."$n"), 1)])::text, ((array_agg(t42."$2" order by t42."$n") filter (where t42."$n" <= 1))[least(count(t42."$n"), 1)])::text, ((array_agg(t42."$3" order by t42."$n") filter (where t42."$n" <= 1))[least(count(t42."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from reports t44
      where t44.article_id = t1.id
    ), '}')
    from (
      select t43."$n",
      t43."$1",
      t43."$2",
      t43."$3",
      concat('{"__typename":"ReportEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $27::text || json_build_array((t43."$1")::text, (t43."$2")::text, (t43."$3")::text)::text
        ) as c (p)
      ), '","node":{	"span":{"exact":', to_json(t43.exact), '}}}') as "$o0",
      concat('{	"modality":"', t43.modality, '"}') as "$o1"
      from (
        select t43.exact,
        t43.modality,
        t43.span_start as "$1",
        t43.span_end as "$2",
        t43.event_id as "$3",
        row_number() over (order by t43.span_start, t43.span_end, t43.event_id) as "$n"
        from reports t43
        where t43.article_id = t1.id
        order by t43.span_start,
        t43.span_end,
        t43.event_id
        limit 2
      ) t43
    ) t42
    having true
  ), '}') as "$"
  from articles t1
  where t1.id = $1::uuid
), 'null'), ',"event":', coalesce((
  select concat('{	"reports":', (
    select concat('{"__typename":"ReportConnection","edges":[', string_agg(t46."$o1", ',' order by t46."$n") filter (where t46."$n" <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $32::text || json_build_array(((array_agg(t46."$1" order by t46."$n") filter (where t46."$n" <= 3))[1])::text, ((array_agg(t46."$2" order by t46."$n") filter (where t46."$n" <= 3))[1])::text, ((array_agg(t46."$3" order by t46."$n") filter (where t46."$n" <= 3))[1])::text, ((array_agg(t46."$4" order by t46."$n") filter (where t46."$n" <= 3))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $33::text || json_build_array(((array_agg(t46."$1" order by t46."$n") filter (where t46."$n" <= 3))[least(count(t46."$n"), 3)])::text, ((array_agg(t46."$2" order by t46."$n") filter (where t46."$n" <= 3))[least(count(t46."$n"), 3)])::text, ((array_agg(t46."$3" order by t46."$n") filter (where t46."$n" <= 3))[least(count(t46."$n"), 3)])::text, ((array_agg(t46."$4" order by t46."$n") filter (where t46."$n" <= 3))[least(count(t46."$n"), 3)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from reports t48
      where t48.event_id = t45.id
    ), '}')
    from (
      select t47."$n",
      t47."$1",
      t47."$2",
      t47."$3",
      t47."$4",
      concat('{"cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $31::text || json_build_array((t47."$1")::text, (t47."$2")::text, (t47."$3")::text, (t47."$4")::text)::text
        ) as c (p)
      ), '","node":{	"article":{	"id":"article_', t47.article_id, '"}}}') as "$o1"
      from (
        select t47.article_id,
        coalesce(t47.published_start, 'infinity'::timestamptz) as "$1",
        t47.article_id as "$2",
        t47.span_start as "$3",
        t47.span_end as "$4",
        row_number() over (order by coalesce(t47.published_start, 'infinity'::timestamptz), t47.article_id, t47.span_start, t47.span_end) as "$n"
        from reports t47
        where t47.event_id = t45.id
        order by coalesce(t47.published_start, 'infinity'::timestamptz),
        t47.article_id,
        t47.span_start,
        t47.span_end
        limit 4
      ) t47
    ) t46
    having true
  ), ',"quotes":', (
    select concat('{"__typename":"QuoteConnection","edges":[', string_agg(t49."$o1", ',' order by t49."$n") filter (where t49."$n" <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $35::text || json_build_array(((array_agg(t49."$1" order by t49."$n") filter (where t49."$n" <= 3))[1])::text, ((array_agg(t49."$2" order by t49."$n") filter (where t49."$n" <= 3))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $36::text || json_build_array(((array_agg(t49."$1" order by t49."$n") filter (where t49."$n" <= 3))[least(count(t49."$n"), 3)])::text, ((array_agg(t49."$2" order by t49."$n") filter (where t49."$n" <= 3))[least(count(t49."$n"), 3)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from event_quotes t53
      where t53.event_id = t45.id
    ), '}')
    from (
      select t51."$n",
      t51."$1",
      t51."$2",
      concat('{"__typename":"QuoteEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $34::text || json_build_array((t51."$1")::text, (t51."$2")::text)::text
        ) as c (p)
      ), '","node":{	"id":"quote_', t50.id, '"}}') as "$o1"
      from (
        select t54.quote_id as id,
        coalesce(t54.published_start, 'infinity'::timestamptz) as "$1",
        t54.quote_id as "$2",
        row_number() over (order by coalesce(t54.published_start, 'infinity'::timestamptz), t54.quote_id) as "$n"
        from event_quotes t54
        where t54.event_id = t45.id
        order by coalesce(t54.published_start, 'infinity'::timestamptz),
        t54.quote_id
        limit 4
      ) t51
      join quotes t50 on t50.id = t51.id
    ) t49
    having true
  ), '}') as "$"
  from events t45
  where t45.id = $30::uuid
), 'null'), ',"actor":', coalesce((
  select concat('{	"quotes":', (
    select concat('{"edges":[', string_agg(t56."$o0", ',' order by t56."$n") filter (where t56."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $39::text || json_build_array(((array_agg(t56."$1" order by t56."$n") filter (where t56."$n" <= 1))[1])::text, ((array_agg(t56."$2" order by t56."$n") filter (where t56."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $40::text || json_build_array(((array_agg(t56."$1" order by t56."$n") filter (where t56."$n" <= 1))[least(count(t56."$n"), 1)])::text, ((array_agg(t56."$2" order by t56."$n") filter (where t56."$n" <= 1))[least(count(t56."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from quotes t58
      where t58.speaker_id = t55.id
    ), '}')
    from (
      select t57."$n",
      t57."$1",
      t57."$2",
      concat('{"cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $38::text || json_build_array((t57."$1")::text, (t57."$2")::text)::text
        ) as c (p)
      ), '"}') as "$o0"
      from (
        select coalesce(t57.published_start, '-infinity'::timestamptz) as "$1",
        t57.id as "$2",
        row_number() over (order by coalesce(t57.published_start, '-infinity'::timestamptz) desc, t57.id desc) as "$n"
        from quotes t57
        where t57.speaker_id = t55.id
        order by coalesce(t57.published_start, '-infinity'::timestamptz) desc,
        t57.id desc
        limit 2
      ) t57
    ) t56
    having true
  ), ',"articles":', (
    select concat('{"__typename":"ArticleConnection","edges":[', string_agg(t59."$o1", ',' order by t59."$n") filter (where t59."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $42::text || json_build_array(((array_agg(t59."$1" order by t59."$n") filter (where t59."$n" <= 1))[1])::text, ((array_agg(t59."$2" order by t59."$n") filter (where t59."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $43::text || json_build_array(((array_agg(t59."$1" order by t59."$n") filter (where t59."$n" <= 1))[least(count(t59."$n"), 1)])::text, ((array_agg(t59."$2" order by t59."$n") filter (where t59."$n" <= 1))[least(count(t59."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from article_actors t63
      where t63.actor_id = t55.id
    ), '}')
    from (
      select t61."$n",
      t61."$1",
      t61."$2",
      concat('{"__typename":"ArticleEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $41::text || json_build_array((t61."$1")::text, (t61."$2")::text)::text
        ) as c (p)
      ), '","node":{	"id":"article_', t60.id, '"}}') as "$o1"
      from (
        select t64.article_id as id,
        coalesce(t64.published_start, '-infinity'::timestamptz) as "$1",
        t64.article_id as "$2",
        row_number() over (order by coalesce(t64.published_start, '-infinity'::timestamptz) desc, t64.article_id desc) as "$n"
        from article_actors t64
        where t64.actor_id = t55.id
        order by coalesce(t64.published_start, '-infinity'::timestamptz) desc,
        t64.article_id desc
        limit 2
      ) t61
      join articles t60 on t60.id = t61.id
    ) t59
    having true
  ), ',"events":', (
    select concat('{"__typename":"EventConnection","edges":[', string_agg(t65."$o1", ',' order by t65."$n") filter (where t65."$n" <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":false,"startCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $45::text || json_build_array(((array_agg(t65."$1" order by t65."$n") filter (where t65."$n" <= 1))[1])::text, ((array_agg(t65."$2" order by t65."$n") filter (where t65."$n" <= 1))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), ',"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $46::text || json_build_array(((array_agg(t65."$1" order by t65."$n") filter (where t65."$n" <= 1))[least(count(t65."$n"), 1)])::text, ((array_agg(t65."$2" order by t65."$n") filter (where t65."$n" <= 1))[least(count(t65."$n"), 1)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '},"totalCount":', (
      select count(*)
      from event_actors t69
      where t69.actor_id = t55.id
    ), '}')
    from (
      select t67."$n",
      t67."$1",
      t67."$2",
      concat('{"__typename":"EventEdge","cursor":"', (
        select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
        from (
          select $44::text || json_build_array((t67."$1")::text, (t67."$2")::text)::text
        ) as c (p)
      ), '","node":{	"id":"event_', t66.id, '"}}') as "$o1"
      from (
        select t70.event_id as id,
        coalesce(t70.start_at, '-infinity'::timestamptz) as "$1",
        t70.event_id as "$2",
        row_number() over (order by coalesce(t70.start_at, '-infinity'::timestamptz) desc, t70.event_id desc) as "$n"
        from event_actors t70
        where t70.actor_id = t55.id
        order by coalesce(t70.start_at, '-infinity'::timestamptz) desc,
        t70.event_id desc
        limit 2
      ) t67
      join events t66 on t66.id = t67.id
    ) t65
    having true
  ), '}') as "$"
  from actors t55
  where t55.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $37::uuid
  ), $37::uuid)
), 'null'), '}'), 'UTF8')
