select convert_to(concat('{"quote":', coalesce((
  select concat('{"__typename":"Quote","id":"quote_', t1.id, '","text":', to_json(t1.exact), ',"quoteKind":"', t1.kind, '","span":{"start":', t1.span_start, ',"end":', t1.span_end, ',"exact":', to_json(t1.exact), '},"article":', t2."$", ',"speaker":', coalesce(t3."$", 'null'), ',"attribution":', coalesce(t4."$", 'null'), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"id":"actor_', t5.id, '","name":', to_json(t5.name), '}') as "$"
      from (
        select t5.*
        from actors t5
        where t5.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t1.article_id
          and m.form = 'NAME'
          and m.span_start >= t1.span_start
          and m.span_end <= t1.span_end
        )
        order by t5.name_folded,
        t5.id
      ) t5
      order by t5.name_folded,
      t5.id
    ) "$"
  ), ',"utterance":', t6."$", '}') as "$"
  from quotes t1 left
  join lateral (
    select concat('{"id":"article_', t2.id, '","headline":', coalesce(to_json(t2.headline), 'null'), '}') as "$"
    from articles t2
    where t2.id = t1.article_id
  ) t2 on true left
  join lateral (
    select concat('{"id":"actor_', t3.id, '"}') as "$"
    from actors t3
    where t3.id = t1.speaker_id
  ) t3 on true left
  join lateral (
    select concat('{"method":"', t4.method, '","confidence":', coalesce((t4.confidence)::text, 'null'), '}') as "$"
    from attributions t4
    where t4.quote_id = t1.id
  ) t4 on true left
  join lateral (
    select concat('{"__typename":"Utterance","id":"utterance_', t6.id, '","speaker":', coalesce(t7."$", 'null'), ',"articleCount":', t6.article_count, ',"sourceCount":', t6.source_count, ',"quotes":', (
      select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{"id":"quote_', t8.id, '","article":', t9."$", '}') as "$"
        from (
          select t8.*,
          coalesce(t8.published_start, 'infinity'::timestamptz) as "$1",
          t8.id as "$2"
          from quotes t8
          where t8.utterance_id = t6.id
          order by coalesce(t8.published_start, 'infinity'::timestamptz),
          t8.id
          limit 20
        ) t8 left
        join lateral (
          select concat('{"source":', coalesce(t10."$", 'null'), ',"datePublished":', coalesce('"' || (t9.published) || '"', 'null'), '}') as "$"
          from articles t9 left
          join lateral (
            select concat('{"name":', to_json(t10.name), '}') as "$"
            from sources t10
            where t10.id = t9.source_id
          ) t10 on true
          where t9.id = t8.article_id
        ) t9 on true
        order by t8."$1",
        t8."$2"
      ) "$"
    ), ',"newest":', (
      select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{"id":"quote_', t11.id, '"}') as "$"
        from (
          select t11.*,
          coalesce(t11.published_start, '-infinity'::timestamptz) as "$1",
          t11.id as "$2"
          from quotes t11
          where t11.utterance_id = t6.id
          order by coalesce(t11.published_start, '-infinity'::timestamptz) desc,
          t11.id desc
          limit 20
        ) t11
        order by t11."$1" desc,
        t11."$2" desc
      ) "$"
    ), ',"inOrder":', (
      select concat('{"totalCount":', (
        select count(*)
        from quotes t12
        where t12.utterance_id = t6.id
      ), ',"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{"id":"quote_', t13.id, '"}') as "$"
        from (
          select t13.*,
          t13.article_id as "$1",
          t13.span_start as "$2",
          t13.span_end as "$3",
          t13.kind as "$4"
          from quotes t13
          where t13.utterance_id = t6.id
          order by t13.article_id,
          t13.span_start,
          t13.span_end,
          t13.kind
          limit 20
        ) t13
        order by t13."$1",
        t13."$2",
        t13."$3",
        t13."$4"
      ) "$"
    ), '}') as "$"
    from utterances t6 left
    join lateral (
      select concat('{"name":', to_json(t7.name), '}') as "$"
      from actors t7
      where t7.id = t6.speaker_id
    ) t7 on true
    where t6.id = t1.utterance_id
  ) t6 on true
  where t1.id = $1::uuid
), 'null'), ',"mentions":', coalesce((
  select concat('{"text":', to_json(t14.exact), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"id":"actor_', t15.id, '","name":', to_json(t15.name), ',"kind":"', t15.kind, '"}') as "$"
      from (
        select t15.*
        from actors t15
        where t15.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t14.article_id
          and m.form = 'NAME'
          and m.span_start >= t14.span_start
          and m.span_end <= t14.span_end
        )
        order by t15.name_folded,
        t15.id
      ) t15
      order by t15.name_folded,
      t15.id
    ) "$"
  ), '}') as "$"
  from quotes t14
  where t14.id = $2::uuid
), 'null'), ',"indirect":', coalesce((
  select concat('{"text":', to_json(t16.exact), ',"quoteKind":"', t16.kind, '","speaker":', coalesce(t17."$", 'null'), ',"attribution":', coalesce(t18."$", 'null'), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{"name":', to_json(t19.name), '}') as "$"
      from (
        select t19.*
        from actors t19
        where t19.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t16.article_id
          and m.form = 'NAME'
          and m.span_start >= t16.span_start
          and m.span_end <= t16.span_end
        )
        order by t19.name_folded,
        t19.id
      ) t19
      order by t19.name_folded,
      t19.id
    ) "$"
  ), '}') as "$"
  from quotes t16 left
  join lateral (
    select concat('{"name":', to_json(t17.name), '}') as "$"
    from actors t17
    where t17.id = t16.speaker_id
  ) t17 on true left
  join lateral (
    select concat('{"__typename":"Attribution","speakerSpan":', case when t18.speaker_start is not null then concat('{"__typename":"Span","exact":', to_json(t18.speaker_exact), '}') else 'null' end, ',"cueSpan":', case when t18.cue_start is not null then concat('{"exact":', to_json(t18.cue_exact), '}') else 'null' end, '}') as "$"
    from attributions t18
    where t18.quote_id = t16.id
  ) t18 on true
  where t16.id = $3::uuid
), 'null'), ',"bare":', coalesce((
  select concat('{"text":', to_json(t20.exact), ',"speaker":', coalesce(t21."$", 'null'), ',"attribution":', coalesce(t22."$", 'null'), ',"utterance":', t23."$", '}') as "$"
  from quotes t20 left
  join lateral (
    select concat('{"name":', to_json(t21.name), '}') as "$"
    from actors t21
    where t21.id = t20.speaker_id
  ) t21 on true left
  join lateral (
    select concat('{"method":"', t22.method, '"}') as "$"
    from attributions t22
    where t22.quote_id = t20.id
  ) t22 on true left
  join lateral (
    select concat('{"speaker":', coalesce(t24."$", 'null'), ',"articleCount":', t23.article_count, ',"sourceCount":', t23.source_count, '}') as "$"
    from utterances t23 left
    join lateral (
      select concat('{"name":', to_json(t24.name), '}') as "$"
      from actors t24
      where t24.id = t23.speaker_id
    ) t24 on true
    where t23.id = t20.utterance_id
  ) t23 on true
  where t20.id = $4::uuid
), 'null'), '}'), 'UTF8')
