"""The closed vocabularies of a record; service/catalog/enums.py describes their words to clients."""

from enum import StrEnum


class ActorKind(StrEnum):
    """What an actor is; GROUP: people together without an organization, under a name of their own."""

    PERSON = "PERSON"
    ORGANIZATION = "ORGANIZATION"
    PLACE = "PLACE"
    GROUP = "GROUP"


class MentionForm(StrEnum):
    """How a mention words its actor: by name, by a noun ("the general") or by a pronoun."""

    NAME = "NAME"
    NOMINAL = "NOMINAL"
    PRONOUN = "PRONOUN"


class QuoteKind(StrEnum):
    """DIRECT: a clause or more in marks; MIXED: a part of a sentence in marks; INDIRECT: no marks."""

    DIRECT = "DIRECT"
    MIXED = "MIXED"
    INDIRECT = "INDIRECT"


class AttributionMethod(StrEnum):
    """How a quote got its speaker."""

    CUE = "CUE"
    CONTINUATION = "CONTINUATION"
    PRONOUN = "PRONOUN"
    SUPPLIED = "SUPPLIED"


class ValueOrigin(StrEnum):
    """Where a value comes from: the sender, the text's own words, a rule over the text, or nowhere."""

    SUPPLIED = "SUPPLIED"
    TEXT = "TEXT"
    INFERRED = "INFERRED"
    UNKNOWN = "UNKNOWN"


class ArticleStatus(StrEnum):
    """A retracted article stays readable."""

    CURRENT = "CURRENT"
    RETRACTED = "RETRACTED"


class Modality(StrEnum):
    """Whether a report says that the event happened."""

    ASSERTED = "ASSERTED"
    NEGATED = "NEGATED"
    HYPOTHETICAL = "HYPOTHETICAL"
    FUTURE = "FUTURE"


class ParticipantRole(StrEnum):
    """PLOVER's two sides of an event."""

    ACTOR = "ACTOR"
    RECIPIENT = "RECIPIENT"


class EventType(StrEnum):
    """PLOVER 2.0 event types, and OTHER for what it has no type for."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"
