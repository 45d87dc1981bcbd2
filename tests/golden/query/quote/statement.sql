select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'Quote'::text as "__typename",
      'quote_' || t1.id as "id",
      t1.exact as "text",
      t1.kind as "quoteKind",
      row_to_json(t2.*) as "span",
      row_to_json(t3.*) as "article",
      row_to_json(t4.*) as "speaker",
      row_to_json(t5.*) as "attribution",
      (
        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
        from (
          select 'actor_' || t6.id as "id",
          t6.name as "name"
          from (
            select t6.*
            from actors t6
            where t6.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t1.article_id
              and m.form = 'NAME'
              and m.span_start >= t1.span_start
              and m.span_end <= t1.span_end
            )
            order by t6.name_folded,
            t6.id
          ) t6
          order by t6.name_folded,
          t6.id
        ) "$"
      ) as "mentionedActors",
      row_to_json(t7.*) as "utterance"
      from quotes t1 cross
      join lateral (
        select t1.span_start as "start",
        t1.span_end as "end",
        t1.exact as "exact"
      ) t2 left
      join lateral (
        select 'article_' || t3.id as "id",
        t3.headline as "headline"
        from articles t3
        where t3.id = t1.article_id
      ) t3 on true left
      join lateral (
        select 'actor_' || t4.id as "id"
        from actors t4
        where t4.id = t1.speaker_id
      ) t4 on true left
      join lateral (
        select t5.method as "method",
        t5.confidence as "confidence"
        from attributions t5
        where t5.quote_id = t1.id
      ) t5 on true left
      join lateral (
        select 'Utterance'::text as "__typename",
        'utterance_' || t7.id as "id",
        row_to_json(t8.*) as "speaker",
        t7.article_count as "articleCount",
        t7.source_count as "sourceCount",
        (
          select row_to_json("$".*)
          from (
            select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
            from (
              select 'quote_' || t9.id as "id",
              row_to_json(t10.*) as "article"
              from (
                select t9.*,
                coalesce(t9.published_start, 'infinity'::timestamptz) as "$1",
                t9.id as "$2"
                from quotes t9
                where t9.utterance_id = t7.id
                order by coalesce(t9.published_start, 'infinity'::timestamptz),
                t9.id
                limit 20
              ) t9 left
              join lateral (
                select row_to_json(t11.*) as "source",
                t10.published as "datePublished"
                from articles t10 left
                join lateral (
                  select t11.name as "name"
                  from sources t11
                  where t11.id = t10.source_id
                ) t11 on true
                where t10.id = t9.article_id
              ) t10 on true
              order by t9."$1",
              t9."$2"
            ) "$"
          ) "$"
        ) as "quotes",
        (
          select row_to_json("$".*)
          from (
            select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
            from (
              select 'quote_' || t12.id as "id"
              from (
                select t12.*,
                coalesce(t12.published_start, '-infinity'::timestamptz) as "$1",
                t12.id as "$2"
                from quotes t12
                where t12.utterance_id = t7.id
                order by coalesce(t12.published_start, '-infinity'::timestamptz) desc,
                t12.id desc
                limit 20
              ) t12
              order by t12."$1" desc,
              t12."$2" desc
            ) "$"
          ) "$"
        ) as "newest",
        (
          select row_to_json("$".*)
          from (
            select (
              select count(*)
              from quotes t13
              where t13.utterance_id = t7.id
            ) as "totalCount",
            coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
            from (
              select 'quote_' || t14.id as "id"
              from (
                select t14.*,
                t14.article_id as "$1",
                t14.span_start as "$2",
                t14.span_end as "$3",
                t14.kind as "$4"
                from quotes t14
                where t14.utterance_id = t7.id
                order by t14.article_id,
                t14.span_start,
                t14.span_end,
                t14.kind
                limit 20
              ) t14
              order by t14."$1",
              t14."$2",
              t14."$3",
              t14."$4"
            ) "$"
          ) "$"
        ) as "inOrder"
        from utterances t7 left
        join lateral (
          select t8.name as "name"
          from actors t8
          where t8.id = t7.speaker_id
        ) t8 on true
        where t7.id = t1.utterance_id
      ) t7 on true
      where t1.id = $1::uuid
    ) "$"
  ) as "quote",
  (
    select row_to_json("$".*)
    from (
      select t15.exact as "text",
      (
        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
        from (
          select 'actor_' || t16.id as "id",
          t16.name as "name",
          t16.kind as "kind"
          from (
            select t16.*
            from actors t16
            where t16.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t15.article_id
              and m.form = 'NAME'
              and m.span_start >= t15.span_start
              and m.span_end <= t15.span_end
            )
            order by t16.name_folded,
            t16.id
          ) t16
          order by t16.name_folded,
          t16.id
        ) "$"
      ) as "mentionedActors"
      from quotes t15
      where t15.id = $2::uuid
    ) "$"
  ) as "mentions",
  (
    select row_to_json("$".*)
    from (
      select t17.exact as "text",
      t17.kind as "quoteKind",
      row_to_json(t18.*) as "speaker",
      row_to_json(t19.*) as "attribution",
      (
        select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
        from (
          select t22.name as "name"
          from (
            select t22.*
            from actors t22
            where t22.id in (
              select m.actor_id
              from mentions m
              where m.article_id = t17.article_id
              and m.form = 'NAME'
              and m.span_start >= t17.span_start
              and m.span_end <= t17.span_end
            )
            order by t22.name_folded,
            t22.id
          ) t22
          order by t22.name_folded,
          t22.id
        ) "$"
      ) as "mentionedActors"
      from quotes t17 left
      join lateral (
        select t18.name as "name"
        from actors t18
        where t18.id = t17.speaker_id
      ) t18 on true left
      join lateral (
        select 'Attribution'::text as "__typename",
        case when t19.speaker_start is not null then row_to_json(t20.*) end as "speakerSpan",
        case when t19.cue_start is not null then row_to_json(t21.*) end as "cueSpan"
        from attributions t19 cross
        join lateral (
          select 'Span'::text as "__typename",
          t19.speaker_exact as "exact"
        ) t20 cross
        join lateral (
          select t19.cue_exact as "exact"
        ) t21
        where t19.quote_id = t17.id
      ) t19 on true
      where t17.id = $3::uuid
    ) "$"
  ) as "indirect",
  (
    select row_to_json("$".*)
    from (
      select t23.exact as "text",
      row_to_json(t24.*) as "speaker",
      row_to_json(t25.*) as "attribution",
      row_to_json(t26.*) as "utterance"
      from quotes t23 left
      join lateral (
        select t24.name as "name"
        from actors t24
        where t24.id = t23.speaker_id
      ) t24 on true left
      join lateral (
        select t25.method as "method"
        from attributions t25
        where t25.quote_id = t23.id
      ) t25 on true left
      join lateral (
        select row_to_json(t27.*) as "speaker",
        t26.article_count as "articleCount",
        t26.source_count as "sourceCount"
        from utterances t26 left
        join lateral (
          select t27.name as "name"
          from actors t27
          where t27.id = t26.speaker_id
        ) t27 on true
        where t26.id = t23.utterance_id
      ) t26 on true
      where t23.id = $4::uuid
    ) "$"
  ) as "bare"
) "$"
