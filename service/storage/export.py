"""Everything that is stored, as lines of JSON that Postgres builds, read through a cursor on one snapshot."""

from collections.abc import AsyncGenerator

from service.storage.pool import Pool
from service.storage.records import RECORD, RESOLVED, UTTERANCES

LINES_AT_A_TIME = 50
"""Lines that are fetched together: what an export holds in memory."""


def _instant(column: str) -> str:
    """An instant as it is served."""
    return f"""to_char({column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')"""


# Lines that `ingest` takes (service/storage/lines.py). Merges come first, so that what articles say is of the actors
# that theirs became from the beginning.
_MERGES = """
select row_to_json(line) from (
    select (select row_to_json(merge) from (
        select 'actor_' || f.former_id as actor, 'actor_' || f.into_id as into,
            MERGED_AT as "mergedAt", f.kind, f.name
    ) merge) as merge
    from former_actors f
    order by f.merged_at, f.former_id
) line
""".replace("MERGED_AT", _instant("f.merged_at"))

_FIRST = """not exists (
    select from article_actors o join articles b on b.id = o.article_id
    where o.actor_id = p.actor_id and (b.stored_at, b.id) < (a.stored_at, a.id)
)"""
"""Whether the article `a` is the first of those exported to speak of the actor of its part `p`."""


def _keys(chosen: str, rest: str = "") -> str:
    """The keys that tell of the actors that this article is the first to speak of: {actor before any merge: keys}."""
    return f"""(
        select json_object_agg('actor_' || told.home_id, told.keys order by told.home_id)
        from (
            select coalesce(k.home_id, p.actor_id) as home_id,
                coalesce(json_agg(encode(k.key, 'hex') order by k.key) filter (where {chosen}), '[]') as keys
            from article_actors p left join actor_keys k on k.actor_id = p.actor_id
            where p.article_id = a.id and {_FIRST} {rest} group by 1
        ) told
    )"""  # noqa: S608  expressions of ours


# `shown`: actors that are shown in other words than those of this article's record, and what kind of actor those are
# that an identifier tells: another record may say otherwise.
_STORED = f"""
concat(
    '{{"id":"article_', a.id, '","sender":', to_json(a.sender), ',"revision":', a.revision,
    ',"storedAt":"', {_instant("a.stored_at")}, '"', ',"modifiedAt":"' || {_instant("a.modified_at")} || '"',
    ',"externalKeys":' || (
        select json_agg(encode(k.key, 'hex') order by k.key) from article_keys k
        where k.article_id = a.id and k.kind = 'EXTERNAL'
        having count(*) > (a.external_id is not null)::int
    ),
    ',"keys":' || {_keys("not k.ambiguous")},
    ',"ambiguousKeys":' || {_keys("k.ambiguous", "and k.ambiguous")},
    ',"retold":' || (
        select json_agg('event_' || t.event_id order by t.event_id)
        from article_events t join events e on e.id = t.event_id
        where t.article_id = a.id and e.told_by <> a.id
    ),
    ',"utterances":', array_to_json({UTTERANCES}),
    ',"shown":' || (
        select json_object_agg('actor_' || t.id, json_build_object('kind', t.kind, 'name', t.name) order by t.id)
        from article_actors p join actors t on t.id = p.actor_id
        where p.article_id = a.id and (p.names[1] <> t.name or p.identifiers <> '{{}}')
    ),
    ',', substr({RESOLVED}, 2)
)
"""  # noqa: S608  expressions of ours

_ARTICLES = f"""
select concat('{{"stored":', {_STORED}, ',"body":', to_json(a.body), ',', substr({RECORD}, 2))::json
from articles a
order by a.stored_at, a.id
"""  # noqa: S608  likewise

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

EXPORTS = {"articles": (_MERGES, _ARTICLES), "actors": (_ACTORS,), "quotes": (_QUOTES,), "events": (_EVENTS,)}
"""Kind -> the statements whose rows are its lines; `ingest` takes articles back, fields are named as in GraphQL."""


async def export(pool: Pool, kind: str) -> AsyncGenerator[bytes, None]:
    """The lines of one of EXPORTS, each a JSON object in UTF-8, without line ends."""
    async with pool.acquire() as connection, connection.transaction(isolation="repeatable_read", readonly=True):
        for statement in EXPORTS[kind]:
            async for row in connection.cursor(statement, prefetch=LINES_AT_A_TIME):
                yield row[0]
