"""Every check on a record, by the line that a sender reads."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from service import article as module
from service.article import (
    MAX_ANNOTATIONS,
    MAX_BODY,
    MAX_PROBLEMS,
    ProcessedArticle,
    RawArticle,
    partial_date_start,
    read_article,
)
from service.errors import InvalidArticle
from tests.records import Draft, Json

BODY = "“The time has come,” General Francisco Yanez said in Caracas on Saturday. Maduro rejected the call."


def example_record() -> Json:
    """A record with a part of every kind."""
    draft = Draft(
        BODY,
        externalId="example-1",
        url="https://news.example/yanez",
        headline=None,
        language="en",
        source={"name": "Example News", "domain": "news.example"},
        datePublished="2019-02-02",
        datePublishedOrigin="SUPPLIED",
        status="CURRENT",
    )
    yanez = draft.actor("Francisco Yanez", aliases=["Frank Yanez"], sameAs=[])
    draft.mention(yanez, "General", "NOMINAL", role="General")
    caracas = draft.actor("Caracas", kind="PLACE", sameAs=["https://www.wikidata.org/wiki/Q1533"])
    maduro = draft.actor("Maduro")
    cue = {"speakerSpan": draft.span("Francisco Yanez"), "cueSpan": draft.span("said"), "cue": "said"}
    draft.quote("The time has come,", yanez, attribution={**cue, "method": "CUE", "confidence": 0.98})
    draft.event(
        "REJECT",
        "Maduro rejects the call",
        "Maduro rejected the call.",
        participants=[(maduro, "ACTOR"), (yanez, "RECIPIENT")],
        startDate="2019-02-02",
        dateOrigin="INFERRED",
        location=caracas,
    )
    return draft.record()


def problems(record: object) -> tuple[str, ...]:
    with pytest.raises(InvalidArticle) as caught:
        read_article(record)
    return tuple(map(str, caught.value.problems))


def processed(record: Json) -> ProcessedArticle:
    article = read_article(record)
    assert isinstance(article, ProcessedArticle)
    return article


def change(path: str, value: object) -> Json:
    """The example with one thing set, e.g. at "quotes.0.end"."""
    record: Any = example_record()
    *way, last = (int(part) if part.isdigit() else part for part in path.split("."))
    place = record
    for step in way:
        place = place[step]
    place[last] = value
    return record  # type: ignore[no-any-return]


def field(path: str) -> str:
    """The path as it is told: "quotes.0.end" -> "quotes[0].end"."""
    return "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in path.split("."))[1:]


def test_example_is_taken() -> None:
    article = processed(example_record())
    assert article.quotes[0].text == "The time has come,"
    assert article.actors[0].mentions[1].role is not None
    assert article.actors[0].mentions[1].role.title == "General"
    assert article.events[0].reports[0].end == len(BODY)


def test_record_without_annotations_is_raw() -> None:
    article = read_article({"body": "x"})
    assert type(article) is RawArticle
    assert (article.language, article.status) == ("und", "CURRENT")


@pytest.mark.parametrize("field", ["actors", "quotes", "events"])
def test_record_with_annotations_needs_a_processor(field: str) -> None:
    assert problems({"body": "x", field: []}) == ("processor: is required",)


@pytest.mark.parametrize("record", [None, [], "body", 5, True, [{"body": "x"}]])
def test_record_is_an_object(record: object) -> None:
    assert problems(record) == ("record: must be a JSON object with at least `body`",)


IN_KIND = "input should be 'PERSON', 'ORGANIZATION', 'PLACE' or 'GROUP'"
IN_ORIGIN = "input should be 'SUPPLIED', 'TEXT', 'INFERRED' or 'UNKNOWN'"
A_DATE = "must be an ISO 8601 date, e.g. 2019, 2019-02, 2019-02-02 or 2019-02-02T17:30:00Z"
A_URL = "must be an absolute http or https URL, e.g. https://news.example/a"
A_TAG = "must be a BCP 47 tag, e.g. en or en-GB, or und where unknown"
WHEN_KNOWN = "must be UNKNOWN exactly when {} is null; otherwise SUPPLIED, TEXT or INFERRED"
NO_FIELD = "is not a field of this record: remove it or mend its name"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("body", "", "must not be empty"),
        ("body", None, "input should be a valid string"),
        ("headline", "", "must not be empty"),
        ("headline", "x" * 2001, "string should have at most 2000 characters"),
        ("externalId", " ", "must not be blank"),
        ("externalId", "x" * 501, "string should have at most 500 characters"),
        ("externalId", 7, "input should be a valid string"),
        ("processor", "", "must not be empty"),
        ("processor", "x" * 201, "string should have at most 200 characters"),
        ("language", "english language", A_TAG),
        ("language", "", A_TAG),
        ("language", "en_GB", A_TAG),
        ("language", "en-" + "x" * 33, "string should have at most 35 characters"),
        ("status", "DRAFT", "input should be 'CURRENT' or 'RETRACTED'"),
        ("datePublishedOrigin", "GUESSED", IN_ORIGIN),
        ("source", "news.example", "must be an object"),
        ("source.name", "", "must not be empty"),
        ("source.domain", "x" * 254, "string should have at most 253 characters"),
        ("actors", {}, "must be an array"),
        ("actors.1", None, "must be an object"),
        ("actors.1.kind", "CITY", IN_KIND),
        ("actors.1.kind", "place", IN_KIND),
        ("actors.1.name", "\t\n", "must not be blank"),
        ("actors.0.aliases.0", "", "must not be empty"),
        ("actors.1.sameAs.0", "Q1533", A_URL),
        ("actors.0.mentions.0.form", "WORD", "input should be 'NAME', 'NOMINAL' or 'PRONOUN'"),
        ("actors.0.mentions.0.start", -1, "input should be greater than or equal to 0"),
        ("actors.0.mentions.0.start", "29", "input should be a valid integer"),
        ("actors.0.mentions.0.start", 29.0, "input should be a valid integer"),
        ("actors.0.mentions.0.start", True, "input should be a valid integer"),
        ("actors.0.mentions.0.end", 0, "input should be greater than or equal to 1"),
        ("actors.0.mentions.0.end", 100, "100 is past the end of body (99)"),
        ("actors.0.mentions.0.start", 44, "44 must be less than end (44)"),
        (
            "actors.0.mentions.1.role.title",
            "Private",
            "differs from body[21:28], which is 'General'",
        ),
        ("actors.0.mentions.1.role.end", 10**30, f"{10**30} is past the end of body (99)"),
        ("quotes.0.text", "The time has come", "differs from body[1:19], which is 'The time has come,'"),
        ("quotes.0.end", 5120, "5120 is past the end of body (99)"),
        ("quotes.0.quoteKind", "SCARE", "input should be 'DIRECT', 'MIXED' or 'INDIRECT'"),
        ("quotes.0.speaker", "a9", "'a9' is no key in actors: add the actor or use null"),
        ("quotes.0.attribution.speakerSpan.end", 200, "200 is past the end of body (99)"),
        ("quotes.0.attribution.cueSpan.end", 200, "200 is past the end of body (99)"),
        (
            "quotes.0.attribution.cue",
            "told",
            "differs from body[45:49], which is 'said'",
        ),
        (
            "quotes.0.attribution.method",
            "GUESS",
            "input should be 'CUE', 'CONTINUATION', 'PRONOUN' or 'SUPPLIED'",
        ),
        ("quotes.0.attribution.confidence", 1.01, "input should be less than or equal to 1"),
        ("quotes.0.attribution.confidence", -0.1, "input should be greater than or equal to 0"),
        ("quotes.0.attribution.confidence", "1", "input should be a valid number"),
        ("quotes.0.attribution.confidence", True, "input should be a valid number"),
        ("quotes.0.attribution.confidence", float("nan"), "input should be a finite number"),
        ("events.0.mode", "Loud!", "string should match pattern '^[a-z0-9]([a-z0-9 _-]*[a-z0-9])?$'"),
        ("events.0.reports", [], "must not be empty"),
        ("events.0.reports.0.end", 100, "100 is past the end of body (99)"),
        ("events.0.location", "a9", "'a9' is no key in actors: add the actor or use null"),
        (
            "events.0.participants.1.actor",
            "a9",
            "'a9' is no key in actors: add the actor or use null",
        ),
        ("events.0.participants.1.role", "VICTIM", "input should be 'ACTOR' or 'RECIPIENT'"),
        ("events.0.participants.1", {"actor": "a2", "role": "ACTOR"}, "stands there twice: remove one"),
        ("events.0.startDate", "Saturday", A_DATE),
        ("events.0.endDate", "2019-02-01", "needs a startDate that is not after it"),
        (
            "events.0.dateOrigin",
            "UNKNOWN",
            WHEN_KNOWN.format("startDate"),
        ),
        (
            "datePublishedOrigin",
            "UNKNOWN",
            WHEN_KNOWN.format("datePublished"),
        ),
        ("body_text", "x", NO_FIELD),
        ("date_published", "2019", NO_FIELD),
        ("actors.0.mentions.0.text", "x", NO_FIELD),
        ("quotes.0.quote_kind", "DIRECT", NO_FIELD),
    ],
)  # fmt: skip
def test_refusal_names_the_field(path: str, value: object, message: str) -> None:
    assert problems(change(path, value)) == (f"{field(path)}: {message}",)


def test_event_type_is_of_plover() -> None:
    (line,) = problems(change("events.0.type", "MEET"))
    assert line.startswith("events[0].type: input should be 'AGREE', 'CONSULT', ")
    assert line.endswith("'ASSAULT' or 'OTHER'")


def test_end_without_start() -> None:
    record = example_record()
    record["events"][0] |= {"startDate": None, "dateOrigin": "UNKNOWN", "endDate": "2019-02-02"}
    assert problems(record) == ("events[0].endDate: needs a startDate that is not after it",)


@pytest.mark.parametrize("end", ["2019", "2019-02", "2019-02-02", "2019-02-03", "2019-02-02T00:00:00Z"])
def test_end_may_be_less_precise_than_start(end: str) -> None:
    assert processed(change("events.0.endDate", end)).events[0].end_date == end


def _double_actor(record: Json) -> None:
    record["actors"].append(deepcopy(record["actors"][1]))


def _double_event(record: Json) -> None:
    record["events"].append(deepcopy(record["events"][0]))


def _double_quote(record: Json) -> None:
    record["quotes"].append(deepcopy(record["quotes"][0]))


def _double_mention(record: Json) -> None:
    mentions = record["actors"][2]["mentions"]
    mentions.append({**mentions[0], "form": "NOMINAL"})


def _double_report(record: Json) -> None:
    reports = record["events"][0]["reports"]
    reports.append({**reports[0], "modality": "NEGATED"})


@pytest.mark.parametrize(
    ("double", "line"),
    [
        (_double_actor, "actors[3].key: 'a1' stands there twice: give each its own key"),
        (_double_event, "events[1].key: 'e0' stands there twice: give each its own key"),
        (_double_quote, "quotes[1]: has the span and kind of a quote before it: remove one"),
        (_double_mention, "actors[2].mentions[1]: has the span of a mention before it: remove one"),
        (_double_report, "events[0].reports[1]: has the span of a report before it: remove one"),
    ],
)
def test_doubles_are_refused(double: Callable[[Json], None], line: str) -> None:
    record = example_record()
    double(record)
    assert problems(record) == (line,)


def test_one_span_may_be_two_kinds_of_quote_and_of_two_actors() -> None:
    record = example_record()
    record["quotes"].append({**record["quotes"][0], "quoteKind": "MIXED"})
    record["actors"].append({**record["actors"][2], "key": "a3"})
    assert len(processed(record).quotes) == 2


def test_a_problem_has_a_json_pointer() -> None:
    with pytest.raises(InvalidArticle) as caught:
        read_article({"body": "x", "processor": "p", "a/b~c": 1, "quotes": [{}]})
    assert [problem.pointer for problem in caught.value.problems][-1] == "/a~1b~0c"
    assert "/quotes/0/text" in [problem.pointer for problem in caught.value.problems]
    with pytest.raises(InvalidArticle) as caught:
        read_article([])
    assert [problem.pointer for problem in caught.value.problems] == [""]


def test_every_problem_is_told_at_once_up_to_a_bound() -> None:
    record = change("quotes.0.speaker", "a9")
    record["quotes"][0]["text"] = "x"
    record["events"][0]["location"] = "a8"
    assert [line.split(":")[0] for line in problems(record)] == [
        "quotes[0].text",
        "quotes[0].speaker",
        "events[0].location",
    ]
    assert len(problems({"body": "x", "processor": "p", "actors": [{}] * 40})) == MAX_PROBLEMS
    far = [{"start": i, "end": 200, "form": "NAME"} for i in range(80)]
    assert len(problems(change("actors.0.mentions", far))) == MAX_PROBLEMS


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("datePublished", "yesterday", f"datePublished: {A_DATE}"),
        ("url", "ftp://x.example", f"url: {A_URL}"),
        ("headline", "", "headline: must not be empty"),
    ],
)
def test_one_wrong_field_is_one_line(field: str, value: str, line: str) -> None:
    """Pydantic adds that it couldn't tell the default of datePublishedOrigin: nobody can act on that."""
    assert problems({"body": "x", "processor": "p", field: value}) == (line,)
    assert problems({"body": "x", field: value}) == (line,)


@pytest.mark.parametrize("path", ["body", "headline", "externalId", "url", "language", "processor", "datePublished"])
@pytest.mark.parametrize(
    ("text", "what"),
    [("a\x00", "U+0000 at 1"), ("\ud800", "lone surrogate U+D800 at 0"), ("ab\udfff", "lone surrogate U+DFFF at 2")],
)
def test_what_postgres_cannot_hold_is_refused_by_name(path: str, text: str, what: str) -> None:
    record = {"body": "x", "processor": "p", path: text}
    assert problems(record) == (f"{path}: has a {what}, which Postgres can't hold: remove or replace it",)


@pytest.mark.parametrize(
    "path",
    [
        "actors.0.key", "actors.0.name", "actors.0.aliases", "actors.0.sameAs", "actors.0.mentions.1.role.title",
        "quotes.0.text", "quotes.0.speaker", "quotes.0.attribution.cue", "quotes.0.attribution.rule",
        "quotes.0.attribution.venue", "quotes.0.attribution.addressee", "quotes.0.attribution.relayedBy",
        "events.0.key", "events.0.mode", "events.0.contexts", "events.0.name", "events.0.startDate",
        "events.0.endDate", "events.0.location", "events.0.participants.0.actor", "source.name", "source.domain",
    ],
)  # fmt: skip
def test_every_text_is_looked_through(path: str) -> None:
    of_many = path.endswith(("aliases", "sameAs", "contexts"))
    lines = problems(change(path, ["x\x00"] if of_many else "x\x00"))
    place = f"{field(path)}[0]" if of_many else field(path)
    assert lines[0] == f"{place}: has a U+0000 at 1, which Postgres can't hold: remove or replace it"


def test_lone_surrogate_in_a_fields_name() -> None:
    assert problems({"body": "x", "\ud800": 1}) == ("record: has a lone surrogate in a field's name",)


@pytest.mark.parametrize(
    "body",
    [
        "a\r\nb\rc\n\nd",
        "  spaces \t around  \u00a0\u2003\u200b\ufeff ",
        "\ufeff“𝒜stral 😀”\u0085\u2028",
        "e\u0301 is not é",
        "\x01\x7f\x1f",
        "\U0010ffff\ufffe\uffff",
    ],
)
def test_body_is_kept_code_point_for_code_point(body: str) -> None:
    record = {
        "body": body,
        "processor": "p",
        "quotes": [{"start": 0, "end": len(body), "text": body, "quoteKind": "DIRECT"}],
    }
    article = processed(json.loads(json.dumps(record)))
    assert article.body == body
    assert article.quotes[0].text == body


def test_offsets_count_code_points() -> None:
    draft = Draft("😀😀 “Ça va” 😀")
    draft.quote("Ça va")
    quote = processed(draft.record()).quotes[0]
    assert (quote.start, quote.end) == (4, 9)


def test_sizes() -> None:
    assert len(read_article({"body": "😀" * MAX_BODY}).body) == MAX_BODY
    assert problems({"body": "x" * (MAX_BODY + 1)}) == (f"body: string should have at most {MAX_BODY} characters",)
    record = Draft("x" * 3000)
    record.actor("X", "x" * 2000)
    assert len(record.article().actors) == 1
    record.actor("Y", "x" * 2001)
    assert problems(record.record()) == ("actors[1].mentions[0].end: spans 2001 code points, at most 2000 are taken",)
    long = Draft("x" * 30_000)
    long.quote("x" * 30_000)
    long.event("OTHER", "n", "x" * 20_000)
    assert long.article().quotes[0].end == 30_000
    long.event("OTHER", "n", "x" * 20_001)
    assert problems(long.record()) == ("events[1].reports[0].end: spans 20001 code points, at most 20000 are taken",)


def test_numbers_of_annotations() -> None:
    body = "x" * (MAX_ANNOTATIONS + 1)
    half = [{"start": i, "end": i + 1, "form": "NAME"} for i in range(MAX_ANNOTATIONS // 2)]
    actors: list[Json] = [{"key": key, "kind": "PERSON", "name": "X Y", "mentions": half} for key in "ab"]
    record: Json = {"body": body, "processor": "p", "actors": actors}
    assert len(processed(record).actors) == 2
    actors.append({"key": "c", "kind": "PERSON", "name": "X Y", "mentions": half[:1]})
    assert problems(record) == (
        f"mentions: are {MAX_ANNOTATIONS + 1} in all, at most {MAX_ANNOTATIONS} are taken: split the article",
    )
    reports = [{"start": i, "end": i + 1, "modality": "ASSERTED"} for i in range(MAX_ANNOTATIONS + 1)]
    event = {"key": "e", "type": "OTHER", "name": "n", "reports": reports}
    assert problems({"body": body, "processor": "p", "events": [event]}) == (
        f"reports: are {MAX_ANNOTATIONS + 1} in all, at most {MAX_ANNOTATIONS} are taken: split the article",
    )
    quotes = [{"start": i, "end": i + 1, "text": "x", "quoteKind": "DIRECT"} for i in range(MAX_ANNOTATIONS + 1)]
    (line,) = problems({"body": body, "processor": "p", "quotes": quotes})
    assert line == f"quotes: has more than {MAX_ANNOTATIONS} entries"


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("2019", datetime(2019, 1, 1, tzinfo=UTC)),
        ("2019-02", datetime(2019, 2, 1, tzinfo=UTC)),
        ("2019-02-02", datetime(2019, 2, 2, tzinfo=UTC)),
        ("2020-02-29", datetime(2020, 2, 29, tzinfo=UTC)),
        ("0001", datetime(1, 1, 1, tzinfo=UTC)),
        ("9999-12-31", datetime(9999, 12, 31, tzinfo=UTC)),
        ("2019-02-02T17:30Z", datetime(2019, 2, 2, 17, 30, tzinfo=UTC)),
        ("2019-02-02T17:30:05Z", datetime(2019, 2, 2, 17, 30, 5, tzinfo=UTC)),
        ("2019-02-02T17:30:05.25Z", datetime(2019, 2, 2, 17, 30, 5, 250_000, tzinfo=UTC)),
        ("2019-02-02T23:30:00-04:00", datetime(2019, 2, 3, 3, 30, tzinfo=UTC)),
        ("2019-02-02T00:30:00+05:45", datetime(2019, 2, 1, 18, 45, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_partial_dates(value: str, start: datetime) -> None:
    assert partial_date_start(value) == start
    assert read_article({"body": "x", "datePublished": value}).date_published == value


@pytest.mark.parametrize(
    "value",
    [
        "", " 2019", "2019 ", "2019\n", "19", "02019", "2019-", "2019-2", "2019-00", "2019-13", "2019-02-30",
        "2019-02-00", "2019/02/02", "20190202", "2019-W05", "2019-033", "0000", "+2019", "-2019", "٢٠١٩", "２０１９",
        "2019-02-02T17", "2019-02-02T17:30", "2019-02-02 17:30Z", "2019-02-02T17:30:00", "2019-02-02T24:00:00Z",
        "2019-02-02T17:60:00Z", "2019-02-02T17:30:60Z", "2019-02-02T17:30:00.1234567Z", "2019-02-02t17:30:00z",
        "2019-02-02T17:30:00+24:00", "2019-02-02T17:30:00+0100", "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
    ],
)  # fmt: skip
def test_what_is_no_partial_date(value: str) -> None:
    assert problems({"body": "x", "datePublished": value}) == (f"datePublished: {A_DATE}",)


@pytest.mark.parametrize(
    "url",
    [
        "http://news.example", "HTTPS://News.Example/A?b=c#d", "http://[2001:db8::1]:8080/a", "http://127.0.0.1/",
        "https://münchen.example/ü", "http://user@news.example/",
    ],
)  # fmt: skip
def test_urls_are_kept_as_they_came(url: str) -> None:
    assert read_article({"body": "x", "url": url}).url == url


@pytest.mark.parametrize(
    "url",
    [
        "", "news.example", "//news.example/a", "ftp://news.example", "javascript:alert(1)", "http://", "http:///a",
        "http://[::1", "http://news.example:0/", "http://news.example:65536/", "http://news.example:x/",
        "http://news.example/a b", "http://news.example/a\nb", "http://news.example/\x01", " http://news.example",
    ],
)  # fmt: skip
def test_what_is_no_url(url: str) -> None:
    assert problems({"body": "x", "url": url}) == (f"url: {A_URL}",)


@pytest.mark.parametrize("tag", ["en", "en-GB", "und", "zh-Hant-TW", "x-klingon", "gsw", "de-1996"])
def test_languages(tag: str) -> None:
    if tag.startswith("x-"):
        assert problems({"body": "x", "language": tag}) == (f"language: {A_TAG}",)
    else:
        assert read_article({"body": "x", "language": tag}).language == tag


@pytest.mark.parametrize(
    "domain", ["localhost", "https://news.example", "news.example/", "a b.example", ".example", "news."]
)
def test_what_is_no_domain(domain: str) -> None:
    (line,) = problems({"body": "x", "source": {"name": "X", "domain": domain}})
    assert line.startswith("source.domain: string should match pattern")


def test_domain_is_lower_case() -> None:
    article = read_article({"body": "x", "source": {"name": "X", "domain": "News.Example"}})
    assert article.source is not None
    assert article.source.domain == "news.example"


def test_origin_follows_from_the_date() -> None:
    dated = processed({"body": "x", "processor": "p", "datePublished": "2019"})
    undated = processed({"body": "x", "processor": "p"})
    assert (dated.date_published_origin, undated.date_published_origin) == ("SUPPLIED", "UNKNOWN")


def test_digest_is_of_what_is_said_and_not_of_how() -> None:
    record = example_record()
    digest = processed(record).digest()
    assert len(digest) == 64
    turned = {key: record[key] for key in reversed(record)}
    turned["actors"] = [{key: actor[key] for key in reversed(actor)} for actor in record["actors"]]
    assert processed(turned).digest() == digest
    spelled_out = deepcopy(record)
    spelled_out["quotes"][0]["attribution"] |= {"rule": None, "venue": None, "addressee": None, "relayedBy": None}
    spelled_out["actors"][1]["aliases"] = []
    spelled_out["actors"][1]["mentions"][0]["role"] = None
    spelled_out["events"][0] |= {"mode": None, "contexts": [], "endDate": None}
    assert processed(spelled_out).digest() == digest
    left_out = deepcopy(record)
    for field in ("headline", "datePublishedOrigin", "status"):
        del left_out[field]
    assert processed(left_out).digest() == digest
    whole = deepcopy(record)
    whole["quotes"][0]["attribution"]["confidence"] = 1
    as_float = deepcopy(record)
    as_float["quotes"][0]["attribution"]["confidence"] = 1.0
    assert processed(whole).digest() == processed(as_float).digest()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("headline", "X"), ("body", BODY + "\n"), ("language", "en-GB"), ("status", "RETRACTED"),
        ("processor", "tests/2"), ("externalId", "example-2"), ("actors.0.aliases", ["Yanez"]),
        ("actors.0.mentions.0.form", "NOMINAL"), ("quotes.0.attribution.confidence", 0.97),
        ("quotes.0.speaker", None), ("events.0.reports.0.modality", "NEGATED"), ("events.0.startDate", "2019-02"),
    ],
)  # fmt: skip
def test_digest_tells_records_apart(path: str, value: object) -> None:
    assert processed(change(path, value)).digest() != processed(example_record()).digest()


def test_digest_survives_a_way_through_json() -> None:
    article = processed(example_record())
    assert processed(json.loads(article.model_dump_json(by_alias=True))).digest() == article.digest()


def test_parts_cannot_be_changed() -> None:
    article = processed(example_record())
    with pytest.raises(ValueError, match="frozen"):
        article.body = "y"


def test_everything_named_is_there() -> None:
    assert [name for name in module.__all__ if not hasattr(module, name)] == []


FIELDS = st.sampled_from(
    [
        "body", "headline", "url", "source", "name", "domain", "datePublished", "datePublishedOrigin", "processor",
        "actors", "key", "kind", "aliases", "sameAs", "mentions", "start", "end", "form", "role", "title", "quotes",
        "text", "quoteKind", "speaker", "attribution", "cue", "cueSpan", "method", "confidence", "events", "type",
        "contexts", "startDate", "endDate", "location", "participants", "actor", "reports", "modality", "language",
    ]
)  # fmt: skip
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=8) | st.sampled_from(
    ["2019-02", "https://news.example/a", "PERSON", "NAME", "DIRECT", "CUE", "ASSERTED", "AGREE", "UNKNOWN", "x"]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(FIELDS | ANY_TEXT, inner, max_size=8),
    max_leaves=30,
)


@given(
    JSON
    | st.fixed_dictionaries({"body": ANY_TEXT, "processor": st.just("p")}, optional={"actors": JSON, "events": JSON})
)
@settings(max_examples=400, deadline=None)
@example({"body": "x", "\ud800": {"\udfff": None}})
@example({"body": "x", "actors": [{"\ud800": 1}]})
@example({"body": "x" * 10, "processor": "p", "quotes": [{"start": 10**400, "end": 10**401}]})
def test_any_json_is_an_article_or_refused(value: object) -> None:
    refused: tuple[str, ...] = ()
    try:
        article = read_article(value)
    except InvalidArticle as error:
        refused = tuple(map(str, error.problems))
    if refused:
        assert all(": " in line for line in refused)
    else:
        assert isinstance(value, dict)
        assert article.body == value["body"]


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, int, int]:
    body = draw(st.text(min_size=1, max_size=20))
    return body, draw(st.integers(0, 25)), draw(st.integers(1, 25))


@given(spans())
def test_a_quote_is_taken_exactly_where_its_offsets_are_true(case: tuple[str, int, int]) -> None:
    body, start, end = case
    quote = {"start": start, "end": end, "text": body[start:end], "quoteKind": "DIRECT"}
    record = {"body": body, "processor": "p", "quotes": [quote]}
    storable = not set(body) & {"\x00"}
    if storable and start < end <= len(body):
        taken = processed(record).quotes[0]
        assert taken.text == body[taken.start : taken.end]
    else:
        assert problems(record)


@given(st.text(max_size=12))
def test_a_false_text_is_refused(text: str) -> None:
    record = change("quotes.0.text", text)
    if text == "The time has come,":
        assert processed(record)
    else:
        assert problems(record)[0].startswith("quotes[0].text: ")
