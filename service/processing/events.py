"""Events: what the article reports, who took part, when and where, after PLOVER 2.0 (Halterman et al. 2023).

What stands inside quotation marks is what somebody says, not what the article reports: a trigger there
makes no event. Hypothetical, negated and future events are kept and marked as such.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from operator import itemgetter
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter

from service.article import (
    MAX_ANNOTATIONS,
    MAX_SPAN,
    Actor,
    Event,
    EventType,
    Modality,
    ParticipantRole,
    Quote,
    QuoteKind,
    ValueOrigin,
)
from service.processing.accidents import is_accident
from service.processing.dates import DateExpression
from service.processing.document import Span, Token
from service.processing.event_clauses import (
    STOPS,
    Clauses,
    Words,
    clauses_of,
    read_tokens,
    texts_of,
    words_of,
)
from service.processing.event_contexts import contexts_of
from service.processing.event_forms import Form
from service.processing.event_names import event_name
from service.processing.event_triggers import Trigger, candidates_of, find_triggers
from service.processing.event_words import word_class
from service.processing.modality import modality, speech_act
from service.processing.participants import Cast, Parties, Placed, new_allies, parties
from service.processing.relevance import is_of_sports, is_relevant

_DEPTH: Final = {
    Form.FINITE: 0,
    Form.PASSIVE: 0,
    Form.PHRASE: 0,
    Form.INFINITIVE: 1,
    Form.GERUND: 1,
    Form.REDUCED: 1,
    Form.NOUN: 2,
}
"""How far from the main clause a trigger stands by its form, added to its clause's level."""
_NOT_WHEN: Final = word_class("not_when")
"""Before a date: it bounds the event or belongs to another one."""
_OWNERS: Final = frozenset({"his", "its", "their"})
_TRAILING: Final = word_class("trailing")
_JOINS: Final = word_class("joins")
"""Between two verbs of a clause: the second is a verb of its own, no participle beside a noun."""
_FAR: Final = 40
"""Words between a trigger and its date."""
_SAID: Final = 3
"""Words from "said" to the day on which it was said."""
_DEFECTION: Final = "x-defect"
_LONGEST_OLD: Final = 90
"""Code points of each half of the name of a defection."""
_CANDIDATES: Final = 8
"""Events of the same type and participants that a report is compared with, newest first."""
_LONGEST_REPORT: Final = 10 * MAX_SPAN
_EVENTS: Final = TypeAdapter(list[Event])
_CLAUSE_WORDS: Final = 12
"""Words of a clause that name an event without participants."""


class _Told(NamedTuple):
    """Where a report stands, and whether it asserts the event."""

    start: int
    end: int
    modality: Modality


@dataclass(slots=True)
class _Draft:
    """An event while its reports are gathered."""

    type: EventType
    mode: str | None
    name: str
    parties: Parties
    when: DateExpression | None
    reports: list[_Told]
    contexts: dict[str, None] = field(default_factory=dict)

    def asserted(self) -> bool:
        """Whether a report says that it happened."""
        return any(report.modality is Modality.ASSERTED for report in self.reports)

    def event(self, key: str) -> dict[str, Any]:
        """The event as the record takes it."""
        sides = ((ParticipantRole.ACTOR, self.parties.actors), (ParticipantRole.RECIPIENT, self.parties.recipients))
        participants = [{"actor": actor, "role": role} for role, actors in sides for actor in actors]
        return {
            "key": key,
            "type": self.type,
            "mode": self.mode,
            "contexts": tuple(self.contexts),
            "name": self.name,
            "start_date": self.when.value if self.when else None,
            "date_origin": self.when.origin if self.when else ValueOrigin.UNKNOWN,
            "location": self.parties.location,
            "participants": participants[:100],
            "reports": [{"start": start, "end": end, "modality": manner} for start, end, manner in self.reports],
        }


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which are in order and apart, holds the stretch from `start` to `end`."""
    at = bisect_right(spans, (start, end))
    if at and end <= spans[at - 1][1]:
        return True
    return at < len(spans) and spans[at][0] == start and end <= spans[at][1]


class _Index:
    """The mentions, dates and quotes of an article, to be looked up by sentence."""

    def __init__(self, actors: Sequence[Actor], quotes: Sequence[Quote], dates: Sequence[DateExpression]) -> None:
        self.names = {actor.key: actor.name for actor in actors}
        titles = [(m.role.start, m.start) for actor in actors for m in actor.mentions if m.role]
        titled = sorted((start, end) for start, end in titles if start < end)
        self._mentions = sorted(
            (
                (m.start, -m.end, actor, min(m.role.start, m.start) if m.role else m.start)
                for actor in actors
                for m in actor.mentions
                # what a title names, "[NATO] chief Ann Lee", takes no part
                if not _within(titled, m.start, m.end)
            ),
            key=itemgetter(0, 1),
        )
        self._mention_starts = [start for start, *_ in self._mentions]
        self._dates = sorted(dates, key=lambda found: found.start)
        self._date_starts = [found.start for found in self._dates]
        self._quotes = sorted((q.start, q.end) for q in quotes if q.quote_kind is not QuoteKind.INDIRECT)
        self._quote_starts = [start for start, _ in self._quotes]

    def quotes_all(self, tokens: Sequence[Token]) -> bool:
        """Whether a sentence stands inside quotation marks from its first token to its last."""
        at = bisect_right(self._quote_starts, tokens[0].start) - 1
        return at >= 0 and tokens[-1].start < self._quotes[at][1]

    def quoted(self, words: Words) -> list[bool]:
        """Of each word of a sentence whether it begins inside quotation marks."""
        starts = words.starts
        at = max(bisect_right(self._quote_starts, starts[0]) - 1, 0)
        last = bisect_right(self._quote_starts, starts[-1])
        inside = [False] * len(starts)
        for start, end in self._quotes[at:last]:
            first = bisect_left(starts, start)
            behind = bisect_left(starts, end)
            inside[first:behind] = [True] * (behind - first)
        return inside

    def dates(self, sentence: Span) -> list[DateExpression]:
        """The dates of a sentence."""
        first, end = (bisect_left(self._date_starts, at) for at in sentence)
        return self._dates[first:end]

    def placed(self, words: Words, sentence: Span) -> list[Placed]:
        """The mentions of a sentence by its words."""
        first, end = (bisect_left(self._mention_starts, at) for at in sentence)
        starts = words.starts
        placed = []
        for start, minus_end, actor, title in self._mentions[first:end]:
            left, right = bisect_left(starts, start), bisect_left(starts, -minus_end) - 1
            # a mention that begins inside a word ("anti-Maduro") is no party to what happens
            # nor is whose something is: "endorsed his rival"
            if left <= right and starts[left] == start and words.texts[left] not in _OWNERS:
                placed.append(Placed(actor.key, actor.kind, left, right, bisect_left(starts, title)))
        return placed


def _compatible(draft: _Draft, other: _Draft) -> bool:
    """Whether two drafts of one type and the same participants can be one event: nothing known differs."""
    dates = {draft.when.value if draft.when else None, other.when.value if other.when else None} - {None}
    known = sorted(value for value in dates if value)
    places = {draft.parties.location, other.parties.location} - {None}
    return len(places) < 2 and (len(known) < 2 or known[1].startswith(known[0]))


def _merge(into: _Draft, other: _Draft) -> None:
    if other.asserted() and not into.asserted():
        into.name = other.name
    if other.when and (into.when is None or len(other.when.value) > len(into.when.value)):
        into.when = other.when
    into.mode = into.mode or other.mode
    into.parties = replace(into.parties, location=into.parties.location or other.parties.location)
    into.contexts = into.contexts | other.contexts
    spans = {(report.start, report.end) for report in into.reports[-1:]}
    into.reports += [report for report in other.reports if (report.start, report.end) not in spans]


def _when(
    clauses: Clauses, trigger: Trigger, dates: Sequence[tuple[int, DateExpression]], manner: Modality
) -> DateExpression | None:
    """The date nearest to the trigger of those in its clause, or in the phrase before the main clause.

    `dates` are those of the sentence with the index of their first word, in order.
    """
    best: tuple[int, DateExpression] | None = None
    first = bisect_left(dates, trigger.head - _FAR, key=itemgetter(0))
    last = bisect_left(dates, trigger.head + _FAR, key=itemgetter(0))
    for at, found in dates[first:last]:
        before = clauses.text(at - 1)
        bounded = before in _NOT_WHEN and not (before == "for" and manner is Modality.FUTURE)
        # "On Saturday he announced a rally for Sunday": Saturday is when it was announced
        bounded |= manner is Modality.FUTURE and at < trigger.head
        bounded |= any(clauses.says(near) for near in range(max(at - _SAID, 0), at) if near != trigger.head)
        leading = clauses.begin[at] == 0 and at < trigger.head and not clauses.level[trigger.head]
        same = clauses.begin[at] == clauses.begin[trigger.head]
        if (same or leading) and not bounded and (best is None or abs(at - trigger.head) < best[0]):
            best = abs(at - trigger.head), found
    return best[1] if best else None


def _words_around(body: str, clauses: Clauses, trigger: Trigger, heads: frozenset[int]) -> tuple[str, str]:
    """The words of a trigger's clause up to the next verb, and those of them after the trigger's own."""
    last = trigger.last
    first = max(clauses.begin[trigger.head], trigger.head - 2 * _CLAUSE_WORDS)
    for at in range(trigger.head + 1, min(len(clauses.texts), trigger.last + _CLAUSE_WORDS)):
        joined = clauses.text(at) in {"and", "but", "or"} and not heads.isdisjoint((at + 1, at + 2))
        if at > trigger.last and (joined or clauses.begin[at] != clauses.begin[trigger.head]):
            break
        last = max(at, trigger.last)
    while last > trigger.head and (clauses.text(last) in _TRAILING or clauses.text(last) in STOPS):
        last -= 1
    first = min(first, trigger.used[0])
    rest = body[clauses.ends[trigger.head] : clauses.ends[last]] if last > trigger.head else ""
    return body[clauses.starts[first] : clauses.ends[last]], rest


def _ranked(clauses: Clauses, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence, the main clause's first; "rebels held in Lima" after a verb describes, no more."""
    ranks: list[tuple[int, int, Trigger]] = []
    verb: Trigger | None = None
    for trigger in triggers:
        depth = clauses.level[trigger.head] + _DEPTH[trigger.form]
        if trigger.form is Form.FINITE:
            same = verb is not None and clauses.begin[verb.head] == clauses.begin[trigger.head]
            if verb and same and clauses.text(trigger.head)[-2:] == "ed":
                between = {clauses.text(at) for at in range(max(verb.head, trigger.head - _CLAUSE_WORDS), trigger.head)}
                depth += 0 if between & _JOINS else 2
            verb = trigger
        ranks.append((depth, trigger.head, trigger))
    return [trigger for _, _, trigger in sorted(ranks, key=lambda rank: rank[:2])]


def _drafts(
    body: str, sentence: Span, tokens: Sequence[Token], index: _Index, sports: Callable[[], bool]
) -> Iterator[_Draft]:
    """The events of one sentence, that of the main clause first."""
    if not tokens or index.quotes_all(tokens):
        return
    read = read_tokens(tokens)
    texts = texts_of(read)
    candidates = candidates_of(texts)
    if not candidates:
        return
    words = words_of(read, texts)
    quoted = index.quoted(words)
    triggers = find_triggers(words, candidates, quoted, body)
    if not triggers:
        return
    clauses = clauses_of(words)
    # who is named inside quotation marks takes part in what is said, not in what is reported
    cast = Cast(clauses, [one for one in index.placed(words, sentence) if not quoted[one.first]], triggers)
    starts = words.starts
    dates = [(min(bisect_left(starts, one.start), len(starts) - 1), one) for one in index.dates(sentence)]
    heads = frozenset(trigger.head for trigger in triggers if trigger.form is not Form.NOUN)
    contexts = dict.fromkeys(contexts_of(words.texts))
    for found in _ranked(clauses, triggers):
        trigger = replace(found, type=EventType.OTHER, mode=None) if is_accident(clauses, found) else found
        span = sentence
        if sentence.end - sentence.start > _LONGEST_REPORT:
            span = Span(words.starts[trigger.head], words.ends[trigger.head])
        act = speech_act(clauses, trigger)
        manner = Modality.ASSERTED if act else modality(clauses, trigger)
        sides = parties(cast, trigger)
        if not is_relevant(body, clauses, trigger, sides, sports):
            continue
        clause, rest = _words_around(body, clauses, trigger, heads)
        actors, recipients = ([index.names[key] for key in keys] for keys in (sides.actors, sides.recipients))
        draft = _Draft(
            act or trigger.type,
            None if act else trigger.mode,
            event_name(trigger, act, manner, actors, recipients, clause, rest),
            sides,
            _when(clauses, trigger, dates, manner),
            [_Told(span.start, span.end, manner)],
            contexts,
        )
        yield draft
        if trigger.mode == _DEFECTION and (allies := new_allies(cast, trigger)):
            yield _joining(draft, allies, [index.names[key] for key in allies])


def _joining(draft: _Draft, allies: tuple[str, ...], names: Sequence[str]) -> _Draft:
    """The other half of a defection, a REJECT of the old side: SUPPORT of the new one."""
    return replace(
        draft,
        type=EventType.SUPPORT,
        name=f"{draft.name[:_LONGEST_OLD]}: joins {names[0][:_LONGEST_OLD]}",
        parties=replace(draft.parties, recipients=allies),
        reports=list(draft.reports),
    )


def find_events(
    body: str,
    sentences: Sequence[Span],
    tokens: Sequence[Token],
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
    dates: Sequence[DateExpression],
) -> list[Event]:
    """The events that `sentences` of `body` report, by sentence, in a sentence the main clause's first.

    Reports of one type with the same participants are one event unless their dates or places differ;
    without participants the words must agree too. A report spans its sentence, or the trigger's word where
    the sentence is too long for a report. `tokens` are those of the sentences, in order. Keys are e1, e2, …;
    actors' keys are those of `actors`.
    """
    index = _Index(actors, quotes, dates)
    sports = cache(partial(is_of_sports, tokens))
    starts = [token.start for token in tokens]
    groups: dict[tuple[object, ...], list[_Draft]] = defaultdict(list)
    drafts: list[_Draft] = []
    reports = 0
    for sentence in sentences:
        inside = tokens[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for draft in _drafts(body, sentence, inside, index, sports):
            if reports == MAX_ANNOTATIONS:
                break
            reports += 1
            sides = draft.parties
            alone = not (sides.actors or sides.recipients)
            key = (draft.type, sides.actors, sides.recipients, draft.name if alone else "")
            group = groups[key]
            for known in reversed(group[-_CANDIDATES:]):
                if _compatible(known, draft):
                    _merge(known, draft)
                    break
            else:
                group.append(draft)
                drafts.append(draft)
    return _EVENTS.validate_python([draft.event(f"e{number}") for number, draft in enumerate(drafts, start=1)])
