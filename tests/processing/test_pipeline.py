import gc
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.article import MAX_ANNOTATIONS, MAX_BODY, ProcessedArticle, RawArticle
from service.processing import PROCESSOR, process
from service.processing.document import Document, Token
from tests.processing.reading import speaker

WORDS = re.split(
    " ",
    "“ ” \" ' '' ‘ ’ « » , . : ; ! ? ( ) - — said told called he she it they the a of who that and according to "
    "Juan Guaido Maduro President General Sen. Mr. general official Reuters NATO Venezuela 's ’s saying \n \n\n "
    "January 23 2019 protest resigned in video",
)


def check(article: ProcessedArticle) -> None:
    """What validation can't see: attributions and actors that hold together."""
    keys = {actor.key for actor in article.actors}
    for quote in article.quotes:
        assert quote.speaker is None or quote.speaker in keys
        attribution = quote.attribution
        assert quote.speaker is None or attribution is not None
        if attribution and attribution.cue_span:
            span = attribution.cue_span
            assert attribution.cue == article.body[span.start : span.end]
    for actor in article.actors:
        assert actor.name not in actor.aliases
        assert any(mention.form == "NAME" for mention in actor.mentions)
    assert ProcessedArticle.model_validate_json(article.model_dump_json(by_alias=True)) == article


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=80))
def test_any_soup_of_marks_and_words_makes_a_valid_record(words: list[str]) -> None:
    check(process(RawArticle(body=" ".join(words) or " ", language="en")))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1))
def test_any_text_makes_a_valid_record(body: str) -> None:
    check(process(RawArticle(body=body, language="en")))


LONG = 200_000
"""Code points of a text that takes long for what it holds, not for its length alone."""


def _varied(alphabet: str, seed: int) -> str:
    return "".join(random.Random(seed).choices(alphabet, k=LONG))  # noqa: S311 - a text, no secret


@pytest.mark.parametrize(
    "body",
    [
        '"' * MAX_BODY,
        "“" * MAX_BODY,
        "'" * MAX_BODY,
        '"a" ' * (LONG // 4),
        "." * MAX_BODY,
        "a" * MAX_BODY,
        " " * MAX_BODY,
        "Abc " * (MAX_BODY // 4),
        "John Smith said it and " * (LONG // 23),
        '"a b c d" was in the of said, ' * (LONG // 30),
        "Bob Long left now.\n" + "Bob Long Leaves\n" * (LONG // 16),
        "Bob Long Calls " + "‘A’ " * 40 + "\n" + "Bob Long Leaves\n" * (LONG // 16),
        "Bob Long left.\n" + "“LONG: it rains.\n" * (LONG // 17),
        "John Smith said it was “a b c” and “d e” and " * (LONG // 46),
        _varied("“”\"'‘’«» ab\n", 1),
        _varied("abc XYZ, .", 2),
        _varied("".join(map(chr, range(33, 0x3000))), 3),
    ],
    ids=[
        "marks",
        "openers",
        "apostrophes",
        "quotes",
        "periods",
        "letters",
        "spaces",
        "capitals",
        "names",
        "verbs",
        "headings",
        "headline",
        "transcript",
        "parts",
        "mark soup",
        "letter soup",
        "unicode",
    ],
)
def test_the_longest_texts_end(body: str) -> None:
    """A step that takes the square of a million code points would not."""
    article = process(RawArticle(body=body, language="en"))
    assert len(article.quotes) <= MAX_ANNOTATIONS


@pytest.mark.parametrize(
    "body",
    [
        "The {0} general said: “Go home now, all of you.”",
        "“Go home now, all of you,” Bob Long told the {0} officials.",
        "“Go home now, all of you,” Bob Long said, according to the {0} officials.",
        "Then {0} general Francisco Yanez left.",
        "“Go home now, all of you,” {1} said.",
        "“Go home now, all of you,” the {0} said.",
    ],
)
def test_words_longer_than_the_records_limits_are_left_out(body: str) -> None:
    check(process(RawArticle(body=body.format("x" * 3_000, "X" * 3_000))))


def test_what_the_sender_said_is_kept() -> None:
    raw = RawArticle(
        external_id="7",
        url="https://news.example/a",
        headline="A “headline”",
        body="He left.",
        language="en",
        date_published="2019-02-03",
    )
    article = process(raw)
    assert article.processor == PROCESSOR
    assert {name: getattr(article, name) for name in RawArticle.model_fields} == dict(raw)


def test_the_same_text_makes_the_same_record() -> None:
    raw = RawArticle(body="“Go home now,” Bob Long said. Tom Short left. “We stay,” he said.")
    assert process(raw) == process(raw)


def test_an_actor_is_named_in_full_without_titles() -> None:
    article = process(RawArticle(body="President Juan Guaido left. “We are going home,” Mr. Guaido said."))
    assert speaker(article, article.quotes[0]) == "Juan Guaido"
    assert article.actors[0].aliases == ("Guaido",)
    role = article.actors[0].mentions[0].role
    assert role is not None
    assert role.title == "President"


def test_who_has_no_name_is_no_actor() -> None:
    assert process(RawArticle(body="The general said he was a student.")).actors == ()


def test_lines_beside_the_news_report_no_events() -> None:
    news = "Police arrested forty students in Lima on Monday."
    lines = "Strike Ends in Lima", "READ MORE: Ann Lee accuses Peru of fraud", "LIMA REJECTS THE PLAN OF PERU", news
    article = process(RawArticle(body="\n\n".join(lines) + "\n\nWATCH: Rebels attack Lima"))
    reports = {article.body[report.start : report.end] for event in article.events for report in event.reports}
    assert reports == {news}


def test_what_a_title_names_takes_no_part_in_an_event() -> None:
    article = process(RawArticle(body="NATO Secretary General Ann Lee met Google founder Bob Long in Paris."))
    names = {actor.key: actor.name for actor in article.actors}
    assert set(names.values()) == {"NATO", "Ann Lee", "Google", "Bob Long", "Paris"}
    assert [[names[party.actor] for party in event.participants] for event in article.events] == [
        ["Ann Lee", "Bob Long"]
    ]


def test_a_preposition_within_a_title_governs_nobody() -> None:
    article = process(RawArticle(body="On Monday, Peruvian Secretary of State Ann Lee praised Chile for its help."))
    names = {actor.key: actor.name for actor in article.actors}
    assert [(names[party.actor], party.role) for party in article.events[0].participants] == [
        ("Ann Lee", "ACTOR"),
        ("Chile", "RECIPIENT"),
    ]


def test_a_text_may_end_in_the_middle_of_a_clause() -> None:
    assert process(RawArticle(body="He added to Ann")).quotes == ()


def test_what_a_text_needed_is_freed_with_it() -> None:
    """A document in a cycle waits for a full look at all that there is: a tenth of the time of a batch."""
    article = RawArticle(body=next(Path("seeds").glob("*.txt")).read_text())
    process(article)
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        process(article)
        gc.collect()
        assert not [each for each in gc.garbage if isinstance(each, Document | Token)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def test_what_is_left_of_a_text_is_freed_without_a_search_for_cycles() -> None:
    article = RawArticle(
        body=" ".join(f"Ann Lee said “No.” She hit the game again on May {day}." for day in range(1, 20))
    )
    process(article)
    gc.collect()
    gc.disable()
    try:
        process(article)
        assert gc.collect() == 0
    finally:
        gc.enable()
