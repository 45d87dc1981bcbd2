"""Everything that is stored, as lines of JSON that Postgres builds, read through a cursor on one snapshot."""

from collections.abc import AsyncGenerator

from service.storage.pool import Pool

LINES_AT_A_TIME = 50
"""Lines that are fetched together: what an export holds in memory."""

# The records that `ingest` takes. Keys are public ids, by which a record joins the other exports. Names that
# mentions bear and cues that their spans hold follow from them, and are left out where a record may not have them.
# In the order in which articles came, as the first to name an actor or an event gives it its id; those of one
# instant in the order in which they lie.
_ARTICLES = r"""
select row_to_json(record) from (
    select a.external_id as "externalId", a.url, a.headline, a.body, a.language,
        case when s.id is not null then (
            select row_to_json(outlet) from (select s.name, s.domain) outlet
        ) end as source,
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
                            select row_to_json(span) from (select w.speaker_start as start, w.speaker_end as end) span
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
    from articles a left join sources s on s.id = a.source_id
    order by a.stored_at, a.ctid
) record
"""

_ACTORS = """
select row_to_json(actor) from (
    select 'actor_' || t.id as id, t.kind, t.name,
        coalesce((select json_agg(row_to_json(alias)) from (
            select n.name, n.mention_count as "mentionCount" from aliases n where n.actor_id = t.id
            order by n.mention_count desc, n.name
        ) alias), '[]') as aliases,
        array(select i.url from identifiers i where i.actor_id = t.id order by i.url) as "sameAs",
        coalesce((select json_agg(row_to_json(role)) from (
            select r.title, r.mention_count as "mentionCount" from roles r where r.actor_id = t.id
            order by r.mention_count desc, r.title
        ) role), '[]') as roles,
        t.mention_count as "mentionCount", t.article_count as "articleCount", t.quote_count as "quoteCount"
    from actors t
    order by t.id
) actor
"""

_QUOTES = """
select row_to_json(quote) from (
    select 'quote_' || q.id as id, q.exact as text, q.kind as "quoteKind",
        (select row_to_json(span) from (
            select q.revision, q.span_start as start, q.span_end as end, q.utf16_start as "utf16Start",
                q.utf16_end as "utf16End", q.exact, q.prefix, q.suffix
        ) span) as span,
        (select row_to_json(article) from (select 'article_' || q.article_id as id) article) as article,
        (select row_to_json(speaker) from (
            select 'actor_' || t.id as id, t.name from actors t where t.id = q.speaker_id
        ) speaker) as speaker,
        (select row_to_json(attribution) from (
            select
                case when w.speaker_start is not null then (select row_to_json(span) from (
                    select w.revision, w.speaker_start as start, w.speaker_end as end,
                        w.speaker_utf16_start as "utf16Start", w.speaker_utf16_end as "utf16End",
                        w.speaker_exact as exact, w.speaker_prefix as prefix, w.speaker_suffix as suffix
                ) span) end as "speakerSpan",
                case when w.cue_start is not null then (select row_to_json(span) from (
                    select w.revision, w.cue_start as start, w.cue_end as end,
                        w.cue_utf16_start as "utf16Start", w.cue_utf16_end as "utf16End",
                        w.cue_exact as exact, w.cue_prefix as prefix, w.cue_suffix as suffix
                ) span) end as "cueSpan",
                w.cue, w.method, w.rule, w.confidence, w.venue, w.addressee, w.relayed_by as "relayedBy"
            from attributions w where w.quote_id = q.id
        ) attribution) as attribution,
        (select row_to_json(utterance) from (select 'utterance_' || q.utterance_id as id) utterance) as utterance
    from quotes q
    order by q.id
) quote
"""

_EVENTS = """
select row_to_json(event) from (
    select 'event_' || e.id as id, e.type, e.mode, e.contexts, e.name, e.start_date as "startDate",
        e.end_date as "endDate", e.date_origin as "dateOrigin",
        (select row_to_json(place) from (
            select 'actor_' || t.id as id, t.name from actors t where t.id = e.location_id
        ) place) as location,
        coalesce((select json_agg(row_to_json(participant)) from (
            select (select row_to_json(actor) from (select 'actor_' || t.id as id, t.name) actor) as actor, p.role
            from participants p join actors t on t.id = p.actor_id where p.event_id = e.id
            order by p.role, t.name, t.id
        ) participant), '[]') as participants,
        coalesce((select json_agg(row_to_json(report)) from (
            select (select row_to_json(article) from (select 'article_' || r.article_id as id) article) as article,
                (select row_to_json(span) from (
                    select r.revision, r.span_start as start, r.span_end as end, r.utf16_start as "utf16Start",
                        r.utf16_end as "utf16End", r.exact, r.prefix, r.suffix
                ) span) as span,
                r.modality
            from reports r where r.event_id = e.id
            order by r.article_id, r.span_start, r.span_end
        ) report), '[]') as reports,
        e.article_count as "articleCount", e.source_count as "sourceCount"
    from events e
    order by e.id
) event
"""

EXPORTS = {"articles": _ARTICLES, "actors": _ACTORS, "quotes": _QUOTES, "events": _EVENTS}
"""Kind -> the statement whose rows are its lines; `ingest` takes articles back, fields are named as in GraphQL."""


async def export(pool: Pool, kind: str) -> AsyncGenerator[bytes, None]:
    """The lines of one of EXPORTS, each a JSON object in UTF-8, without line ends."""
    async with pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        async for row in connection.cursor(EXPORTS[kind], prefetch=LINES_AT_A_TIME):
            yield row[0]
