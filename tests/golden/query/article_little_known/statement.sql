select convert_to(concat('{"article":', coalesce((
  select concat('{	"url":', coalesce(to_json(t1.url), 'null'), ',"headline":', coalesce(to_json(t1.headline), 'null'), ',"source":', coalesce(t2."$", 'null'), ',"datePublished":', coalesce('"' || (t1.published) || '"', 'null'), ',"datePublishedOrigin":"', t1.published_origin, '","externalId":', coalesce(to_json(t1.external_id), 'null'), ',"dateModified":', coalesce('"' || (to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || '"', 'null'), ',"actors":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t3.name), '}') as "$"
      from (
        select t4.actor_id as id,
        t4.mention_count as "$1",
        t4.actor_id as "$2"
        from article_actors t4
        where t4.article_id = t1.id
        order by t4.mention_count desc,
        t4.actor_id desc
        limit 20
      ) t5
      join actors t3 on t3.id = t5.id
      order by t5."$1" desc,
      t5."$2" desc
    ) "$"
  ), ',"quotes":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"text":', to_json(t6.exact), ',"quoteKind":"', t6.kind, '","speaker":', coalesce(t7."$", 'null'), ',"attribution":', coalesce(t8."$", 'null'), ',"utterance":', t9."$", '}') as "$"
      from (
        select t6.exact,
        t6.id,
        t6.kind,
        t6.speaker_id,
        t6.utterance_id,
        t6.span_start as "$1",
        t6.span_end as "$2",
        t6.kind as "$3"
        from quotes t6
        where t6.article_id = t1.id
        order by t6.span_start,
        t6.span_end,
        t6.kind
        limit 20
      ) t6 left
      join lateral (
        select concat('{	"name":', to_json(t7.name), '}') as "$"
        from actors t7
        where t7.id = t6.speaker_id
      ) t7 on true left
      join lateral (
        select concat('{	"speakerSpan":', case when t8.speaker_start is not null then concat('{"exact":', to_json(t8.speaker_exact), '}') else 'null' end, ',"cueSpan":', case when t8.cue_start is not null then concat('{"exact":', to_json(t8.cue_exact), '}') else 'null' end, ',"cue":', coalesce(to_json(t8.cue), 'null'), ',"method":"', t8.method, '","rule":', coalesce(to_json(t8.rule), 'null'), ',"confidence":', coalesce((t8.confidence)::text, 'null'), ',"relayedBy":', coalesce(to_json(t8.relayed_by), 'null'), '}') as "$"
        from attributions t8
        where t8.quote_id = t6.id
      ) t8 on true left
      join lateral (
        select concat('{	"id":"utterance_', t9.id, '","speaker":', coalesce(t10."$", 'null'), '}') as "$"
        from utterances t9 left
        join lateral (
          select concat('{	"name":', to_json(t10.name), '}') as "$"
          from actors t10
          where t10.id = t9.speaker_id
        ) t10 on true
        where t9.id = t6.utterance_id
      ) t9 on true
      order by t6."$1",
      t6."$2",
      t6."$3"
    ) "$"
  ), ',"events":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"name":', to_json(t11.name), ',"startDate":', coalesce('"' || (t11.start_date) || '"', 'null'), ',"dateOrigin":"', t11.date_origin, '","location":', coalesce(t12."$", 'null'), '}') as "$"
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
      join events t11 on t11.id = t14.id left
      join lateral (
        select concat('{	"name":', to_json(t12.name), '}') as "$"
        from actors t12
        where t12.id = t11.location_id
      ) t12 on true
      order by t14."$1" desc,
      t14."$2" desc
    ) "$"
  ), ',"reports":', (
    select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
    from (
      select concat('{	"modality":"', t15.modality, '","span":{"exact":', to_json(t15.exact), '}}') as "$"
      from (
        select t15.exact,
        t15.modality,
        t15.span_start as "$1",
        t15.span_end as "$2",
        t15.event_id as "$3"
        from reports t15
        where t15.article_id = t1.id
        order by t15.span_start,
        t15.span_end,
        t15.event_id
        limit 20
      ) t15
      order by t15."$1",
      t15."$2",
      t15."$3"
    ) "$"
  ), '}') as "$"
  from articles t1 left
  join lateral (
    select concat('{	"name":', to_json(t2.name), '}') as "$"
    from sources t2
    where t2.id = t1.source_id
  ) t2 on true
  where t1.id = $1::uuid
), 'null'), '}'), 'UTF8')
