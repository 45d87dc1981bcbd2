"""The statements that fill the tables with made articles, a chunk of numbers at a time.

Article n is ten paragraphs of fixed lengths, a name in each and a quote in every other, so that every offset
is arithmetic. What varies is told by a hash of n and the place: a data set of one size is always the same.
In SLOTS $1 and $2 are the first number of a chunk and the number after its last, $3 the actors there are.
"""

from dataclasses import dataclass

SENTENCE, NAME, QUOTE = 60, 24, 100
"""Characters of a filler sentence, of a name and of a quote."""
QUOTED = len(" said: “") + QUOTE + len("”.\n\n")
EVEN, ODD = SENTENCE + 1 + NAME + QUOTED, SENTENCE + 1 + NAME + 1 + SENTENCE + 3
"""Characters of a paragraph with a quote, and of one without."""
BODY = 5 * (EVEN + ODD)
SOURCES = 200
FIRST_DAY = "timestamptz '2001-01-01 00:00:00+00'"


@dataclass(frozen=True)
class Filled:
    """A table, the columns that are filled, and the SELECT that gives them."""

    table: str
    columns: str
    select: str

    def statement(self, *, searched: bool) -> str:
        """The INSERT; searched: whether the table has the column `words`."""
        if not searched:
            return f"insert into {self.table} ({self.columns}) {self.select}"
        return (
            f"insert into {self.table} ({self.columns}, words) select made.*, {WORDS[self.table]} "
            f"from ({self.select}) made ({self.columns})"
        )


FUNCTIONS = """
create function pg_temp.chance(n bigint, salt bigint) returns double precision immutable language sql return
    (hashint8extended(n, salt) & 9007199254740991)::double precision / 9007199254740992;
create function pg_temp.zipf(n bigint, salt bigint, many int) returns int immutable language sql return
    least(many, floor(power(many + 1, pg_temp.chance(n, salt)))::int);
create function pg_temp.event_of(n bigint) returns bigint immutable language sql return
    case when n % 10 = 7 then -1 - n / 1000 else n / 4 end;
create function pg_temp.event_day(event bigint) returns timestamptz immutable language sql return
    date_trunc('day', FIRST_DAY + interval '13 minutes' *
        (case when event < 0 then (-1 - event) * 1000 else event * 4 end));
create function pg_temp.instant(n bigint) returns timestamptz immutable language sql return
    FIRST_DAY + interval '13 minutes' * n;
create function pg_temp.actor_name(rank int) returns text immutable language sql return
    case when rank % 7 = 3 then 'North' || lpad(rank::text, 6, '0') || ' Harbor' || lpad(rank::text, 6, '0')
    else 'Given' || lpad(rank::text, 6, '0') || ' Family' || lpad(rank::text, 6, '0') end;
create function pg_temp.named(kind text, name text) returns uuid immutable language sql return
    md5(kind || name)::uuid;
""".replace("FIRST_DAY", FIRST_DAY)

SLOTS = f"""
create temp table slots as
select n, p, rank, pg_temp.named('actor', rank::text) as actor_id, pg_temp.actor_name(rank) as name,
       pg_temp.named('article', n::text) as article_id, pg_temp.instant(n) as published_start, source,
       pg_temp.named('source', source::text) as source_id, q.text as quote,
       pg_temp.named('utterance', told || '.' || p) as utterance_id,
       p / 2 * {EVEN + ODD} + p % 2 * {EVEN} as start,
       s.text || ' ' || pg_temp.actor_name(rank) || case
           when q.text is null then ' ' || t.text || E'.\\n\\n'
           else ' said: “' || q.text || E'”.\\n\\n' end as paragraph
from (
    select n, p, told, pg_temp.zipf(n, 98, {SOURCES}) as source, case
        when p in (1, 2) then pg_temp.zipf(pg_temp.event_of(n), p, $3)
        when p = 3 then 7 * (pg_temp.zipf(pg_temp.event_of(n), p, $3 / 7) - 1) + 3
        else pg_temp.zipf(told, p, $3) end as rank
    from (
        -- the first quote of every twentieth article was printed before
        select n, p, case when p = 0 and n % 20 = 19 then n - 10 else n end as told
        from generate_series($1::bigint, $2::bigint - 1) n, generate_series(0, 9) p
    ) numbered
) told
join sentences s on s.number = hashint8extended(n, p + 100) & 4095
join sentences t on t.number = hashint8extended(n, p + 200) & 4095
left join lateral (
    select w.text || ' ' || lpad(told::text, 7, '0') as text from quoted_words w
    where p % 2 = 0 and w.number = hashint8extended(told, p + 300) & 4095
) q on true
"""

ARTICLES = Filled(
    "articles",
    "id, source_id, external_id, url, headline, body, length, content_hash, record_digest, language, published, "
    "published_start, published_origin, stored_at, status, word_count, processor",
    f"""
select article_id, source_id, 'made-' || n, 'https://source' || source || '.example/' || n, headline, body, {BODY},
       sha256(convert_to(body, 'UTF8')), sha256(convert_to(n || body, 'UTF8')), 'en',
       to_char(published_start, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), published_start, 'SUPPLIED',
       timestamptz '2026-01-01 00:00:00+00' + interval '1 millisecond' * n, 'CURRENT',
       length(body) - length(replace(body, ' ', '')) + 10, 'made/1'
from (
    select article_id, n, source_id, source, published_start, string_agg(paragraph, '' order by p) as body,
           max(left(paragraph, {SENTENCE})) as headline
    from slots group by 1, 2, 3, 4, 5 order by n
) made
""",
)

ANNOTATIONS = (
    Filled(
        "article_keys",
        "key, kind, article_id",
        """
select sha256(convert_to('8:external5:local' || length('made-' || n) || ':made-' || n, 'UTF8')), 'EXTERNAL', article_id
from slots where p = 0
union all
select sha256(convert_to('3:url' || length(url) || ':' || url, 'UTF8')), 'URL', article_id
from (select 'https://source' || source || '.example/' || n as url, article_id from slots where p = 0) known
""",
    ),
    Filled(
        "article_actors",
        "article_id, actor_id, names, name_counts, titles, title_counts, identifiers, mention_count, "
        "quote_count, published_start",
        """
select article_id, actor_id, array[name], array[count(*)], '{}'::text[], '{}'::int[], '{}'::text[], count(*),
       count(quote), published_start
from slots group by article_id, actor_id, name, published_start, n order by n
""",
    ),
    Filled(
        "mentions",
        "article_id, revision, length, actor_id, span_start, span_end, utf16_start, utf16_end, exact, "
        "prefix, suffix, form",
        f"""
select article_id, 1, {BODY}, actor_id, at, at + {NAME}, at, at + {NAME}, name,
       substr(paragraph, {SENTENCE + 2 - 32}, 32), substr(paragraph, {SENTENCE + 2 + NAME}, 32), 'NAME'
from (select *, start + {SENTENCE + 1} as at from slots) named order by n, p
""",
    ),
    Filled(
        "quotes",
        "id, article_id, revision, length, speaker_id, utterance_id, source_id, published_start, kind, "
        "span_start, span_end, utf16_start, utf16_end, exact, prefix, suffix",
        f"""
select pg_temp.named('quote', n || '.' || p), article_id, 1, {BODY}, actor_id, utterance_id, source_id,
       published_start, 'DIRECT', at, at + {QUOTE}, at, at + {QUOTE}, quote,
       substr(paragraph, {EVEN - 4 - QUOTE - 31}, 32), E'”.\\n\\n' || left(following, 28)
from (
    select *, start + {SENTENCE + 1 + NAME + len(" said: “")} as at,
           lead(paragraph) over (partition by n order by p) as following
    from slots
) quoted where quote is not null order by n, p
""",
    ),
    Filled(
        "attributions",
        "quote_id, article_id, revision, length, method, rule, confidence",
        f"""
select pg_temp.named('quote', n || '.' || p), article_id, 1, {BODY}, 'CUE', 'made', 0.9
from slots where quote is not null order by n, p
""",
    ),
    Filled(
        "utterance_keys",
        "key, quote_id, utterance_id",
        f"""
select sha256(convert_to('5:words36:' || actor_id || '{QUOTE}:' || quote, 'UTF8')),
       pg_temp.named('quote', n || '.' || p), utterance_id
from slots where quote is not null
""",
    ),
    Filled(
        "article_events",
        "article_id, event_id, source_id, stored_at, start_at, mode, contexts, name, end_date, date_origin, "
        "location_id, participant_ids, participant_roles",
        """
select a.article_id, pg_temp.named('event', e::text), a.source_id,
       timestamptz '2026-01-01 00:00:00+00' + interval '1 millisecond' * n, pg_temp.event_day(e), null,
       array['diplomatic'], 'Talks of ' || a.name || ' and ' || b.name || ' in ' || c.name, null, 'SUPPLIED',
       c.actor_id, array[a.actor_id, b.actor_id], array['ACTOR', 'RECIPIENT']
from (select *, pg_temp.event_of(n) as e from slots) a
join slots b using (n) join slots c using (n) where a.p = 1 and b.p = 2 and c.p = 3 order by n
""",
    ),
    Filled(
        "reports",
        "article_id, event_id, revision, length, published_start, modality, span_start, span_end, "
        "utf16_start, utf16_end, exact, prefix, suffix",
        f"""
select article_id, pg_temp.named('event', pg_temp.event_of(n)::text), 1, {BODY}, published_start, 'ASSERTED',
       start, start + {SENTENCE}, start, start + {SENTENCE}, left(paragraph, {SENTENCE}), right(before, 32),
       substr(paragraph, {SENTENCE + 1}, 32)
from (select *, lag(paragraph) over (partition by n order by p) as before from slots) told
where p in (2, 4) order by n, p
""",
    ),
    Filled(
        "event_quotes",
        "event_id, quote_id, published_start",
        """
select pg_temp.named('event', pg_temp.event_of(n)::text), pg_temp.named('quote', n || '.' || p), published_start
from slots where p in (2, 4) order by n, p
""",
    ),
)
"""What is told of the articles of a chunk; each after those that it refers to."""

TOTALS = (
    Filled(
        "sources",
        "id, key, name, domain",
        f"""
select pg_temp.named('source', n::text), 'domain:source' || n || '.example', 'Source ' || n, 'source' || n || '.example'
from generate_series(1, {SOURCES}) n where pg_temp.named('source', n::text) in (select source_id from articles)
""",
    ),
    Filled(
        "actors",
        "id, kind, name, name_folded, mention_count, article_count, quote_count",
        """
select actor_id, case when min(names[1]) like 'North%' then 'PLACE' else 'PERSON' end, min(names[1]),
       lower(min(names[1])), sum(mention_count), count(*), sum(quote_count)
from article_actors group by actor_id
""",
    ),
    Filled(
        "actor_keys",
        "key, actor_id, home_id",
        """
select sha256(convert_to('4:name' || length(kind) || ':' || kind || length(name) || ':' || name_folded, 'UTF8')), id, id
from actors
""",
    ),
    Filled(
        "aliases",
        "actor_id, name, folded, mention_count, article_count",
        """
select id, name, name_folded, mention_count, article_count from actors
""",
    ),
    Filled(
        "utterances",
        "id, speaker_id, article_count, source_count",
        """
select utterance_id, speaker_id, count(distinct article_id), count(distinct source_id)
from quotes group by utterance_id, speaker_id
""",
    ),
    Filled(
        "events",
        "id, type, mode, contexts, name, start_date, start_at, end_date, date_origin, location_id, "
        "article_count, source_count",
        """
select event_id,
       (array['CONSULT', 'COOPERATE', 'ACCUSE', 'PROTEST', 'SANCTION'])[1 + get_byte(uuid_send(event_id), 0) % 5], null,
       contexts, name, to_char(start_at, 'YYYY-MM-DD'), start_at, null, 'SUPPLIED', location_id,
       count(*), count(distinct source_id)
from article_events group by event_id, contexts, name, start_at, location_id
""",
    ),
    Filled(
        "participants",
        "event_id, actor_id, role, type, start_date, article_count",
        """
select e.id, t.actor_id, t.role, e.type, e.start_date, count(*)
from article_events a cross join lateral unnest(a.participant_ids, a.participant_roles) t (actor_id, role)
join events e on e.id = a.event_id group by e.id, t.actor_id, t.role, e.type, e.start_date
""",
    ),
    Filled(
        "event_actors",
        "event_id, actor_id, start_at, article_count",
        """
select event_id, actor_id, start_at, count(*)
from (
    select distinct a.article_id, a.event_id, t.actor_id, a.start_at
    from article_events a cross join lateral unnest(a.participant_ids || a.location_id) t (actor_id)
) told group by event_id, actor_id, start_at
""",
    ),
)
"""What is counted over all articles."""

WORDS = {
    # ten places between headline and body: no phrase spans them
    "articles": "setweight(to_tsvector('simple', headline), 'A') "
    "|| ts_delete(to_tsvector('simple', repeat('x ', 10) || body), 'x')",
    "quotes": "setweight(to_tsvector('simple', exact), 'C')",
    "aliases": "setweight(to_tsvector('simple', name), 'A')",
    "events": "setweight(to_tsvector('simple', name), 'B')",
    "article_events": "setweight(to_tsvector('simple', name), 'B')",
}
"""Table -> what it is searched by, where the schema has such a column."""
