"""What users look for, read into tsqueries and patterns that Postgres takes whatever was typed."""

import asyncio
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service.errors import BadInput
from service.query.highlight import MAX_PATTERN, NEVER, highlight_pattern
from service.query.search_terms import (
    MAX_SEARCH,
    MAX_WORDS,
    NOTHING,
    Term,
    name_beginning,
    read_search,
    tsquery,
)
from service.storage.pool import open_pool
from tests.test_search_text import Database

TYPED = st.one_of(
    st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60),
    st.lists(
        st.sampled_from(
            [*"&|!:*()'\\<->\"“”-%$[]{}^.?+ ", "<->", ":*", "OR", "ab", "É", "ß", "中国", "\n", "''", "1e5"]
        ),
        max_size=25,
    ).map("".join),
)


@pytest.fixture(scope="module")
def database(filled_url: str) -> Iterator[Database]:
    with asyncio.Runner() as runner:
        context = open_pool(filled_url, 1)
        pool = runner.run(context.__aenter__())
        try:
            yield Database(runner, pool)
        finally:
            runner.run(context.__aexit__(None, None, None))


def made(text: str) -> str:
    """The tsquery of what was typed."""
    return tsquery(read_search("query", text))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Juan  GUAIDÓ", "'juan' & 'guaido'"),
        ('"let him" leave', "('let' <-> 'him') & 'leave'"),
        ("“let him leave", "('let' <-> 'him' <-> 'leave')"),
        ("„Größe“ «a b»", "'grosse' & ('a' <-> 'b')"),
        ("guaido -maduro", "'guaido' & !'maduro'"),
        ('guaido -"he said"', "'guaido' & !('he' <-> 'said')"),
        ("a OR b c OR d", "'a' | 'b' & 'c' | 'd'"),
        ("a or b", "'a' & 'or' & 'b'"),
        ('"OR" a', "'or' & 'a'"),
        ("OR a OR", "'a'"),
        ("carac*", "'carac':*"),
        ('"in carac*"', "('in' <-> 'carac':*)"),
        ('"in" *', "'in'"),
        ("U.S. don't well-known", "('u' <-> 's') & ('don' <-> 't') & ('well' <-> 'known')"),
        ("a -b- --c - d", "'a' & !'b' & !'c' & 'd'"),
        ("a & b | !c <-> (d):*", "'a' & 'b' & 'c' & 'd':*"),
        ("a' \\'b", "'a' & 'b'"),
        ("中国*", "('中' <-> '国':*)"),
        ("", NOTHING),
        ("😀 …", NOTHING),
        ("-a", NOTHING),
        ('-a -"b c" OR -d', NOTHING),
        ("-a OR b", "'b'"),
        ("x" * 300, f"'{'x' * 200}'"),
    ],
)
def test_typed(typed: str, expected: str) -> None:
    assert made(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("gua", "'gua':*"),
        ("Juan GUÁ", "('juan' <-> 'gua':*)"),
        ("O'B", "('o' <-> 'b':*)"),
        ('-"a" OR', "('a' <-> 'or':*)"),
        ("", NOTHING),
        ("'😀", NOTHING),
    ],
)
def test_beginning_of_a_name(typed: str, expected: str) -> None:
    assert name_beginning("filter.namePrefix", typed) == expected


def test_terms_tell_what_must_be_there() -> None:
    assert read_search("query", 'a -"b c*" OR d') == (
        (Term(("a",)), Term(("b", "c"), begins=True, without=True)),
        (Term(("d",)),),
    )


@pytest.mark.parametrize("read", [lambda text: read_search("query", text), lambda text: name_beginning("query", text)])
@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("x" * (MAX_SEARCH + 1), "query: is 1001 characters long, at most 1000 are taken: shorten it"),
        ("a\x00b", "query: holds U+0000 or a lone surrogate, which no stored text holds: remove it"),
        ("a\ud800b", "query: holds U+0000 or a lone surrogate, which no stored text holds: remove it"),
    ],
)
def test_what_can_not_be_looked_for_is_refused(read: Any, typed: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(typed)
    assert str(caught.value) == message


def test_too_many_words_are_refused() -> None:
    assert made("a " * MAX_WORDS).count("'a'") == MAX_WORDS
    with pytest.raises(BadInput, match=r"^query: has 65 words, at most 64 are taken: shorten it$"):
        made(f'"{"a " * MAX_WORDS}" -b')


@settings(deadline=None)
@given(TYPED)
@example("Mß")
@example("ß" * 30)
@example("iiiiiiiiiiiiiiiii ßiß")
def test_postgres_takes_whatever_was_typed(database: Database, typed: str) -> None:
    query, begun = made(typed), name_beginning("namePrefix", typed)
    assert database.value("select $1::text::tsquery @@ ' '", query) is False
    assert database.value("select numnode($1::text::tsquery) > 0", begun) is True
    pattern = highlight_pattern(read_search("query", typed))
    parts = database.rows("select * from excerpt($1, $2)", f"{typed} and {typed}", pattern)
    assert "".join(part["part"] for part in parts) in f"{typed} and {typed}"
    if pattern != NEVER and all(letter.isascii() or letter in "Éß中国“”" for letter in typed):
        assert any(part["matched"] for part in parts)


@pytest.mark.parametrize(
    ("typed", "text", "matched"),
    [
        ("guaido", "Juan GUAIDÓ, Guaido\u0301 and guaidos", ["GUAIDÓ", "Guaido\u0301"]),
        ("Guaidó", "Guaido", ["Guaido"]),
        ("strasse", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("Straße", "Strasse", ["Strasse"]),
        ("final", "ﬁnal", ["ﬁnal"]),
        ("anna", "𝒜𝓃𝓃𝒶 Müller", ["𝒜𝓃𝓃𝒶"]),
        ("москва", "В МОСКВА́", ["МОСКВА́"]),
        ("محمد", "قال مُحَمَّد", ["مُحَمَّد"]),
        ("中国", "在中国的IBM中国", ["中国", "中国"]),
        ("ibm公司", "IBM 公司", ["IBM 公司"]),
        ("carac*", "Caracas caraqueño CARACOLES", ["Caracas", "CARACOLES"]),
        ('"let him"', "let it, let\nhim; him let", ["let\nhim"]),
        ("don't U.S.", "Don’t, in the U.S. or U.S.A. and US", ["Don’t", "U.S", "U.S"]),
        ("a -b OR c", "a b c d", ["a", "c"]),
        ("rally", "rallying _rally_ rally2 (rally)", ["rally", "rally"]),
        ("x", "y", []),
        ("-x", "x", []),
    ],
)
def test_words_are_matched_as_they_are_written(database: Database, typed: str, text: str, matched: list[str]) -> None:
    parts = database.rows("select * from excerpt($1, $2)", text, highlight_pattern(read_search("query", typed)))
    assert [part["part"] for part in parts if part["matched"]] == matched
    assert "".join(part["part"] for part in parts) == text


WORDS = "Lorem ipsum dolor sit amet "


@pytest.mark.parametrize("before", ["", WORDS * 40, "x" * 500, "\n\n" * 300, "🇻🇪😀" * 200])
@pytest.mark.parametrize("after", ["", f" {WORDS * 40}", "-" * 500, "😀" * 500])
def test_excerpt_is_a_stretch_around_the_first_match(database: Database, before: str, after: str) -> None:
    text = f"{before}“Guaidó”{after}"
    parts = database.rows("select * from excerpt($1, $2)", text, highlight_pattern(read_search("query", "guaido")))
    excerpt = "".join(part["part"] for part in parts)
    assert excerpt in text
    assert len(excerpt) <= 240
    assert [part["part"] for part in parts if part["matched"]] == ["Guaidó"]
    assert all(part["part"] for part in parts)
    if WORDS in before and WORDS in after:
        assert len(excerpt) > 200
        assert re.fullmatch(r"(Lorem|ipsum|dolor|sit|amet) .* (Lorem|ipsum|dolor|sit|amet)", excerpt)


def test_excerpt_of_what_does_not_match_is_the_beginning(database: Database) -> None:
    parts = database.rows("select * from excerpt($1, $2)", WORDS * 40, NEVER)
    assert [tuple(part) for part in parts] == [(f"{WORDS * 8}Lorem ipsum dolor sit", False)]


def test_excerpt_of_a_phrase_with_much_between_its_words_is_bounded(database: Database) -> None:
    text = f"let{'-' * 100_000}him"
    parts = database.rows("select * from excerpt($1, $2)", text, highlight_pattern(read_search("query", '"let him"')))
    assert [len(part["part"]) for part in parts] == [1_000]


def test_pattern_is_bounded() -> None:
    typed = " ".join(["abcdefghij" * 3] * 33)[:MAX_SEARCH]
    assert highlight_pattern(read_search("query", "x" * 200)) != NEVER
    for text in (typed, "ab cd ef " * 20, "ﷺ" * 20, '"a b c d e f g h" ' * 8, "آ" * MAX_SEARCH):
        assert len(highlight_pattern(read_search("query", text))) < MAX_PATTERN * 1.1


@pytest.mark.parametrize("typed", ['"a a a a a a a a"', "a* " * 60, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab*"])
def test_pattern_does_not_run_wild(database: Database, typed: str) -> None:
    """On a text made to have it tried at every place; the pool's statement timeout would tell."""
    pattern = highlight_pattern(read_search("query", typed))
    text = "a" * 200_000 + " a - a . " * 20_000
    database.value("set statement_timeout = '5s'")
    assert database.value("select count(*) from excerpt($1, $2)", text, pattern) > 0
