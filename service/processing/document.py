"""The document: one text on its way through the pipeline, and what the steps have found in it."""

from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from service.article import Actor, ActorKind, Event, MentionForm, Quote, QuoteKind, RawArticle, ValueOrigin

if TYPE_CHECKING:
    from service.processing.units import ClauseReader


# Looked up once: compiled, a member of an enumeration costs more than most of what is done with it.
PERSON: Final = ActorKind.PERSON
ORGANIZATION: Final = ActorKind.ORGANIZATION
PLACE: Final = ActorKind.PLACE
GROUP: Final = ActorKind.GROUP
NAME: Final = MentionForm.NAME
NOMINAL: Final = MentionForm.NOMINAL
PRONOUN: Final = MentionForm.PRONOUN


class Span(NamedTuple):
    """A stretch of the body in code points: `body[start:end]`."""

    start: int
    end: int


class ParagraphKind(StrEnum):
    """What a paragraph is there for; quotations are looked for in TEXT and in the headline."""

    TEXT = "TEXT"
    HEADING = "HEADING"
    LINK = "LINK"
    BYLINE = "BYLINE"
    AGENCY = "AGENCY"


class Paragraph(NamedTuple):
    """A paragraph without the white space around it, nor a scraper's prefix or a dateline."""

    start: int
    end: int
    kind: ParagraphKind


@dataclass(slots=True)
class Quotation:
    """A stretch between quotation marks, marks excluded; `outer` has the marks in it."""

    start: int
    end: int
    outer: Span
    paragraph: int
    closed: bool = True
    quoted: bool = True
    """False for scare quotes and titles of works: their marks say nothing about who speaks."""
    kind: QuoteKind = QuoteKind.DIRECT


class Token:
    """A word or a mark; `tag` is its part in a clause (see units.py), `low` the word in lower case.

    `folded` is the word as the rules for events read it (see contractions.py), empty if it is none or two; `capital`
    whether it begins with a capital.
    """

    __slots__ = ("capital", "end", "folded", "low", "start", "tag", "text")

    def __init__(self, start: int, end: int, text: str, low: str, tag: str, folded: str, capital: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.low = low
        self.tag = tag
        self.folded = folded
        self.capital = capital


class Mention:
    """A place where the text speaks of somebody: `first` to `last` are its tokens with its title."""

    __slots__ = (
        "antecedent",
        "end",
        "entity",
        "first",
        "form",
        "gender",
        "head",
        "kind",
        "last",
        "possessive",
        "role",
        "start",
        "weight",
    )

    def __init__(
        self,
        start: int,
        end: int,
        form: MentionForm,
        first: int,
        last: int,
        kind: ActorKind | None = None,
        gender: str = "",
        role: Span | None = None,
        head: str = "",
        possessive: bool = False,
        weight: float = 0.0,
    ) -> None:
        """`weight`: how surely a name itself says its kind; see name_kinds.py."""
        self.start = start
        self.end = end
        self.form = form
        self.first = first
        self.last = last
        self.kind = kind
        self.gender = gender
        self.role = role
        self.head = head
        self.possessive = possessive
        self.weight = weight
        self.entity: Entity | None = None
        self.antecedent: Mention | None = None


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something named, with its mentions in the order of the text."""

    name: str
    kind: ActorKind | None
    weight: float = 0.0
    """How surely its names say its kind."""
    gender: str = ""
    names: dict[str, int] = field(default_factory=dict)
    """Each form of the name and how often it stands."""
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    """Folded head nouns of titles and offices."""

    def absorb(self, other: "Entity") -> None:
        """Take over the mentions and names of another, which is the same; it is left without mentions."""
        for mention in other.mentions:
            mention.entity = self
        self.mentions = sorted((*self.mentions, *other.mentions), key=attrgetter("start"))
        for name, count in other.names.items():
            self.names[name] = self.names.get(name, 0) + count
        if other.weight > self.weight:
            self.kind, self.weight = other.kind, other.weight
        other.mentions = []


@dataclass(slots=True)
class Attribution:
    """Who said a quotation, by which rule; `mention` is None for a source that is only words."""

    mention: Mention | None
    speaker_span: Span | None
    cue: Span | None
    rule: str
    confidence: float
    continued: bool = False
    entity: Entity | None = None
    venue: str | None = None
    addressee: str | None = None
    relayed_by: str | None = None


class Reported(NamedTuple):
    """What somebody is said to have said without marks, `body[start:end]`."""

    start: int
    end: int
    attribution: Attribution


@dataclass(slots=True)
class Document:
    """The state of the pipeline; each step reads what the steps before it filled and fills its own."""

    article: RawArticle
    body: str
    date_published: str | None = None
    date_origin: ValueOrigin = ValueOrigin.UNKNOWN
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    """Those of running text."""
    aside: list[Token] = field(default_factory=list)
    """Those of headings, bylines and links."""
    in_order: list[Token] = field(default_factory=list)
    """Both, in the order of the text."""
    words: set[str] = field(default_factory=set)
    """The texts of the tokens of running text."""
    mentions: list[Mention] = field(default_factory=list)
    heading_mentions: list[Mention] = field(default_factory=list)
    """Those in headings; their tokens are numbers in `aside`."""
    entities: list[Entity] = field(default_factory=list)
    reader: "ClauseReader | None" = None
    """Reads the running text, whose mentions are resolved by then."""
    attributions: list[Attribution | None] = field(default_factory=list)
    """One a quotation."""
    reported: list[Reported] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    keys: dict[int, str] = field(default_factory=dict)
    """The identity of an entity -> the key of its actor."""
    quotes: list[Quote] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def release(self) -> None:
        """Part mentions from their entities: together they are a cycle, garbage that Python has to look for."""
        for mention in (*self.mentions, *self.heading_mentions):
            mention.entity = None
