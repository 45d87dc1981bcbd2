"""A full disk, the database's or the service's own: what comes is refused clearly and leaves nothing half stored."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from service.storage.pool import open_pool
from service.storage.schema import migrate
from tests.commands import SECONDS, environment
from tests.conftest import short_folder
from tests.databases import Server, run
from tests.faults.killing import creating
from tests.faults.postgres import Postgres
from tests.faults.program import Program, running
from tests.graphql.serving import eventually
from tests.rest.articles import Json
from tests.rest.asking import problem
from tests.rest.duplex import BATCH, duplex, lines_of, results_of
from tests.storage.consistency import assert_consistent


def mounting(megabytes: int, folder: Path) -> list[str]:
    """A shell's words: what follows sees a small disk in the folder, and it ends with that."""
    mount = f'mount -t tmpfs -o size={megabytes}m,mode=777 tmpfs "$0" && exec "$@"'
    return ["unshare", "--mount", "sh", "-c", mount, str(folder)]


LEFT = 300_000
"""Bytes that are left on the disk before articles come."""


class SmallDisk(NamedTuple):
    """A database on a disk of its own, apart from the rest of Postgres. folder: the disk, as other processes see it."""

    url: str
    folder: Path

    def fill(self) -> None:
        """Leave room for little."""
        state = os.statvfs(self.folder)
        filler = self.folder / "filler"
        filler.write_bytes(bytes(state.f_bavail * state.f_frsize - LEFT))

    def make_room(self) -> None:
        """Give all of it back."""
        (self.folder / "filler").unlink()


@pytest.fixture
def mounts() -> None:
    """Skips a test where none can be mounted."""
    tried = subprocess.run([*mounting(1, Path("/mnt")), "true"], check=False, capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"this machine mounts no file system for tests: {tried.stderr.strip()}")


@pytest.fixture
def disk(mounts: None) -> Iterator[SmallDisk]:
    del mounts
    with short_folder() as folder:
        small = folder / "small"
        small.mkdir()
        postgres = Postgres(folder, mounting(48, small))
        postgres.start()
        try:
            assert postgres.process
            assert postgres.user
            seen = Path(f"/proc/{postgres.process.pid}/root{small}")
            (seen / "space").mkdir()
            shutil.chown(seen / "space", postgres.user)
            asyncio.run(run(postgres.url, f"create tablespace small location '{small}/space'"))
            asyncio.run(run(postgres.url, "create database small tablespace small"))
            url = Server(postgres.url).url_of("small")
            asyncio.run(migrate(url))
            yield SmallDisk(url, seen)
        finally:
            postgres.stop()


def long_article(number: int) -> Json:
    """Of a text that Postgres can't make small."""
    return {"url": f"https://news.example/long-{number}", "body": os.urandom(60_000).hex(), "processor": "tests/1"}


async def send_batch(port: int, records: list[Json]) -> list[Json]:
    async with duplex(port, BATCH) as client:
        await client.send(raw=lines_of(records))
        await client.end()
        return results_of(await client.rest())


def test_writes_are_refused_reads_go_on_and_room_mends_it(disk: SmallDisk) -> None:
    with running(environment(disk.url)) as program, httpx.Client(base_url=program.address, timeout=SECONDS) as client:
        path = client.post("/v1/articles", json=creating(1).line).headers["location"]
        shown = client.get(path).content
        disk.fill()
        stored, refused = [creating(1).line["url"]], None
        for number in range(100):
            record = long_article(number)
            refused = client.post("/v1/articles", json=record)
            if not refused.is_success:
                break
            stored.append(record["url"])
        assert refused is not None
        told = problem(refused, 503, "UNAVAILABLE")
        assert (told["type"], refused.headers["retry-after"]) == ("/problems/disk-full", "60")
        assert "disk is full" in told["detail"]

        results = asyncio.run(send_batch(program.port, [long_article(number) for number in range(1_000, 1_020)]))
        assert (results[-1]["result"], results[-1]["problem"]["type"]) == ("STOPPED", "/problems/disk-full")
        stored += [f"https://news.example/long-{999 + each['line']}" for each in results[:-1]]

        assert client.get(path).content == shown
        asked = client.post("/graphql", json={"query": "{ articles { totalCount } }"}).json()
        assert asked == {"data": {"articles": {"totalCount": len(stored)}}}
        assert client.get("/readyz").status_code == 200
        asyncio.run(check(disk.url, stored))

        disk.make_room()
        assert client.post("/v1/articles", json=record).status_code == 201
        asyncio.run(check(disk.url, [*stored, record["url"]]))


@pytest.mark.usefixtures("mounts")
def test_a_batch_whose_results_find_no_room_ends_with_all_of_them(database_url: str, tmp_path: Path) -> None:
    """Of a client that sends and does not read, on a service whose own disk is small."""
    lines: list[Json] = [
        creating(number).line if number % 50 == 0 else {"body": "Ana spoke.", "x" * 800: 7} for number in range(15_000)
    ]
    env = environment(database_url, TMPDIR=str(tmp_path))

    async def send_and_read_late(program: Program) -> list[Json]:
        disk = f"/proc/{program.process.pid}/root{tmp_path}"

        async def full() -> bool:
            return os.statvfs(disk).f_bavail == 0

        async with duplex(program.port, BATCH, lazy=True) as client:

            async def send() -> None:
                await client.send(raw=lines_of(lines))
                await client.end()

            sending = asyncio.ensure_future(send())
            await eventually(full)
            body = await client.rest()
            sending.cancel()
            return results_of(body)

    with running(env, within=mounting(1, tmp_path)) as program:
        *results, last = asyncio.run(send_and_read_late(program))
        assert (last["result"], last["problem"]["type"]) == ("STOPPED", "/problems/disk-full")
        assert [each["line"] for each in (*results, last)] == list(range(1, last["line"] + 1))
        stored = [lines[each["line"] - 1]["url"] for each in results if each["result"] == "CREATED"]
        asyncio.run(check(database_url, stored))
        rest = lines[last["line"] - 1 :]
        again = asyncio.run(send_batch(program.port, rest[:200]))
        assert again[-1]["line"] == 200
    assert not [line for line in program.log if "Traceback" in line]


async def check(url: str, stored: list[str]) -> None:
    """These articles are stored, and nothing else of any."""
    async with open_pool(url, 1) as pool:
        assert sorted(stored) == [row[0] for row in await pool.fetch("select url from articles order by url")]
        await assert_consistent(pool)
