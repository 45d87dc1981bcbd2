"""Search over everything: what each type is found by, and what of it is shown as found."""

from service.catalog.model import Column, Key, ObjectType, Order, Search, Searched, newest
from service.search_text import INDEXED_BYTES

_ID = Key("{child}.id", "uuid")

EXCERPT_PART = ObjectType(
    "ExcerptPart",
    "A part of an excerpt: plain text, to be shown as such and never as HTML.",
    (
        Column("text", "String!", "{row}.part", "Its text; the texts of all parts make up a stretch of the original."),
        Column("matched", "Boolean!", "{row}.matched", "Whether these are words that were looked for."),
    ),
)

SEARCH = Search(
    "search",
    "Searches headlines, bodies (their first 512 KiB), quotes, and the names of actors and events; the best match "
    "first, of the newest 10,000 matches of each type. All words must be there, case and accents ignored; "
    '"in quotes" they must stand in a row; -word must not be there; OR stands between alternatives; begin* stands for '
    "every word that begins so. What holds no word, or only such with a minus, finds nothing.",
    (
        Searched(
            "ARTICLE",
            "Article",
            matches="{child}.words @@ {query}",
            columns="{child}.id, {child}.words",
            candidates=newest("{child}.published_start", _ID),
            rank="ts_rank({child}.words, {query})",
            # No byte of UTF-8 makes more than one character.
            text="case when {row}.headline ~ {pattern} then {row}.headline "
            f"else left({{row}}.body, {INDEXED_BYTES}) end",
        ),
        Searched(
            "ACTOR",
            "Actor",
            matches="{child}.id in (select f.actor_id from aliases f where f.words @@ {query})",
            columns="{child}.id",
            candidates=Order((Key("{child}.mention_count", "int"), _ID), descending=True),
            rank="(select max(ts_rank(f.words, {query})) from aliases f "
            "where f.actor_id = {child}.id and f.words @@ {query})",
            text="(select f.name from aliases f where f.actor_id = {row}.id and f.words @@ {query} "
            "order by ts_rank(f.words, {query}) desc, f.mention_count desc, f.name limit 1)",
        ),
        Searched(
            "QUOTE",
            "Quote",
            matches="{child}.words @@ {query}",
            columns="{child}.id, {child}.words",
            candidates=newest("{child}.published_start", _ID),
            rank="ts_rank({child}.words, {query})",
            text="{row}.exact",
        ),
        Searched(
            "EVENT",
            "Event",
            matches="{child}.words @@ {query}",
            columns="{child}.id, {child}.words",
            candidates=newest("{child}.start_at", _ID),
            rank="ts_rank({child}.words, {query})",
            text="{row}.name",
        ),
    ),
)
