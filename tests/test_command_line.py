"""The commands of `onrecord`, each run in a process of its own."""

import json
import os
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from service.article import MAX_BODY
from service.storage.schema import SCHEMA_VERSION
from tests.commands import BIN, SECONDS, SEEDS, environment, onrecord, served
from tests.conftest import short_folder
from tests.databases import Server
from tests.records import Draft

UNUSED = environment("postgresql://127.0.0.1:1/nothing")
"""For commands that need no database: none answers there."""

EXPORTS = ("articles", "actors", "quotes", "events")


def said(name: str, words: str = "I will stay in office", **fields: Any) -> Draft:
    """An article in which somebody with this name says something."""
    draft = Draft(f"“{words},” {name} said. Then {name} called a meeting.", externalId=f"said by {name}", **fields)
    draft.quote(words, draft.actor(name, (name, 0), (name, 1)))
    draft.event("CONSULT", "A meeting", f"Then {name} called a meeting.", participants=[("a0", "ACTOR")])
    return draft


def lines(*records: object) -> bytes:
    """The records as NDJSON; bytes stand for themselves."""
    return b"".join((r if isinstance(r, bytes) else json.dumps(r).encode()) + b"\n" for r in records)


def exported(url: str) -> dict[str, list[str]]:
    """Everything stored: kind -> lines."""
    runs = {kind: onrecord("export", kind, env=environment(url)) for kind in EXPORTS}
    assert {kind: (run.returncode, run.stderr) for kind, run in runs.items()} == dict.fromkeys(EXPORTS, (0, ""))
    return {kind: run.stdout.splitlines() for kind, run in runs.items()}


def filled(url: str) -> dict[str, list[str]]:
    """What is exported of a database with the seeds and records that leave nothing out or nearly everything."""
    full = said(
        "Nicolás Maduro",
        source={"name": "Example 📰 News", "domain": "news.example"},
        url="https://news.example/a#top",
        headline='Said \\ "quoted"\n twice',
        datePublished="2019-02",
        language="es-VE",
        status="RETRACTED",
    )
    full.actors[0] |= {"aliases": ["El Presidente", "Maduro"], "sameAs": ["https://www.wikidata.org/wiki/Q1"]}
    full.mention("a0", "meeting", form="NOMINAL", role="called")
    place = full.actor("Lima", kind="PLACE", key="the city")
    full.event("OTHER", "Elsewhere", "said", modality="NEGATED", mode="x-a", contexts=["b", "a"], location=place)
    full.events[-1] |= {"startDate": "2019", "endDate": "2020-01"}
    full.quote(
        "called a meeting",
        kind="INDIRECT",
        attribution={
            "method": "CUE", "speakerSpan": full.span("Then"), "cueSpan": full.span("a meeting"), "rule": "r",
            "confidence": 0.1, "venue": "v", "addressee": "d", "relayedBy": "b",
        },
    )  # fmt: skip
    full.quote("Then", kind="MIXED", attribution={"method": "CUE", "cue": "—"})
    long = Draft("said " * 200)
    long.quote("said", attribution={"method": "CUE", "cueSpan": {"start": 5, "end": 900}})
    records = lines(full.record(), long.record(), {"body": "Bare.", "processor": "tests/1"})
    run = onrecord("ingest", "-", *SEEDS, env=environment(url), stdin=records)
    assert (run.returncode, run.stderr) == (0, "")
    return exported(url)


def test_process_prints_a_record_with_true_offsets_for_every_text() -> None:
    run = onrecord("process", *SEEDS, env=UNUSED)
    assert (run.returncode, run.stderr) == (0, "")
    records = [json.loads(line) for line in run.stdout.splitlines()]
    assert [record["body"] for record in records] == [seed.read_bytes().decode() for seed in SEEDS]
    for record in records:
        body = record["body"]
        assert record["quotes"]
        for quote in record["quotes"]:
            assert body[quote["start"] : quote["end"]] == quote["text"]
        for actor in record["actors"]:
            assert any(actor["name"] == body[m["start"] : m["end"]] for m in actor["mentions"])


def test_a_text_is_taken_exactly_as_it_stands(tmp_path: Path) -> None:
    text = "\ufeff \r\nAnn spoke.\r\n\r\n Then\u2028she left. \r"
    (tmp_path / "exact.txt").write_bytes(text.encode())
    run = onrecord("process", "exact.txt", env=UNUSED, cwd=tmp_path)
    assert json.loads(run.stdout)["body"] == text


def test_a_processed_record_passes_as_it_is() -> None:
    record = said("Ana Lopez").record()
    (line,) = onrecord("process", "-", env=UNUSED, stdin=lines(record)).stdout.splitlines()
    passed = json.loads(line)
    assert passed["processor"] == record["processor"]
    assert passed["quotes"][0].items() >= {"text": "I will stay in office", "start": 1, "end": 22}.items()


def test_json_files_hold_a_record_or_an_array_of_them(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(b"\xef\xbb\xbf" + json.dumps({"body": "One."}, indent=1).encode())
    (tmp_path / "two.JSON").write_text(json.dumps([{"body": "Two."}, {"body": ""}, {"body": "Three."}]))
    run = onrecord("process", "one.json", "two.JSON", env=UNUSED, cwd=tmp_path)
    assert [json.loads(line)["body"] for line in run.stdout.splitlines()] == ["One.", "Two.", "Three."]
    assert run.stderr.startswith("two.JSON[1]: body: ")
    assert run.returncode == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"nothing", "not JSON: expecting value at column 1"),
        (b'{"body": "a"', "not JSON: expecting ',' delimiter at column 13"),
        (b'{"body": "\xff"}', "not UTF-8: byte 0xFF at 10"),
        (b'{"body": "a", "body": "b"}', "'body' stands twice in one object: remove one"),
        (b'{"body": "a", "source": NaN}', "NaN is not a number in JSON: use null"),
        (b"[" * 100_000, "not taken: its arrays and objects are nested too deeply"),
        (b'{"body": ' + b"9" * 5_000 + b"}", "not taken: it has a number of thousands of digits"),
        (b'["body"]', "record: must be a JSON object with at least `body`"),
        (b'{"headline": "a"}', "body: is required"),
        (
            b'{"body": "a", "x\\n\\u001b[2J": 1}',
            r"x\n\x1b[2J: is not a field of this record: remove it or mend its name",
        ),
        (
            b'{"body": "a", "processor": "p", "quotes": [{"text": "a", "start": 0, "end": 5, "quoteKind": "DIRECT"}]}',
            "quotes[0].end: 5 is past the end of body (1)",
        ),
    ],
)
def test_a_bad_line_is_named_and_harms_no_neighbour(line: bytes, problem: str) -> None:
    run = onrecord("process", "-", env=UNUSED, stdin=lines({"body": "Before."}, b" ", line, {"body": "After."}))
    assert run.stderr == f"standard input:3: {problem}\n"
    assert [json.loads(line)["body"] for line in run.stdout.splitlines()] == ["Before.", "After."]
    assert run.returncode == 1


def test_a_line_of_any_length_is_refused_by_itself() -> None:
    endless = b'{"body": "' + b"a" * (33 * 2**20) + b'"}'
    run = onrecord("process", "-", env=UNUSED, stdin=lines(endless, {"body": "After."}))
    assert run.stderr == "standard input:1: has more than 33554432 bytes: split the article\n"
    assert [json.loads(line)["body"] for line in run.stdout.splitlines()] == ["After."]


def test_files_that_cannot_be_taken_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "empty.ndjson").touch()
    (tmp_path / "latin.txt").write_bytes(b"Juan Guaid\xf3")
    (tmp_path / "long.txt").write_bytes(b"a" * (4 * MAX_BODY + 1))
    (tmp_path / "article.pdf").write_bytes(b"%PDF")
    (tmp_path / "half.json").write_text('{"body":\n"a"')
    names = ("folder.txt", "empty.txt", "empty.ndjson", "latin.txt", "long.txt", "article.pdf", "half.json", "no.txt")
    run = onrecord("process", *names, env=UNUSED, cwd=tmp_path)
    assert run.stderr.splitlines() == [
        "folder.txt: is a folder: name the files in it",
        "empty.txt: is empty",
        "empty.ndjson: is empty",
        "latin.txt: not UTF-8: byte 0xF3 at 10",
        "long.txt: has more than 1000000 code points: split the article",
        "article.pdf: .pdf is not taken: name it .txt, .json, .ndjson or .jsonl",
        "half.json: not JSON: expecting ',' delimiter at line 2, column 4",
        "no.txt: there is no such file",
    ]
    assert (run.returncode, run.stdout) == (1, "")


def test_a_reader_that_leaves_ends_the_command_without_a_trace() -> None:
    command = [str(BIN / "onrecord"), "process", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=UNUSED, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines({"body": "First."}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["body"] == "First."
        process.stdout.close()
        process.stdin.write(lines({"body": "Second."}))
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(SECONDS) == 1


@pytest.mark.parametrize("command", ["process", "ingest"])
def test_an_interrupt_ends_a_command_that_waits_for_input(database_url: str, command: str) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [str(BIN / "onrecord"), command, "-"],
        env=environment(database_url),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        # What a shell runs in the background is started with interrupts ignored, and so are its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        assert process.stdin
        process.stdin.write(b"\n" * 200_000)  # more than a pipe holds: it is written once the command reads
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 1
        _, errors = process.communicate()
    assert errors.decode().strip() == "Aborted!"


def test_what_is_stored_already_is_left_as_it_is(database_url: str) -> None:
    env = environment(database_url)
    first = onrecord("ingest", *SEEDS, env=env)
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "3 stored, 0 replaced, 0 unchanged, 0 refused\n"
    stored = exported(database_url)
    assert len(stored["articles"]) == 3
    second = onrecord("ingest", *SEEDS, SEEDS[0], env=env)
    assert second.stdout == "0 stored, 0 replaced, 4 unchanged, 0 refused\n"
    assert exported(database_url) == stored


def test_ingest_tells_what_it_refused_and_stores_the_rest(database_url: str, tmp_path: Path) -> None:
    false = said("Bo Li").record()
    false["quotes"][0]["end"] += 5_000
    (tmp_path / "articles.ndjson").write_bytes(lines(said("Ana Lopez").record(), false, said("Cy Mora").record()))
    run = onrecord("ingest", "articles.ndjson", "missing.txt", env=environment(database_url), cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout == "2 stored, 0 replaced, 0 unchanged, 2 refused\n"
    assert run.stderr.splitlines() == [
        f"articles.ndjson:2: quotes[0].end: {false['quotes'][0]['end']} is past the end of body ({len(false['body'])})",
        "missing.txt: there is no such file",
    ]


def test_another_record_under_the_same_identity_replaces_only_when_told(database_url: str) -> None:
    env = environment(database_url)
    onrecord("ingest", "-", env=env, stdin=lines(said("Ana Lopez").record()))
    stored = exported(database_url)
    changed = lines(said("Ana Lopez", "I will leave tomorrow at noon").record())
    refused = onrecord("ingest", "-", env=env, stdin=changed)
    assert refused.stdout == "0 stored, 0 replaced, 0 unchanged, 1 refused\n"
    assert refused.stderr.startswith("standard input:1: article_")
    assert exported(database_url) == stored
    replaced = onrecord("ingest", "--replace", "-", env=env, stdin=changed)
    assert (replaced.returncode, replaced.stdout) == (0, "0 stored, 1 replaced, 0 unchanged, 0 refused\n")
    assert [json.loads(line)["text"] for line in exported(database_url)["quotes"]] == ["I will leave tomorrow at noon"]


def test_ingest_stores_more_than_one_batch(database_url: str) -> None:
    records = [{"body": f"Article {i}.", "externalId": str(i), "processor": "tests/1"} for i in range(450)]
    run = onrecord("ingest", "-", env=environment(database_url), stdin=lines(*records))
    assert run.stdout == "450 stored, 0 replaced, 0 unchanged, 0 refused\n"
    # Those that came in one millisecond are in the order of their ids.
    found = {json.loads(line)["externalId"] for line in exported(database_url)["articles"]}
    assert found == {str(i) for i in range(450)}


def test_an_export_refills_an_empty_database(database_url: str, server: Server, template: str) -> None:
    stored = filled(database_url)
    assert {kind: len(found) > 2 for kind, found in stored.items()} == dict.fromkeys(EXPORTS, True)
    articles = "\n".join(stored["articles"]).encode()
    with server.database(template) as other_url:
        run = onrecord("ingest", "-", env=environment(other_url), stdin=articles)
        assert (run.stdout, run.stderr) == ("6 stored, 0 replaced, 0 unchanged, 0 refused\n", "")
        assert exported(other_url) == stored
        again = onrecord("ingest", "-", env=environment(other_url), stdin=articles)
        assert again.stdout == "0 stored, 0 replaced, 6 unchanged, 0 refused\n"


def test_deletions_and_merges_are_lines_of_their_own(database_url: str, server: Server, template: str) -> None:
    env = environment(database_url)
    names = ("Ana Lopez", "Ana Lopez Ruiz", "Bo Li")
    onrecord("ingest", "-", env=env, stdin=lines(*(said(name).record() for name in names)))
    ids = {(actor := json.loads(line))["name"]: actor["id"] for line in exported(database_url)["actors"]}
    first = json.loads(exported(database_url)["articles"][0])["stored"]["id"]
    merge = {"merge": {"actor": ids[names[1]], "into": ids[names[0]]}}
    run = onrecord("ingest", "-", env=env, stdin=lines(merge, merge, {"body": "Later."}))
    assert (run.stdout, run.stderr) == ("1 stored, 0 replaced, 0 unchanged, 0 refused, 2 merged\n", "")
    stored = exported(database_url)
    assert json.loads(stored["articles"][0])["merge"].items() >= merge["merge"].items()
    with server.database(template) as other_url:
        refilled = onrecord("ingest", "-", env=environment(other_url), stdin="\n".join(stored["articles"]).encode())
        assert refilled.stdout == "4 stored, 0 replaced, 0 unchanged, 0 refused, 1 merged\n"
        assert exported(other_url) == stored
    gone = {"delete": first}
    run = onrecord("ingest", "-", env=env, stdin=lines(gone, gone))
    assert run.stdout == "0 stored, 0 replaced, 0 unchanged, 1 refused, 1 deleted\n"
    assert run.stderr == f"standard input:2: delete: {first} is not stored\n"
    run = onrecord("process", "-", env=UNUSED, stdin=lines(gone))
    assert (run.returncode, run.stdout, run.stderr) == (1, "", "standard input:1: is no article to process\n")


def test_a_line_may_say_which_record_it_replaces(database_url: str) -> None:
    env = environment(database_url)
    onrecord("ingest", "-", env=env, stdin=lines(said("Ana Lopez").record()))
    changed = said("Ana Lopez", "I will leave tomorrow at noon").record()
    run = onrecord("ingest", "-", env=env, stdin=lines({**changed, "replaces": "0" * 64}))
    assert run.stdout == "0 stored, 0 replaced, 0 unchanged, 1 refused\n"
    run = onrecord("ingest", "-", env=env, stdin=lines({**changed, "replaces": "*"}))
    assert run.stdout == "0 stored, 1 replaced, 0 unchanged, 0 refused\n"


def test_exports_join_by_public_ids(database_url: str) -> None:
    onrecord("ingest", "-", env=environment(database_url), stdin=lines(said("Ana Lopez").record()))
    found = {kind: json.loads(found[0]) for kind, found in exported(database_url).items()}
    actor = {"id": found["actors"]["id"], "name": "Ana Lopez"}
    assert found["articles"]["stored"]["actors"] == {found["articles"]["actors"][0]["key"]: actor["id"]}
    assert found["quotes"]["speaker"] == actor
    assert found["quotes"]["span"] == {
        "revision": 1,
        "start": 1,
        "end": 22,
        "utf16Start": 1,
        "utf16End": 22,
        "exact": "I will stay in office",
        "prefix": "“",
        "suffix": ",” Ana Lopez said. Then Ana Lopez"[:32],
    }
    assert found["events"]["participants"] == [{"actor": actor, "role": "ACTOR"}]
    assert found["events"]["reports"][0]["article"] == found["quotes"]["article"]


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("ingest", str(SEEDS[0])), ("export", "quotes")])
def test_an_outdated_schema_is_refused_with_what_mends_it(server: Server, command: tuple[str, ...]) -> None:
    with server.database() as url:
        run = onrecord(*command, env=environment(url))
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr == (
            f"onrecord: the database's schema is empty, this program needs {SCHEMA_VERSION}: run `onrecord migrate`\n"
        )
        assert onrecord("migrate", env=environment(url)).stdout == f"The database's schema is {SCHEMA_VERSION}.\n"
        if command[0] != "serve":
            assert onrecord(*command, env=environment(url)).returncode == 0


def test_settings_and_databases_that_cannot_be_used_take_one_line() -> None:
    for command in (["migrate"], ["ingest", "-"], ["export", "quotes"], ["serve"]):
        run = onrecord(*command, env=UNUSED)
        assert run.returncode == 1
        assert run.stderr.startswith("onrecord: the database can't be reached: ")
        assert run.stderr.count("\n") == 1
    run = onrecord("migrate", env=environment(ONRECORD_POOL_SIZE="many"))
    assert (run.returncode, run.stderr.count("\n")) == (2, 1)
    assert run.stderr.startswith("onrecord: ONRECORD_POOL_SIZE: ")


def test_a_taken_port_is_refused_in_one_line(database_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = onrecord("serve", "--port", str(port), env=environment(database_url))
    assert run.returncode == 1
    assert run.stderr == (
        f"onrecord: can't listen on 127.0.0.1:{port}: address already in use; give another --port or --host\n"
    )


def test_without_a_database_an_embedded_one_keeps_what_is_stored() -> None:
    with short_folder() as folder:
        env = environment(ONRECORD_DATA_DIR=str(folder / "data"))
        assert onrecord("migrate", env=env).returncode == 0
        assert onrecord("ingest", SEEDS[0], env=env).stdout == "1 stored, 0 replaced, 0 unchanged, 0 refused\n"
        with served(env) as address:
            request = urllib.request.Request(  # noqa: S310  the address is of this machine
                f"{address}/graphql",
                json.dumps({"query": "{ articles { totalCount } }"}).encode(),
                {"content-type": "application/json"},
            )
            with urllib.request.urlopen(request, timeout=SECONDS) as response:  # noqa: S310
                assert json.load(response) == {"data": {"articles": {"totalCount": 1}}}
            assert onrecord("ingest", SEEDS[0], env=env).stdout == "0 stored, 0 replaced, 1 unchanged, 0 refused\n"
        assert not (folder / "data/postgres/postmaster.pid").exists()


def test_contracts_are_written_and_checked(tmp_path: Path) -> None:
    written = onrecord("contracts", env=UNUSED, cwd=tmp_path)
    paths = ["schema/schema.graphql", "schema/openapi.json", "schema/processed-article.schema.json"]
    assert written.stdout.splitlines() == [f"{path} written" for path in paths]
    assert onrecord("contracts", "--check", env=UNUSED, cwd=tmp_path).returncode == 0
    for path in paths:
        text = (tmp_path / path).read_text(encoding="utf-8")
        (tmp_path / path).write_text(text.replace("quote", "citation"), encoding="utf-8")
        check = onrecord("contracts", "--check", env=UNUSED, cwd=tmp_path)
        assert (check.returncode, check.stderr) == (1, f"{path} differs: run `onrecord contracts`\n")
        (tmp_path / path).write_text(text, encoding="utf-8")
    os.remove(tmp_path / paths[0])
    assert onrecord("contracts", "--check", env=UNUSED, cwd=tmp_path).returncode == 1
    assert not (tmp_path / paths[0]).exists()
