select convert_to(concat('{"event":', coalesce((
  select concat('{"__typename":"Event","id":"event_', t1.id, '","type":"', t1.type, '","mode":', coalesce(to_json(t1.mode), 'null'), ',"contexts":', to_json(t1.contexts), ',"name":', to_json(t1.name), ',"startDate":', coalesce('"' || (t1.start_date) || '"', 'null'), ',"endDate":', coalesce('"' || (t1.end_date) || '"', 'null'), ',"dateOrigin":"', t1.date_origin, '","location":', coalesce(t2."$", 'null'), ',"participants":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"Participant","actor":', t4."$", ',"role":"', t3.role, '"}') as "$"
      from (
        select t3.*
        from participants t3
        where t3.event_id = t1.id
        order by t3.role,
        t3.article_count desc,
        t3.actor_id
      ) t3 left
      join lateral (
        select concat('{"name":', to_json(t4.name), '}') as "$"
        from actors t4
        where t4.id = t3.actor_id
      ) t4 on true
      order by t3.role,
      t3.article_count desc,
      t3.actor_id
    ) "$"
  ), ',"reports":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"article":', t6."$", ',"span":{"exact":', to_json(t5.exact), '},"modality":"', t5.modality, '"}') as "$"
      from (
        select t5.*,
        coalesce(t5.published_start, 'infinity'::timestamptz) as "$1",
        t5.article_id as "$2",
        t5.span_start as "$3",
        t5.span_end as "$4"
        from reports t5
        where t5.event_id = t1.id
        order by coalesce(t5.published_start, 'infinity'::timestamptz),
        t5.article_id,
        t5.span_start,
        t5.span_end
        limit 20
      ) t5 left
      join lateral (
        select concat('{"id":"article_', t6.id, '","datePublished":', coalesce('"' || (t6.published) || '"', 'null'), '}') as "$"
        from articles t6
        where t6.id = t5.article_id
      ) t6 on true
      order by t5."$1",
      t5."$2",
      t5."$3",
      t5."$4"
    ) "$"
  ), ',"twoReports":', (
    select concat('{"nodes":[', string_agg(t7."$o0", ',' order by t7."$n") filter (where t7."$n" <= 2), '],"pageInfo":{"endCursor":', coalesce('"' || (case when count(*) > 0 then (
      select translate(encode(convert_to(left(md5('on record/1' || p), 8) || p, 'UTF8'), 'base64'), E'+/\n=', '-_')
      from (
        select $2::text || json_build_array(((array_agg(t7."$1" order by t7."$n" desc) filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$2" order by t7."$n" desc) filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$3" order by t7."$n" desc) filter (where t7."$n" <= 2))[1])::text, ((array_agg(t7."$4" order by t7."$n" desc) filter (where t7."$n" <= 2))[1])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t8."$n",
      t8."$1",
      t8."$2",
      t8."$3",
      t8."$4",
      concat('{"article":', t9."$", '}') as "$o0"
      from (
        select t8.*,
        coalesce(t8.published_start, 'infinity'::timestamptz) as "$1",
        t8.article_id as "$2",
        t8.span_start as "$3",
        t8.span_end as "$4",
        row_number() over (order by coalesce(t8.published_start, 'infinity'::timestamptz), t8.article_id, t8.span_start, t8.span_end) as "$n"
        from reports t8
        where t8.event_id = t1.id
        order by coalesce(t8.published_start, 'infinity'::timestamptz),
        t8.article_id,
        t8.span_start,
        t8.span_end
        limit 3
      ) t8 left
      join lateral (
        select concat('{"id":"article_', t9.id, '"}') as "$"
        from articles t9
        where t9.id = t8.article_id
      ) t9 on true
    ) t7
    having true
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"text":', to_json(t10.exact), ',"article":', t11."$", '}') as "$"
      from (
        select t12.quote_id as id,
        coalesce(t12.published_start, 'infinity'::timestamptz) as "$1",
        t12.quote_id as "$2"
        from event_quotes t12
        where t12.event_id = t1.id
        order by coalesce(t12.published_start, 'infinity'::timestamptz),
        t12.quote_id
        limit 20
      ) t13
      join quotes t10 on t10.id = t13.id left
      join lateral (
        select concat('{"datePublished":', coalesce('"' || (t11.published) || '"', 'null'), '}') as "$"
        from articles t11
        where t11.id = t10.article_id
      ) t11 on true
      order by t13."$1",
      t13."$2"
    ) "$"
  ), ',"newest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"quote_', t14.id, '"}') as "$"
      from (
        select t15.quote_id as id,
        coalesce(t15.published_start, '-infinity'::timestamptz) as "$1",
        t15.quote_id as "$2"
        from event_quotes t15
        where t15.event_id = t1.id
        order by coalesce(t15.published_start, '-infinity'::timestamptz) desc,
        t15.quote_id desc
        limit 20
      ) t16
      join quotes t14 on t14.id = t16.id
      order by t16."$1" desc,
      t16."$2" desc
    ) "$"
  ), ',"inOrder":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"quote_', t17.id, '"}') as "$"
      from (
        select t18.quote_id as id,
        t17.article_id as "$1",
        t17.span_start as "$2",
        t17.span_end as "$3",
        t17.kind as "$4"
        from event_quotes t18
        join quotes t17 on t17.id = t18.quote_id
        where t18.event_id = t1.id
        and t17.kind = any($3::text[])
        order by t17.article_id,
        t17.span_start,
        t17.span_end,
        t17.kind
        limit 20
      ) t19
      join quotes t17 on t17.id = t19.id
      order by t19."$1",
      t19."$2",
      t19."$3",
      t19."$4"
    ) "$"
  ), ',"articleCount":', t1.article_count, ',"sourceCount":', t1.source_count, '}') as "$"
  from events t1 left
  join lateral (
    select concat('{"id":"actor_', t2.id, '","name":', to_json(t2.name), '}') as "$"
    from actors t2
    where t2.id = t1.location_id
  ) t2 on true
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
