select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select t1.url as "url",
      t1.headline as "headline",
      row_to_json(t2.*) as "source",
      t1.published as "datePublished",
      t1.published_origin as "datePublishedOrigin",
      t1.external_id as "externalId",
      to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateModified",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t3.name as "name"
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
        ) "$"
      ) as "actors",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t6.exact as "text",
            t6.kind as "quoteKind",
            row_to_json(t7.*) as "speaker",
            row_to_json(t8.*) as "attribution",
            row_to_json(t11.*) as "utterance"
            from (
              select t6.*,
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
              select t7.name as "name"
              from actors t7
              where t7.id = t6.speaker_id
            ) t7 on true left
            join lateral (
              select case when t8.speaker_start is not null then row_to_json(t9.*) end as "speakerSpan",
              case when t8.cue_start is not null then row_to_json(t10.*) end as "cueSpan",
              t8.cue as "cue",
              t8.method as "method",
              t8.rule as "rule",
              t8.confidence as "confidence",
              t8.relayed_by as "relayedBy"
              from attributions t8 cross
              join lateral (
                select t8.speaker_exact as "exact"
              ) t9 cross
              join lateral (
                select t8.cue_exact as "exact"
              ) t10
              where t8.quote_id = t6.id
            ) t8 on true left
            join lateral (
              select 'utterance_' || t11.id as "id",
              row_to_json(t12.*) as "speaker"
              from utterances t11 left
              join lateral (
                select t12.name as "name"
                from actors t12
                where t12.id = t11.speaker_id
              ) t12 on true
              where t11.id = t6.utterance_id
            ) t11 on true
            order by t6."$1",
            t6."$2",
            t6."$3"
          ) "$"
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t13.name as "name",
            t13.start_date as "startDate",
            t13.date_origin as "dateOrigin",
            row_to_json(t14.*) as "location"
            from (
              select t15.event_id as id,
              coalesce(t15.start_at, '-infinity'::timestamptz) as "$1",
              t15.event_id as "$2"
              from article_events t15
              where t15.article_id = t1.id
              order by coalesce(t15.start_at, '-infinity'::timestamptz) desc,
              t15.event_id desc
              limit 20
            ) t16
            join events t13 on t13.id = t16.id left
            join lateral (
              select t14.name as "name"
              from actors t14
              where t14.id = t13.location_id
            ) t14 on true
            order by t16."$1" desc,
            t16."$2" desc
          ) "$"
        ) "$"
      ) as "events",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select t17.modality as "modality",
            row_to_json(t18.*) as "span"
            from (
              select t17.*,
              t17.span_start as "$1",
              t17.span_end as "$2",
              t17.event_id as "$3"
              from reports t17
              where t17.article_id = t1.id
              order by t17.span_start,
              t17.span_end,
              t17.event_id
              limit 20
            ) t17 cross
            join lateral (
              select t17.exact as "exact"
            ) t18
            order by t17."$1",
            t17."$2",
            t17."$3"
          ) "$"
        ) "$"
      ) as "reports"
      from articles t1 left
      join lateral (
        select t2.name as "name"
        from sources t2
        where t2.id = t1.source_id
      ) t2 on true
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
