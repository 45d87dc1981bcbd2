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
        ("The party, the so-called “snow bloc”, met then.", False),
        ("“(Applause.)” Bob Long said.", False),
        ("The so-called “expert” left.", False),
        ("It was a “rather odd” day.", False),
        ("She would tax what is known as the “tall tree” there.", False),
        ("Bob Long closed the notorious “tall tree” gap.", False),
        ("Bob Long said that grade “A” eggs are good.", False),
        ("Bob Long spoke with a “very tall” man.", False),
        ("Among the best are “24,” “Old House” and “Long Days.”", False),
        ("Springfield lived by a strategy of “massive snow” then.", False),
        ("Springfield is in a “growth zone,” which is defined as a place that grows.", False),
        ("Bob Long signaled that he backs the plan — as long as it has a “pause” there.", False),
        ("Old locals deemed it a great plan — though none reached the “top snow” level.", False),
        ("It sends the message that the “experts” never pay.", True),
        ("It rained. By recognizing that “small old towns” pose a danger.", True),
        ("Ann Lee spoke of “snow” there.", True),
        ("Ann Lee spoke with Bob Long about a “great mess” there.", True),
        ("The sign on the old door reads “Closed.”", True),
        ("The sign on the old door reads, “Closed.”", True),
        ("There were men who specified “town” as their home.", True),
        ("It came after years of casting them as part of the “cartel” there.", True),
        ("It was her plan to present herself as “old” there.", True),
        ("There was yelling “Fire!”", True),
        ("It was full of names, like “pigs,” for the men.", True),
        ("They had slogans such as “pigs” then.", True),
        ("Bob Long would never use the words “Old Home” there.", True),
        ("Ann Lee was greeted with chants of “Annie!” there.", True),
        ("The judge turned to me. “Mr. Long?” I had prepared a note.", True),
        ("It rained.\n\nBob Long Asks All the Men To “Go Home Now.”\n\nIt rained.", True),
        ("It rained. “Nobody knows.” It rained.", True),
        ("It was a move to “embrace” the new town.", True),
        ("The party won among self-described “very old” men.", True),
        ("Only old houses are “safe” there.", True),
        ("The town had one message: “Go Home.”", True),
        ("Bob Long said that the “expert” left.", True),
        ("Bob Long said: “Going Home Again.”", True),
        ("Bob Long said: “(Applause.) We go home now, all of us, together.”", True),
    ],
)
def test_marks_around_what_nobody_says(body: str, quoted: bool) -> None:
    assert read(body, "attribute").quotations[0].quoted is quoted


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        ("“Do we go home now?” Bob Long asked.\n\n“Yes!”\n\nIt rained.", True),
        ("“Do we go home now?” Bob Long asked.\n\nIt was a “house.”", False),
        ("“Do we go home now?” Bob Long asked.\n\n“House”\n\nIt rained.", False),
        ("Bob Long spoke on “State of Play.”\n\n“Rain.”\n\nIt rained.", False),
        ("“Do we go home now?” Bob Long asked.\n\n“(Applause).”\n\nIt rained.", False),
        ("“Do we go home now?” Bob Long asked.\n\nIt rained on the old house.\n\n“Rain.”", False),
    ],
)
def test_a_line_alone_after_a_quote_answers_it_and_nobody_knows_who_does(body: str, quoted: bool) -> None:
    document = read(body, "attribute")
    assert document.quotations[-1].quoted is quoted
    assert not quoted or document.attributions[-1] is None


@pytest.mark.parametrize("body", ["“We go home now,” Bob Long said. “Absolutely.”", "“No!” Bob Long cried. “Never!”"])
def test_one_word_that_goes_on_with_a_speech_is_quoted(body: str) -> None:
    assert read(body, "attribute").quotations[1].quoted
