select row_to_json("$")
from (
  select (
    select row_to_json("$")
    from (
      select 'Article'::text as "__typename",
      'article_' || t1.id as "id",
      t1.url as "url",
      t1.headline as "headline",
      t1.body as "body",
      t1.language as "language",
      (
        select row_to_json("$")
        from (
          select 'Source'::text as "__typename",
          'source_' || t2.id as "id",
          t2.name as "name",
          t2.domain as "domain"
          from sources t2
          where t2.id = t1.source_id
        ) "$"
      ) as "source",
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
        select row_to_json("$")
        from (
          select 'MentionConnection'::text as "__typename",
          (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'Mention'::text as "__typename",
              (
                select row_to_json("$")
                from (
                  select 'actor_' || t4.id as "id",
                  t4.name as "name"
                  from actors t4
                  where t4.id = t3.actor_id
                ) "$"
              ) as "actor",
              (
                select row_to_json("$")
                from (
                  select 'article_' || t5.id as "id"
                  from articles t5
                  where t5.id = t3.article_id
                ) "$"
              ) as "article",
              (
                select row_to_json("$")
                from (
                  select 'Span'::text as "__typename",
                  t3.revision as "revision",
                  t3.span_start as "start",
                  t3.span_end as "end",
                  t3.utf16_start as "utf16Start",
                  t3.utf16_end as "utf16End",
                  t3.exact as "exact",
                  t3.prefix as "prefix",
                  t3.suffix as "suffix"
                ) "$"
              ) as "span",
              t3.form as "form",
              t3.role as "role"
              from (
                select t3.*
                from mentions t3
                where t3.article_id = t1.id
                order by t3.span_start,
                t3.span_end,
                t3.actor_id
                limit $2::int
              ) t3
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "mentions",
      (
        select row_to_json("$")
        from (
          select (
            select coalesce(json_agg(row_to_json("$")), '[]'::json)
            from (
              select 'actor_' || t6.id as "id",
              t6.kind as "kind",
              t6.name as "name"
              from (
                select t7.actor_id as id,
                row_number() over (order by t7.mention_count desc, t7.actor_id desc) as "$n"
                from article_actors t7
                where t7.article_id = t1.id
                order by t7.mention_count desc,
                t7.actor_id desc
                limit $3::int
              ) t8
              join actors t6 on t6.id = t8.id
              order by t8."$n"
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
              select 'quote_' || t9.id as "id",
              t9.exact as "text",
              t9.kind as "quoteKind",
              (
                select row_to_json("$")
                from (
                  select 'Span'::text as "__typename",
                  t9.revision as "revision",
                  t9.span_start as "start",
                  t9.span_end as "end",
                  t9.utf16_start as "utf16Start",
                  t9.utf16_end as "utf16End",
                  t9.exact as "exact",
                  t9.prefix as "prefix",
                  t9.suffix as "suffix"
                ) "$"
              ) as "span",
              (
                select row_to_json("$")
                from (
                  select t10.name as "name"
                  from actors t10
                  where t10.id = t9.speaker_id
                ) "$"
              ) as "speaker",
              (
                select row_to_json("$")
                from (
                  select 'Attribution'::text as "__typename",
                  case when t11.speaker_start is not null then (
                    select row_to_json("$")
                    from (
                      select 'Span'::text as "__typename",
                      t11.revision as "revision",
                      t11.speaker_start as "start",
                      t11.speaker_end as "end",
                      t11.speaker_utf16_start as "utf16Start",
                      t11.speaker_utf16_end as "utf16End",
                      t11.speaker_exact as "exact",
                      t11.speaker_prefix as "prefix",
                      t11.speaker_suffix as "suffix"
                    ) "$"
                  ) end as "speakerSpan",
                  case when t11.cue_start is not null then (
                    select row_to_json("$")
                    from (
                      select t11.cue_start as "start",
                      t11.cue_end as "end",
                      t11.cue_exact as "exact"
                    ) "$"
                  ) end as "cueSpan",
                  t11.cue as "cue",
                  t11.method as "method",
                  t11.rule as "rule",
                  t11.confidence as "confidence",
                  t11.venue as "venue",
                  t11.addressee as "addressee",
                  t11.relayed_by as "relayedBy"
                  from attributions t11
                  where t11.quote_id = t9.id
                ) "$"
              ) as "attribution",
              (
                select coalesce(json_agg(row_to_json("$")), '[]'::json)
                from (
                  select t12.name as "name"
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
                ) "$"
              ) as "mentionedActors"
              from (
                select t9.*
                from quotes t9
                where t9.article_id = t1.id
                order by t9.span_start,
                t9.id
                limit $4::int
              ) t9
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
              select 'event_' || t13.id as "id",
              t13.name as "name"
              from (
                select t14.event_id as id,
                row_number() over (order by coalesce(t14.start_at, '-infinity'::timestamptz) desc, t14.event_id desc) as "$n"
                from article_events t14
                where t14.article_id = t1.id
                order by coalesce(t14.start_at, '-infinity'::timestamptz) desc,
                t14.event_id desc
                limit $5::int
              ) t15
              join events t13 on t13.id = t15.id
              order by t15."$n"
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
              select 'Report'::text as "__typename",
              (
                select row_to_json("$")
                from (
                  select t17.name as "name"
                  from events t17
                  where t17.id = t16.event_id
                ) "$"
              ) as "event",
              (
                select row_to_json("$")
                from (
                  select 'article_' || t18.id as "id"
                  from articles t18
                  where t18.id = t16.article_id
                ) "$"
              ) as "article",
              (
                select row_to_json("$")
                from (
                  select 'Span'::text as "__typename",
                  t16.revision as "revision",
                  t16.span_start as "start",
                  t16.span_end as "end",
                  t16.utf16_start as "utf16Start",
                  t16.utf16_end as "utf16End",
                  t16.exact as "exact",
                  t16.prefix as "prefix",
                  t16.suffix as "suffix"
                ) "$"
              ) as "span",
              t16.modality as "modality"
              from (
                select t16.*
                from reports t16
                where t16.article_id = t1.id
                order by t16.span_start,
                t16.span_end,
                t16.event_id
                limit $6::int
              ) t16
            ) "$"
          ) as "nodes"
        ) "$"
      ) as "reports"
      from articles t1
      where t1.id = $1::uuid
    ) "$"
  ) as "article"
) "$"
