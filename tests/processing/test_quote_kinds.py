import pytest

from service.article import QuoteKind
from tests.processing.reading import read


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("“we go home,” Bob Long said.", QuoteKind.DIRECT),
        ("Bob Long said: “we go.”", QuoteKind.DIRECT),
        ("Bob Long said, “we go home now.”", QuoteKind.DIRECT),
        ("Bob Long said “We go home now.”", QuoteKind.DIRECT),
        ("Bob Long said, “never,” and left.", QuoteKind.MIXED),
        ("Bob Long said it was “very bad for us.”", QuoteKind.MIXED),
    ],
)
def test_a_clause_or_a_part_of_a_sentence(body: str, kind: QuoteKind) -> None:
    assert read(body, "attribute").quotations[0].kind is kind


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        ("Bob Long said on CNN’s “State of Play” that it rained.", False),
        ("Bob Long spoke on “State of Play” then.", False),
        ("Bob Long sings the anthem “Going Home Again” and leaves.", False),
        ("In his new book, “Going Home,” Bob Long said it rained.", False),
        ("They found an article titled “Bob Long Goes Home Where Nobody Waits for Him.”", False),
        ("“(Applause.)” Bob Long said.", False),
        ("The so-called “expert” left.", False),
        ("It was a “rather odd” day.", False),
        ("She would tax what is known as the “tall tree” there.", False),
        ("Ann Lee’s commentary, “tell us your long story,” is very good.", False),
        ("The group calls itself “Free Town” now.", False),
        ("Bob Long built a robot named “Great Idea of Lees” there.", False),
        ("Bob Long closed the notorious “tall tree” gap.", False),
        ("“A new hall opens on the river,” by Ann Lee, is the best story.", False),
        ("It was a move to “embrace” the new town.", True),
        ("Only old houses are “safe” there.", True),
        ("The town had one message: “Go Home.”", True),
        ("Bob Long said that the “expert” left.", True),
        ("Bob Long said: “Going Home Again.”", True),
        ("Bob Long said: “(Applause.) We go home now, all of us, together.”", True),
    ],
)
def test_marks_around_what_nobody_says(body: str, quoted: bool) -> None:
    assert read(body, "attribute").quotations[0].quoted is quoted
