"""Logs hold no secrets, nothing that clients send and nothing that is stored, whatever goes wrong."""

import asyncio
import contextlib
import json
import logging
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import httpx
import pytest

from service.causes import Cause, WithoutMessages, cause
from tests.access.keys import ADMIN, KEYS
from tests.commands import BIN, SECONDS, environment, onrecord
from tests.databases import run

CANARY = "c4n4ry"
PASSWORD = f"p4ssword-{CANARY}"


TELLING = """
create function tell() returns trigger language plpgsql as
$$ begin raise exception 'this row: %', new using detail = new::text, hint = new::text; end $$;
do $$ declare name text; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
        execute format('create trigger tell before insert on %I for each row execute function tell()', name);
    end loop;
end $$
"""
"""Has every insert fail with the row in each part of the message, as Postgres's own messages have values of it."""


@contextmanager
def logged(env: Mapping[str, str], log: Path) -> Iterator[str]:
    """The address of a service whose standard output and error go to a file."""
    with log.open("wb") as out:
        command = [str(BIN / "onrecord"), "serve", "--port", "0"]
        with subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=dict(env)) as process:
            try:
                deadline = time.monotonic() + SECONDS
                while "http://" not in (text := log.read_text()):
                    assert time.monotonic() < deadline
                    assert process.poll() is None, text
                    time.sleep(0.05)
                yield text.partition("at ")[2].split("/graphql")[0]
            finally:
                process.terminate()
                process.wait(timeout=SECONDS)


async def _user(url: str, name: str) -> str:
    """The URL for a new user of the database, who has a password and may do everything."""
    await run(url, f"create role {name} login superuser password '{PASSWORD}'")
    return urlsplit(url)._replace(netloc=f"{name}:{PASSWORD}@{urlsplit(url).netloc.rpartition('@')[2]}").geturl()


def _speak(client: httpx.Client) -> list[int]:
    """The statuses of requests that hold the canary in every place."""
    bearer = {"Authorization": f"Bearer {ADMIN}"}
    wrong = {"Authorization": f"Bearer key-{CANARY}"}
    record = {"externalId": f"{CANARY}-{uuid4()}", "body": f"“I will not {CANARY},” Maria Perez said in Lima."}
    query = "query ($text: String!) { search(query: $text) { nodes { __typename } } }"
    lines = "\n".join([json.dumps(record | {"externalId": f"{CANARY}-{uuid4()}"}), "{" + CANARY])
    answers = [
        client.post("/graphql", json={"query": query, "variables": {"text": CANARY}}, headers=bearer),
        client.post("/graphql", json={"query": f'{{ search(query: "{CANARY}") {{ {CANARY} }} }}'}, headers=bearer),
        client.post("/graphql", content=f'{{"{CANARY}'.encode(), headers=bearer | {"Content-Type": "application/json"}),
        client.get("/graphql", params={"query": f"{{ {CANARY} }}"}, headers=wrong),
        client.get(f"/v1/articles/{CANARY}", params={CANARY: CANARY}, headers=bearer),
        client.get("/v1/articles", headers=bearer),
        client.post("/v1/articles", json=record, headers=bearer),
        client.post("/v1/articles", json=record | {"language": CANARY}, headers=bearer),
        client.post("/v1/process", json=record, headers=bearer),
        client.post(
            "/v1/articles/batch", content=lines.encode(), headers=bearer | {"Content-Type": "application/x-ndjson"}
        ),
        client.get(f"/{CANARY}", headers={"X-Header": CANARY, **wrong}),
    ]
    with contextlib.suppress(httpx.HTTPError):
        client.request(CANARY.upper(), f"/{CANARY}")
    return [answer.status_code for answer in answers]


def test_whatever_fails_nothing_that_was_sent_is_logged(database_url: str, tmp_path: Path) -> None:
    url = asyncio.run(_user(database_url, "onrecord_logs"))
    env = environment(url, ONRECORD_API_KEYS=json.dumps(KEYS), ONRECORD_ENVIRONMENT="production")
    log = tmp_path / "log"
    try:
        with logged(env, log) as address, httpx.Client(base_url=address, timeout=SECONDS) as client:
            assert not {500, 503} & set(_speak(client))
            asyncio.run(run(database_url, TELLING))
            assert 500 in _speak(client)
            asyncio.run(run(database_url, "alter table quotes rename to quotes_away"))
            asyncio.run(run(database_url, "alter table articles rename to articles_away"))
            assert 500 in _speak(client)
            asyncio.run(run(database_url, "alter role onrecord_logs nologin"))
            ended = "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'onrecord_logs'"
            asyncio.run(run(database_url, ended))
            assert {500, 503} & set(_speak(client))
    finally:
        asyncio.run(run(database_url, "drop owned by onrecord_logs"))
        asyncio.run(run(database_url, "drop role onrecord_logs"))
    told = log.read_text()
    assert "error " in told
    assert "Traceback" in told
    assert not [line for line in told.splitlines() if CANARY in line.lower() or ADMIN in line]


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://user:{CANARY}@127.0.0.1:1x/name",
        f"postgresql://user:pa#{CANARY}@127.0.0.1/name",
        f"postgresql://user:pa:{CANARY}@127.0.0.1:1:2/name",
        f"postgresql://user:{CANARY}@[127.0.0.1/name",
        f"postgresql://user:{CANARY}@127.0.0.1:1/name",
    ],
)
@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_an_address_that_can_not_be_used_is_told_in_one_line_without_its_password(url: str, command: str) -> None:
    done = onrecord(command, env=environment(url))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("onrecord: the database can't be reached: ")
    assert "ONRECORD_DATABASE_URL" in done.stderr
    assert CANARY not in done.stderr


def _fail() -> None:
    try:
        raise KeyError(CANARY)
    except KeyError as error:
        raise ExceptionGroup(CANARY, [ValueError(CANARY)]) from error


def test_a_cause_has_types_and_places_and_no_messages() -> None:
    record = logging.makeLogRecord({"msg": "error 7", "name": "x"})
    with pytest.raises(ExceptionGroup) as raised:
        _fail()
    told = cause(raised.value)
    record.exc_info = (Cause, told, told.__traceback__)
    text = logging.Formatter().format(record)
    assert CANARY not in text.replace("CANARY", "")
    assert "ExceptionGroup" in text
    assert "KeyError" in text
    assert "in _fail" in text


def test_a_cause_of_the_database_names_the_code_and_what_was_broken() -> None:
    error = asyncpg.UniqueViolationError(CANARY)
    error.__dict__.update(detail=CANARY, table_name="articles", constraint_name="articles_key")
    assert str(cause(error)) == "asyncpg.exceptions.UniqueViolationError 23505 articles articles_key"


def test_circles_of_causes_end() -> None:
    one, other = ValueError(CANARY), KeyError(CANARY)
    one.__cause__, other.__cause__ = other, one
    assert str(cause(one).__cause__) == "KeyError"


def test_other_libraries_log_causes_too(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("tests.security.other")
    logger.addFilter(WithoutMessages())
    try:
        raise KeyError(CANARY)
    except KeyError:
        logger.exception("%s\n%s", "a task failed", f"future: {CANARY}")
    assert caplog.records[0].getMessage() == "a task failed"
    assert CANARY not in (caplog.records[0].exc_text or "") + caplog.text.replace("CANARY", "")
