"""Participants: which mentions stand on which side of a trigger, and where it happened.

Actors stand before an active verb and after "by", recipients after it; a passive verb swaps them. The
search stays in the clause of the trigger and within a window, so a sentence of any length is linear.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from service.article import ActorKind, EventType
from service.processing.document import PLACE
from service.processing.event_clauses import HARD_STOPS, RELATIVIZERS, REPORTING, SUBORDINATORS, Clauses
from service.processing.event_forms import AUXILIARIES, Form, before_auxiliaries, verb_before
from service.processing.event_triggers import Trigger
from service.processing.event_words import word_class

_WINDOW: Final = 40
"""Words on either side of a trigger in which its participants are looked for."""
_LOCATIVE: Final = word_class("locative")
_PREPOSITIONS: Final = _LOCATIVE | word_class("prepositions")
_PARTS_OF_PLACES: Final = word_class("parts_of_places")
_TIMES: Final = word_class("times")
_RECEIVING: Final = frozenset({"of", "against", "with", "to", "from", "on", "for"})
_OPENING: Final = frozenset({"on", "in", "last", "this", "that", "earlier", "later"})
_LINKS: Final = word_class("links")
_COLLECTIVE: Final = word_class("collective")
OBJECT_CONTROL: Final = word_class("object_control")
_CONJUNCTIONS: Final = frozenset({"and", "but", "or"})
_PRONOUNS: Final = word_class("pronouns")
_NO_SUBJECT: Final = _CONJUNCTIONS | _PREPOSITIONS | {"to", ","}
_BLAMED_FOR: Final = frozenset({"for", "of", "with", "from"})
_BLAMING: Final = word_class("blaming")
"""Verbs whose object did what "for" or "of" and a gerund tell."""
_RECALLING: Final = frozenset({"pair", "two", "both", "duo"})
"""Subjects that stand for who has just been named."""
_POSSESSIVES: Final = word_class("possessives")
_LONGEST_NOUN: Final = 4
"""Words of "the angry young men"."""
_NO_NOUN: Final = (
    _NO_SUBJECT
    | AUXILIARIES
    | word_class("stops")
    | {"help", "helps", "helped", "last", "often", "together", "once", "twice", "later", "even"}
)
_DEPENDENT: Final = {Form.GERUND, Form.INFINITIVE}
_ANTECEDENT: Final = 12
"""Words before "who" in which its antecedent is looked for."""
_OWNER: Final = 8
"""Words between an owner and a noun."""
_CONTROLLED: Final = 12
"""Words between "urged" and the infinitive whose subject its object is."""


def controller(clauses: Clauses, index: int) -> int | None:
    """The index of the verb whose object does what the infinitive at `index` says: "urged X to"."""
    for at in range(index - 1, max(index - _CONTROLLED, clauses.begin[index] - 1, -1), -1):
        if clauses.text(at) in OBJECT_CONTROL:
            return at
    return None


@dataclass(slots=True)
class Placed:
    """A mention in a sentence: its actor and its words, `first` to `last` inclusive."""

    actor: str
    kind: ActorKind
    first: int
    last: int
    title: int
    """The first word of its title, of itself where it has none."""


@dataclass(frozen=True, slots=True)
class Parties:
    """The keys of the actors on the two sides of an event, and of the place."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    location: str | None


class Cast:
    """The mentions of one sentence by their words."""

    def __init__(self, clauses: Clauses, mentions: Sequence[Placed], triggers: Sequence[Trigger]) -> None:
        """`mentions` are in order; of two that overlap the first counts."""
        self.clauses = clauses
        self._verbs = {at for at, text in enumerate(clauses.texts) if text in AUXILIARIES or text in REPORTING}
        self._verbs |= {trigger.head for trigger in triggers if trigger.form is not Form.NOUN}
        self._mentions: list[Placed] = []
        self._at: set[int] = set()
        """The words of mentions."""
        for mention in mentions:
            words = range(mention.first, mention.last + 1)
            if self._at.isdisjoint(words):
                self._mentions.append(mention)
                self._at.update(words)
        self._firsts = [mention.first for mention in self._mentions]
        self._prepositions: dict[int, str] = {}
        # "states" in "the United States" is no verb, nor "state" in "Secretary of State Ann Lee"
        self._verbs -= self._at
        for mention in self._mentions:
            if mention.title < mention.first:
                self._verbs.difference_update(range(mention.title, mention.first))

    def between(self, first: int, end: int) -> list[Placed]:
        """The mentions that begin in `first` to `end`, exclusive."""
        return self._mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, end)]

    def owner(self, index: int) -> list[Placed]:
        """Whose the noun at `index` is: "[Lima]'s long talks", not "[Lima]'s mayor at the talks"."""
        for mention in self.between(max(0, index - _OWNER), index)[::-1]:
            between = (self.clauses.text(at) for at in range(mention.last + 2, index))
            if self._owns(mention):
                return [] if any(word in _PREPOSITIONS for word in between) else [mention]
        return []

    def is_between(self, trigger: Trigger) -> bool:
        """Whether "between" follows a trigger, at most a day before it."""
        at = trigger.last + (self.clauses.text(trigger.last) != "between")
        while self.clauses.text(at) in _TIMES or self.clauses.text(at) == "on":
            at += 1
        return self.clauses.text(at) == "between"

    def ending(self, index: int) -> list[Placed]:
        """The mention that ends right before the word at `index`."""
        near = self.between(max(0, index - _ANTECEDENT), index)[-1:]
        return [mention for mention in near if mention.last == index - 1]

    def preposition(self, mention: Placed) -> str:
        """The preposition that governs a mention, with "of" resolved to what its head noun is; else empty."""
        if mention.first not in self._prepositions:
            self._prepositions[mention.first] = self._governing(mention)
        return self._prepositions[mention.first]

    def _governing(self, mention: Placed) -> str:
        # no preposition within a title governs: "Secretary of State Ann Lee"
        index = mention.title - 1
        for _ in range(min(5, mention.title - self.clauses.begin[mention.first])):
            word = self.clauses.text(index)
            if word in _PREPOSITIONS:
                return self._head_of(index) if word == "of" else word
            capital_or_adjective = word and word not in HARD_STOPS and word not in {",", "and", "'s"}
            # "On Saturday Maduro": the preposition is the day's
            if not capital_or_adjective or index in self._at or word in _TIMES or word.isdigit():
                return ""
            index -= 1
        return ""

    def _head_of(self, index: int) -> str:
        """The word "of" itself, or "in" where it follows a part of a place: "the streets of Caracas"."""
        return "in" if self.clauses.text(index - 1) in _PARTS_OF_PLACES else "of"

    def collective(self, mention: Placed) -> bool:
        """Whether a mention stands for people at one with it: "Maduro's government", "members of the UN"."""
        clauses = self.clauses
        if clauses.text(mention.last + 1) == "'s":
            return any(clauses.text(mention.last + step) in _COLLECTIVE for step in range(2, 6))
        return any(clauses.text(mention.first - step) in _COLLECTIVE for step in range(2, 5))

    def subjects(self, trigger: Trigger) -> list[Placed]:
        """The mentions that are the subject of the trigger's verb, joined ones together."""
        clauses, head = self.clauses, trigger.head
        if trigger.form is Form.INFINITIVE and (control := controller(clauses, head)) is not None:
            return self._group(self.between(control + 1, head))
        if trigger.form is Form.GERUND and (blamed := self._blamed(head)):
            return blamed
        end, begin, lowest = head, clauses.begin[head], max(0, head - _WINDOW)
        if trigger.form is Form.FINITE and self._is_of_others(begin, head):
            return []
        while True:
            opener = clauses.text(begin - 1)
            found = self._subjects_in(max(begin, lowest), head)
            if found or begin <= lowest:
                return self._listed_before(found) + found
            if opener in RELATIVIZERS or (opener == "that" and clauses.level[begin]):
                return self.between(max(0, begin - _ANTECEDENT), begin)[-1:]
            led = begin == clauses.begin[head] and self._is_led(begin, head)
            if trigger.form not in _DEPENDENT and (opener != "," or led):
                return []
            # a comma does not part a verb from its subject, nor does a clause in between
            end = begin - 1
            begin = clauses.begin[end - 1] if end > 0 else 0
            while begin > lowest and clauses.level[begin] and clauses.text(begin - 1) != ",":
                begin = clauses.begin[begin - 2] if begin > 1 else 0

    def _blamed(self, head: int) -> list[Placed]:
        """Who did what a gerund at `head` tells of, as the object of "thanked [Lima] for taking in"."""
        if self.clauses.text(head - 1) not in _BLAMED_FOR:
            return []
        found = self.ending(head - 1)
        near = range(max(found[0].title - 3, 0), found[0].title) if found else range(0)
        return found if any(self.clauses.text(at) in _BLAMING for at in near) else []

    def _is_of_others(self, begin: int, head: int) -> bool:
        """Whether a noun that is no name is all that stands in a clause before its verb: "where families sheltered"."""
        at = before_auxiliaries(self.clauses, head, begin)
        if at < begin or at - begin >= _LONGEST_NOUN or self.clauses.text(at) in _PRONOUNS:
            return False
        words = self.clauses.texts[begin : at + 1]
        return self._at.isdisjoint(range(begin, at + 1)) and _NO_NOUN.isdisjoint(words)

    def _is_led(self, begin: int, head: int) -> bool:
        """Whether the first verb from `begin` on has a subject of its own: "Lee resigned, but critics attacked"."""
        saying = min((at for at in range(begin, head) if self.clauses.says(at)), default=head)
        at = before_auxiliaries(self.clauses, saying, begin)
        word = self.clauses.text(at)
        return at >= begin and word not in _NO_SUBJECT and word not in AUXILIARIES and word not in _RECALLING

    def _subjects_in(self, begin: int, head: int) -> list[Placed]:
        """The subject among the mentions from `begin` to a verb: they stand before the first verb there."""
        texts = self.clauses.texts
        joint = max([at for at in range(begin, head) if texts[at] in _CONJUNCTIONS], default=begin)
        second = not self._verbs.isdisjoint(range(begin, joint))
        for first in (joint, begin) if second else (begin,):
            verb = min(self._verbs.intersection(range(first, head)), default=head)
            mentions = [mention for mention in self.between(first, verb) if mention.last < verb]
            plain = [mention for mention in mentions if self.preposition(mention) == "" and not self._owns(mention)]
            if plain and (first == begin or verb == head or self._auxiliary(verb, head)):
                own = self._own_subject(verb, head)
                # "Lee said it had failed": who is meant is Lee, if nobody else is
                if own is None or (own not in self._at and self.clauses.text(own) in _PRONOUNS):
                    return self._group(plain)
                return self.ending(own + 1)
        mentions = [mention for mention in mentions if self._represented(mention)]
        return mentions[:1]

    def _own_subject(self, verb: int, head: int) -> int | None:
        """The last word of the subject that a verb at `head` has behind "said": "Lee said the rebels had attacked"."""
        if self.clauses.text(verb) not in REPORTING:
            return None
        at = before_auxiliaries(self.clauses, head, verb)
        return at if at > verb and self.clauses.text(at) not in _NO_SUBJECT else None

    def _auxiliary(self, verb: int, head: int) -> bool:
        """Whether only auxiliaries and adverbs stand from `verb` to the trigger."""
        return head - verb < 5 and verb_before(self.clauses, head) <= verb + 1

    def _owns(self, mention: Placed) -> bool:
        return self.clauses.text(mention.last + 1) == "'s"

    def _represented(self, mention: Placed) -> bool:
        return self.preposition(mention) in {"", "of"} and self.collective(mention)

    def _group(self, mentions: list[Placed]) -> list[Placed]:
        """The first mention and those that only "and" and commas join to it."""
        group = mentions[:1]
        for mention in mentions[1:]:
            gap = {self.clauses.text(at) for at in range(group[-1].last + 1, mention.title)}
            if not (gap and gap <= _LINKS and gap & {"and", "&", ","}):
                break
            group.append(mention)
        return group

    def _listed_before(self, group: list[Placed]) -> list[Placed]:
        """The mentions that begin a list which a group ends: "[Ann Lee, Bob Hill], Joe Poe and Max May"."""
        if len(group) < 2:
            return []
        first = end = bisect_left(self._firsts, group[0].first)
        while first:
            before, after = self._mentions[first - 1], self._mentions[first]
            alike = before.kind is after.kind or ActorKind.PERSON not in {before.kind, after.kind}
            # "after meeting Ann Lee, Bob Hill and …": she is no subject
            apart = not alike or before.title > self._opening(before) or self.preposition(before) != ""
            if apart or self.clauses.texts[before.last + 1 : after.title] != [","]:
                break
            first -= 1
        return self._mentions[first:end]

    def _opening(self, mention: Placed) -> int:
        """Where the subject of a mention's clause can begin: behind a day and an article."""
        at = self.clauses.begin[mention.first]
        while (word := self.clauses.text(at)) in _OPENING or word in _TIMES or word.isdigit():
            at += 1
        return at + (self.clauses.text(at) == "the")

    def objects(self, trigger: Trigger) -> list[Placed]:
        """The mentions after the trigger that it is done to: the direct object before one with a preposition."""
        clauses = self.clauses
        start = trigger.head + 1
        for used in trigger.used[trigger.used.index(trigger.head) + 1 :]:
            if used != start:
                break
            start = used + 1
        stop = start
        while stop < len(clauses.texts) and stop - start < _WINDOW // 2 and not self._ends_object(stop):
            stop += 1
        mentions = [mention for mention in self.between(start, stop) if self.preposition(mention) not in _LOCATIVE]
        first = trigger.tail[-1:] if start - 1 > trigger.head else ()
        near = ("", *first)
        direct = [m for m in mentions if self.preposition(m) in near or m.first == start]
        if trigger.type is EventType.PROTEST:
            return self._group([m for m in mentions if self.preposition(m) == "against"])
        oblique = [m for m in mentions if self.preposition(m) in _RECEIVING]
        return self._group(direct[:1] + [m for m in mentions if direct and m.first > direct[0].first]) or self._group(
            oblique[:1] + [m for m in mentions if oblique and m.first > oblique[0].first]
        )

    def _ends_object(self, index: int) -> bool:
        """Whether the object of a verb is over at `index`: a new clause, an infinitive, a comma not in a list."""
        word, following = self.clauses.text(index), self.clauses.text(index + 1)
        if word == "to":
            return index + 1 not in self._at and following not in _LINKS and following not in _POSSESSIVES
        if word == ",":
            return not (index - 1 in self._at and (index + 1 in self._at or following in _LINKS))
        ends = word in HARD_STOPS or word in RELATIVIZERS or word in SUBORDINATORS or word == "that"
        return ends or (word in _CONJUNCTIONS and index + 1 in self._verbs)

    def after(self, trigger: Trigger, prepositions: frozenset[str], reach: int) -> list[Placed]:
        """The mentions at most `reach` words after the trigger that one of the prepositions governs."""
        start = end = trigger.last + 1
        while end < min(start + reach, len(self.clauses.texts)) and not self._ends_object(end):
            end += 1
        mentions = self.between(start, end)
        for index, mention in enumerate(mentions):
            if self.preposition(mention) in prepositions:
                return self._group(mentions[index:])
        return []

    def location(self, trigger: Trigger) -> str | None:
        """The place that a locative governs, the nearest to the trigger after it, else before it."""
        end = min(trigger.last + _WINDOW, len(self.clauses.texts))
        after = self.between(trigger.head, end)
        before = self.between(max(0, trigger.head - _WINDOW), trigger.head)
        for mention in (*after, *reversed(before)):
            if mention.kind is PLACE and self.preposition(mention) in _LOCATIVE:
                return mention.actor
        return None


_BY: Final = frozenset({"by"})
_AGAINST: Final = frozenset({"against", "on", "with", "to", "of", "from"})
_BETWEEN: Final = frozenset({"between"})
_TO: Final = frozenset({"to"})


def _keys(mentions: Sequence[Placed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.actor for mention in mentions))


def parties(cast: Cast, trigger: Trigger) -> Parties:
    """Who acts, on whom, and where. Nobody stands on both sides; the place is no party by being the place."""
    if trigger.form is Form.NOUN:
        sides = cast.owner(trigger.head) or cast.after(trigger, _BY, 5)
        if not sides and cast.is_between(trigger):
            # "talks on Monday between", not "an investigation into the ties between"
            sides = cast.after(trigger, _BETWEEN, 8)
        actors, recipients = sides, cast.after(trigger, _AGAINST, 5)
    elif trigger.form is Form.PASSIVE:
        actors, recipients = cast.after(trigger, _BY, 14), cast.subjects(trigger)
    elif trigger.form is Form.REDUCED:
        actors, recipients = cast.after(trigger, _BY, 14), cast.ending(trigger.head)
    else:
        actors, recipients = cast.subjects(trigger), cast.objects(trigger)
    acting = _keys(actors)
    return Parties(acting, tuple(key for key in _keys(recipients) if key not in acting), cast.location(trigger))


def new_allies(cast: Cast, trigger: Trigger) -> tuple[str, ...]:
    """To whom a defector goes: "defected from X to Y"."""
    return _keys(cast.after(trigger, _TO, 12))
