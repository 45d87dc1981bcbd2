select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'Quote'::text as "__typename",
      'quote_' || t1.id as "id",
      t1.exact as "text",
      t1.kind as "quoteKind",
      (
        select row_to_json("$")
        from (
          select t1.span_start as "start",
          t1.span_end as "end",
          t1.exact as "exact"
        ) "$"
      ) as "span",
      (
        select row_to_json("$")
        from (
          select 'article_' || t2.id as "id",
          t2.headline as "headline"
          from articles t2
          where t2.id = t1.article_id
        ) "$"
      ) as "article",
      (
        select row_to_json("$")
        from (
          select 'actor_' || t3.id as "id"
          from actors t3
          where t3.id = t1.speaker_id
        ) "$"
      ) as "speaker",
      (
        select row_to_json("$")
        from (
          select t4.method as "method",
          t4.confidence as "confidence"
          from attributions t4
          where t4.quote_id = t1.id
        ) "$"
      ) as "attribution",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'actor_' || t5.id as "id",
          t5.name as "name"
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
        ) "$"
      ) as "mentionedActors",
      (
        select row_to_json("$")
        from (
          select 'Utterance'::text as "__typename",
          'utterance_' || t6.id as "id",
          (
            select row_to_json("$")
            from (
              select t7.name as "name"
              from actors t7
              where t7.id = t6.speaker_id
            ) "$"
          ) as "speaker",
          t6.article_count as "articleCount",
          t6.source_count as "sourceCount",
          (
            select row_to_json("$")
            from (
              select (
                select coalesce(json_agg(row_to_json("$")), '[]'::json)
                from (
                  select 'quote_' || t8.id as "id",
                  (
                    select row_to_json("$")
                    from (
                      select (
                        select row_to_json("$")
                        from (
                          select t10.name as "name"
                          from sources t10
                          where t10.id = t9.source_id
                        ) "$"
                      ) as "source",
                      t9.published as "datePublished"
                      from articles t9
                      where t9.id = t8.article_id
                    ) "$"
                  ) as "article"
                  from (
                    select t8.*
                    from quotes t8
                    where t8.utterance_id = t6.id
                    order by coalesce(t8.published_start, 'infinity'::timestamptz),
                    t8.id
                    limit $2::int
                  ) t8
                ) "$"
              ) as "nodes"
            ) "$"
          ) as "quotes",
          (
            select row_to_json("$")
            from (
              select (
                select coalesce(json_agg(row_to_json("$")), '[]'::json)
                from (
                  select 'quote_' || t11.id as "id"
                  from (
                    select t11.*
                    from quotes t11
                    where t11.utterance_id = t6.id
                    order by coalesce(t11.published_start, '-infinity'::timestamptz) desc,
                    t11.id desc
                    limit $3::int
                  ) t11
                ) "$"
              ) as "nodes"
            ) "$"
          ) as "newest",
          (
            select row_to_json("$")
            from (
              select (
                select count(*)
                from quotes t12
                where t12.utterance_id = t6.id
              ) as "totalCount",
              (
                select coalesce(json_agg(row_to_json("$")), '[]'::json)
                from (
                  select 'quote_' || t13.id as "id"
                  from (
                    select t13.*
                    from quotes t13
                    where t13.utterance_id = t6.id
                    order by t13.article_id,
                    t13.span_start,
                    t13.id
                    limit $4::int
                  ) t13
                ) "$"
              ) as "nodes"
            ) "$"
          ) as "inOrder"
          from utterances t6
          where t6.id = t1.utterance_id
        ) "$"
      ) as "utterance"
      from quotes t1
      where t1.id = $1::uuid
    ) "$"
  ) as "quote",
  (
    select row_to_json("$")
    from (
      select t14.exact as "text",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select 'actor_' || t15.id as "id",
          t15.name as "name",
          t15.kind as "kind"
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
        ) "$"
      ) as "mentionedActors"
      from quotes t14
      where t14.id = $5::uuid
    ) "$"
  ) as "mentions",
  (
    select row_to_json("$")
    from (
      select t16.exact as "text",
      t16.kind as "quoteKind",
      (
        select row_to_json("$")
        from (
          select t17.name as "name"
          from actors t17
          where t17.id = t16.speaker_id
        ) "$"
      ) as "speaker",
      (
        select row_to_json("$")
        from (
          select 'Attribution'::text as "__typename",
          case when t18.speaker_start is not null then (
            select row_to_json("$")
            from (
              select 'Span'::text as "__typename",
              t18.speaker_exact as "exact"
            ) "$"
          ) end as "speakerSpan",
          case when t18.cue_start is not null then (
            select row_to_json("$")
            from (
              select t18.cue_exact as "exact"
            ) "$"
          ) end as "cueSpan"
          from attributions t18
          where t18.quote_id = t16.id
        ) "$"
      ) as "attribution",
      (
        select coalesce(json_agg(row_to_json("$")), '[]'::json)
        from (
          select t19.name as "name"
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
        ) "$"
      ) as "mentionedActors"
      from quotes t16
      where t16.id = $6::uuid
    ) "$"
  ) as "indirect",
  (
    select row_to_json("$")
    from (
      select t20.exact as "text",
      (
        select row_to_json("$")
        from (
          select t21.name as "name"
          from actors t21
          where t21.id = t20.speaker_id
        ) "$"
      ) as "speaker",
      (
        select row_to_json("$")
        from (
          select t22.method as "method"
          from attributions t22
          where t22.quote_id = t20.id
        ) "$"
      ) as "attribution",
      (
        select row_to_json("$")
        from (
          select (
            select row_to_json("$")
            from (
              select t24.name as "name"
              from actors t24
              where t24.id = t23.speaker_id
            ) "$"
          ) as "speaker",
          t23.article_count as "articleCount",
          t23.source_count as "sourceCount"
          from utterances t23
          where t23.id = t20.utterance_id
        ) "$"
      ) as "utterance"
      from quotes t20
      where t20.id = $7::uuid
    ) "$"
  ) as "bare"
) "$"
