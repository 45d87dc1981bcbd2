select convert_to(concat('{"article":', coalesce((
  select concat('{	"__typename":"Article","id":"article_', t1.id, '","url":', coalesce(to_json(t1.url), 'null'), ',"headline":', coalesce(to_json(t1.headline), 'null'), ',"body":', to_json(t1.body), ',"language":', to_json(t1.language), ',"source":', coalesce(t2."$", 'null'), ',"datePublished":', coalesce('"' || (t1.published) || '"', 'null'), ',"datePublishedOrigin":"', t1.published_origin, '","externalId":', coalesce(to_json(t1.external_id), 'null'), ',"revision":', t1.revision, ',"dateModified":', coalesce('"' || (to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || '"', 'null'), ',"status":"', t1.status, '","dateStored":"', to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '","wordCount":', t1.word_count, ',"contentHash":', to_json(encode(t1.content_hash, 'hex')), ',"processor":', to_json(t1.processor), ',"mentions":', (
    select concat('{"__typename":"MentionConnection","nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"__typename":"Mention","actor":', t4."$", ',"article":{	"id":"article_', t3.article_id, '"},"span":{"__typename":"Span","revision":', t3.revision, ',"start":', t3.span_start, ',"end":', t3.span_end, ',"utf16Start":', t3.utf16_start, ',"utf16End":', t3.utf16_end, ',"exact":', to_json(t3.exact), ',"prefix":', to_json(t3.prefix), ',"suffix":', to_json(t3.suffix), '},"form":"', t3.form, '","role":', coalesce(to_json(t3.role), 'null'), '}') as "$"
      from (
        select t3.actor_id,
        t3.article_id,
        t3.exact,
        t3.form,
        t3.prefix,
        t3.revision,
        t3.role,
        t3.span_end,
        t3.span_start,
        t3.suffix,
        t3.utf16_end,
        t3.utf16_start,
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
        select concat('{	"id":"actor_', t4.id, '","name":', to_json(t4.name), '}') as "$"
        from actors t4
        where t4.id = t3.actor_id
      ) t4 on true
      order by t3."$1",
      t3."$2",
      t3."$3"
    ) "$"
  ), ',"actors":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"actor_', t5.id, '","kind":"', t5.kind, '","name":', to_json(t5.name), '}') as "$"
      from (
        select t6.actor_id as id,
        t6.mention_count as "$1",
        t6.actor_id as "$2"
        from article_actors t6
        where t6.article_id = t1.id
        order by t6.mention_count desc,
        t6.actor_id desc
        limit 20
      ) t7
      join actors t5 on t5.id = t7.id
      order by t7."$1" desc,
      t7."$2" desc
    ) "$"
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"quote_', t8.id, '","text":', to_json(t8.exact), ',"quoteKind":"', t8.kind, '","span":{"__typename":"Span","revision":', t8.revision, ',"start":', t8.span_start, ',"end":', t8.span_end, ',"utf16Start":', t8.utf16_start, ',"utf16End":', t8.utf16_end, ',"exact":', to_json(t8.exact), ',"prefix":', to_json(t8.prefix), ',"suffix":', to_json(t8.suffix), '},"speaker":', coalesce(t9."$", 'null'), ',"attribution":', coalesce(t10."$", 'null'), ',"mentionedActors":', (
        select concat('[', string_agg("$"."$", ','), ']')
        from (
          select concat('{	"name":', to_json(t11.name), '}') as "$"
          from (
            select t11.id,
            t11.name,
            t11.name_folded
            from actors t11
            where t11.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t8.article_id
              and m.form = 'NAME'
              and m.span_start >= t8.span_start
              and m.span_end <= t8.span_end
            )
            order by t11.name_folded,
            t11.id
          ) t11
          order by t11.name_folded,
          t11.id
        ) "$"
      ), '}') as "$"
      from (
        select t8.article_id,
        t8.exact,
        t8.id,
        t8.kind,
        t8.prefix,
        t8.revision,
        t8.span_end,
        t8.span_start,
        t8.speaker_id,
        t8.suffix,
        t8.utf16_end,
        t8.utf16_start,
        t8.span_start as "$1",
        t8.span_end as "$2",
        t8.kind as "$3"
        from quotes t8
        where t8.article_id = t1.id
        order by t8.span_start,
        t8.span_end,
        t8.kind
        limit 20
      ) t8 left
      join lateral (
        select concat('{	"name":', to_json(t9.name), '}') as "$"
        from actors t9
        where t9.id = t8.speaker_id
      ) t9 on true left
      join lateral (
        select concat('{	"__typename":"Attribution","speakerSpan":', case when t10.speaker_start is not null then concat('{"__typename":"Span","revision":', t10.revision, ',"start":', t10.speaker_start, ',"end":', t10.speaker_end, ',"utf16Start":', t10.speaker_utf16_start, ',"utf16End":', t10.speaker_utf16_end, ',"exact":', to_json(t10.speaker_exact), ',"prefix":', to_json(t10.speaker_prefix), ',"suffix":', to_json(t10.speaker_suffix), '}') else 'null' end, ',"cueSpan":', case when t10.cue_start is not null then concat('{"start":', t10.cue_start, ',"end":', t10.cue_end, ',"exact":', to_json(t10.cue_exact), '}') else 'null' end, ',"cue":', coalesce(to_json(t10.cue), 'null'), ',"method":"', t10.method, '","rule":', coalesce(to_json(t10.rule), 'null'), ',"confidence":', coalesce((t10.confidence)::text, 'null'), ',"venue":', coalesce(to_json(t10.venue), 'null'), ',"addressee":', coalesce(to_json(t10.addressee), 'null'), ',"relayedBy":', coalesce(to_json(t10.relayed_by), 'null'), '}') as "$"
        from attributions t10
        where t10.quote_id = t8.id
      ) t10 on true
      order by t8."$1",
      t8."$2",
      t8."$3"
    ) "$"
  ), ',"events":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"id":"event_', t12.id, '","name":', to_json(t12.name), '}') as "$"
      from (
        select t13.event_id as id,
        coalesce(t13.start_at, '-infinity'::timestamptz) as "$1",
        t13.event_id as "$2"
        from article_events t13
        where t13.article_id = t1.id
        order by coalesce(t13.start_at, '-infinity'::timestamptz) desc,
        t13.event_id desc
        limit 20
      ) t14
      join events t12 on t12.id = t14.id
      order by t14."$1" desc,
      t14."$2" desc
    ) "$"
  ), ',"reports":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"__typename":"Report","event":', t16."$", ',"article":{	"id":"article_', t15.article_id, '"},"span":{"__typename":"Span","revision":', t15.revision, ',"start":', t15.span_start, ',"end":', t15.span_end, ',"utf16Start":', t15.utf16_start, ',"utf16End":', t15.utf16_end, ',"exact":', to_json(t15.exact), ',"prefix":', to_json(t15.prefix), ',"suffix":', to_json(t15.suffix), '},"modality":"', t15.modality, '"}') as "$"
      from (
        select t15.article_id,
        t15.event_id,
        t15.exact,
        t15.modality,
        t15.prefix,
        t15.revision,
        t15.span_end,
        t15.span_start,
        t15.suffix,
        t15.utf16_end,
        t15.utf16_start,
        t15.span_start as "$1",
        t15.span_end as "$2",
        t15.event_id as "$3"
        from reports t15
        where t15.article_id = t1.id
        order by t15.span_start,
        t15.span_end,
        t15.event_id
        limit 20
      ) t15 left
      join lateral (
        select concat('{	"name":', to_json(t16.name), '}') as "$"
        from events t16
        where t16.id = t15.event_id
      ) t16 on true
      order by t15."$1",
      t15."$2",
      t15."$3"
    ) "$"
  ), '}') as "$"
  from articles t1 left
  join lateral (
    select concat('{	"__typename":"Source","id":"source_', t2.id, '","name":', to_json(t2.name), ',"domain":', coalesce(to_json(t2.domain), 'null'), '}') as "$"
    from sources t2
    where t2.id = t1.source_id
  ) t2 on true
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
