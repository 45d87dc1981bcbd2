"""Quotes: what was said, by whom, why that is known, and what else quotes the same words."""

from service.catalog.article import SPAN
from service.catalog.model import (
    Column,
    Connection,
    Embedded,
    ObjectType,
    ToMany,
    ToOne,
    node_id,
)
from service.catalog.orders import quote_orders


def _span(prefix: str) -> dict[str, str]:
    columns = {field: f"{prefix}_{column.removeprefix('span_')}" for field, column in SPAN.items()}
    return {**columns, "revision": "revision"}


ATTRIBUTION = ObjectType(
    "Attribution",
    "Why a quote has its speaker.",
    (
        Embedded(
            "speakerSpan",
            "Span",
            _span("speaker"),
            "The words for the speaker, also where they name nobody, e.g. “a senior official”.",
            present="{row}.speaker_start is not null",
        ),
        Embedded(
            "cueSpan",
            "Span",
            _span("cue"),
            "Where the word of saying stands.",
            present="{row}.cue_start is not null",
        ),
        Column("cue", "String", "{row}.cue", "The word or words of saying, e.g. said or according to."),
        Column("method", "AttributionMethod!", "{row}.method", "How the speaker was found."),
        Column("rule", "String", "{row}.rule", "The rule or model that decided, e.g. inverted-cue."),
        Column("confidence", "Float", "{row}.confidence", "0 to 1; null where a sender gave none."),
        Column("venue", "String", "{row}.venue", "Where it was said, e.g. Twitter, or to which outlet, e.g. Reuters."),
        Column("addressee", "String", "{row}.addressee", "To whom it was said."),
        Column(
            "relayedBy",
            "String",
            "{row}.relayed_by",
            "Who passed the words on, where the speaker was not heard directly.",
        ),
    ),
    table="attributions",
)

QUOTE = ObjectType(
    "Quote",
    "Words that an article quotes: one stretch inside one paragraph.",
    (
        node_id("Quote"),
        Column("text", "String!", "{row}.exact", "The words without the quotation marks; equal to span.exact."),
        Column("quoteKind", "QuoteKind!", "{row}.kind", "How the quote stands in the text."),
        Embedded("span", "Span!", SPAN, "Where it stands in the article."),
        ToOne("article", "Article!", "{child}.id = {row}.article_id", "The article that quotes."),
        ToOne(
            "speaker",
            "Actor",
            "{child}.id = {row}.speaker_id",
            "Who said it; null where the text names nobody: never a guess. attribution.speakerSpan may still hold "
            "words such as “a senior official”.",
        ),
        ToOne(
            "attribution",
            "Attribution",
            "{child}.quote_id = {row}.id",
            "Why it has its speaker; null where nothing tells.",
            part=True,
        ),
        ToMany(
            "mentionedActors",
            "[Actor!]!",
            "{child}.id in (select m.actor_id from mentions m where m.article_id = {row}.article_id "
            "and m.form = 'NAME' and m.span_start >= {row}.span_start and m.span_end <= {row}.span_end)",
            "{child}.name_folded, {child}.id",
            "Actors named inside the quote.",
        ),
        ToOne(
            "utterance",
            "Utterance!",
            "{child}.id = {row}.utterance_id",
            "What was said once, however many articles quote it.",
        ),
    ),
    table="quotes",
    node=True,
    key=("id",),
)

UTTERANCE = ObjectType(
    "Utterance",
    "One thing that somebody said, however many articles quote it.",
    (
        node_id("Utterance"),
        ToOne("speaker", "Actor", "{child}.id = {row}.speaker_id", "Who said it; null where nobody is named."),
        Connection(
            "quotes",
            "Quote",
            "The quotes of it.",
            where="{child}.utterance_id = {row}.id",
            orders=quote_orders(),
            default_order="PUBLISHED_ASC",
            order_type="QuoteOrder",
        ),
        Column("articleCount", "Int!", "{row}.article_count", "Articles that quote it."),
        Column("sourceCount", "Int!", "{row}.source_count", "Known outlets that quote it."),
    ),
    table="utterances",
    node=True,
)
