"""The records of stored articles, as statements read them: as they were sent, and how they were stored.

What was stored before records were kept is put together from its rows: it says the same under another digest.
"""

# Keys are public ids. Names that mentions bear and cues that their spans hold follow from them, and are left out
# where a record may not have them.
_REBUILT = r"""(
    select row_to_json(rebuilt)::text from (
        select a.external_id as "externalId", a.url, a.headline, a.language,
            (select row_to_json(outlet) from (
                select s.name, s.domain from sources s where s.id = a.source_id
            ) outlet) as source,
            a.published as "datePublished", a.published_origin as "datePublishedOrigin", a.status, a.processor,
            coalesce((select json_agg(row_to_json(actor)) from (
                select 'actor_' || p.actor_id as key, t.kind, p.names[1] as name,
                    array(
                        select n.name from unnest(p.names, p.name_counts) with ordinality n (name, mentions, position)
                        where n.position > 1 and n.mentions = 0 order by n.position
                    ) as aliases,
                    p.identifiers as "sameAs",
                    coalesce((select json_agg(row_to_json(mention)) from (
                        select m.span_start as start, m.span_end as end, m.form,
                            case when m.role is not null then (
                                select row_to_json(worded)
                                from (select m.role as title, m.role_start as start, m.role_end as end) worded
                            ) end as role
                        from mentions m where m.article_id = a.id and m.actor_id = p.actor_id
                        order by m.span_start, m.span_end
                    ) mention), '[]') as mentions
                from article_actors p join actors t on t.id = p.actor_id
                where p.article_id = a.id
                order by (
                    select min(m.span_start) from mentions m where m.article_id = a.id and m.actor_id = p.actor_id
                ), p.actor_id
            ) actor), '[]') as actors,
            coalesce((select json_agg(row_to_json(quote)) from (
                select q.exact as text, q.span_start as start, q.span_end as end, q.kind as "quoteKind",
                    'actor_' || q.speaker_id as speaker,
                    (select row_to_json(attribution) from (
                        select
                            case when w.speaker_start is not null then (
                                select row_to_json(span)
                                from (select w.speaker_start as start, w.speaker_end as end) span
                            ) end as "speakerSpan",
                            case when w.cue_start is not null then (
                                select row_to_json(span) from (select w.cue_start as start, w.cue_end as end) span
                            ) end as "cueSpan",
                            case when w.cue is distinct from w.cue_exact
                                or w.cue ~ '[[:alnum:]]' and char_length(w.cue) <= 500 then w.cue end as cue,
                            w.method, w.rule, w.confidence, w.venue, w.addressee, w.relayed_by as "relayedBy"
                        from attributions w where w.quote_id = q.id
                    ) attribution) as attribution
                from quotes q where q.article_id = a.id
                order by q.span_start, q.span_end, q.kind
            ) quote), '[]') as quotes,
            coalesce((select json_agg(row_to_json(event)) from (
                select 'event_' || e.id as key, e.type, t.mode, t.contexts, t.name, e.start_date as "startDate",
                    t.end_date as "endDate", t.date_origin as "dateOrigin", 'actor_' || t.location_id as location,
                    coalesce((select json_agg(row_to_json(participant)) from (
                        select 'actor_' || p.actor_id as actor, p.role
                        from unnest(t.participant_ids, t.participant_roles) with ordinality p (actor_id, role, position)
                        order by p.position
                    ) participant), '[]') as participants,
                    (select json_agg(row_to_json(report)) from (
                        select r.span_start as start, r.span_end as end, r.modality
                        from reports r where r.article_id = a.id and r.event_id = e.id
                        order by r.span_start, r.span_end
                    ) report) as reports
                from article_events t join events e on e.id = t.event_id
                where t.article_id = a.id
                order by (select min(r.span_start) from reports r where r.article_id = a.id and r.event_id = e.id), e.id
            ) event), '[]') as events
    ) rebuilt
)"""

RECORD = f"coalesce(a.record, {_REBUILT})"
"""The record of the article `a` without its body: the text of a JSON object with one field or more."""

RESOLVED = """coalesce(a.resolved, json_build_object(
    'actors', (
        select coalesce(json_object_agg('actor_' || p.actor_id, 'actor_' || p.actor_id order by p.actor_id), '{}')
        from article_actors p where p.article_id = a.id
    ),
    'events', (
        select coalesce(json_object_agg('event_' || t.event_id, 'event_' || t.event_id order by t.event_id), '{}')
        from article_events t where t.article_id = a.id
    )
)::text)"""
"""What the record's keys stand for: the text of {"actors": {key: id}, "events": {key: id}}; actors before any merge."""

UTTERANCES = """array(
    select 'utterance_' || q.utterance_id from quotes q where q.article_id = a.id
    order by q.span_start, q.span_end, q.kind collate "C"
)"""
"""The utterances of the article's quotes, in the order of start, end and kind."""
