"""Merges actors that are one, and splits them again.

What articles say is kept as it was resolved before any merge (service/storage/actors.py): a merge is a row of
`former_actors` and every article that speaks of the actor, written once more. A split is the same without the row.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

# The driver's own UUID, a subclass that it writes several times faster.
from asyncpg.pgproto import pgproto

from service.article import ActorKind, ProcessedArticle
from service.errors import ActorConflict, BadInput, NotFound
from service.storage.identity import full_name_key, identifier_key
from service.storage.ingest import BEGIN_WRITING, WRITE_LOCK
from service.storage.ledger import rename
from service.storage.lines import Merge, Shown, public_id
from service.storage.pool import Connection, Pool
from service.storage.records import RECORD, RESOLVED, UTTERANCES
from service.storage.submission import Accepted, Given, Submission, now
from service.storage.writing import store_anew

ARTICLES_AT_A_TIME = 200
"""Articles that are written together: what a merge holds in memory."""

_FORMER = "select into_id, actor_id, kind, name from former_actors where former_id = $1"
_ACTOR = "select kind, name from actors where id = $1"
_INSERT = """
insert into former_actors (former_id, into_id, actor_id, merged_at, kind, name) values ($1, $2, $3, $4, $5, $6)
"""
_FLATTEN = "update former_actors set actor_id = $2 where actor_id = $1"
_CAME_ALONG = """
with recursive came (id) as (
    select $1::uuid
    union select f.former_id from former_actors f join came on f.into_id = came.id
)
select id from came
"""
_SPEAK_OF = """
select p.article_id from article_actors p join articles a on a.id = p.article_id
where p.actor_id = $1 and ($2::uuid[] is null or p.home_ids && $2) order by a.stored_at, a.id
"""
_READ = f"""
select a.id, a.sender, a.revision, a.stored_at, a.modified_at, encode(a.record_digest, 'hex') as digest, a.body,
    {RECORD} as record, {RESOLVED} as resolved,
    {UTTERANCES} as utterances
from articles a where a.id = any($1::uuid[]) order by a.stored_at, a.id
"""  # noqa: S608  expressions of ours
_MOVE_KEYS = "update actor_keys set actor_id = $2 where home_id = any($1::uuid[]) and actor_id <> $2"
_HOMES = "select former_id from former_actors where actor_id = $1"
_DROP_KEYS = "delete from actor_keys where home_id = any($1::uuid[])"
_KEYS = "select key, home_id from actor_keys where actor_id = $1 and not ambiguous"
_TOLD = """
select array(select name from aliases where actor_id = $1) as names,
    array(select url from identifiers where actor_id = $1) as urls
"""
_FORGET = "delete from actor_keys where key = any($1::bytea[])"


async def merge_actors(pool: Pool, former: UUID, into: UUID) -> UUID:
    """Merge an actor into another; the id of the actor that both are now. What is so already stays so.

    One transaction writes every article that speaks of the former actor once more, while other writers wait: some
    hundred articles a second, so that minutes go by for one of tens of thousands; ARTICLES_AT_A_TIME are in memory.
    Utterances stay as they are. Raises NotFound where one of the two is not stored, ActorConflict where the former was
    merged into a third, BadInput where they can't be one.
    """
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(BEGIN_WRITING, WRITE_LOCK)
        return await _merge(connection, former, into)


async def restore_merge(pool: Pool, merge: Merge) -> UUID:
    """Merge as `merge_actors` does, also actors that are not stored: what is stored later is of the other."""
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(BEGIN_WRITING, WRITE_LOCK)
        return await _merge(connection, merge.actor, merge.into, merge)


async def split_actor(pool: Pool, former: UUID) -> None:
    """Undo the merge of an actor, with all that was merged into it before; nothing where it was not merged.

    Costs what a merge costs. Raises NotFound where there is no such actor.
    """
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(BEGIN_WRITING, WRITE_LOCK)
        row = await connection.fetchrow(_FORMER, former)
        if row is None:
            if await connection.fetchrow(_ACTOR, former) is None:
                raise NotFound(f"{_named(former)} is not stored")
            return
        homes = [came["id"] for came in await connection.fetch(_CAME_ALONG, former)]
        await connection.execute("delete from former_actors where former_id = $1", former)
        await connection.execute("update former_actors set actor_id = $2 where former_id = any($1)", homes, former)
        shown = {former: Shown(kind=row["kind"], name=row["name"])} if row["kind"] else {}
        articles = [found[0] for found in await connection.fetch(_SPEAK_OF, row["actor_id"], homes)]
        await _write_anew(connection, articles, former, homes, shown)
        await rename(connection, [former])
        for actor_id in (former, row["actor_id"]):
            await _forget_untold(connection, actor_id)


async def _merge(connection: Connection, former: UUID, into: UUID, restored: Merge | None = None) -> UUID:
    """restored: how the two were merged elsewhere; they need not be stored then."""
    if former == into:
        raise BadInput(f"into: is {_named(former)} itself: name two actors")
    found = await connection.fetchrow(_FORMER, into)
    target: UUID = found["actor_id"] if found else into
    if merged := await connection.fetchrow(_FORMER, former):
        if merged["actor_id"] != target:
            raise ActorConflict(f"{_named(former)} was merged into {_named(merged['into_id'])}: split it first")
        return target
    if target == former:
        raise BadInput(f"into: {_named(into)} was merged into {_named(former)}: split it first, or merge the other way")
    mine, theirs = [await connection.fetchrow(_ACTOR, actor_id) for actor_id in (former, target)]
    for actor_id, stored in ((former, mine), (into, theirs)):
        if stored is None and restored is None:
            raise NotFound(f"{_named(actor_id)} is not stored")
    if mine and theirs and mine["kind"] != theirs["kind"]:
        kinds = f"{_named(into)} is of kind {theirs['kind']}, {_named(former)} of kind {mine['kind']}"
        raise BadInput(f"into: {kinds}: only actors of one kind are merged")
    kind, name = (mine["kind"], mine["name"]) if mine else (restored and restored.kind, restored and restored.name)
    merged_at = restored and restored.merged_at
    await connection.execute(_INSERT, former, into, target, merged_at or now(), kind, name)
    await connection.execute(_FLATTEN, former, target)
    if mine:
        homes = [row[0] for row in await connection.fetch(_HOMES, target)]
        shown = {} if theirs else {target: Shown(kind=mine["kind"], name=mine["name"])}
        articles = [row[0] for row in await connection.fetch(_SPEAK_OF, former, None)]
        await _write_anew(connection, articles, target, homes, shown)
    return target


async def _write_anew(
    connection: Connection, articles: Sequence[UUID], actor_id: UUID, homes: Sequence[UUID], shown: Mapping[UUID, Shown]
) -> None:
    """Write articles once more, now that these homes are the actor; their keys tell of it."""
    for i in range(0, len(articles), ARTICLES_AT_A_TIME):
        rows = await connection.fetch(_READ, articles[i : i + ARTICLES_AT_A_TIME])
        ledger = await store_anew(connection, [_accepted(row, shown) for row in rows])
        # The actor is stored by now, and whom the keys told of is not gone yet.
        await connection.execute(_MOVE_KEYS, homes, actor_id)
        await ledger.write(connection)
    if not articles:
        await connection.execute(_DROP_KEYS, homes)


def _accepted(row: Any, shown: Mapping[UUID, Shown]) -> Accepted:
    """A stored article, to be written as it is."""
    record = f'{{"body":{json.dumps(row["body"])},{row["record"][1:]}'
    resolved = json.loads(row["resolved"])
    actors, events = ({key: _uuid(node) for key, node in resolved[kind].items()} for kind in ("actors", "events"))
    return Accepted(
        Submission(ProcessedArticle.model_validate_json(record), row["sender"]),
        row["id"],
        row["revision"],
        row["modified_at"] or row["stored_at"],
        row["stored_at"],
        row["digest"],
        replaced=True,
        given=Given(actors, events, [_uuid(node) for node in row["utterances"]], shown=shown),
        record=row["record"],
    )


def _uuid(node: str) -> UUID:
    return pgproto.UUID(node.partition("_")[2])


async def _forget_untold(connection: Connection, actor_id: UUID) -> None:
    """Forget the keys by which other articles joined an actor that no article gives these names any more."""
    keys = await connection.fetch(_KEYS, actor_id)
    (told,) = await connection.fetch(_TOLD, actor_id)
    told_keys = {
        *(full_name_key(kind, name) for kind in ActorKind for name in told["names"]),
        *map(identifier_key, told["urls"]),
    }
    gone = [key for key, home_id in keys if key not in told_keys and key != identifier_key(f"actor:{home_id}")]
    if gone:
        await connection.execute(_FORGET, gone)


def _named(actor_id: UUID) -> str:
    return public_id("actor", actor_id)
