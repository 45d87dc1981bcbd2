import pytest

from service.article import AttributionMethod, QuoteKind, RawArticle
from service.processing import process
from tests.processing.reading import marked, said

LONG = "we are going home for good today"


@pytest.mark.parametrize(
    ("body", "name", "rule"),
    [
        (f"“{LONG},” Bob Long said.", "Bob Long", "cue-after"),
        (f"“{LONG}?” Bob Long asked.", "Bob Long", "cue-after"),
        (f"“{LONG},” Bob Long, the mayor of Springfield, said.", "Bob Long", "cue-after"),
        (f"“{LONG},” Bob Long (D-Va.) said.", "Bob Long", "cue-after"),
        (f"“{LONG},” Springfield police Chief Bob Long said.", "Bob Long", "cue-after"),
        (f"“{LONG},” said Bob Long.", "Bob Long", "cue-inverted"),
        (f"“{LONG},” said University of the Old Valley political scientist Bob Long.", "Bob Long", "cue-inverted"),
        (f"“{LONG},” echoes Bob Long.", "Bob Long", "cue-inverted"),
        (f"“{LONG},” the Lima Bank’s U.K. managing director Bob Long said.", "Bob Long", "cue-after"),
        ("It rained. Bob Long was also described as “lacking a conscience.”", None, None),
        (f"“{LONG},” said Lima Health Authority heart surgeon Bob Long.", "Bob Long", "cue-inverted"),
        (f"A statement from the Lima Council said: “{LONG}.”", "Lima Council", "cue-before"),
        (f"“{LONG},” said former mayor Bob Long.", "Bob Long", "cue-inverted"),
        (f"“{LONG},” said one.", None, "words-after"),
        (f"“{LONG}” — Bob Long", "Bob Long", "credit"),
        (f"“{LONG}.\n\nBob Long.”", "Bob Long", "credit"),
        (f"Bob Long stated,\n\n“{LONG}.”", "Bob Long", "introduced-by-paragraph-before"),
        (f"“{LONG},” Bob Long orated.", "Bob Long", "verb-after"),
        (f"“{LONG}” Bob Long posters everywhere.", None, None),
        (f"“{LONG}.”\n\n— Bob Long, Springfield, on Monday.", "Bob Long", "credit"),
        (f"“{LONG},” Bob Long grumbled.", "Bob Long", "cue-after"),
        (f"“{LONG},” as Bob Long puts it.", "Bob Long", "as-put"),
        (f"As Bob Long put it on Monday, “{LONG}.”", "Bob Long", "as-put"),
        (f"“{LONG},” Bob Long and Ann Lee said.", "Bob Long", "cue-after"),
        (f"Bob Long said: “{LONG}.”", "Bob Long", "cue-before"),
        (f"Bob Long told Reuters that “{LONG}.”", "Bob Long", "cue-before"),
        (f"In a speech on Monday Bob Long said in the rain: “{LONG}.”", "Bob Long", "cue-before"),
        (f"According to Bob Long, “{LONG}.”", "Bob Long", "according-to"),
        (f"“{LONG},” according to Bob Long.", "Bob Long", "according-to"),
        (f"“{LONG},” – Bob Long, Springfield.", "Bob Long", "credit"),
        ("Bob Long’s answer? “Nobody knows.”", "Bob Long", "noun-cue"),
        (f"“{LONG},” per Bob Long.", "Bob Long", "according-to"),
        ("Describing it as “cruel,” Bob Long freed Tom Short.", "Bob Long", "cue-opens"),
        ("After saying it was “great,” the former mayor Bob Long rose to his feet.", "Bob Long", "cue-opens"),
        ("It was called “a great big goal” by Bob Long.", "Bob Long", "cue-by"),
        ("It was dismissed as “nonsense” by the old mayor, Bob Long.", "Bob Long", "cue-by"),
        ("It was reported there in a “great big old story” by Bob Long.", None, None),
        ("A “march” was held in the town, according to Bob Long.", "Bob Long", "according-to-later"),
        ("The “great big goal” is near, Bob Long said.", "Bob Long", "cue-loosely-after"),
        ("The “great big goal” is “near to us,” Bob Long said.", "Bob Long", "cue-far-after"),
        ("“We go home now for good!” beamed Bob Long.", "Bob Long", "verb-after"),
        ("It was Bob Long’s claim that “great big goals” are near.", "Bob Long", "noun-cue"),
        ("They recall Bob Long’s call for a “revolution” there.", "Bob Long", "noun-cue"),
        ("They recall Bob Long’s “great big goal” remark there.", "Bob Long", "noun-cue"),
        ("Bob Long boasted that, by his “Long Precision Survey Method,” he won.", "Bob Long", "cue-governs"),
        ("“Mr. Short?” Bob Long had risen by then.", None, None),
        ("They put it in a box labeled “great big goals” there.", None, None),
        ("Bob Long was called all things from “great saint” to “great fool.”", None, None),
        ("Asked if it was “a great big mess,” Bob Long said: “No.”", None, None),
        ("“Never,” was Bob Long’s answer.", "Bob Long", "noun-cue"),
        ("It is a “mess,” in Bob Long’s view.", "Bob Long", "noun-cue"),
        ("“A great mess,” is how Bob Long described it.", "Bob Long", "as-put"),
        ("“A great mess” is what Bob Long calls it.", "Bob Long", "as-put"),
        ("Bob Long wore a shirt saying “we voted.”", None, None),
        ("Men shouting “we voted” came by, Bob Long said.", None, None),
        ("Men shouting “we voted” came to “the old town,” where it rained, Bob Long said.", None, None),
        ("The “great mess,” as Bob Long calls it, is here.", "Bob Long", "as-put"),
        ("As Bob Long called it, the “great mess” was here.", "Bob Long", "as-put"),
        ("Bob Long said: “No.” Ann Lee laughed.", "Bob Long", "cue-before"),
        ("Ann Lee was nicknamed “Great Big Oak” there.", None, None),
        ("Bob Long called him “a great big con artist” there.", "Bob Long", "weak-cue-before"),
        ("Bob Long said that it was a rather “great big” goal.", "Bob Long", "cue-governs"),
        ("Bob Long said that Tom Short described it as a very “great big” goal.", "Bob Long", "cue-governs"),
        ("Bob Long said it was over, but Tom Short described it as a “great big goal”.", "Tom Short", "cue-governs"),
        (
            "Bob Long said taxes rise, while the state’s Tom Short dismissed it as “a bad joke”.",
            "Tom Short",
            "cue-governs",
        ),
    ],
)
def test_each_rule(body: str, name: str | None, rule: str) -> None:
    assert said(body)[0][1:] == (name, rule)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Ann Lee is out and the house is shut, Bob Long said, adding it was a “great big” one.", "Bob Long"),
        ("At a rally in Oxford, Ohio, on Monday, Bob Long met Ann Lee, saying it was “great big fun.”", "Bob Long"),
        (f"“{LONG},” said Rep. Bob Long (D-Va.) at the time, adding that “all are very glad of it.”", "Bob Long"),
        ("The protesters said they want a “great big deal” now.", "The protesters"),
        ("Bob Long said it shows a “great big deal” is near.", "Bob Long"),
        ("Bob Long told a crowd that he wants a “great big deal” now.", "Bob Long"),
        ("Bob Long denounced what he called “a great big deal” on Monday.", "Bob Long"),
        ("Mr. Long said she called it “a great big deal” on Monday.", "she"),
        (f"“{LONG},” Bob Long’s chief of staff, Ann Lee, told Reuters.", "Ann Lee"),
        (f"She left. “{LONG},” her lawyer said.", "her lawyer"),
        (f"“{LONG},” the order released Monday said.", "the order"),
        (f"“{LONG},” said the mayor of Oxford at the time, Bob Long.", "Bob Long"),
        (f"“{LONG},” a Springfield plumber in the room wondered.", "a Springfield plumber"),
        (f"When Tom Short left, Bob Long released a note:\n\n“{LONG}.”", "Bob Long"),
        (f"The head of QX (Qwand Xyzor), Bob Long, has called it “{LONG}.”", "Bob Long"),
        (f"A leaked letter seen by Xyzor News says “{LONG}” to all.", "A leaked letter"),
        (f"“{LONG},” Reuters quoted Bob Long as saying.", "Bob Long"),
        ("Reuters quoted Bob Long as saying it was “a great big mess.”", "Bob Long"),
        (f"“{LONG},” the slogan goes, “when all the days are done.”", "the slogan"),
        (f"Bob Long’s famous words — “{LONG}” — still echo.", "Bob Long"),
        ("A spokesman for the builders, Xyzor Inc., said it was “a great big mess.”", "A spokesman"),
        ("A spokesman for the firm, Xyzor Inc., said it was “a great big mess.”", "A spokesman"),
        ("Bob Long, the “great man”, said he’d “had enough of it” then.", "Bob Long"),
        ("Bob Long, of the “great big town,” said it would rain.", "Bob Long"),
        ("Police said the suspect, identified as Tom Short, shouted “great is the sun” there.", "the suspect"),
        (
            "Bob Long, an Old Valley graduate and a trader in Lima, where it is dry, said it was “great then.”",
            "Bob Long",
        ),
        (f"If we lived in other days, a reader would now ask, “{LONG}?”", "a reader"),
        (f"When asked, the old mother of three replied, “{LONG}.”", "the old mother"),
        (f"Bob Long two weeks ago said, “{LONG}.”", "Bob Long"),
        (f"“{LONG},” Long’s niece, state Sen. Ann Lee (D-Va.), told Reuters.", "Ann Lee"),
    ],
)
def test_whose_clause_it_is(body: str, words: str) -> None:
    article = process(RawArticle(body=body))
    attribution = [quote for quote in article.quotes if quote.quote_kind is not QuoteKind.INDIRECT][-1].attribution
    assert attribution is not None
    assert attribution.speaker_span is not None
    assert article.body[attribution.speaker_span.start : attribution.speaker_span.end] == words


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (f"“{LONG},” Bob Long said. “We are all glad.”", "continuation-in-paragraph"),
        (f"“{LONG},” Bob Long said. And here was the big reveal: “We are all glad.”", "continuation-in-paragraph"),
        (f"Bob Long said: “{LONG}.\n\n“We are all glad of it.”", "continuation-of-open-quote"),
        (f"“{LONG},” Bob Long said.\n\n“We are all very glad of it.”", "continuation-of-paragraph"),
        (f"“{LONG},” Bob Long said. “We all go.\n\n“It is late,” Bob Long said.", "cue-after"),
        (
            f"“{LONG},” Tom Short said.\n\nBob Long went on to add:\n\n“We are all glad of it.”",
            "introduced-by-paragraph-before",
        ),
    ],
)
def test_a_speech_goes_on(body: str, rule: str) -> None:
    assert said(body)[-1][1:] == ("Bob Long", rule)


@pytest.mark.parametrize(
    "told",
    [
        "But the head of the firm, Ann Lee, says that the town is dry.",
        "Ann Lee of the Lima Council says there are many towns.",
        "Ann Lee admits in this case, there was none.",
        "It was dry in May. Ann Lee said it would rain, and that was all. It was late.",
        "“No,” Tom Short said. Ann Lee said that the town is dry.",
    ],
)
def test_whose_words_were_told_speaks_next(told: str) -> None:
    assert said(f"“{LONG},” Bob Long said.\n\n{told}\n\n“We are all glad of it.”")[-1] == (
        "We are all glad of it.",
        "Ann Lee",
        "told-in-paragraph-before",
    )


def test_who_a_paragraph_is_about_speaks_next() -> None:
    ann = f"“{LONG},” Tom Short said.\n\nAnn Lee lives in the old town now.\n\n“We are all glad of it.”"
    assert said(ann)[-1][1:] == ("Ann Lee", "subject-of-paragraph-before")
    both = ann.replace("old town", "old town of Tom Short")
    assert said(both)[-1][1:] == ("Tom Short", "continuation-of-paragraph")


def test_whose_words_were_quoted_behind_what_was_told_speaks_on() -> None:
    body = f"Ann Lee said it was dry. “{LONG},” Bob Long said.\n\n“We are all glad of it.”"
    assert said(body)[-1][1:] == ("Bob Long", "continuation-of-paragraph")


def test_a_speech_that_a_broken_paragraph_cuts_is_of_who_has_the_end() -> None:
    body = f"“{LONG},” Tom Short said.\n\n“We will all\n\nbe glad of it,” Bob Long said."
    assert [name for _, name, _ in said(body)] == ["Tom Short", "Bob Long", "Bob Long"]


@pytest.mark.parametrize(
    "body",
    [
        "They watched “The Walking Dead” on Monday.",
        "Bob Long said on CNN’s “State of the Union” that it rained.",
        "The so-called “expert” left the house.",
    ],
)
def test_titles_of_works_and_scare_quotes_are_no_quotes(body: str) -> None:
    assert said(body) == []


def test_an_unnamed_source_is_words_and_no_speaker() -> None:
    article = process(RawArticle(body=f"“{LONG},” a senior official said."))
    quote = article.quotes[0]
    assert quote.speaker is None
    assert quote.attribution is not None
    span = quote.attribution.speaker_span
    assert span is not None
    assert article.body[span.start : span.end] == "a senior official"


def test_nobody_is_guessed() -> None:
    assert said(f"It rained. “{LONG}.”") == [(f"{LONG}.", None, None)]


def test_a_passive_verb_has_no_speaker_before_it() -> None:
    assert said("Bob Long was called “a great big liar” there.")[0][2] != "weak-cue-before"


@pytest.mark.parametrize(
    ("body", "kind", "method"),
    [
        ("Bob Long left. “We are going home,” he said.", QuoteKind.DIRECT, AttributionMethod.PRONOUN),
        ("Bob Long said it was “the very end of it.”", QuoteKind.MIXED, AttributionMethod.CUE),
        ("Bob Long said: “Go home.”", QuoteKind.DIRECT, AttributionMethod.CUE),
    ],
)
def test_kind_and_method(body: str, kind: QuoteKind, method: AttributionMethod) -> None:
    quote = marked(process(RawArticle(body=body)))[0]
    assert quote.quote_kind is kind
    assert quote.attribution is not None
    assert quote.attribution.method is method


@pytest.mark.parametrize(
    "body",
    [
        "Xyzor Qwand is a really “great big time” there.",
        "The house is a really “great big time” there.",
    ],
)
def test_a_subject_without_cue_or_name_is_no_speaker(body: str) -> None:
    assert [name for _, name, _ in said(body)] == [None]


def test_a_transcript_names_its_speakers() -> None:
    body = (
        "Bob Long spoke with Ann Lee on the show. Transcript:\n\n"
        "“LEE: Let us start with the news of today.\n\n“LONG: Well, that is no news at all to us.”"
    )
    assert [found[1:] for found in said(body)] == [("Ann Lee", "transcript-label"), ("Bob Long", "transcript-label")]


@pytest.mark.parametrize("noun", ["letter", "email", "article"])
def test_words_read(noun: str) -> None:
    assert said(f"“{LONG},” the {noun} read.")[0][2] == "cue-after"


def test_an_open_speech_is_told_by_who_goes_on_with_it() -> None:
    body = f"“{LONG},” Ann Lee said. “If we go home now, who will stay here?\n\n“Nobody stays,” Bob Long said."
    assert said(body)[1][1:] == ("Bob Long", "continuation-of-open-quote")
    assert said("“We go home.\n\n“Nobody stays,” Bob Long said.")[0][1] == "Bob Long"


def test_the_words_right_before_those_with_a_cue_are_of_the_same_speech() -> None:
    assert said(f"It rained.\n\n“{LONG}.” “We are all glad,” Bob Long said.")[0][1] == "Bob Long"
    assert said(f"It rained.\n\n“{LONG}.” It was late. “We are all glad,” Bob Long said.")[0][1] is None


def test_nobody_speaks_on_in_a_list_that_is_nobodys() -> None:
    signs = "With signs reading “Leave us be,” “Mend the roads,” and “The town is a scam,” many came."
    assert [who for _, who, _ in said(f"“{LONG},” Bob Long said.\n\n{signs}")] == ["Bob Long", None, None, None]


def test_members_of_parliament_may_speak() -> None:
    assert said("The plan was branded a “great and lasting waste” by MPs.")[0][2] == "cue-by"


def test_a_name_behind_an_office_is_the_speakers() -> None:
    assert said(f"“{LONG},” said the director of commercial planning, Bob Long.")[0][1] == "Bob Long"
