import pytest

from service.article import QuoteKind, RawArticle
from service.processing import process
from tests.processing.reading import reported, said

WORDS = "the town would build a bridge"
BOB = "Bob Long"


def rules(body: str) -> list[str | None]:
    quotes = process(RawArticle(body=body)).quotes
    return [quote.attribution.rule for quote in quotes if quote.quote_kind is QuoteKind.INDIRECT and quote.attribution]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (f"Bob Long said that {WORDS}.", "reported-that"),
        (f"Bob Long said {WORDS}.", "reported-clause"),
        (f"It rained and {WORDS}, Bob Long said.", "reported-before-cue"),
        (f"It rained and {WORDS}, said Bob Long.", "reported-before-cue"),
        (f"According to Bob Long, {WORDS}.", "reported-according-to"),
        (f"It rained and {WORDS}, according to Bob Long.", "reported-according-to"),
        (f"It rained and {WORDS} according to Bob Long, the mayor.", "reported-according-to"),
        (f"Ann Lee was told by Bob Long that {WORDS}.", "reported-by"),
    ],
)
def test_each_rule(body: str, rule: str) -> None:
    ((text, speaker),) = reported(body)
    assert (text.removeprefix("It rained and "), speaker) == (WORDS, BOB)
    assert rules(body) == [rule]


@pytest.mark.parametrize(
    "body",
    [
        "The town, Bob Long said, would build a bridge.",
        "The town, according to Bob Long, would build a bridge.",
        "If it rains, Bob Long said, the town would build a bridge.",
    ],
)
def test_a_clause_that_its_cue_interrupts_is_one_quote(body: str) -> None:
    assert reported(body) == [(body.removesuffix("."), BOB)]


@pytest.mark.parametrize(
    "body",
    [
        f"Bob Long did not say that {WORDS}.",
        f"Bob Long never said {WORDS}.",
        f"Bob Long hasn’t said that {WORDS}.",
        f"Bob Long would say that {WORDS}.",
        f"If Bob Long says that {WORDS}, Ann Lee will leave.",
        f"Did Bob Long say that {WORDS}?",
        f"Bob Long refused to say that {WORDS}.",
        f"Nobody said that {WORDS}.",
        f"No general said that {WORDS}.",
        f"Bob Long denied that {WORDS}.",
        f"Bob Long was not so much saying that {WORDS}.",
        f"Bob Long replied to prove that {WORDS}.",
        f"Bob Long concluded that {WORDS}.",
        f"The phrase suggests {WORDS}.",
        f"It underscores that {WORDS}.",
        f"It is worth noting that {WORDS}.",
        "Bob Long, who met Ann Lee, told his friends a story.",
        "In May, Bob Long warned the town of rain, as it was late.",
        "Bob Long said it with a smile, and he reiterated them on his show.",
        "Bob Long met the judges that ruled that the town would build a bridge.",
        "As the town fears rain, Bob Long has pledged to build a bridge.",
        "While he was speaking in the town, Bob Long said, “We are going home.”",
        "In the spring after it rained, Bob Long said in the town, “We are going home.”",
        "Bob Long reminded voters of the six years his family had lived there.",
        "Bob Long replied to the charge that he had left.",
        "Bob Long cited reports that it rained.",
        "It rained on the committee and state offices can be wet.",
        "What Bob Long says his plan would do is a mystery.",
        "Bob Long found the town, reported it and left.",
        "Bob Long boasted only one paid baker ahead of the fair.",
        f"Bob Long believes that {WORDS}.",
        f"Bob Long hopes {WORDS}.",
        f"Bob Long asked whether {WORDS}.",
        f"Bob Long was blamed for saying that {WORDS}.",
        f"I said that {WORDS}.",
        "The house was, in the words of Bob Long, a mess for all to see.",
        "The town has a bridge, according to plan.",
        "Bob Long announced the bridge built by the town.",
        "Bob Long tells so many jokes that the town laughs.",
        "Bob Long made remarks that were shown all over the town.",
        "Her comments add to the strained ties between the towns since Springfield held Bob Long on Monday.",
        # who says it is not told by "it"
        "Critics of what is known as a “rescue” argue it could tie the town to the state.",
        f"A confirmed Reuters report that {WORDS} was read.",
        "“We are going home,” Bob Long said.",
        "Bob Long said: “We are going home.”",
        "Bob Long said that “we are going home.”",
        "“Bob Long said that we are going home,” Ann Lee wrote.",
    ],
)
def test_what_nobody_is_reported_to_have_said(body: str) -> None:
    assert reported(body) == []


def test_a_quotation_may_stand_in_a_reported_clause_with_its_marks() -> None:
    body = "Bob Long said the town was “a great big mess.” It rained."
    assert reported(body) == [("the town was “a great big mess.”", BOB)]
    assert [quote.quote_kind for quote in process(RawArticle(body=body)).quotes] == [
        QuoteKind.INDIRECT,
        QuoteKind.MIXED,
    ]


def test_marks_and_conjunctions_at_the_edges_are_no_part_of_the_clause() -> None:
    assert reported("But the bridge, however small, is good (Bob Long said the town would build it).")[0][0] == (
        "the town would build it"
    )
    assert reported("And the bridge is very good, Bob Long said.")[0][0] == "the bridge is very good"


def test_a_clause_inside_another_is_a_quote_too() -> None:
    body = "Bob Long said that Ann Lee had told him that the town would build a bridge."
    assert reported(body) == [
        ("Ann Lee had told him that the town would build a bridge", BOB),
        (WORDS, "Ann Lee"),
    ]


@pytest.mark.parametrize("words", ["The report suggests", "Bob Long suggests", "A report concluded"])
def test_a_text_or_somebody_may_suggest_or_conclude(words: str) -> None:
    assert [text for text, _ in reported(f"{words} that the town would build a bridge.")] == [WORDS]


def test_a_source_inside_what_is_said_is_its_own() -> None:
    body = "Bob Long said that according to Ann Lee, the town would build a bridge."
    assert (WORDS, "Ann Lee") in reported(body)
    assert not any(text.startswith("Bob Long") for text, _ in reported(body))


def test_only_the_part_after_a_dash_is_interrupted() -> None:
    body = "The bill is new - a plan, Bob Long said, that is meant to help the town."
    assert reported(body)[0][0] == "a plan, Bob Long said, that is meant to help the town"


def test_a_pronoun_and_a_far_or_subordinate_cue_are_less_sure() -> None:
    near, pronoun, far, clause = (
        process(RawArticle(body=body)).quotes[0].attribution
        for body in (
            f"Bob Long said that {WORDS}.",
            f"Bob Long left. He said that {WORDS}.",
            f"Bob Long left the house in a hurry and said that {WORDS}.",
            f"It rained when Bob Long said that {WORDS}.",
        )
    )
    assert near is not None
    assert near.confidence is not None
    for other in (pronoun, far, clause):
        assert other is not None
        assert other.confidence is not None
        assert other.confidence < near.confidence


def test_the_same_words_are_quoted_once() -> None:
    texts = [text for text, _ in reported("he says told told town Bob Long said says")]
    assert len(texts) == len(set(texts)) > 0


def test_a_sentence_without_end_has_no_reported_clause() -> None:
    assert reported("Bob Long said that " + "the town would build a bridge and " * 60 + "left.") == []


def test_who_tells_of_a_saying_is_the_last_to_speak() -> None:
    # where the words begin that the paper reported is not told
    tells = "Village News reported that night Ann Lee testifies Springfield rain was heavy."
    posts = "But the Village News posted a loss and Ann Lee says the town is dry."
    rule = "told-in-paragraph-before"
    assert said(f"{tells}\n\n“We had no rain.”") == [("We had no rain.", "Village News", rule)]
    assert said(f"{posts}\n\n“We had no rain.”") == [("We had no rain.", "Ann Lee", rule)]


@pytest.mark.parametrize(
    "words",
    [
        "talks would go on once the rain stops",
        "the fall, to 6,200 square miles, was bad for the town",
        "higher costs in the north, and lower sales at the mill would hurt the town",
        "people fleeing the rain will be let in",
        "the death of a Lima teen whose body was found in a park is being treated as murder",
        "the sum he was speaking of was the debt of the town",
        "a large part of that work is good",
        "the new union plans to meet them",
        "an “old and wet” road was closed for a week",
        "while many people have left the town, this was no surprise",
    ],
)
def test_what_is_plainly_said_runs_up_to_its_verb(words: str) -> None:
    assert reported(f"Bob Long said {words}.") == [(words, BOB)]


@pytest.mark.parametrize(
    "body",
    [
        "Bob Long said goodbye and was gone.",
        "Bob Long said a prayer and he had to go.",
        "Bob Long said so, and it was.",
    ],
)
def test_what_is_said_alone_is_no_clause(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize("words", ["that was “a mess”", "there were “grey parts” in it"])
def test_a_clause_may_have_no_noun_but_in_marks(words: str) -> None:
    assert reported(f"Bob Long said {words}.") == [(words, BOB)]


def test_the_verb_after_an_apposition_is_not_inverted() -> None:
    assert reported("The mayor, Bob Long, said parents supported the plan.") == [("parents supported the plan", BOB)]
    assert reported("Bob Long, who runs the mill, said he looked tired.") == [("he looked tired", BOB)]
    assert reported("The new bridge, it seems, is old, said Bob Long.") == [("The new bridge, it seems, is old", BOB)]


@pytest.mark.parametrize("words", ["The survey found", "A study found"])
def test_a_study_may_find(words: str) -> None:
    assert [text for text, _ in reported(f"{words} that the town would build a bridge.")] == [WORDS]
    assert reported("The army found that the town would build a bridge.") == []


@pytest.mark.parametrize("words", ["filing papers", "MPs"])
def test_words_behind_a_clause_may_be_those_who_say_it(words: str) -> None:
    assert reported(f"The mill will not make money, {words} say.") == [("The mill will not make money", words)]


def test_a_share_may_speak() -> None:
    assert reported("Among the young, 70% said they would come to the fair.") == [
        ("they would come to the fair", "70%")
    ]


def test_the_last_saying_of_a_sentence_leads_to_the_next_paragraph() -> None:
    tells = "According to Ann Lee, the bridge is safe, but Bob Long says the town is not."
    assert said(f"{tells}\n\n“We had no rain.”")[0][1] == BOB
