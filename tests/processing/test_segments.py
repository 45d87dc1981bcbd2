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
        ("OPPOSITION HELD ‘CLANDESTINE MEETINGS’ WITH MILITARY", ParagraphKind.LINK),
        ("Air force general defects, slams Maduro", ParagraphKind.HEADING),
        ("'Let him leave'", ParagraphKind.HEADING),
        ("Maduro Rejects The Ultimatum", ParagraphKind.HEADING),
        ("By Maria Lopez and John Smith", ParagraphKind.BYLINE),
        ("The Associated Press contributed to this report.", ParagraphKind.AGENCY),
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
