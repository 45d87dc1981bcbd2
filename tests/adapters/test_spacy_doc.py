"""A spaCy Doc as an article: a blank pipeline, whose entities and spans the tests set."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
import spacy
from pydantic import ValidationError
from spacy.language import Language
from spacy.tokens import Doc, Span

from service.adapters.spacy_doc import article_of
from service.article import ActorKind, AttributionMethod, ProcessedArticle, QuoteKind, RawArticle
from service.errors import BadInput

BODY = "“We go — now,” Ana 😀 Pérez of the Red Cross said in Lima.\n\nPérez was “tired”. “Go,” the general told her."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


@pytest.fixture(autouse=True)
def _extensions() -> Iterator[None]:
    for name in ("speaker", "cue"):
        Span.set_extension(name, default=None, force=True)
    yield
    for name in ("speaker", "cue"):
        Span.remove_extension(name)


def span(doc: Doc, words: str, label: str = "", kb_id: str = "") -> Span:
    """The first span with these words."""
    start = doc.text.index(words)
    found = doc.char_span(start, start + len(words), label=label, kb_id=kb_id)
    assert found is not None, words
    return found


def spoken(doc: Doc, quote: Span, speaker: str | None = None, cue: str | None = None) -> Span:
    """The quote with its speaker and cue."""
    quote._.speaker = None if speaker is None else span(doc, speaker)
    quote._.cue = None if cue is None else span(doc, cue)
    return quote


def article(doc: Doc) -> ProcessedArticle:
    return article_of(RawArticle(body=doc.text), doc, "newsroom/1")


def test_entities_are_actors(nlp: Language) -> None:
    doc = nlp(BODY)
    doc.ents = [
        span(doc, "Ana 😀 Pérez", "PERSON"),
        span(doc, "the Red Cross", "ORG"),
        span(doc, "Lima", "GPE"),
        span(doc, "tired", "WORK_OF_ART"),
    ]
    made = article_of(RawArticle(body=BODY, external_id="7", date_published="2019"), doc, "newsroom/1")
    assert (made.processor, made.external_id, made.date_published) == ("newsroom/1", "7", "2019")
    assert [(actor.name, actor.kind) for actor in made.actors] == [
        ("Ana 😀 Pérez", ActorKind.PERSON),
        ("the Red Cross", ActorKind.ORGANIZATION),
        ("Lima", ActorKind.PLACE),
    ]
    mention = made.actors[2].mentions[0]
    assert BODY[mention.start : mention.end] == "Lima"


def test_entities_with_one_id_are_one_actor(nlp: Language) -> None:
    doc = nlp(BODY)
    doc.ents = [span(doc, "Ana 😀 Pérez", "PERSON", "Q42"), Span(doc, *_after(doc, "Pérez was"), "PERSON", kb_id="Q42")]
    (ana,) = article(doc).actors
    assert (ana.name, ana.aliases, len(ana.mentions)) == ("Ana 😀 Pérez", ("Pérez",), 2)
    assert ana.same_as == ("https://www.wikidata.org/wiki/Q42",)


def _after(doc: Doc, words: str) -> tuple[int, int]:
    """The first token of these words, as start and end."""
    found = span(doc, words)
    return found.start, found.start + 1


def test_entities_without_an_id_are_one_actor_where_kind_and_name_agree(nlp: Language) -> None:
    doc = nlp("Perez met PÉREZ of Perez.")
    doc.ents = [Span(doc, 0, 1, "PERSON"), Span(doc, 2, 3, "PERSON"), Span(doc, 4, 5, "ORG")]
    assert [(actor.kind, len(actor.mentions)) for actor in article(doc).actors] == [
        (ActorKind.PERSON, 2),
        (ActorKind.ORGANIZATION, 1),
    ]


def test_a_quote_has_its_speaker_and_cue(nlp: Language) -> None:
    doc = nlp(BODY)
    doc.ents = [span(doc, "Ana 😀 Pérez", "PERSON")]
    doc.spans["quotes"] = [
        spoken(doc, span(doc, "We go — now,"), "Ana 😀 Pérez", "said"),
        span(doc, "tired", "MIXED"),
        spoken(doc, span(doc, "Go,", "DIRECT"), "the general"),
    ]
    said, tired, told = article(doc).quotes
    assert (said.text, said.quote_kind, said.speaker) == ("We go — now,", QuoteKind.DIRECT, "a1")
    assert said.attribution is not None
    assert (said.attribution.cue, said.attribution.method) == ("said", AttributionMethod.CUE)
    assert (tired.quote_kind, tired.speaker, tired.attribution) == (QuoteKind.MIXED, None, None)
    assert told.speaker is None
    assert told.attribution is not None
    assert told.attribution.speaker_span is not None
    assert BODY[told.attribution.speaker_span.start : told.attribution.speaker_span.end] == "the general"
    assert (told.attribution.cue, told.attribution.method) == (None, AttributionMethod.SUPPLIED)


def test_a_speaker_is_the_actor_that_its_words_name(nlp: Language) -> None:
    doc = nlp(BODY)
    doc.ents = [span(doc, "Ana 😀 Pérez", "PERSON"), span(doc, "the Red Cross", "ORG")]
    doc.spans["quotes"] = [spoken(doc, span(doc, "We go — now,"), "Ana 😀 Pérez of the Red Cross", "said")]
    assert article(doc).quotes[0].speaker == "a1"


def test_a_doc_without_quotes_or_attributes_is_taken(nlp: Language) -> None:
    assert article(nlp(BODY)).quotes == ()
    for name in ("speaker", "cue"):
        Span.remove_extension(name)
    doc = nlp(BODY)
    doc.spans["quotes"] = [span(doc, "tired")]
    assert article(doc).quotes[0].attribution is None
    for name in ("speaker", "cue"):
        Span.set_extension(name, default=None)


def test_a_doc_of_another_text_is_refused(nlp: Language) -> None:
    with pytest.raises(BadInput, match="not the article's body"):
        article_of(RawArticle(body="“We went.”"), nlp(BODY), "newsroom/1")


def test_a_record_that_breaks_the_rules_is_refused(nlp: Language) -> None:
    doc = nlp(BODY)
    doc.spans["quotes"] = [span(doc, "tired"), span(doc, "tired")]
    with pytest.raises(ValidationError, match="remove one"):
        article(doc)


def test_spacy_is_not_imported() -> None:
    check = "import sys, service.adapters.spacy_doc; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
