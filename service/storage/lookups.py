"""What is asked of what is stored before something is written."""

from uuid import UUID

from service.storage.pool import Pool

_DIGEST = "select encode(record_digest, 'hex') from articles where id = $1"
_ACTUAL = "select coalesce((select actor_id from former_actors where former_id = $1), $1)"


async def stored_digest(pool: Pool, article: UUID) -> str | None:
    """The digest, in hex, of the article's record; None where it is not stored."""
    found: str | None = await pool.fetchval(_DIGEST, article)
    return found


async def actual_actor(pool: Pool, actor: UUID) -> UUID:
    """The actor that this one was merged into; itself where it was not."""
    found: UUID = await pool.fetchval(_ACTUAL, actor)
    return found
