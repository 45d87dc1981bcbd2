select convert_to(concat('{"quote":', coalesce((
  select concat('{	"__typename":"Quote","id":"quote_', t1.id, '","text":', to_json(t1.exact), ',"quoteKind":"', t1.kind, '","span":{"start":', t1.span_start, ',"end":', t1.span_end, ',"exact":', to_json(t1.exact), '},"article":', t2."$", ',"speaker":', case when t1.speaker_id is null then 'null' else concat('{	"id":"actor_', t1.speaker_id, '"}') end, ',"attribution":', coalesce(t3."$", 'null'), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"id":"actor_', t4.id, '","name":', to_json(t4.name), '}') as "$"
      from (
        select t4.id,
        t4.name,
        t4.name_folded
        from actors t4
        where t4.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t1.article_id
          and m.form = 'NAME'
          and m.span_start >= t1.span_start
          and m.span_end <= t1.span_end
        )
        order by t4.name_folded,
        t4.id
      ) t4
      order by t4.name_folded,
      t4.id
    ) "$"
  ), ',"utterance":', t5."$", '}') as "$"
  from quotes t1 left
  join lateral (
    select concat('{	"id":"article_', t2.id, '","headline":', coalesce(to_json(t2.headline), 'null'), '}') as "$"
    from articles t2
    where t2.id = t1.article_id
  ) t2 on true left
  join lateral (
    select concat('{	"method":"', t3.method, '","confidence":', coalesce((t3.confidence)::text, 'null'), '}') as "$"
    from attributions t3
    where t3.quote_id = t1.id
  ) t3 on true left
  join lateral (
    select concat('{	"__typename":"Utterance","id":"utterance_', t5.id, '","speaker":', coalesce(t6."$", 'null'), ',"articleCount":', t5.article_count, ',"sourceCount":', t5.source_count, ',"quotes":', (
      select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{	"id":"quote_', t7.id, '","article":', t8."$", '}') as "$"
        from (
          select t7.article_id,
          t7.id,
          coalesce(t7.published_start, 'infinity'::timestamptz) as "$1",
          t7.id as "$2"
          from quotes t7
          where t7.utterance_id = t5.id
          order by coalesce(t7.published_start, 'infinity'::timestamptz),
          t7.id
          limit 20
        ) t7 left
        join lateral (
          select concat('{	"source":', coalesce(t9."$", 'null'), ',"datePublished":', coalesce('"' || (t8.published) || '"', 'null'), '}') as "$"
          from articles t8 left
          join lateral (
            select concat('{	"name":', to_json(t9.name), '}') as "$"
            from sources t9
            where t9.id = t8.source_id
          ) t9 on true
          where t8.id = t7.article_id
        ) t8 on true
        order by t7."$1",
        t7."$2"
      ) "$"
    ), ',"newest":', (
      select concat('{"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{	"id":"quote_', t10.id, '"}') as "$"
        from (
          select t10.id,
          coalesce(t10.published_start, '-infinity'::timestamptz) as "$1",
          t10.id as "$2"
          from quotes t10
          where t10.utterance_id = t5.id
          order by coalesce(t10.published_start, '-infinity'::timestamptz) desc,
          t10.id desc
          limit 20
        ) t10
        order by t10."$1" desc,
        t10."$2" desc
      ) "$"
    ), ',"inOrder":', (
      select concat('{"totalCount":', (
        select count(*)
        from quotes t11
        where t11.utterance_id = t5.id
      ), ',"nodes":[', string_agg("$"."$", ','), ']}')
      from (
        select concat('{	"id":"quote_', t12.id, '"}') as "$"
        from (
          select t12.id,
          t12.article_id as "$1",
          t12.span_start as "$2",
          t12.span_end as "$3",
          t12.kind as "$4"
          from quotes t12
          where t12.utterance_id = t5.id
          order by t12.article_id,
          t12.span_start,
          t12.span_end,
          t12.kind
          limit 20
        ) t12
        order by t12."$1",
        t12."$2",
        t12."$3",
        t12."$4"
      ) "$"
    ), '}') as "$"
    from utterances t5 left
    join lateral (
      select concat('{	"name":', to_json(t6.name), '}') as "$"
      from actors t6
      where t6.id = t5.speaker_id
    ) t6 on true
    where t5.id = t1.utterance_id
  ) t5 on true
  where t1.id = $1::uuid
), 'null'), ',"mentions":', coalesce((
  select concat('{	"text":', to_json(t13.exact), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"id":"actor_', t14.id, '","name":', to_json(t14.name), ',"kind":"', t14.kind, '"}') as "$"
      from (
        select t14.id,
        t14.kind,
        t14.name,
        t14.name_folded
        from actors t14
        where t14.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t13.article_id
          and m.form = 'NAME'
          and m.span_start >= t13.span_start
          and m.span_end <= t13.span_end
        )
        order by t14.name_folded,
        t14.id
      ) t14
      order by t14.name_folded,
      t14.id
    ) "$"
  ), '}') as "$"
  from quotes t13
  where t13.id = $2::uuid
), 'null'), ',"indirect":', coalesce((
  select concat('{	"text":', to_json(t15.exact), ',"quoteKind":"', t15.kind, '","speaker":', coalesce(t16."$", 'null'), ',"attribution":', coalesce(t17."$", 'null'), ',"mentionedActors":', (
    select concat('[', string_agg("$"."$", ','), ']')
    from (
      select concat('{	"name":', to_json(t18.name), '}') as "$"
      from (
        select t18.id,
        t18.name,
        t18.name_folded
        from actors t18
        where t18.id in (
          select m.actor_id
          from mentions m
          where m.article_id = t15.article_id
          and m.form = 'NAME'
          and m.span_start >= t15.span_start
          and m.span_end <= t15.span_end
        )
        order by t18.name_folded,
        t18.id
      ) t18
      order by t18.name_folded,
      t18.id
    ) "$"
  ), '}') as "$"
  from quotes t15 left
  join lateral (
    select concat('{	"name":', to_json(t16.name), '}') as "$"
    from actors t16
    where t16.id = t15.speaker_id
  ) t16 on true left
  join lateral (
    select concat('{	"__typename":"Attribution","speakerSpan":', case when t17.speaker_start is not null then concat('{"__typename":"Span","exact":', to_json(t17.speaker_exact), '}') else 'null' end, ',"cueSpan":', case when t17.cue_start is not null then concat('{"exact":', to_json(t17.cue_exact), '}') else 'null' end, '}') as "$"
    from attributions t17
    where t17.quote_id = t15.id
  ) t17 on true
  where t15.id = $3::uuid
), 'null'), ',"bare":', coalesce((
  select concat('{	"text":', to_json(t19.exact), ',"speaker":', coalesce(t20."$", 'null'), ',"attribution":', coalesce(t21."$", 'null'), ',"utterance":', t22."$", '}') as "$"
  from quotes t19 left
  join lateral (
    select concat('{	"name":', to_json(t20.name), '}') as "$"
    from actors t20
    where t20.id = t19.speaker_id
  ) t20 on true left
  join lateral (
    select concat('{	"method":"', t21.method, '"}') as "$"
    from attributions t21
    where t21.quote_id = t19.id
  ) t21 on true left
  join lateral (
    select concat('{	"speaker":', coalesce(t23."$", 'null'), ',"articleCount":', t22.article_count, ',"sourceCount":', t22.source_count, '}') as "$"
    from utterances t22 left
    join lateral (
      select concat('{	"name":', to_json(t23.name), '}') as "$"
      from actors t23
      where t23.id = t22.speaker_id
    ) t23 on true
    where t22.id = t19.utterance_id
  ) t22 on true
  where t19.id = $4::uuid
), 'null'), '}'), 'UTF8')
