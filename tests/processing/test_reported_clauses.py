import pytest

from tests.processing.reading import reported

WORDS = "the town would build a bridge"
BOB = "Bob Long"


@pytest.mark.parametrize(
    "body",
    [
        f"Bob Long said on Friday that {WORDS}.",
        f"Bob Long said Friday {WORDS}.",
        f"Bob Long said later {WORDS}.",
        f"Bob Long said this week that {WORDS}.",
        f"Bob Long said last week {WORDS}.",
        f"Bob Long said in a statement {WORDS}.",
        f"Bob Long told reporters that {WORDS}.",
        f"Bob Long told them {WORDS}.",
        f"Bob Long told a news conference in Springfield that {WORDS}.",
        f"Bob Long assured the baker — an old friend of his — that {WORDS}.",
        f"Bob Long said, however, that {WORDS}.",
        f"Bob Long pointed out that {WORDS}.",
    ],
)
def test_what_may_stand_between_the_cue_and_the_clause(body: str) -> None:
    assert reported(body) == [(WORDS, BOB)]


@pytest.mark.parametrize(
    "clause",
    [
        "there was no bridge in the town",
        "he needs a bridge for the town",
        "Springfield needs a bridge",
        "if it rains, the town would be lost",
        "the mayor, who is old, would leave the town",
        "the wall of the town cracked",
        "the Springfield road extension could be built",
        "her top three hopes were rain and snow",
        "the two had a long talk",
        "the week had a slow feel",
        "crop sales topped 12 million tonnes",
        "he’d like more rain",
        "she also understands the plan",
        "the roads need more care",
        "the laws around repairs favour the owner",
        "those people include bakers and farmers",
        "holes and cracks at the bridge are signs of age",
        "about 500 guests attend the feast",
        "the death of the man whose house burned is no murder",
    ],
)
def test_what_is_a_clause(clause: str) -> None:
    assert reported(f"Bob Long said {clause}.") == [(clause, BOB)]


@pytest.mark.parametrize(
    "body",
    [
        "Bob Long said nothing about the town.",
        "Bob Long said that.",
        "Bob Long said that to them.",
        "Bob Long reported that night to the mayor who sat there.",
        "Bob Long replied then the same way that we have replied.",
        "Bob Long promised to swiftly deport a thousand farmers who worked there.",
        "Bob Long pointed to plans that the town would build a bridge by.",
        "Bob Long noted the size of the town.",
        "Bob Long suggested that, and not the bridge, was the reason.",
        "Bob Long wrote the speech read by Ann Lee.",
        "Bob Long wrote a book of his years with Ann Lee entitled Rain.",
        "Bob Long recalled the plan announced on Friday.",
        "Bob Long told a guest about the first time he slept there.",
        "Bob Long wrote on Aug. 30 in a letter attached to the plan.",
        "Bob Long took up letter writing in a way that only could have worked long ago.",
    ],
)
def test_what_is_no_clause(body: str) -> None:
    assert reported(body) == []


@pytest.mark.parametrize(
    "rest",
    [
        ", but Ann Lee built it",
        ", while Ann Lee built it",
        "; Ann Lee built it",
        ", and Ann Lee said it would not",
        " and others have said it would not",
        " and added that it was cheap",
        " but implied that it was dear",
        " - Ann Lee boasted",
        " - but Ann Lee built it",
        " - and he makes sure of it",
        " and asked whether it was dear",
        " and dismissed all doubts",
        ", adding that it was cheap",
        ", referring to the old plan",
        ", a claim that was not true",
        ", according to Ann Lee",
        ", Ann Lee reported",
        ", reported the Springfield Times",
        ", and he accused Ann Lee of lies",
    ],
)
def test_the_narrator_resumes(rest: str) -> None:
    assert (WORDS, BOB) in reported(f"Bob Long said {WORDS}{rest}.")


@pytest.mark.parametrize(
    "rest",
    [
        ", and that it was cheap",
        ", but that it was dear",
        ", which is on a river",
        " and open it on Friday",
        " and tell the farms of it",
        ", and it was cheap",
    ],
)
def test_the_clause_goes_on(rest: str) -> None:
    assert reported(f"Bob Long said {WORDS}{rest}.")[0] == (WORDS + rest, BOB)


@pytest.mark.parametrize(
    "body",
    [
        f"Bob Long, who said {WORDS}, left.",
        f"After Bob Long said {WORDS}, Ann Lee left.",
        f"With Bob Long saying {WORDS}, Ann Lee left.",
    ],
)
def test_a_comma_ends_a_clause_within_a_clause(body: str) -> None:
    assert reported(body) == [(WORDS, BOB)]


def test_a_verb_in_the_past_after_words_in_the_present_is_the_narrators() -> None:
    assert reported("Bob Long says the town is rich and accused Ann Lee of lies.")[0][0] == "the town is rich"
    assert (
        reported("Bob Long said the town was rich and wanted a bridge.")[0][0]
        == "the town was rich and wanted a bridge"
    )


@pytest.mark.parametrize("clause", ["$5 would buy a bridge", "the town would give 5%", "President Ann Lee would leave"])
def test_signs_and_titles_are_part_of_a_clause(clause: str) -> None:
    assert reported(f"Bob Long said {clause}.") == [(clause, BOB)]


@pytest.mark.parametrize(
    ("body", "clause"),
    [
        ("Bob Long said that interested buyers can see the plans.", "interested buyers can see the plans"),
        ("Bob Long said in the report that it also places engines there.", "it also places engines there"),
        ("Bob Long, the mayor’s friend, said she understands the plan.", "she understands the plan"),
    ],
)
def test_a_clause_begins_before_its_verb_is_known(body: str, clause: str) -> None:
    assert reported(body) == [(clause, BOB)]


def test_a_number_has_its_degree() -> None:
    assert reported("Bob Long told them more than 90 guests came.") == [("more than 90 guests came", BOB)]


def test_what_has_no_object_is_no_verb_of_the_narrators() -> None:
    assert reported("Bob Long says rain is bad and they look tired and worried.") == [
        ("rain is bad and they look tired and worried", BOB)
    ]


def test_a_contracted_verb_behind_a_condition_is_one() -> None:
    words = "though they made no money, we’re in for more"
    assert reported(f"Bob Long said that {words}.") == [(words, BOB)]


def test_a_clause_without_that_may_begin_behind_a_place() -> None:
    assert reported("Bob Long says in Springfield roads are too often wet.") == [("roads are too often wet", BOB)]
