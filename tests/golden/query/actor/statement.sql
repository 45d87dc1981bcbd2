select convert_to(concat('{"actor":', coalesce((
  select concat('{	"__typename":"Actor","id":"actor_', t1.id, '","kind":"', t1.kind, '","name":', to_json(t1.name), ',"aliases":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"__typename":"Alias","name":', to_json(t2.name), ',"mentionCount":', t2.mention_count, '}') as "$"
      from (
        select t2.mention_count,
        t2.name
        from aliases t2
        where t2.actor_id = t1.id
        and t2.name <> t1.name
        order by t2.mention_count desc,
        t2.name
        limit 20
      ) t2
      order by t2.mention_count desc,
      t2.name
    ) "$"
  ), ',"firstAlias":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"name":', to_json(t3.name), '}') as "$"
      from (
        select t3.mention_count,
        t3.name
        from aliases t3
        where t3.actor_id = t1.id
        and t3.name <> t1.name
        order by t3.mention_count desc,
        t3.name
        limit 1
      ) t3
      order by t3.mention_count desc,
      t3.name
    ) "$"
  ), ',"sameAs":', to_json((
    select coalesce(json_agg(i.url order by i.url), '[]')
    from identifiers i
    where i.actor_id = t1.id
  )), ',"roles":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"__typename":"ActorRole","title":', to_json(t4.title), ',"mentionCount":', t4.mention_count, '}') as "$"
      from (
        select t4.mention_count,
        t4.title
        from roles t4
        where t4.actor_id = t1.id
        order by t4.mention_count desc,
        t4.title
        limit 10
      ) t4
      order by t4.mention_count desc,
      t4.title
    ) "$"
  ), ',"firstRole":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"title":', to_json(t5.title), '}') as "$"
      from (
        select t5.mention_count,
        t5.title
        from roles t5
        where t5.actor_id = t1.id
        order by t5.mention_count desc,
        t5.title
        limit 1
      ) t5
      order by t5.mention_count desc,
      t5.title
    ) "$"
  ), ',"formerIds":', to_json((
    select coalesce(json_agg('actor_' || m.former_id order by m.former_id), '[]')
    from former_actors m
    where m.actor_id = t1.id
  )), ',"mentionCount":', t1.mention_count, ',"articleCount":', t1.article_count, ',"quoteCount":', t1.quote_count, ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"text":', to_json(t6.exact), ',"article":{	"id":"article_', t6.article_id, '"}}') as "$"
      from (
        select t6.article_id,
        t6.exact,
        coalesce(t6.published_start, '-infinity'::timestamptz) as "$1",
        t6.id as "$2"
        from quotes t6
        where t6.speaker_id = t1.id
        order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
        t6.id desc
        limit 20
      ) t6
      order by t6."$1" desc,
      t6."$2" desc
    ) "$"
  ), ',"inOrder":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"text":', to_json(t7.exact), '}') as "$"
      from (
        select t7.exact,
        t7.article_id as "$1",
        t7.span_start as "$2",
        t7.span_end as "$3",
        t7.kind as "$4"
        from quotes t7
        where t7.speaker_id = t1.id
        and exists (
          select
          from articles a
          where a.id = t7.article_id
          and exists (
            select
            from unnest($2::text[]) tag
            where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
          )
        )
        order by t7.article_id,
        t7.span_start,
        t7.span_end,
        t7.kind
        limit 20
      ) t7
      order by t7."$1",
      t7."$2",
      t7."$3",
      t7."$4"
    ) "$"
  ), ',"oldest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"text":', to_json(t8.exact), '}') as "$"
      from (
        select t8.exact,
        coalesce(t8.published_start, 'infinity'::timestamptz) as "$1",
        t8.id as "$2"
        from quotes t8
        where t8.speaker_id = t1.id
        order by coalesce(t8.published_start, 'infinity'::timestamptz),
        t8.id
        limit 1
      ) t8
      order by t8."$1",
      t8."$2"
    ) "$"
  ), ',"articles":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t9.id, '","datePublished":', coalesce('"' || (t9.published) || '"', 'null'), '}') as "$"
      from (
        select t10.article_id as id,
        coalesce(t10.published_start, '-infinity'::timestamptz) as "$1",
        t10.article_id as "$2"
        from article_actors t10
        where t10.actor_id = t1.id
        order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
        t10.article_id desc
        limit 20
      ) t11
      join articles t9 on t9.id = t11.id
      order by t11."$1" desc,
      t11."$2" desc
    ) "$"
  ), ',"oldestArticles":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t12.id, '"}') as "$"
      from (
        select t13.article_id as id,
        coalesce(t13.published_start, 'infinity'::timestamptz) as "$1",
        t13.article_id as "$2"
        from article_actors t13
        where t13.actor_id = t1.id
        order by coalesce(t13.published_start, 'infinity'::timestamptz),
        t13.article_id
        limit 20
      ) t14
      join articles t12 on t12.id = t14.id
      order by t14."$1",
      t14."$2"
    ) "$"
  ), ',"lastStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t15.id, '","dateStored":"', to_char(t15.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
      from (
        select t16.article_id as id,
        t15.stored_at as "$1",
        t16.article_id as "$2"
        from article_actors t16
        join articles t15 on t15.id = t16.article_id
        where t16.actor_id = t1.id
        order by t15.stored_at desc,
        t16.article_id desc
        limit 20
      ) t17
      join articles t15 on t15.id = t17.id
      order by t17."$1" desc,
      t17."$2" desc
    ) "$"
  ), ',"firstStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"article_', t18.id, '"}') as "$"
      from (
        select t19.article_id as id,
        t18.stored_at as "$1",
        t19.article_id as "$2"
        from article_actors t19
        join articles t18 on t18.id = t19.article_id
        where t19.actor_id = t1.id
        and exists (
          select
          from unnest($3::text[]) tag
          where lower(t18.language) = lower(tag) or starts_with(lower(t18.language), lower(tag) || '-')
        )
        order by t18.stored_at,
        t19.article_id
        limit 20
      ) t20
      join articles t18 on t18.id = t20.id
      order by t20."$1",
      t20."$2"
    ) "$"
  ), ',"events":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t21.name), ',"startDate":', coalesce('"' || (t21.start_date) || '"', 'null'), '}') as "$"
      from (
        select t22.event_id as id,
        coalesce(t22.start_at, '-infinity'::timestamptz) as "$1",
        t22.event_id as "$2"
        from event_actors t22
        where t22.actor_id = t1.id
        order by coalesce(t22.start_at, '-infinity'::timestamptz) desc,
        t22.event_id desc
        limit 20
      ) t23
      join events t21 on t21.id = t23.id
      order by t23."$1" desc,
      t23."$2" desc
    ) "$"
  ), ',"oldestEvents":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t24.name), '}') as "$"
      from (
        select t25.event_id as id,
        coalesce(t25.start_at, 'infinity'::timestamptz) as "$1",
        t25.event_id as "$2"
        from event_actors t25
        where t25.actor_id = t1.id
        order by coalesce(t25.start_at, 'infinity'::timestamptz),
        t25.event_id
        limit 20
      ) t26
      join events t24 on t24.id = t26.id
      order by t26."$1",
      t26."$2"
    ) "$"
  ), ',"mostTold":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t27.name), ',"sourceCount":', t27.source_count, '}') as "$"
      from (
        select t28.event_id as id,
        t27.source_count as "$1",
        t28.event_id as "$2"
        from event_actors t28
        join events t27 on t27.id = t28.event_id
        where t28.actor_id = t1.id
        and t27.type = any($4::text[])
        order by t27.source_count desc,
        t28.event_id desc
        limit 20
      ) t29
      join events t27 on t27.id = t29.id
      order by t29."$1" desc,
      t29."$2" desc
    ) "$"
  ), '}') as "$"
  from actors t1
  where t1.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $1::uuid
  ), $1::uuid)
), 'null'), ',"merged":', coalesce((
  select concat('{	"formerIds":', to_json((
    select coalesce(json_agg('actor_' || m.former_id order by m.former_id), '[]')
    from former_actors m
    where m.actor_id = t30.id
  )), ',"aliases":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"name":', to_json(t31.name), '}') as "$"
      from (
        select t31.mention_count,
        t31.name
        from aliases t31
        where t31.actor_id = t30.id
        and t31.name <> t30.name
        order by t31.mention_count desc,
        t31.name
        limit 20
      ) t31
      order by t31.mention_count desc,
      t31.name
    ) "$"
  ), ',"roles":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"title":', to_json(t32.title), '}') as "$"
      from (
        select t32.mention_count,
        t32.title
        from roles t32
        where t32.actor_id = t30.id
        order by t32.mention_count desc,
        t32.title
        limit 10
      ) t32
      order by t32.mention_count desc,
      t32.title
    ) "$"
  ), ',"sameAs":', to_json((
    select coalesce(json_agg(i.url order by i.url), '[]')
    from identifiers i
    where i.actor_id = t30.id
  )), '}') as "$"
  from actors t30
  where t30.id = coalesce((
    select m.actor_id
    from former_actors m
    where m.former_id = $5::uuid
  ), $5::uuid)
), 'null'), '}'), 'UTF8')
