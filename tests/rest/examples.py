"""The examples of the OpenAPI document: what a service that holds the seeds answers to these requests.

`python -m tests.rest.examples` writes them anew, to be read in the diff before they are kept.
"""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import httpx

from service.rest.examples import FOLDER
from service.rest.reading import Reading
from service.rest.reads import READS
from tests.commands import SEEDS, environment, onrecord, served
from tests.conftest import short_folder

Json = Any

ARTICLE = "article_10542432-d5a8-8e3a-b581-e03bf68687be"
ACTOR = "actor_2b4975e4-c194-84b4-8e4a-f23a7ed012a5"

REQUESTS: dict[str, dict[str, Any]] = {
    "articles": {"search": '"opposition leader"', "first": 2},
    "article": {"id": ARTICLE},
    "articleQuotes": {"id": ARTICLE, "quoteKinds": ["DIRECT"], "first": 2},
    "actors": {"kinds": ["PERSON"], "hasQuotes": True, "first": 2},
    "actor": {"id": ACTOR},
    "actorQuotes": {"id": ACTOR, "orderBy": "POSITION", "first": 2},
    "quotes": {"speakers": [ACTOR], "search": "democracy", "first": 2},
    "quote": {"id": "quote_0322df8c-1594-8064-8e6e-23f529599d80"},
    "events": {"types": ["SUPPORT", "REQUEST"], "first": 2},
    "event": {"id": "event_ea948e5b-9048-8276-b18c-31fcc41c4394"},
    "search": {"query": '"time of" arriv* -maduro', "types": ["QUOTE"]},
    "sources": {"first": 2},
    "changes": {"first": 2},
}
"""Stored operation -> the parameters of its example."""

SHOWN = 2
"""Objects of a list that an example has."""
_LISTS = frozenset({"nodes", "edges", "aliases", "roles"})
_STORED = "2026-01-01T00:00:00.000Z"
_CURSOR = "NTc5NGU5NTE1YWY5ZGRmOFsiNzUzIiwgImZlYjQ3ZWZkLWViY2YtODMwMi1iZWJmLTg4ODc4NGQ1ZmNkOSJd"


def answered(client: httpx.Client, name: str) -> Json:
    """What the service answers to the request of an example, as an example shows it."""
    parameters = dict(REQUESTS[name])
    path = path_of(name).format(id=parameters.pop("id", ""))
    response = client.get(path, params=query_string(parameters))
    assert response.status_code == 200, response.text
    return _shown(response.json(), of_feed=name == "changes")


def path_of(name: str) -> str:
    """The path that a stored operation answers at."""
    (path,) = (each.path for each in READS if isinstance(each.handle, Reading) and each.handle.name == name)
    return path


def query_string(parameters: Mapping[str, Any]) -> str:
    """The query string of these parameters; the values of a list stand one behind the other."""
    written = {name: str(value).lower() if isinstance(value, bool) else value for name, value in parameters.items()}
    return urlencode(written, doseq=True)


def _shown(value: Json, key: str = "", *, of_feed: bool = False) -> Json:
    """A value with lists that are cut, and with what hangs on when and in which order the seeds were stored fixed."""
    if isinstance(value, dict):
        return {name: _shown(part, name, of_feed=of_feed) for name, part in value.items()}
    if isinstance(value, list):
        return [_shown(part, of_feed=of_feed) for part in (value[:SHOWN] if key in _LISTS else value)]
    if key in {"dateStored", "at"}:
        return _STORED
    return _CURSOR if of_feed and key.endswith("Cursor") else value


def _write() -> None:
    with short_folder() as folder:
        env = environment(ONRECORD_DATA_DIR=str(folder / "data"))
        assert onrecord("migrate", env=env).returncode == 0
        assert onrecord("ingest", *SEEDS, env=env).returncode == 0
        with served(env) as address, httpx.Client(base_url=address) as client:
            for name, parameters in REQUESTS.items():
                kept = {"parameters": parameters, "answer": answered(client, name)}
                text = json.dumps(kept, indent=2, ensure_ascii=False)
                (FOLDER / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
    sys.stdout.write(f"{len(REQUESTS)} examples written to {os.path.relpath(FOLDER)}\n")
