"""The enums of the contract, each value with what it means."""

from enum import StrEnum

from service.catalog.model import EnumType
from service.vocabulary import (
    ActorKind,
    ArticleStatus,
    AttributionMethod,
    EventType,
    MentionForm,
    Modality,
    ParticipantRole,
    QuoteKind,
    ValueOrigin,
)


def _of(vocabulary: type[StrEnum], description: str, values: dict[str, str]) -> EnumType:
    """The enum of a record's vocabulary; every word has its description."""
    if list(values) != [word.value for word in vocabulary]:
        raise ValueError(f"{vocabulary.__name__}: describe {', '.join(vocabulary)}, in this order")
    return EnumType(vocabulary.__name__, description, values)


ENUMS = (
    _of(
        ActorKind,
        "What an actor is.",
        {
            "PERSON": "A person with a name.",
            "ORGANIZATION": "A company, party, institution, outlet or other organization.",
            "PLACE": "A country, city or other place; a country may act, too.",
            "GROUP": ("People together without an organization, under a name of their own, e.g. European countries."),
        },
    ),
    _of(
        QuoteKind,
        "How a quote stands in the text.",
        {
            "DIRECT": "A clause or more between quotation marks.",
            "MIXED": "A part of a sentence between quotation marks; the rest is the writer's wording.",
            "INDIRECT": "Without quotation marks: the writer reports what was said.",
        },
    ),
    _of(
        AttributionMethod,
        "How a quote got its speaker.",
        {
            "CUE": "A word of saying ties it to a name or a noun, e.g. “…,” Guaido said.",
            "CONTINUATION": "It goes on with the speech of the quote before it.",
            "PRONOUN": "A word of saying ties it to a pronoun, whose name was found in the text.",
            "SUPPLIED": "The sender of the article said so.",
        },
    ),
    _of(
        ValueOrigin,
        "Where a value comes from.",
        {
            "SUPPLIED": "The sender gave it.",
            "TEXT": "The text says it in these words.",
            "INFERRED": "A rule worked it out from the text, e.g. “on Saturday” from the article's date.",
            "UNKNOWN": "Nobody said; the value is null.",
        },
    ),
    _of(
        ArticleStatus,
        "Whether the outlet stands by the article.",
        {"CURRENT": "It does, as far as is known.", "RETRACTED": "It was taken back; it stays readable."},
    ),
    _of(
        Modality,
        "Whether a report says that the event happened.",
        {
            "ASSERTED": "It happened or is happening.",
            "NEGATED": "It did not happen.",
            "HYPOTHETICAL": "It may happen, or was only spoken of.",
            "FUTURE": "It is announced.",
        },
    ),
    _of(
        MentionForm,
        "How a mention words its actor.",
        {
            "NAME": "By a name, e.g. Guaido.",
            "NOMINAL": "By a noun, e.g. the opposition leader.",
            "PRONOUN": "By a pronoun, e.g. he.",
        },
    ),
    _of(
        ParticipantRole,
        "An actor's side of an event, after PLOVER.",
        {"ACTOR": "Who did it.", "RECIPIENT": "Whom or what it was done to."},
    ),
    _of(
        EventType,
        "PLOVER 2.0's types of events, and OTHER for what it has no type for, e.g. taking office.",
        {
            "AGREE": "Agreeing to or promising something.",
            "CONSULT": "Meeting, visiting or talking.",
            "SUPPORT": "Backing, praising or recognizing somebody.",
            "CONCEDE": "Giving in, easing or releasing.",
            "COOPERATE": "Working together in deeds.",
            "AID": "Giving help, money or arms.",
            "RETREAT": "Withdrawing forces or leaving.",
            "REQUEST": "Asking, calling for or demanding something.",
            "ACCUSE": "Criticizing, blaming or charging.",
            "REJECT": "Refusing, denying or breaking with somebody.",
            "THREATEN": "Threatening, warning or setting an ultimatum.",
            "PROTEST": "Demonstrating, rallying or striking.",
            "SANCTION": "Cutting ties, help or trade.",
            "MOBILIZE": "Moving or readying forces.",
            "COERCE": "Arresting, seizing, banning or censoring.",
            "ASSAULT": "Using physical violence.",
            "OTHER": "What PLOVER has no type for.",
        },
    ),
    EnumType(
        "ArticleOrder",
        "Orders of articles. What has no date comes last in both orders by publication.",
        {
            "PUBLISHED_DESC": "Latest publication first.",
            "PUBLISHED_ASC": "Earliest publication first.",
            "STORED_DESC": "Last stored first.",
            "STORED_ASC": "First stored first.",
        },
    ),
    EnumType(
        "ActorOrder",
        "Orders of actors. Counts move while articles arrive: tell doubles between pages by id.",
        {
            "MENTIONS_DESC": "Most mentioned first; on an article, by the mentions in that article.",
            "QUOTES_DESC": "Most quoted first; on an article, by the quotes in that article.",
            "NAME_ASC": "By name, case and accents ignored.",
        },
    ),
    EnumType(
        "QuoteOrder",
        "Orders of quotes. What has no date comes last in both orders by publication.",
        {
            "PUBLISHED_DESC": "Latest article first.",
            "PUBLISHED_ASC": "Earliest article first.",
            "POSITION": "By article, then as they stand in the text.",
        },
    ),
    EnumType(
        "EventOrder",
        "Orders of events. What has no date comes last in both orders by date.",
        {
            "DATE_DESC": "Latest event first.",
            "DATE_ASC": "Earliest event first.",
            "SOURCES_DESC": "Told by the most outlets first.",
        },
    ),
    EnumType(
        "ChangeKind",
        "What happened to an object. What one write does to one object is one change.",
        {
            "CREATED": "It was stored, and was not there before.",
            "UPDATED": "It is another than before; also where it was stored again as it was.",
            "DELETED": "It is gone.",
            "MERGED": "It went into another object, which now has its id among its formerIds.",
        },
    ),
    EnumType(
        "SearchType",
        "What can be searched.",
        {
            "ARTICLE": "Articles, by headline and body.",
            "ACTOR": "Actors, by any of their names.",
            "QUOTE": "Quotes, by their words.",
            "EVENT": "Events, by their name.",
        },
    ),
    EnumType(
        "DateInterval",
        "Stretches of time that dates are counted by.",
        {
            "DAY": "Days, in UTC.",
            "WEEK": "ISO weeks, from Monday on.",
            "MONTH": "Calendar months.",
            "YEAR": "Calendar years.",
        },
    ),
)
