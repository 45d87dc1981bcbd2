"""Tells which quotes, of whatever articles, are of one utterance.

An utterance is its speaker's home's: a merge of actors joins no utterances, and a split parts none.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from service.article import Quote
from service.storage.actors import Actors
from service.storage.identity import name_id, utterance_keys
from service.storage.pool import Connection, by_column
from service.storage.submission import Accepted

_BY_KEYS = """
select distinct on (key) key, utterance_id from utterance_keys where key = any($1::bytea[])
order by key, utterance_id
"""
_EXISTING = "select id from utterances where id = any($1::uuid[])"
_SPOKEN = "select id, speaker_id from utterances where id = any($1::uuid[])"
_SPEAKERS = """
update utterances u set speaker_id = now.speaker_id
from unnest($1::uuid[], $2::uuid[]) now (id, speaker_id)
where u.id = now.id and u.speaker_id is distinct from now.speaker_id
"""


@dataclass(frozen=True)
class SpokenQuote:
    """A quote of a record with the ids that it is stored under."""

    id: UUID
    article: Accepted
    quote: Quote
    speaker_id: UUID | None
    begins: UUID
    """The utterance that it begins where it shares none."""
    keys: tuple[bytes, ...]
    words: bytes
    """Its tsvector."""


@dataclass
class UtteranceBook:
    """The utterances that a batch's quotes belong to."""

    of_quote: dict[UUID, UUID] = field(default_factory=dict)
    """Quote id -> utterance id."""
    speakers: dict[UUID, UUID | None] = field(default_factory=dict)
    """Utterance id -> speaker id, of every utterance in `of_quote`."""
    stored: set[UUID] = field(default_factory=set)
    """Those of `speakers` that were stored before."""

    async def resolve(self, connection: Connection, quotes: Sequence[SpokenQuote]) -> None:
        """Fill the book: quotes of one speaker with a key in common share an utterance, the oldest known."""
        given = _given(quotes)
        spoken: dict[UUID, UUID | None] = (
            dict(await connection.fetch(_SPOKEN, list(set(given.values())))) if given else {}
        )
        keys = {key for quote in quotes for key in quote.keys}
        known: dict[bytes, UUID] = dict(await connection.fetch(_BY_KEYS, list(keys))) if keys else {}
        self.stored = set(known.values())
        for quote in quotes:
            utterance = given.get(quote.id)
            if utterance is None or (
                not quote.article.is_written_anew and spoken.setdefault(utterance, quote.speaker_id) != quote.speaker_id
            ):
                utterance = next((known[key] for key in quote.keys if key in known), quote.begins)
            self.of_quote[quote.id] = utterance
            self.speakers[utterance] = quote.speaker_id
            for key in quote.keys:
                known.setdefault(key, utterance)
        # A quote of an article's last revision may have begun the utterance that it begins again.
        begun = [utterance for utterance in self.speakers if utterance not in self.stored]
        self.stored.update(row["id"] for row in await connection.fetch(_EXISTING, begun))
        self.stored &= self.speakers.keys()

    async def write_speakers(self, connection: Connection) -> None:
        """Have the stored utterances of the book spoken by whom their speakers are now."""
        spoken = [(utterance, self.speakers[utterance]) for utterance in self.stored]
        if spoken:
            await connection.execute(_SPEAKERS, *by_column(spoken))


def _given(quotes: Iterable[SpokenQuote]) -> dict[UUID, UUID]:
    """Quote id -> its utterance, of articles that were stored before."""
    in_order: dict[UUID, list[SpokenQuote]] = {}
    for quote in quotes:
        if quote.article.given:
            in_order.setdefault(quote.article.id, []).append(quote)
    given: dict[UUID, UUID] = {}
    for of_article in in_order.values():
        of_article.sort(key=lambda spoken: (spoken.quote.start, spoken.quote.end, spoken.quote.quote_kind.value))
        utterances = of_article[0].article.given
        given.update(zip((quote.id for quote in of_article), utterances.utterances if utterances else (), strict=True))
    return given


def spoken_quotes(accepted: Accepted, homes: Actors, ids: Actors) -> Iterable[SpokenQuote]:
    """The quotes of a record. An id stays across revisions while the kind and the folded words stay.

    homes, ids: key of an actor -> its home, and what that is now.
    """
    ordinals: Counter[tuple[str, str]] = Counter()
    for quote, prepared in zip(accepted.article.quotes, accepted.submission.prepared.quotes, strict=True):
        known_as = (quote.quote_kind.value, " ".join(prepared.folded) or quote.text)
        quote_id = name_id("quote", str(accepted.id), *known_as, str(ordinals[known_as]))
        home_id = homes[quote.speaker] if quote.speaker is not None else None
        yield SpokenQuote(
            quote_id,
            accepted,
            quote,
            ids[quote.speaker] if quote.speaker is not None else None,
            name_id("utterance", str(quote_id), str(home_id)),
            utterance_keys(home_id, quote.text, prepared.folded) if home_id else (),
            prepared.words,
        )
        ordinals[known_as] += 1
