"""Bodies: which organization or place a noun alone speaks of, "the ministry", "the company", "the country"."""

from dataclasses import dataclass, field
from typing import Final

from service.processing.document import ORGANIZATION, PLACE, Entity, Mention, Token
from service.processing.lexicon import ORGANIZATION_WORDS, ROLES, WORD_CLASSES
from service.processing.places import country_of, place_kind

_REACH: Final = 3
"""Sentences back in which a company or a place is looked for."""
_POINTING: Final = frozenset({"the", "this", "that"})
_COMPANIES: Final = WORD_CLASSES["companies"]
_AREAS: Final = {"country": "country", "nation": "country", "city": "city", "town": "city"}


@dataclass(slots=True)
class Bodies:
    """Who was named last by the nouns that can speak of them."""

    _heads: dict[str, Entity] = field(default_factory=dict)
    """By a word of the name, or a noun that was said of it: "ministry" of the Ministry of Trade."""
    _latest: dict[str, list[tuple[Entity, int]]] = field(default_factory=dict)
    """By "company", "country" and "city" the last two named, with their sentences."""

    def note(self, entity: Entity, sentence: int) -> None:
        """Take in that an entity is named in a sentence."""
        words = entity.name.split()
        if entity.kind is PLACE:
            kind = place_kind(entity.name)
            if kind == "country" and country_of(entity.name) != entity.name:
                return
            if kind in _AREAS.values():
                self._put(str(kind), entity, sentence)
        elif entity.kind is ORGANIZATION:
            for word in words:
                low = word.lower()
                if ROLES.get(low) == "body" and low not in _AREAS:
                    self._heads[low] = entity
            tail = words[-1].lower().rstrip(".")
            business = tail in WORD_CLASSES["legal forms"] or tail in WORD_CLASSES["company tails"]
            if business or not any(word in ORGANIZATION_WORDS for word in words):
                self._put("company", entity, sentence)

    def _put(self, noun: str, entity: Entity, sentence: int) -> None:
        known = [(other, at) for other, at in self._latest.get(noun, ()) if other is not entity]
        self._latest[noun] = [*known[-1:], (entity, sentence)]

    def describe(self, entity: Entity, head: str) -> None:
        """Take in that a noun was said of an organization: "Qwandal, a small brewer"."""
        self._heads[head] = entity

    def find(self, tokens: list[Token], mention: Mention, sentence: int) -> Entity | None:
        """Whom a nominal of an article and a noun speaks of; None where that is not clear."""
        head = mention.head
        # "the Swiss carmaker", but of councils, cities and firms only "the firm"
        trade = head in _COMPANIES and head not in {"company", "firm"}
        if tokens[mention.first].low not in _POINTING or (mention.last != mention.first + 1 and not trade):
            return None
        if head in self._heads:
            return self._heads[head]
        noun = "company" if head in _COMPANIES else _AREAS.get(head, "")
        near = [entity for entity, at in self._latest.get(noun, ()) if sentence - at <= _REACH]
        # of two countries neither is "the country"
        return near[-1] if len(near) == 1 else None
