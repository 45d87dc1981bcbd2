"""Tells which quotes, of whatever articles, are of one utterance."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from service.article import Quote
from service.folding import fold_words
from service.storage.identity import name_id, utterance_keys
from service.storage.pool import Connection
from service.storage.submission import Accepted

_BY_KEYS = """
select distinct on (key) key, utterance_id from utterance_keys where key = any($1::bytea[])
order by key, utterance_id
"""
_EXISTING = "select id from utterances where id = any($1::uuid[])"


@dataclass(frozen=True)
class SpokenQuote:
    """A quote of a record with the ids that it is stored under."""

    id: UUID
    article: Accepted
    quote: Quote
    speaker_id: UUID | None
    keys: tuple[bytes, ...]


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
        keys = {key for quote in quotes for key in quote.keys}
        known: dict[bytes, UUID] = dict(await connection.fetch(_BY_KEYS, list(keys))) if keys else {}
        self.stored = set(known.values())
        for quote in quotes:
            shared = next((known[key] for key in quote.keys if key in known), None)
            utterance = shared or name_id("utterance", str(quote.id), str(quote.speaker_id))
            self.of_quote[quote.id] = utterance
            self.speakers[utterance] = quote.speaker_id
            for key in quote.keys:
                known.setdefault(key, utterance)
        # A quote of an article's last revision may have begun the utterance that it begins again.
        begun = [utterance for utterance in self.speakers if utterance not in self.stored]
        self.stored.update(row["id"] for row in await connection.fetch(_EXISTING, begun))
        self.stored &= self.speakers.keys()


def spoken_quotes(accepted: Accepted, actor_ids: dict[str, UUID]) -> Iterable[SpokenQuote]:
    """The quotes of a record. An id stays across revisions while the kind and the folded words stay."""
    ordinals: Counter[tuple[str, str]] = Counter()
    for quote in accepted.article.quotes:
        known_as = (quote.quote_kind.value, " ".join(fold_words(quote.text)) or quote.text)
        speaker_id = actor_ids[quote.speaker] if quote.speaker is not None else None
        yield SpokenQuote(
            name_id("quote", str(accepted.id), *known_as, str(ordinals[known_as])),
            accepted,
            quote,
            speaker_id,
            utterance_keys(speaker_id, quote.text) if speaker_id else (),
        )
        ordinals[known_as] += 1
