select convert_to(concat('{"article":', coalesce((
  select concat('{"__typename":"Article","id":"article_', t1.id, '","url":', coalesce(to_json(t1.url), 'null'), ',"headline":', coalesce(to_json(t1.headline), 'null'), ',"body":', to_json(t1.body), ',"language":', to_json(t1.language), ',"source":', coalesce(t2."$", 'null'), ',"datePublished":', coalesce('"' || (t1.published) || '"', 'null'), ',"datePublishedOrigin":"', t1.published_origin, '","externalId":', coalesce(to_json(t1.external_id), 'null'), ',"revision":', t1.revision, ',"dateModified":', coalesce('"' || (to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || '"', 'null'), ',"status":"', t1.status, '","dateStored":"', to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","wordCount":', t1.word_count, ',"contentHash":', to_json(encode(t1.content_hash, 'hex')), ',"processor":', to_json(t1.processor), ',"mentions":', (
    select concat('{"__typename":"MentionConnection","nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"__typename":"Mention","actor":', t4."$", ',"article":', t5."$", ',"span":{"__typename":"Span","revision":', t3.revision, ',"start":', t3.span_start, ',"end":', t3.span_end, ',"utf16Start":', t3.utf16_start, ',"utf16End":', t3.utf16_end, ',"exact":', to_json(t3.exact), ',"prefix":', to_json(t3.prefix), ',"suffix":', to_json(t3.suffix), '},"form":"', t3.form, '","role":', coalesce(to_json(t3.role), 'null'), '}') as "$"
      from (
        select t3.*,
        t3.span_start as "$1",
        t3.span_end as "$2",
        t3.actor_id as "$3"
        from mentions t3
        where t3.article_id = t1.id
        order by t3.span_start,
        t3.span_end,
        t3.actor_id
        limit 20
      ) t3 left
      join lateral (
        select concat('{"id":"actor_', t4.id, '","name":', to_json(t4.name), '}') as "$"
        from actors t4
        where t4.id = t3.actor_id
      ) t4 on true left
      join lateral (
        select concat('{"id":"article_', t5.id, '"}') as "$"
        from articles t5
        where t5.id = t3.article_id
      ) t5 on true
      order by t3."$1",
      t3."$2",
      t3."$3"
    ) "$"
  ), ',"actors":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"actor_', t6.id, '","kind":"', t6.kind, '","name":', to_json(t6.name), '}') as "$"
      from (
        select t7.actor_id as id,
        t7.mention_count as "$1",
        t7.actor_id as "$2"
        from article_actors t7
        where t7.article_id = t1.id
        order by t7.mention_count desc,
        t7.actor_id desc
        limit 20
      ) t8
      join actors t6 on t6.id = t8.id
      order by t8."$1" desc,
      t8."$2" desc
    ) "$"
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"quote_', t9.id, '","text":', to_json(t9.exact), ',"quoteKind":"', t9.kind, '","span":{"__typename":"Span","revision":', t9.revision, ',"start":', t9.span_start, ',"end":', t9.span_end, ',"utf16Start":', t9.utf16_start, ',"utf16End":', t9.utf16_end, ',"exact":', to_json(t9.exact), ',"prefix":', to_json(t9.prefix), ',"suffix":', to_json(t9.suffix), '},"speaker":', coalesce(t10."$", 'null'), ',"attribution":', coalesce(t11."$", 'null'), ',"mentionedActors":', (
        select concat('[', string_agg("$"."$", ','), ']')
        from (
          select concat('{"name":', to_json(t12.name), '}') as "$"
          from (
            select t12.*
            from actors t12
            where t12.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t9.article_id
              and m.form = 'NAME'
              and m.span_start >= t9.span_start
              and m.span_end <= t9.span_end
            )
            order by t12.name_folded,
            t12.id
          ) t12
          order by t12.name_folded,
          t12.id
        ) "$"
      ), '}') as "$"
      from (
        select t9.*,
        t9.span_start as "$1",
        t9.span_end as "$2",
        t9.kind as "$3"
        from quotes t9
        where t9.article_id = t1.id
        order by t9.span_start,
        t9.span_end,
        t9.kind
        limit 20
      ) t9 left
      join lateral (
        select concat('{"name":', to_json(t10.name), '}') as "$"
        from actors t10
        where t10.id = t9.speaker_id
      ) t10 on true left
      join lateral (
        select concat('{"__typename":"Attribution","speakerSpan":', case when t11.speaker_start is not null then concat('{"__typename":"Span","revision":', t11.revision, ',"start":', t11.speaker_start, ',"end":', t11.speaker_end, ',"utf16Start":', t11.speaker_utf16_start, ',"utf16End":', t11.speaker_utf16_end, ',"exact":', to_json(t11.speaker_exact), ',"prefix":', to_json(t11.speaker_prefix), ',"suffix":', to_json(t11.speaker_suffix), '}') else 'null' end, ',"cueSpan":', case when t11.cue_start is not null then concat('{"start":', t11.cue_start, ',"end":', t11.cue_end, ',"exact":', to_json(t11.cue_exact), '}') else 'null' end, ',"cue":', coalesce(to_json(t11.cue), 'null'), ',"method":"', t11.method, '","rule":', coalesce(to_json(t11.rule), 'null'), ',"confidence":', coalesce((t11.confidence)::text, 'null'), ',"venue":', coalesce(to_json(t11.venue), 'null'), ',"addressee":', coalesce(to_json(t11.addressee), 'null'), ',"relayedBy":', coalesce(to_json(t11.relayed_by), 'null'), '}') as "$"
        from attributions t11
        where t11.quote_id = t9.id
      ) t11 on true
      order by t9."$1",
      t9."$2",
      t9."$3"
    ) "$"
  ), ',"events":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"id":"event_', t13.id, '","name":', to_json(t13.name), '}') as "$"
      from (
        select t14.event_id as id,
        coalesce(t14.start_at, '-infinity'::timestamptz) as "$1",
        t14.event_id as "$2"
        from article_events t14
        where t14.article_id = t1.id
        order by coalesce(t14.start_at, '-infinity'::timestamptz) desc,
        t14.event_id desc
        limit 20
      ) t15
      join events t13 on t13.id = t15.id
      order by t15."$1" desc,
      t15."$2" desc
    ) "$"
  ), ',"reports":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{"__typename":"Report","event":', t17."$", ',"article":', t18."$", ',"span":{"__typename":"Span","revision":', t16.revision, ',"start":', t16.span_start, ',"end":', t16.span_end, ',"utf16Start":', t16.utf16_start, ',"utf16End":', t16.utf16_end, ',"exact":', to_json(t16.exact), ',"prefix":', to_json(t16.prefix), ',"suffix":', to_json(t16.suffix), '},"modality":"', t16.modality, '"}') as "$"
      from (
        select t16.*,
        t16.span_start as "$1",
        t16.span_end as "$2",
        t16.event_id as "$3"
        from reports t16
        where t16.article_id = t1.id
        order by t16.span_start,
        t16.span_end,
        t16.event_id
        limit 20
      ) t16 left
      join lateral (
        select concat('{"name":', to_json(t17.name), '}') as "$"
        from events t17
        where t17.id = t16.event_id
      ) t17 on true left
      join lateral (
        select concat('{"id":"article_', t18.id, '"}') as "$"
        from articles t18
        where t18.id = t16.article_id
      ) t18 on true
      order by t16."$1",
      t16."$2",
      t16."$3"
    ) "$"
  ), '}') as "$"
  from articles t1 left
  join lateral (
    select concat('{"__typename":"Source","id":"source_', t2.id, '","name":', to_json(t2.name), ',"domain":', coalesce(to_json(t2.domain), 'null'), '}') as "$"
    from sources t2
    where t2.id = t1.source_id
  ) t2 on true
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
