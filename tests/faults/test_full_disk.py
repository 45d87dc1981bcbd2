"""The disk of the database full: writes are refused clearly and leave nothing, reads go on, and room mends it."""

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
from tests.faults.program import running
from tests.rest.articles import Json
from tests.rest.asking import problem
from tests.rest.duplex import BATCH, duplex, lines_of, results_of
from tests.storage.consistency import assert_consistent

MOUNTING = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs -o size=48m,mode=777 tmpfs "$0" && exec "$@"']
"""A shell's words: what follows sees a small disk in the first folder, and ends with it."""
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
def disk() -> Iterator[SmallDisk]:
    tried = subprocess.run([*MOUNTING, "/mnt", "true"], check=False, capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"this machine mounts no file system for tests: {tried.stderr.strip()}")
    with short_folder() as folder:
        small = folder / "small"
        small.mkdir()
        postgres = Postgres(folder, [*MOUNTING, str(small)])
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


async def check(url: str, stored: list[str]) -> None:
    """These articles are stored, and nothing else of any."""
    async with open_pool(url, 1) as pool:
        assert sorted(stored) == [row[0] for row in await pool.fetch("select url from articles order by url")]
        await assert_consistent(pool)
