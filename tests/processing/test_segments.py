import pytest

from service.article import ValueOrigin
from service.processing.document import ParagraphKind
from tests.processing.reading import read


def kinds(body: str) -> list[str]:
    return [paragraph.kind.value for paragraph in read(body, "segment").paragraphs]


def test_a_scrapers_prefix_is_the_date_and_no_text() -> None:
    document = read(" date 2019-02-01 Venezuela called for elections.", "segment")
    assert (document.date_published, document.date_origin) == ("2019-02-01", ValueOrigin.TEXT)
    assert document.body[document.paragraphs[0].start :].startswith("Venezuela")


def test_the_senders_date_goes_before_the_prefix() -> None:
    document = read(" date 2019-02-01 Venezuela voted.", "segment", date_published="2019-02-03")
    assert (document.date_published, document.date_origin) == ("2019-02-03", ValueOrigin.SUPPLIED)


def test_an_impossible_date_is_no_prefix() -> None:
    assert read(" date 2019-13-01 Venezuela voted.", "segment").date_published is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("WATCH: Tom Short on the town’s ‘dry days’", ParagraphKind.AGENCY),
        ("WATCH BELOW: Tom Short is firing back", ParagraphKind.AGENCY),
        ("OPPOSITION HELD ‘CLANDESTINE MEETINGS’ WITH MILITARY", ParagraphKind.LINK),
        ("Air force general defects, slams Maduro", ParagraphKind.HEADING),
        ("'Let him leave'", ParagraphKind.HEADING),
        ("Maduro Rejects The Ultimatum", ParagraphKind.HEADING),
        ("By Maria Lopez and John Smith", ParagraphKind.BYLINE),
        ("The Associated Press contributed to this report.", ParagraphKind.AGENCY),
        ('"Follow Ann Lee on Twitter @annlee.', ParagraphKind.AGENCY),
        ("“Let him leave!” he says in the video.", ParagraphKind.TEXT),
        ("He agreed.", ParagraphKind.TEXT),
    ],
)
def test_what_a_line_is_there_for(line: str, kind: ParagraphKind) -> None:
    body = f"The general has left the government, he said.\n\n{line}\n\nProtests went on until the evening."
    assert kinds(body)[1] == kind.value


def test_a_dateline_is_no_part_of_the_text() -> None:
    document = read("CARACAS (Reuters) - Maduro refused to leave.", "segment")
    assert document.body[document.paragraphs[0].start :] == "Maduro refused to leave."


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("LISBON, 3 May 2021 — The plan stands, Ana Lopez said.", "2021-05-03"),
        ("LISBON, May 3, 2021 (Newswire) – The plan stands, Ana Lopez said.", "2021-05-03"),
        ("NEW YORK, May 3, 2021 - The plan stands.", "2021-05-03"),
        ("All-girl team honored\n\nFriday, July 21, 2017\n\nA group of teenagers won a medal.", "2017-07-21"),
        ("3 May 2021\n\nThe plan stands.", "2021-05-03"),
        ("LISBON — The plan of 3 May 2021 stands.", None),
        ("Nobody forgot 3 May 2021\n\nThe plan stands.", None),
        ("May 2021\n\nThe plan stands.", None),
        ("3 May 2021 to 4 May 2021\n\nThe plan stands.", None),
        ("It began.\n\nIt went on.\n\nIt ended.\n\nIt was over.\n\n3 May 2021\n\nThat was the day.", None),
    ],
)
def test_a_date_that_stands_alone_is_the_articles(body: str, date: str | None) -> None:
    assert read(body, "segment").date_published == date


@pytest.mark.parametrize("dateline", ["LISBON, May 3 (Newswire) – ", "LISBON, Portugal, May 3 - "])
def test_a_dateline_without_a_year_is_no_text(dateline: str) -> None:
    document = read(f"{dateline}The plan stands.", "segment")
    assert [document.body[p.start : p.end] for p in document.paragraphs] == ["The plan stands."]


@pytest.mark.parametrize("dateline", ["Lisbon, Portugal – ", "New Delhi — ", "Lisbon (Newswire) - "])
def test_a_dateline_in_small_letters_is_no_text_on_a_first_line(dateline: str) -> None:
    document = read(f"Some headline\n\n{dateline}“The plan stands,” he said.\n\n{dateline}He left.", "segment")
    assert [document.body[p.start : p.end] for p in document.paragraphs[1:3]] == [
        "“The plan stands,” he said.",
        "He left.",
    ]
    document = read(f"One.\n\nTwo.\n\nThree.\n\nFour.\n\n{dateline}He left.", "segment")
    assert document.body[document.paragraphs[4].start :] == f"{dateline}He left."


@pytest.mark.parametrize(
    "line", ["Lisbon - which is big - was hit.", "Ann Lee – A singer – left.", "Lisbon, Xyzor – He left."]
)
def test_a_dash_after_a_name_makes_no_dateline(line: str) -> None:
    document = read(f"Some headline\n\n{line}", "segment")
    assert document.body[document.paragraphs[1].start :] == line


def test_a_dateline_with_its_date_is_no_text() -> None:
    document = read("LISBON, 3 May 2021 — The plan stands.", "segment")
    assert document.body[document.paragraphs[0].start :] == "The plan stands."
    assert document.date_origin is ValueOrigin.TEXT


def test_the_senders_date_goes_before_a_line_with_another() -> None:
    document = read("3 May 2021\n\nThe plan stands.", "segment", date_published="2021-05-04")
    assert (document.date_published, document.date_origin) == ("2021-05-04", ValueOrigin.SUPPLIED)
