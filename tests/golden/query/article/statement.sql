select row_to_json("$".*)
from (
  select (
    select row_to_json("$".*)
    from (
      select 'Article'::text as "__typename",
      'article_' || t1.id as "id",
      t1.url as "url",
      t1.headline as "headline",
      t1.body as "body",
      t1.language as "language",
      row_to_json(t2.*) as "source",
      t1.published as "datePublished",
      t1.published_origin as "datePublishedOrigin",
      t1.external_id as "externalId",
      t1.revision as "revision",
      to_char(t1.modified_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateModified",
      t1.status as "status",
      to_char(t1.stored_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "dateStored",
      t1.word_count as "wordCount",
      encode(t1.content_hash, 'hex') as "contentHash",
      t1.processor as "processor",
      (
        select row_to_json("$".*)
        from (
          select 'MentionConnection'::text as "__typename",
          coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'Mention'::text as "__typename",
            row_to_json(t4.*) as "actor",
            row_to_json(t5.*) as "article",
            row_to_json(t6.*) as "span",
            t3.form as "form",
            t3.role as "role"
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
              select 'actor_' || t4.id as "id",
              t4.name as "name"
              from actors t4
              where t4.id = t3.actor_id
            ) t4 on true left
            join lateral (
              select 'article_' || t5.id as "id"
              from articles t5
              where t5.id = t3.article_id
            ) t5 on true cross
            join lateral (
              select 'Span'::text as "__typename",
              t3.revision as "revision",
              t3.span_start as "start",
              t3.span_end as "end",
              t3.utf16_start as "utf16Start",
              t3.utf16_end as "utf16End",
              t3.exact as "exact",
              t3.prefix as "prefix",
              t3.suffix as "suffix"
            ) t6
            order by t3."$1",
            t3."$2",
            t3."$3"
          ) "$"
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'actor_' || t7.id as "id",
            t7.kind as "kind",
            t7.name as "name"
            from (
              select t8.actor_id as id,
              t8.mention_count as "$1",
              t8.actor_id as "$2"
              from article_actors t8
              where t8.article_id = t1.id
              order by t8.mention_count desc,
              t8.actor_id desc
              limit 20
            ) t9
            join actors t7 on t7.id = t9.id
            order by t9."$1" desc,
            t9."$2" desc
          ) "$"
        ) "$"
      ) as "actors",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'quote_' || t10.id as "id",
            t10.exact as "text",
            t10.kind as "quoteKind",
            row_to_json(t11.*) as "span",
            row_to_json(t12.*) as "speaker",
            row_to_json(t13.*) as "attribution",
            (
              select coalesce(json_agg(row_to_json("$".*)), '[]'::json)
              from (
                select t16.name as "name"
                from (
                  select t16.*
                  from actors t16
                  where t16.id in (
                    select m.actor_id
                    from mentions m
                    where m.article_id = t10.article_id
                    and m.form = 'NAME'
                    and m.span_start >= t10.span_start
                    and m.span_end <= t10.span_end
                  )
                  order by t16.name_folded,
                  t16.id
                ) t16
                order by t16.name_folded,
                t16.id
              ) "$"
            ) as "mentionedActors"
            from (
              select t10.*,
              t10.span_start as "$1",
              t10.span_end as "$2",
              t10.kind as "$3"
              from quotes t10
              where t10.article_id = t1.id
              order by t10.span_start,
              t10.span_end,
              t10.kind
              limit 20
            ) t10 cross
            join lateral (
              select 'Span'::text as "__typename",
              t10.revision as "revision",
              t10.span_start as "start",
              t10.span_end as "end",
              t10.utf16_start as "utf16Start",
              t10.utf16_end as "utf16End",
              t10.exact as "exact",
              t10.prefix as "prefix",
              t10.suffix as "suffix"
            ) t11 left
            join lateral (
              select t12.name as "name"
              from actors t12
              where t12.id = t10.speaker_id
            ) t12 on true left
            join lateral (
              select 'Attribution'::text as "__typename",
              case when t13.speaker_start is not null then row_to_json(t14.*) end as "speakerSpan",
              case when t13.cue_start is not null then row_to_json(t15.*) end as "cueSpan",
              t13.cue as "cue",
              t13.method as "method",
              t13.rule as "rule",
              t13.confidence as "confidence",
              t13.venue as "venue",
              t13.addressee as "addressee",
              t13.relayed_by as "relayedBy"
              from attributions t13 cross
              join lateral (
                select 'Span'::text as "__typename",
                t13.revision as "revision",
                t13.speaker_start as "start",
                t13.speaker_end as "end",
                t13.speaker_utf16_start as "utf16Start",
                t13.speaker_utf16_end as "utf16End",
                t13.speaker_exact as "exact",
                t13.speaker_prefix as "prefix",
                t13.speaker_suffix as "suffix"
              ) t14 cross
              join lateral (
                select t13.cue_start as "start",
                t13.cue_end as "end",
                t13.cue_exact as "exact"
              ) t15
              where t13.quote_id = t10.id
            ) t13 on true
            order by t10."$1",
            t10."$2",
            t10."$3"
          ) "$"
        ) "$"
      ) as "quotes",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'event_' || t17.id as "id",
            t17.name as "name"
            from (
              select t18.event_id as id,
              coalesce(t18.start_at, '-infinity'::timestamptz) as "$1",
              t18.event_id as "$2"
              from article_events t18
              where t18.article_id = t1.id
              order by coalesce(t18.start_at, '-infinity'::timestamptz) desc,
              t18.event_id desc
              limit 20
            ) t19
            join events t17 on t17.id = t19.id
            order by t19."$1" desc,
            t19."$2" desc
          ) "$"
        ) "$"
      ) as "events",
      (
        select row_to_json("$".*)
        from (
          select coalesce(json_agg(row_to_json("$".*)), '[]'::json) as "nodes"
          from (
            select 'Report'::text as "__typename",
            row_to_json(t21.*) as "event",
            row_to_json(t22.*) as "article",
            row_to_json(t23.*) as "span",
            t20.modality as "modality"
            from (
              select t20.*,
              t20.span_start as "$1",
              t20.span_end as "$2",
              t20.event_id as "$3"
              from reports t20
              where t20.article_id = t1.id
              order by t20.span_start,
              t20.span_end,
              t20.event_id
              limit 20
            ) t20 left
            join lateral (
              select t21.name as "name"
              from events t21
              where t21.id = t20.event_id
            ) t21 on true left
            join lateral (
              select 'article_' || t22.id as "id"
              from articles t22
              where t22.id = t20.article_id
            ) t22 on true cross
            join lateral (
              select 'Span'::text as "__typename",
              t20.revision as "revision",
              t20.span_start as "start",
              t20.span_end as "end",
              t20.utf16_start as "utf16Start",
              t20.utf16_end as "utf16End",
              t20.exact as "exact",
              t20.prefix as "prefix",
              t20.suffix as "suffix"
            ) t23
            order by t20."$1",
            t20."$2",
            t20."$3"
          ) "$"
        ) "$"
      ) as "reports"
      from articles t1 left
      join lateral (
        select 'Source'::text as "__typename",
        'source_' || t2.id as "id",
        t2.name as "name",
        t2.domain as "domain"
        from sources t2
        where t2.id = t1.source_id
      ) t2 on true
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
