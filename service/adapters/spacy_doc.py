"""A spaCy Doc as a processed article: `doc.ents` are its actors, `doc.spans["quotes"]` its quotes.

A quote is a span without its quotation marks, labelled DIRECT, MIXED or INDIRECT, DIRECT where it has no label. Two
attributes of a quote, where the pipeline has registered them (`Span.set_extension("speaker", default=None)`), hold
spans of the same Doc: `_.speaker` is who says it, `_.cue` the word that tells so, e.g. "said". A speaker whose span
meets an entity is that actor; another, e.g. "the general", stays words. To resolve a pronoun, the pipeline gives the
entity's span. Entities are one actor where their `kb_id_` or `ent_id_` agree, and without one where kind and name do.
A `kb_id_` that is a URL, or an item of Wikidata, is the actor's `sameAs`.

spaCy is not imported: whatever has these attributes is taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from service.article import (
    Actor,
    ActorKind,
    Attribution,
    AttributionMethod,
    Mention,
    MentionForm,
    ProcessedArticle,
    Quote,
    QuoteKind,
    RawArticle,
    Span,
)
from service.errors import BadInput
from service.folding import fold
from service.record import is_web_url

KINDS: Mapping[str, ActorKind] = MappingProxyType(
    {
        "PERSON": ActorKind.PERSON,
        "PER": ActorKind.PERSON,
        "ORG": ActorKind.ORGANIZATION,
        "GPE": ActorKind.PLACE,
        "LOC": ActorKind.PLACE,
        "FAC": ActorKind.PLACE,
        "NORP": ActorKind.GROUP,
    }
)
"""Labels of spaCy's own models -> kinds; entities of other labels are no actors."""
QUOTES = "quotes"
_WIKIDATA_ITEM = re.compile(r"Q[1-9]\d*")


class SpanLike(Protocol):
    """What is read of a spaCy Span; offsets are code points."""

    @property
    def start_char(self) -> int: ...  # noqa: D102
    @property
    def end_char(self) -> int: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def label_(self) -> str: ...  # noqa: D102
    @property
    def kb_id_(self) -> str: ...  # noqa: D102
    @property
    def ent_id_(self) -> str: ...  # noqa: D102
    @property
    def _(self) -> Any: ...


class DocLike(Protocol):
    """What is read of a spaCy Doc."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def ents(self) -> Sequence[Any]: ...  # noqa: D102
    @property
    def spans(self) -> Mapping[str, Iterable[Any]]: ...  # noqa: D102


def article_of(
    article: RawArticle, doc: DocLike, processor: str, kinds: Mapping[str, ActorKind] = KINDS
) -> ProcessedArticle:
    """The article with the actors and quotes of a Doc that was made of its body.

    processor: the name of the pipeline and its version. kinds: label of an entity -> kind of its actor. Raises
    BadInput where the Doc is of another text, pydantic's ValidationError where spans break the rules of a record.
    """
    if doc.text != article.body:
        raise BadInput("the Doc's text is not the article's body: make the Doc of the body as it is")
    groups: dict[tuple[ActorKind, str], list[SpanLike]] = {}
    for entity in doc.ents:
        if (kind := kinds.get(entity.label_)) and entity.text.strip():
            identity = entity.kb_id_ or entity.ent_id_ or fold(entity.text)
            groups.setdefault((kind, identity), []).append(entity)
    actors = [_actor(f"a{n}", kind, entities) for n, ((kind, _), entities) in enumerate(groups.items(), start=1)]
    return ProcessedArticle(
        **dict(article),
        processor=processor,
        actors=tuple(actors),
        quotes=tuple(_quote(quote, actors) for quote in doc.spans.get(QUOTES, ())),
    )


def _actor(key: str, kind: ActorKind, entities: Sequence[SpanLike]) -> Actor:
    """The actor that entities speak of, under the longest of its names."""
    names = Counter(" ".join(entity.text.split()) for entity in entities)
    name = max(names, key=len)
    return Actor(
        key=key,
        kind=kind,
        name=name,
        aliases=tuple(alias for alias in names if alias != name),
        same_as=tuple(dict.fromkeys(url for entity in entities if (url := _same_as(entity.kb_id_)))),
        mentions=tuple(
            Mention(start=entity.start_char, end=entity.end_char, form=MentionForm.NAME) for entity in entities
        ),
    )


def _same_as(identifier: str) -> str | None:
    if _WIKIDATA_ITEM.fullmatch(identifier):
        return f"https://www.wikidata.org/wiki/{identifier}"
    return identifier if is_web_url(identifier) else None


def _quote(quote: SpanLike, actors: Sequence[Actor]) -> Quote:
    speaker: SpanLike | None = getattr(quote._, "speaker", None)
    cue: SpanLike | None = getattr(quote._, "cue", None)
    attribution = None
    if speaker is not None:
        attribution = Attribution(
            speaker_span=_span(speaker),
            cue_span=None if cue is None else _span(cue),
            cue=None if cue is None else cue.text,
            method=AttributionMethod.SUPPLIED if cue is None else AttributionMethod.CUE,
        )
    return Quote(
        start=quote.start_char,
        end=quote.end_char,
        text=quote.text,
        quote_kind=QuoteKind(quote.label_ or QuoteKind.DIRECT),
        speaker=None if speaker is None else _key_at(speaker, actors),
        attribution=attribution,
    )


def _span(span: SpanLike) -> Span:
    return Span(start=span.start_char, end=span.end_char)


def _key_at(span: SpanLike, actors: Sequence[Actor]) -> str | None:
    """The key of the actor whose mention a span meets first."""
    met = (
        (mention.start, actor.key)
        for actor in actors
        for mention in actor.mentions
        if mention.start < span.end_char and span.start_char < mention.end
    )
    return min(met, default=(0, None))[1]
