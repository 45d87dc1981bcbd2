select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select t1.url as "url",
      t1.headline as "headline",
      (
        select row_to_json("$")
        from (
          select t2.name as "name"
          from sources t2
          where t2.id = t1.source_id
        ) "$"
      ) as "source",
      t1.published as "datePublished",
      t1.published_origin as "datePublishedOrigin",
      t1.external_id as "externalId",
      to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateModified",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t3.name as "name"
              from (
                select t4.actor_id as id,
                row_number() over (order by t4.mention_count desc, t4.actor_id desc) as "$n"
                from article_actors t4
                where t4.article_id = t1.id
                order by t4.mention_count desc,
                t4.actor_id desc
                limit $2::int
              ) t5
              join actors t3 on t3.id = t5.id
              order by t5."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "actors",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t6.exact as "text",
              t6.kind as "quoteKind",
              (
                select row_to_json("$")
                from (
                  select t7.name as "name"
                  from actors t7
                  where t7.id = t6.speaker_id
                ) "$"
              ) as "speaker",
              (
                select row_to_json("$")
                from (
                  select case when t8.speaker_start is not null then (
                    select row_to_json("$")
                    from (
                      select t8.speaker_exact as "exact"
                    ) "$"
                  ) end as "speakerSpan",
                  case when t8.cue_start is not null then (
                    select row_to_json("$")
                    from (
                      select t8.cue_exact as "exact"
                    ) "$"
                  ) end as "cueSpan",
                  t8.cue as "cue",
                  t8.method as "method",
                  t8.rule as "rule",
                  t8.confidence as "confidence",
                  t8.relayed_by as "relayedBy"
                  from attributions t8
                  where t8.quote_id = t6.id
                ) "$"
              ) as "attribution",
              (
                select row_to_json("$")
                from (
                  select 'utterance_' || t9.id as "id",
                  (
                    select row_to_json("$")
                    from (
                      select t10.name as "name"
                      from actors t10
                      where t10.id = t9.speaker_id
                    ) "$"
                  ) as "speaker"
                  from utterances t9
                  where t9.id = t6.utterance_id
                ) "$"
              ) as "utterance"
              from (
                select t6.*
                from quotes t6
                where t6.article_id = t1.id
                order by t6.span_start,
                t6.id
                limit $3::int
              ) t6
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
              select t11.name as "name",
              t11.start_date as "startDate",
              t11.date_origin as "dateOrigin",
              (
                select row_to_json("$")
                from (
                  select t12.name as "name"
                  from actors t12
                  where t12.id = t11.location_id
                ) "$"
              ) as "location"
              from (
                select t13.event_id as id,
                row_number() over (order by coalesce(t13.start_at, '-infinity'::timestamptz) desc, t13.event_id desc) as "$n"
                from article_events t13
                where t13.article_id = t1.id
                order by coalesce(t13.start_at, '-infinity'::timestamptz) desc,
                t13.event_id desc
                limit $4::int
              ) t14
              join events t11 on t11.id = t14.id
              order by t14."$n"
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "events",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select t15.modality as "modality",
              (
                select row_to_json("$")
                from (
                  select t15.exact as "exact"
                ) "$"
              ) as "span"
              from (
                select t15.*
                from reports t15
                where t15.article_id = t1.id
                order by t15.span_start,
                t15.span_end,
                t15.event_id
                limit $5::int
              ) t15
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "reports"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
