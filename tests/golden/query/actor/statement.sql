select convert_to(concat('{"actor":', coalesce((
  select concat('{"__typename":"Actor","id":"actor_', t1.id, '","kind":"', t1.kind, '","name":', to_json(t1.name), ',"aliases":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"__typename":"Alias","name":', to_json(t2.name), ',"mentionCount":', t2.mention_count, '}') as "$"
      from (
        select t2.*
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
      select concat('{"name":', to_json(t3.name), '}') as "$"
      from (
        select t3.*
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
      select concat('{"__typename":"ActorRole","title":', to_json(t4.title), ',"mentionCount":', t4.mention_count, '}') as "$"
      from (
        select t4.*
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
      select concat('{"title":', to_json(t5.title), '}') as "$"
      from (
        select t5.*
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
    select coalesce(json_agg(distinct 'actor_' || k.home_id), '[]')
    from actor_keys k
    where k.actor_id = t1.id
    and k.home_id <> k.actor_id
  )), ',"mentionCount":', t1.mention_count, ',"articleCount":', t1.article_count, ',"quoteCount":', t1.quote_count, ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"text":', to_json(t6.exact), ',"article":', t7."$", '}') as "$"
      from (
        select t6.*,
        coalesce(t6.published_start, '-infinity'::timestamptz) as "$1",
        t6.id as "$2"
        from quotes t6
        where t6.speaker_id = t1.id
        order by coalesce(t6.published_start, '-infinity'::timestamptz) desc,
        t6.id desc
        limit 20
      ) t6 left
      join lateral (
        select concat('{"id":"article_', t7.id, '"}') as "$"
        from articles t7
        where t7.id = t6.article_id
      ) t7 on true
      order by t6."$1" desc,
      t6."$2" desc
    ) "$"
  ), ',"inOrder":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"text":', to_json(t8.exact), '}') as "$"
      from (
        select t8.*,
        t8.article_id as "$1",
        t8.span_start as "$2",
        t8.span_end as "$3",
        t8.kind as "$4"
        from quotes t8
        where t8.speaker_id = t1.id
        and exists (
          select
          from articles a
          where a.id = t8.article_id
          and exists (
            select
            from unnest($2::text[]) tag
            where lower(a.language) = lower(tag) or starts_with(lower(a.language), lower(tag) || '-')
          )
        )
        order by t8.article_id,
        t8.span_start,
        t8.span_end,
        t8.kind
        limit 20
      ) t8
      order by t8."$1",
      t8."$2",
      t8."$3",
      t8."$4"
    ) "$"
  ), ',"oldest":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"text":', to_json(t9.exact), '}') as "$"
      from (
        select t9.*,
        coalesce(t9.published_start, 'infinity'::timestamptz) as "$1",
        t9.id as "$2"
        from quotes t9
        where t9.speaker_id = t1.id
        order by coalesce(t9.published_start, 'infinity'::timestamptz),
        t9.id
        limit 1
      ) t9
      order by t9."$1",
      t9."$2"
    ) "$"
  ), ',"articles":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"article_', t10.id, '","datePublished":', coalesce('"' || (t10.published) || '"', 'null'), '}') as "$"
      from (
        select t11.article_id as id,
        coalesce(t11.published_start, '-infinity'::timestamptz) as "$1",
        t11.article_id as "$2"
        from article_actors t11
        where t11.actor_id = t1.id
        order by coalesce(t11.published_start, '-infinity'::timestamptz) desc,
        t11.article_id desc
        limit 20
      ) t12
      join articles t10 on t10.id = t12.id
      order by t12."$1" desc,
      t12."$2" desc
    ) "$"
  ), ',"oldestArticles":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"article_', t13.id, '"}') as "$"
      from (
        select t14.article_id as id,
        coalesce(t14.published_start, 'infinity'::timestamptz) as "$1",
        t14.article_id as "$2"
        from article_actors t14
        where t14.actor_id = t1.id
        order by coalesce(t14.published_start, 'infinity'::timestamptz),
        t14.article_id
        limit 20
      ) t15
      join articles t13 on t13.id = t15.id
      order by t15."$1",
      t15."$2"
    ) "$"
  ), ',"lastStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"article_', t16.id, '","dateStored":"', to_char(t16.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '"}') as "$"
      from (
        select t17.article_id as id,
        t16.stored_at as "$1",
        t17.article_id as "$2"
        from article_actors t17
        join articles t16 on t16.id = t17.article_id
        where t17.actor_id = t1.id
        order by t16.stored_at desc,
        t17.article_id desc
        limit 20
      ) t18
      join articles t16 on t16.id = t18.id
      order by t18."$1" desc,
      t18."$2" desc
    ) "$"
  ), ',"firstStored":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"article_', t19.id, '"}') as "$"
      from (
        select t20.article_id as id,
        t19.stored_at as "$1",
        t20.article_id as "$2"
        from article_actors t20
        join articles t19 on t19.id = t20.article_id
        where t20.actor_id = t1.id
        and exists (
          select
          from unnest($3::text[]) tag
          where lower(t19.language) = lower(tag) or starts_with(lower(t19.language), lower(tag) || '-')
        )
        order by t19.stored_at,
        t20.article_id
        limit 20
      ) t21
      join articles t19 on t19.id = t21.id
      order by t21."$1",
      t21."$2"
    ) "$"
  ), ',"events":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"name":', to_json(t22.name), ',"startDate":', coalesce('"' || (t22.start_date) || '"', 'null'), '}') as "$"
      from (
        select t23.event_id as id,
        coalesce(t23.start_at, '-infinity'::timestamptz) as "$1",
        t23.event_id as "$2"
        from event_actors t23
        where t23.actor_id = t1.id
        order by coalesce(t23.start_at, '-infinity'::timestamptz) desc,
        t23.event_id desc
        limit 20
      ) t24
      join events t22 on t22.id = t24.id
      order by t24."$1" desc,
      t24."$2" desc
    ) "$"
  ), ',"oldestEvents":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"name":', to_json(t25.name), '}') as "$"
      from (
        select t26.event_id as id,
        coalesce(t26.start_at, 'infinity'::timestamptz) as "$1",
        t26.event_id as "$2"
        from event_actors t26
        where t26.actor_id = t1.id
        order by coalesce(t26.start_at, 'infinity'::timestamptz),
        t26.event_id
        limit 20
      ) t27
      join events t25 on t25.id = t27.id
      order by t27."$1",
      t27."$2"
    ) "$"
  ), ',"mostTold":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"name":', to_json(t28.name), ',"sourceCount":', t28.source_count, '}') as "$"
      from (
        select t29.event_id as id,
        t28.source_count as "$1",
        t29.event_id as "$2"
        from event_actors t29
        join events t28 on t28.id = t29.event_id
        where t29.actor_id = t1.id
        and t28.type = any($4::text[])
        order by t28.source_count desc,
        t29.event_id desc
        limit 20
      ) t30
      join events t28 on t28.id = t30.id
      order by t30."$1" desc,
      t30."$2" desc
    ) "$"
  ), '}') as "$"
  from actors t1
  where t1.id = $1::uuid
), 'null'), ',"merged":', coalesce((
  select concat('{"formerIds":', to_json((
    select coalesce(json_agg(distinct 'actor_' || k.home_id), '[]')
    from actor_keys k
    where k.actor_id = t31.id
    and k.home_id <> k.actor_id
  )), ',"aliases":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"name":', to_json(t32.name), '}') as "$"
      from (
        select t32.*
        from aliases t32
        where t32.actor_id = t31.id
        and t32.name <> t31.name
        order by t32.mention_count desc,
        t32.name
        limit 20
      ) t32
      order by t32.mention_count desc,
      t32.name
    ) "$"
  ), ',"roles":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"title":', to_json(t33.title), '}') as "$"
      from (
        select t33.*
        from roles t33
        where t33.actor_id = t31.id
        order by t33.mention_count desc,
        t33.title
        limit 10
      ) t33
      order by t33.mention_count desc,
      t33.title
    ) "$"
  ), ',"sameAs":', to_json((
    select coalesce(json_agg(i.url order by i.url), '[]')
    from identifiers i
    where i.actor_id = t31.id
  )), '}') as "$"
  from actors t31
  where t31.id = $5::uuid
), 'null'), '}'), 'UTF8')
