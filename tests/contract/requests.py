"""Makes generated requests plausible: ids and cursors that are there, and one way to ask for a page."""

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.contract.stored import Stored

TYPES = {"articles": "Article", "actors": "Actor", "quotes": "Quote", "events": "Event", "sources": "Source"}
"""The part of a path before an id, or a parameter that takes ids -> the type of what they name."""
ACTORS = ("allActors", "allParticipants", "locations", "mentionedActors", "participants", "speakers")
SOME = 4
"""One request of so many stays as it was generated."""


def plausible_id(path: str, value: object, turn: int, stored: Stored) -> object:
    """An id for the `{id}` of a path, mostly one that is there."""
    there = ids_at(path, stored)
    return there[turn % len(there)] if there and turn % SOME else value


def plausible_query(path: str, query: Mapping[str, Any], turn: int, stored: Stored) -> dict[str, Any]:
    """The parameters with ids that are there, and mostly without those that contradict one another."""
    if not turn % SOME:
        return dict(query)
    found = {name: _values(path, name, value, turn, stored) for name, value in query.items()}
    if "first" in found or "after" in found:
        found.pop("last", None)
        found.pop("before", None)
    pages = stored.pages.get(path, [])
    for cursor in {"after", "before"} & found.keys():
        if pages and not found.keys() - {"first", "last", "after", "before", "query"}:
            found[cursor] = pages[turn % len(pages)]
        else:
            # A cursor is of the list without a filter, in the order that it has by itself.
            del found[cursor]
    return found


def plausible_headers(headers: Mapping[str, str], turn: int) -> dict[str, str]:
    """The headers; a precondition, where there is one, mostly holds."""
    star = {"If-Match": "*"} if turn % SOME else {}
    return {**headers, **star}


def plausible_body(path: str, body: Any, turn: int, stored: Stored) -> Any:
    """Merges and splits of actors that are there, new texts for articles, batches of lines; else as it was."""
    if not turn % SOME:
        return body
    if path == "/v1/articles/{id}" and isinstance(body, dict) and turn % 2:
        return {"body": f"“Text {turn} is new,” Ana Diaz said."}
    if path == "/v1/articles/batch":
        lines = [{"body": f"“Line {turn} is taken,” Ana Diaz said."}, {"delete": "article_0"}, {"body": ""}, []]
        return "\n".join(json.dumps(line) for line in lines[turn % len(lines) :]) + f"\n{body}\n"
    if path.endswith(("/merge", "/split")) and isinstance(body, dict):
        actors = stored.ids["Actor"]
        return {
            name: actors[(turn + 1) % len(actors)] if isinstance(told, str) else told for name, told in body.items()
        }
    return body


def ids_at(path: str, stored: Stored) -> list[str]:
    """Ids that the `{id}` of a path can be."""
    named = re.search(r"/(\w+)/\{\w+\}", path)
    return stored.ids.get(TYPES.get(named[1], ""), []) if named else []


def _values(path: str, name: str, value: Any, turn: int, stored: Stored) -> Any:
    kind = TYPES.get(path.rpartition("/")[2] if name == "ids" else name) or ("Actor" if name in ACTORS else "")
    there = stored.ids.get(kind, [])
    if not there or not isinstance(value, list):
        return value
    return [there[(turn + place) % len(there)] for place in range(len(value))]
