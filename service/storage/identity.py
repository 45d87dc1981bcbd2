"""What things are known by: natural keys as SHA-256, and ids that are named after them.

An id is a UUID of version 8 (RFC 9562) cut from the SHA-256 of its natural key, so that every process,
and a database refilled from an export, gives the same thing the same id.
"""

import hashlib
import re
from typing import Literal, NamedTuple
from uuid import UUID

# The driver's own UUID, a subclass that it writes several times faster.
from asyncpg.pgproto import pgproto

from service.article import Actor, ActorKind, RawArticle, Source
from service.folding import fold_words, folded_name
from service.natural_key import digest, url_key
from service.storage.rarity import is_rare

NodeKind = Literal["source", "article", "actor", "quote", "utterance", "event"]

SHARED_WORDS = 5
"""Words from which quotes of one speaker are told to share an utterance without being rare."""


_SENTENCE_END = re.compile(r"[.!?…]+[\s”’\"')]+")


def name_id(kind: NodeKind, *parts: str) -> UUID:
    """The id of the `kind` that is known by `parts`."""
    cut = bytearray(digest(kind, *parts)[:16])
    cut[6] = cut[6] & 0x0F | 0x80
    cut[8] = cut[8] & 0x3F | 0x80
    return pgproto.UUID(bytes(cut))


def source_key(source: Source) -> str:
    """An outlet is known by its domain, without one by its name."""
    return f"domain:{source.domain}" if source.domain else f"name:{folded_name(source.name)}"


def source_id(source: Source | None) -> UUID | None:
    """The id of an outlet; None where none is known."""
    return name_id("source", source_key(source)) if source else None


class ArticleKey(NamedTuple):
    """One of the things that an article is known by."""

    kind: Literal["EXTERNAL", "URL", "TEXT"]
    key: bytes


def article_keys(article: RawArticle, sender: str) -> tuple[ArticleKey, ...]:
    """What an article is known by, strongest first; never empty."""
    keys = []
    if article.external_id is not None:
        keys.append(ArticleKey("EXTERNAL", digest("external", sender, article.external_id)))
    if article.url is not None:
        keys.append(ArticleKey("URL", url_key(article.url)))
    if not keys:
        source = source_key(article.source) if article.source else ""
        keys.append(ArticleKey("TEXT", digest("text", source, content_hash(article.body).hex())))
    return tuple(keys)


def content_hash(body: str) -> bytes:
    """SHA-256 of the body's UTF-8."""
    return hashlib.sha256(body.encode()).digest()


def identifier_key(url: str) -> bytes:
    """The key of the actor that another authority knows by `url`."""
    return digest("sameAs", url)


def full_name_key(kind: ActorKind, name: str) -> bytes | None:
    """The key of an actor's full name; None for a person's single token, which could be anybody's."""
    folded = folded_name(name)
    if not folded or (kind is ActorKind.PERSON and len(folded.split()) < 2):
        return None
    return digest("name", kind, folded)


class ActorKeys(NamedTuple):
    """What tells that an actor is the same as one of another article."""

    identifiers: tuple[bytes, ...]
    full_name: bytes | None

    @property
    def all(self) -> tuple[bytes, ...]:
        """Every key, strongest first; may be empty."""
        return self.identifiers if self.full_name is None else (*self.identifiers, self.full_name)


def actor_keys(actor: Actor) -> ActorKeys:
    """The keys of an actor of a record."""
    identifiers = dict.fromkeys(identifier_key(url) for url in actor.same_as)
    return ActorKeys(tuple(identifiers), full_name_key(actor.kind, actor.name))


def utterance_keys(speaker: UUID, text: str, folded: list[str] | None = None) -> tuple[bytes, ...]:
    """The keys by which quotes of one speaker share an utterance: the words of the whole quote and of each of
    its sentences. Fewer than five words tell nothing unless they are rare.

    folded: the folded words of `text`, where they are known already.
    """
    sentences = _SENTENCE_END.split(text)
    stretches = [fold_words(text) if folded is None else folded]
    if len(sentences) > 1:
        stretches += map(fold_words, sentences)
    known_by = str(speaker)
    return tuple(
        dict.fromkeys(
            digest("words", known_by, " ".join(words))
            for words in stretches
            if len(words) >= SHARED_WORDS or is_rare(words)
        )
    )
