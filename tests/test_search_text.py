"""Words and tsvectors: what search reads of a text, in Postgres's own format."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.folding import fold
from service.search_text import (
    INDEXED_BYTES,
    MAX_WORD,
    article_vector,
    event_vector,
    name_vector,
    quote_vector,
    search_vector,
    search_words,
)
from service.storage.pool import open_pool
from tests.databases import Server

TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


class Database:
    """One connection on a loop of its own, for properties that are not async."""

    def __init__(self, runner: asyncio.Runner, pool: Any) -> None:
        self.runner = runner
        self.pool = pool

    def value(self, sql: str, *values: Any) -> Any:
        return self.runner.run(self.pool.fetchval(sql, *values))

    def rows(self, sql: str, *values: Any) -> Any:
        return self.runner.run(self.pool.fetch(sql, *values))

    def stored(self, vector: bytes) -> str:
        """A vector as Postgres shows it, which it took and gives back as it came."""
        assert self.value("select $1::tsvector", vector) == vector
        return str(self.value("select $1::tsvector::text", vector))


@pytest.fixture(scope="module")
def database(server: Server) -> Iterator[Database]:
    with asyncio.Runner() as runner:
        context = open_pool(server.url, 1)
        pool = runner.run(context.__aenter__())
        try:
            yield Database(runner, pool)
        finally:
            runner.run(context.__aexit__(None, None, None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("“…” — 😀 !", []),
        ("Juan  GUAIDÓ\u00a0said:", ["juan", "guaido", "said"]),
        ("Guaido\u0301", ["guaido"]),
        ("Maduro’s don't", ["maduro", "s", "don", "t"]),
        ("U.S. 1,000 snake_case well-known", ["u", "s", "1", "000", "snake", "case", "well", "known"]),
        ("Straße ﬁnal", ["strasse", "final"]),
        ("中国の🇨🇳 IBM公司", ["中", "国", "の", "ibm", "公", "司"]),
        ("القاهرة مُحَمَّد", ["القاهرة", "محمد"]),
        ("서울 Москва Йод", ["서울", "москва", "иод"]),
        ("x" * 300, ["x" * MAX_WORD]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert search_words(text) == words


@given(TEXTS)
def test_words_are_those_of_the_whole_folded_text(text: str) -> None:
    """Also where they are read chunk by chunk, of which many are known."""
    assert search_words(text) == search_words(fold(text))
    letters = [c for word in search_words(text[:10]) for c in word if c.isalnum()]
    assert letters == [c for c in fold(text[:10]) if c.isalnum()]
    assert not any(re.search(r"[\s_'\\]", word) or not 1 <= len(word) <= MAX_WORD for word in search_words(text))


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, st.sampled_from("ABCD")), max_size=3))
def test_any_text_makes_a_vector_that_postgres_takes(database: Database, texts: list[tuple[str, str]]) -> None:
    database.stored(search_vector(texts))


@given(
    st.lists(
        st.tuples(st.integers(0, 20_000), st.sampled_from(["a", "a b", "é c a"]), st.sampled_from("ABCD")), max_size=3
    )
)
@example([(1_100, "a", "D")])
def test_places_are_counted_through_texts_of_any_length(runs: list[tuple[int, str, str]]) -> None:
    texts = [(" ".join([words] * count) + f" end{n} b", weight) for n, (count, words, weight) in enumerate(runs)]
    places: dict[str, list[int]] = {}
    place = 0
    for text, weight in texts:
        for word in text.replace("é", "e").split():
            places.setdefault(word, []).append("DCBA".index(weight) << 14 | place % 16_383 + 1)
            place += 1
        place += 10
    lexemes = []
    for word in sorted(places):
        first = {weighed & 16_383: weighed for weighed in reversed(places[word][:255])}
        packed = [number.to_bytes(2, "big") for number in (len(first), *(first[at] for at in sorted(first)))]
        lexemes.append(word.encode() + b"\x00" + b"".join(packed))
    assert search_vector(texts) == len(places).to_bytes(4, "big") + b"".join(lexemes)


def test_places_and_weights_are_those_of_the_texts(database: Database) -> None:
    assert database.stored(article_vector("Guaidó speaks", "He speaks of Guaido.")) == (
        "'guaido':1A,16 'he':13 'of':15 'speaks':2A,14"
    )
    assert database.stored(article_vector(None, "He")) == "'he':11"
    assert database.stored(quote_vector("a b a")) == "'a':1C,3C 'b':2C"
    assert database.stored(name_vector("Juan Guaidó")) == "'guaido':2A 'juan':1A"
    assert database.stored(event_vector("Rally")) == "'rally':1B"


def test_no_phrase_spans_headline_and_body(database: Database) -> None:
    found = database.value(
        "select $1::tsvector @@ $2::text::tsquery", article_vector("Maduro", "leaves"), "'maduro' <-> 'leaves'"
    )
    assert found is False


def test_phrase_is_found_far_behind_postgres_last_place(database: Database) -> None:
    vector = article_vector("Headline", "word " * 40_000 + "needle in haystack" + " word" * 30_000)
    found = "select $1::tsvector @@ $2::text::tsquery"
    assert database.value(found, vector, "'needle' <-> 'in' <-> 'haystack'") is True
    assert database.value(found, vector, "'in' <-> 'needle'") is False


def test_body_is_read_up_to_its_bound(database: Database) -> None:
    filler = "é " * (INDEXED_BYTES // 3 - 10)
    vector = article_vector(None, f"first {filler} inside {'é ' * 100} outside")
    words = database.value("select tsvector_to_array($1::tsvector)", vector)
    assert words == ["e", "first", "inside"]


@pytest.mark.parametrize(
    "body",
    [
        " ".join(f"{number:07}" for number in range(60_000)),
        "\ufdfa " * 200_000,
        "".join(map(chr, range(0x4E00, 0x9FFF))) * 40,
        " ".join(chr(code) * 250 for code in range(0x20000, 0x20900)),
        "a" * 1_000_000,
        "𝒜 " * 300_000,
    ],
    ids=["distinct words", "a character of eighteen", "ideographs", "astral words", "one word", "one letter"],
)
def test_largest_bodies_make_vectors_that_postgres_takes(database: Database, body: str) -> None:
    assert len(database.stored(article_vector("headline", body))) > len("'headline':1A")


def test_what_is_over_a_vectors_size_is_left_out_from_its_end(database: Database) -> None:
    many = " ".join(f"{number:06}{'x' * 60}" for number in range(30_000))
    kept = database.value("select tsvector_to_array($1::tsvector)", search_vector([(many, "D")]))
    assert kept == [f"{number:06}{'x' * 60}" for number in range(len(kept))]
    assert 10_000 < len(kept) < 30_000
