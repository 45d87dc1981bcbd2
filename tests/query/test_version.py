"""Versions of answers: where one is equal, so is every byte of the answer; most writes elsewhere change none."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st

from service.catalog import TYPES
from service.catalog.model import Column, Embedded, ObjectType
from service.errors import OnRecordError
from service.graphql.schema import SCHEMA
from service.query.arguments import Variables
from service.query.compiler import Compiler
from service.query.limits import Limits
from service.query.version import VERSION_LENGTH
from service.storage.ingest import delete
from service.storage.merging import merge_actors, split_actor
from service.storage.pool import Connection, Pool, open_pool
from tests.databases import Server
from tests.query.fixture import drafts, fill
from tests.query.golden import Case, cases
from tests.query.operations import operations
from tests.query.resolvers import World
from tests.records import Draft, send

EXAMPLES = 20
WRITES = 4
ASKED = 5
"""Random operations that are asked before and after each write, beside those of PAGES."""

COMPILER = Compiler(
    SCHEMA, Limits(cost=10**9, aliases=10**9, directives=10**9, root_fields=10**9, document_bytes=10**9)
)

PAGES = (
    """query ($Article: ID!) { article(id: $Article) {
      id url headline body source { id name } datePublished dateModified revision status dateStored
      actors(first: 100) { nodes { id kind name } pageInfo { hasNextPage endCursor } }
      quotes(first: 100) {
        nodes { id text span { start end exact } speaker { id name } attribution { method confidence rule } }
        pageInfo { hasNextPage endCursor }
      }
      events(first: 100) { nodes { id type name startDate participants { role actor { name } } } }
      mentions { nodes { form role span { start } actor { name } } } reports { nodes { modality event { name } } }
    } }""",
    """query ($Article: ID!) { article(id: $Article) {
      mentions { nodes { form span { exact } actor { id } } totalCount pageInfo { endCursor } } headline
      named: mentions(first: 1) { edges { cursor node { actor { name } } } }
      quotes(first: 2) { edges { cursor node { text attribution { cue } article { id } } } }
      reports(last: 3) { nodes { modality event { id } } pageInfo { hasPreviousPage } }
    } }""",
    """query ($Actor: ID!) { actor(id: $Actor) {
      id name kind aliases { name } roles { title } sameAs formerIds articleCount
      quotes(first: 2) { nodes { text quoteKind article { headline } } totalCount pageInfo { endCursor } }
    } }""",
    "query ($Quote: ID!) { quote(id: $Quote) { text article { headline } utterance { articleCount } } }",
    "query ($Event: ID!) { event(id: $Event) { name articleCount location { name } reports { nodes { modality } } } }",
    "{ articles(first: 3) { nodes { id headline } pageInfo { hasNextPage endCursor } totalCount } }",
    "{ quotes(first: 3, orderBy: POSITION) { nodes { text speaker { name } mentionedActors { name } } } }",
    """{ search(query: "guaido OR talks", first: 4) {
      edges { excerpt { text matched } node { __typename ... on Article { headline } ... on Quote { text } } }
      pageInfo { hasNextPage endCursor }
    } }""",
)
"""Operations as pages and services ask them."""


class Asked(NamedTuple):
    """An operation and its variables."""

    text: str
    given: dict[str, Any]


class Shown(NamedTuple):
    """An answer and its version."""

    version: str
    data: bytes


async def shown(pool: Pool | Connection, asked: Asked) -> Shown:
    """The answer of an operation with its version, as each statement gives it."""
    variables = variables_of(asked)
    plain = COMPILER.compile(asked.text, None, variables).statement
    versioned = COMPILER.compile_versioned(asked.text, None, variables)
    assert plain
    assert plain.generic == versioned.version.generic == versioned.answer.generic
    alone = versioned.version_of(await pool.fetchval(versioned.version.text, *versioned.version.bind(variables)))
    found = await pool.fetchval(versioned.answer.text, *versioned.answer.bind(variables))
    version, data = versioned.opened(found)
    assert version == alone
    assert len(version) == VERSION_LENGTH
    assert data == await pool.fetchval(plain.text, *plain.bind(variables))
    return Shown(version, data)


def variables_of(asked: Asked) -> Variables:
    document = COMPILER.document(asked.text)
    return COMPILER.variables(document, document.operation(None), asked.given)


class Place:
    """A database on a loop of its own, and what can be asked of it."""

    def __init__(self, runner: asyncio.Runner, pool: Pool, ids: dict[str, list[str]]) -> None:
        self.runner = runner
        self.pool = pool
        self.ids = ids

    def shown(self, asked: Sequence[Asked]) -> list[Shown]:
        async def all_shown() -> list[Shown]:
            return [await shown(self.pool, each) for each in asked]

        return self.runner.run(all_shown())

    def write(self, random: Random) -> str:
        """Write something that is likely to change some answers, and say what."""
        what = random.choice(["sent", "replaced", "replaced", "deleted", "counted", "merged", "split"])
        match what:
            case "counted":
                # The row is written anew, and shows the same but for that.
                counted = "update actors set mention_count = mention_count + 1 where id = any($1)"
                self.runner.run(self.pool.execute(counted, self.one_of("actors", random)))
            case "merged":
                with suppress(OnRecordError):
                    self.runner.run(merge_actors(self.pool, self.actor(random), self.actor(random)))
            case "split":
                with suppress(OnRecordError):
                    self.runner.run(split_actor(self.pool, self.actor(random)))
            case "deleted":
                self.runner.run(delete(self.pool, self.one_of("articles", random)))
            case _:
                draft = random.choice(drafts())
                for _ in range(random.randrange(3)):
                    change(draft, random)
                self.runner.run(send(self.pool, draft, replaces="*" if what == "replaced" else None))
        return what

    def actor(self, random: Random) -> UUID:
        """An actor that was once stored."""
        return UUID(random.choice(self.ids["Actor"]).removeprefix("actor_"))

    def one_of(self, table: str, random: Random) -> list[UUID]:
        """The id of a row, if there is one."""
        rows = self.runner.run(self.pool.fetch(f"select id from {table} order by id"))  # noqa: S608
        return [random.choice(rows)["id"]] if rows else []


def change(draft: Draft, random: Random) -> None:
    """Change a record so that it stays right."""
    match random.randrange(8):
        case 0:
            draft.fields["headline"] = f"Headline {random.randrange(3)}"
        case 1:
            draft.fields["status"] = random.choice(["CURRENT", "RETRACTED"])
        case 2:
            draft.fields["datePublished"] = random.choice(["2018", "2019-02-01", "2019-02-03T01:00:00Z"])
        case 3 if draft.quotes:
            draft.quotes.pop(random.randrange(len(draft.quotes)))
        case 4 if draft.events:
            draft.events.pop(random.randrange(len(draft.events)))
        case 5:
            for quote in draft.quotes:
                if quote["attribution"]:
                    quote["attribution"]["confidence"] = random.choice([0.25, 0.5])
        case 6:
            for told in draft.events:
                told["name"] = f"Event {random.randrange(3)}"
        case _:
            for actor in draft.actors:
                actor["aliases"] = [f"Alias {random.randrange(3)}"]


@pytest.fixture(scope="module")
def place(server: Server, template: str) -> Iterator[Place]:
    with server.database(template) as url, asyncio.Runner() as runner:
        context = open_pool(url, 1)
        pool = runner.run(context.__aenter__())
        try:
            runner.run(fill(pool))
            yield Place(runner, pool, runner.run(World.load(pool)).ids())
        finally:
            runner.run(context.__aexit__(None, None, None))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_equal_versions_mean_equal_answers(place: Place, data: st.DataObject) -> None:
    random = Random(data.draw(st.integers(0, 2**32 - 1)))  # noqa: S311
    drawn = [data.draw(operations(place.ids)) for _ in range(ASKED)]
    asked = [Asked(operation.text, operation.variables) for operation in drawn]
    asked += [Asked(text, {kind: random.choice(ids) for kind, ids in place.ids.items()}) for text in PAGES]
    before = place.shown(asked)
    for _ in range(WRITES):
        what = place.write(random)
        after = place.shown(asked)
        for operation, one, other in zip(asked, before, after, strict=True):
            if one.version == other.version:
                assert one.data == other.data, f"{what}\n{operation.text}\n{json.dumps(operation.given)}"
            same = "same" if one.data == other.data else "other"
            event(f"{same} answer, {'same' if one.version == other.version else 'other'} version")
        before = after


MOST_QUOTES = "select article_id from quotes group by 1 order by count(speaker_id) desc, 1 limit 1"


async def changed_by(pool: Pool, statement: str, text: str = PAGES[0]) -> tuple[Shown, Shown]:
    """An answer before and after a write that is taken back; `$Article` holds several quotes."""
    async with pool.acquire() as connection:
        found = await connection.fetchval(MOST_QUOTES)
        asked = Asked(text, {"Article": f"article_{found}"})
        transaction = connection.transaction()
        await transaction.start()
        before = await shown(connection, asked)
        await connection.execute(statement)
        after = await shown(connection, asked)
        await transaction.rollback()
    return before, after


@pytest.mark.anyio
async def test_version_of_an_article_bears_what_does_not_show(reads: Pool) -> None:
    """Another article that names the same actors makes their counts more, and no reader fetch this one again."""
    before, after = await changed_by(
        reads, "update actors set mention_count = mention_count + 1, article_count = article_count + 1"
    )
    assert before == after


@pytest.mark.anyio
@pytest.mark.parametrize(
    "statement",
    [
        "update actors set name = name || '!'",
        "update articles set url = 'https://other.example'",
        "update quotes set kind = 'MIXED'",
        "update sources set name = name || '!'",
        "delete from article_actors",
        "delete from quotes",
    ],
)
async def test_version_of_an_article_changes_with_all_that_shows(reads: Pool, statement: str) -> None:
    before, after = await changed_by(reads, statement)
    assert before.data != after.data
    assert before.version != after.version


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("text", "statement"),
    [
        # What follows was written by the same transaction.
        (
            "query ($Article: ID!) { article(id: $Article) { quotes(first: 1) { nodes { text } } } }",
            "delete from quotes q where not exists ("
            "select from quotes o where o.article_id = q.article_id and o.span_start < q.span_start)",
        ),
        ('{ search(query: "rally") { edges { excerpt { text } } } }', "update articles set headline = 'A rally'"),
        (
            '{ search(query: "juan") { edges { excerpt { text } } } }',
            "update aliases set name = 'Juan X ' || md5(name)",
        ),
        ("{ quotes(first: 2) { pageInfo { endCursor } } }", "delete from quotes where speaker_id is not null"),
        ("{ articles { totalCount } }", "delete from articles where url is null"),
        ("{ articles { facets { bySource { count } } } }", "delete from articles where url is null"),
    ],
)
async def test_version_changes_with_what_alone_shows(reads: Pool, text: str, statement: str) -> None:
    before, after = await changed_by(reads, statement, text)
    assert before.data != after.data
    assert before.version != after.version


@pytest.mark.anyio
async def test_version_is_of_one_database(reads: Pool) -> None:
    """Another database has rows of the same ids, and transactions of the same numbers."""
    before, after = await changed_by(reads, "select set_config('onrecord.database', 'another', true)")
    assert before.data == after.data
    assert before.version != after.version


def test_version_does_not_read_what_is_long() -> None:
    variables = variables_of(Asked(PAGES[0], {"Article": "article_1"}))
    versioned = COMPILER.compile_versioned(PAGES[0], None, variables)
    for column in (".body", ".headline", ".exact", ".confidence", "attributions"):
        assert column not in versioned.version.text
        assert column in versioned.answer.text


@pytest.mark.anyio
@pytest.mark.parametrize("case", [case for case in cases() if "introspection" not in case.name], ids=lambda c: c.name)
async def test_answers_of_the_golden_set_have_versions(reads: Pool, case: Case) -> None:
    one = await shown(reads, Asked(case.operation, case.variables))
    assert {"data": json.loads(one.data)} == {"data": json.loads(case.result_path.read_text(encoding="utf-8"))}
    assert await shown(reads, Asked(case.operation, case.variables)) == one


def test_what_is_asked_of_the_schema_has_no_version() -> None:
    text = "{ sources { totalCount } __schema { description } }"
    with pytest.raises(TypeError, match="no version"):
        COMPILER.compile_versioned(text, None, variables_of(Asked(text, {})))


def test_statements_of_versions_are_kept() -> None:
    one, other = (
        COMPILER.compile_versioned(PAGES[0], None, variables_of(Asked(PAGES[0], {"Article": given}))) for given in "ab"
    )
    assert one is other


KEYED = [holder for holder in TYPES.values() if holder.key]


@pytest.mark.parametrize("holder", KEYED, ids=lambda holder: holder.name)
def test_what_a_row_stands_for_is_in_the_row(holder: ObjectType) -> None:
    """A value of another table would change with no change of the row."""
    shown = [field.sql for field in holder.fields if isinstance(field, Column)]
    shown += [field.present or "" for field in holder.fields if isinstance(field, Embedded)]
    assert not [sql for sql in shown if "select" in sql]
