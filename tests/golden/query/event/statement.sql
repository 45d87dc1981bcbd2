select convert_to(concat('{"event":', coalesce((
  select concat('{	"__typename":"Event","id":"event_', t1.id, '","type":"', t1.type, '","mode":', coalesce(to_json(t1.mode), 'null'), ',"contexts":', to_json(t1.contexts), ',"name":', to_json(t1.name), ',"startDate":', coalesce('"' || (t1.start_date) || '"', 'null'), ',"endDate":', coalesce('"' || (t1.end_date) || '"', 'null'), ',"dateOrigin":"', t1.date_origin, '","location":', coalesce(t2."$", 'null'), ',"participants":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"__typename":"Participant","actor":', t4."$", ',"role":"', t3.role, '"}') as "$"
      from (
        select t3.actor_id,
        t3.article_count,
        t3.role
        from participants t3
        where t3.event_id = t1.id
        order by t3.role,
        t3.article_count desc,
        t3.actor_id
      ) t3 left
      join lateral (
        select concat('{	"name":', to_json(t4.name), '}') as "$"
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
      select concat('{	"article":', t6."$", ',"span":{"exact":', to_json(t5.exact), '},"modality":"', t5.modality, '"}') as "$"
      from (
        select t5.article_id,
        t5.exact,
        t5.modality,
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
        select concat('{	"id":"article_', t6.id, '","datePublished":', coalesce('"' || (t6.published) || '"', 'null'), '}') as "$"
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
        select $2::text || json_build_array(((array_agg(t7."$1" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$2" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$3" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text, ((array_agg(t7."$4" order by t7."$n") filter (where t7."$n" <= 2))[least(count(t7."$n"), 2)])::text)::text
      ) as c (p)
    ) end) || '"', 'null'), '}}')
    from (
      select t8."$n",
      t8."$1",
      t8."$2",
      t8."$3",
      t8."$4",
      concat('{	"article":{	"id":"article_', t8.article_id, '"}}') as "$o0"
      from (
        select t8.article_id,
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
      ) t8
    ) t7
    having true
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"text":', to_json(t9.exact), ',"article":', t10."$", '}') as "$"
      from (
        select t11.quote_id as id,
        coalesce(t11.published_start, 'infinity'::timestamptz) as "$1",
        t11.quote_id as "$2"
        from event_quotes t11
        where t11.event_id = t1.id
        order by coalesce(t11.published_start, 'infinity'::timestamptz),
        t11.quote_id
        limit 20
      ) t12
      join quotes t9 on t9.id = t12.id left
      join lateral (
        select concat('{	"datePublished":', coalesce('"' || (t10.published) || '"', 'null'), '}') as "$"
        from articles t10
        where t10.id = t9.article_id
      ) t10 on true
      order by t12."$1",
      t12."$2"
    ) "$"
  ), ',"newest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"quote_', t13.id, '"}') as "$"
      from (
        select t14.quote_id as id,
        coalesce(t14.published_start, '-infinity'::timestamptz) as "$1",
        t14.quote_id as "$2"
        from event_quotes t14
        where t14.event_id = t1.id
        order by coalesce(t14.published_start, '-infinity'::timestamptz) desc,
        t14.quote_id desc
        limit 20
      ) t15
      join quotes t13 on t13.id = t15.id
      order by t15."$1" desc,
      t15."$2" desc
    ) "$"
  ), ',"inOrder":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"quote_', t16.id, '"}') as "$"
      from (
        select t17.quote_id as id,
        t16.article_id as "$1",
        t16.span_start as "$2",
        t16.span_end as "$3",
        t16.kind as "$4"
        from event_quotes t17
        join quotes t16 on t16.id = t17.quote_id
        where t17.event_id = t1.id
        and t16.kind = any($3::text[])
        order by t16.article_id,
        t16.span_start,
        t16.span_end,
        t16.kind
        limit 20
      ) t18
      join quotes t16 on t16.id = t18.id
      order by t18."$1",
      t18."$2",
      t18."$3",
      t18."$4"
    ) "$"
  ), ',"articleCount":', t1.article_count, ',"sourceCount":', t1.source_count, '}') as "$"
  from events t1 left
  join lateral (
    select concat('{	"id":"actor_', t2.id, '","name":', to_json(t2.name), '}') as "$"
    from actors t2
    where t2.id = t1.location_id
  ) t2 on true
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
