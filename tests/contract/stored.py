"""A service on the three articles of seeds/, and what it holds: ids, cursors and texts that cases are generated of."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import httpx
from graphql import GraphQLEnumType, GraphQLNonNull, IntrospectionQuery, build_client_schema, get_introspection_query

from tests.commands import ROOT, SECONDS, onrecord, served

MANIFEST = ROOT / "seeds" / "manifest.json"
WORDS = ('"time of" arriv* -maduro', "Guaidó OR maduro", "the", "Caracas", "en", "en-GB")
"""What searches find in the seeds, and their language."""
SEARCHED = "the"
"""For what the search is whose cursors are kept."""
SEEDED = ["seed-1", "seed-2", "seed-3"]
OTHERS = [f"other-{number}" for number in range(40)]
"""What a sender calls the articles, the seeds and the others."""


@dataclass(frozen=True)
class Stored:
    """Values that a client of this service would have: of lists, of what it was given, of what it reads."""

    ids: dict[str, list[str]]
    """Type -> ids, each of an object that is there."""
    cursors: dict[str, list[str]]
    """Field of Query, with the order where it takes one (`articles PUBLISHED_DESC`) -> cursors without a filter."""
    urls: list[str]
    texts: list[str]
    """Names, identifiers of a sender's, search queries."""
    expendable: list[str]
    """Ids of further articles, which may be replaced and deleted."""
    pages: dict[str, list[str]]
    """Path of a list of REST -> cursors of it, without a filter."""

    def write(self, path: Path) -> None:
        """Keep it in a file, for `read`."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Stored":
        """What `write` kept."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    @property
    def all_ids(self) -> list[str]:
        """The ids of every type."""
        return sorted(value for values in self.ids.values() for value in values)

    @property
    def all_cursors(self) -> list[str]:
        """The cursors of every list."""
        return [value for values in self.cursors.values() for value in values]


@contextmanager
def serving_seeds(env: Mapping[str, str]) -> Iterator[str]:
    """The address of a service whose database, a migrated and empty one, gets the seeds."""
    lines = map(json.dumps, [*_seeds(), *_others()])
    done = onrecord("ingest", "-", env=env, stdin="\n".join(lines).encode())
    assert done.returncode == 0, done
    with served(env) as address:
        yield address


def _seeds() -> Iterator[dict[str, Any]]:
    """The articles as a scraper would send them, with all that an article may have beside its text."""
    for number, seed in enumerate(json.loads(MANIFEST.read_text(encoding="utf-8")), start=1):
        yield {
            "body": (MANIFEST.parent / seed["file"]).read_bytes().decode(),
            "datePublished": seed["datePublished"],
            "externalId": SEEDED[number - 1],
            "headline": f"Seed {number}",
            "language": "en",
            "source": {"name": f"Example News {number}", "domain": f"news{number}.example"},
            "url": f"https://news{number}.example/article",
        }


def _others() -> Iterator[dict[str, Any]]:
    """Short articles: lists then have more than a page, and there is what may be deleted."""
    for name in OTHERS:
        yield {
            "body": f"“I will not resign from office {name},” Maria Perez said in Lima on 2 March 2018.",
            "datePublished": "2018-03-03",
            "externalId": name,
            "language": "es",
            "source": {"name": "Example News 1", "domain": "news1.example"},
            "url": f"https://news1.example/{name}",
        }


def what_is_stored(address: str, headers: Mapping[str, str]) -> Stored:
    """What a service holds, as it tells by GraphQL."""
    with httpx.Client(base_url=address, headers=dict(headers), timeout=SECONDS) as client:
        articles = _ask(
            client, f"{{ articles(filter: {{externalIds: {json.dumps(SEEDED)}}}) {{ nodes {{ id url }} }} }}"
        )
        seeds = [node["id"] for node in articles["articles"]["nodes"]]
        lists = _ask(
            client,
            f"""{{
              actors(first: 30) {{ nodes {{ id name }} }}  events {{ nodes {{ id }} }}  sources {{ nodes {{ id }} }}
              quotes(first: 30, filter: {{articles: {json.dumps(seeds)}}}) {{ nodes {{ id utterance {{ id }} }} }}
              articles(first: 100, filter: {{externalIds: {json.dumps(OTHERS)}}}) {{ nodes {{ id }} }}
            }}""",
        )
        found = {name: listed["nodes"] for name, listed in lists.items()}
        return Stored(
            ids={
                "Article": seeds,
                "Actor": [node["id"] for node in found["actors"]],
                "Quote": [node["id"] for node in found["quotes"]],
                "Event": [node["id"] for node in found["events"]],
                "Source": [node["id"] for node in found["sources"]],
                "Utterance": sorted({node["utterance"]["id"] for node in found["quotes"]}),
            },
            cursors=dict(_cursors(client)),
            urls=[node["url"] for node in articles["articles"]["nodes"]],
            texts=[
                *WORDS,
                *SEEDED,
                *(node["name"] for node in found["actors"]),
            ],
            expendable=[node["id"] for node in found["articles"]],
            pages=dict(_pages(client)),
        )


def _cursors(client: httpx.Client) -> Iterator[tuple[str, list[str]]]:
    """Two cursors of each list of Query in each of its orders."""
    schema = build_client_schema(cast("IntrospectionQuery", _ask(client, get_introspection_query())))
    assert schema.query_type
    for name, field in schema.query_type.fields.items():
        if "after" not in field.args:
            continue
        order = field.args.get("orderBy")
        kind = order.type.of_type if order and isinstance(order.type, GraphQLNonNull) else None
        given = f'query: "{SEARCHED}", ' if "query" in field.args else ""
        for value in kind.values if isinstance(kind, GraphQLEnumType) else [""]:
            ordered = f"orderBy: {value}, " if value else ""
            told = _ask(client, f"{{ {name}({given}{ordered}first: 2) {{ edges {{ cursor }} }} }}")
            yield f"{name} {value}".strip(), [edge["cursor"] for edge in told[name]["edges"]]


def _pages(client: httpx.Client) -> Iterator[tuple[str, list[str]]]:
    """The cursors in the links to the next page of each list that REST has."""
    answer = client.get("/openapi.json")
    for path, methods in answer.json()["paths"].items() if answer.status_code == 200 else ():
        taken = {parameter["name"]: parameter for parameter in methods.get("get", {}).get("parameters", [])}
        if "after" not in taken or "{" in path:
            continue
        required = {name: SEARCHED for name, parameter in taken.items() if parameter.get("required")}
        page = client.get(path, params={**required, "first": "2"})
        assert page.status_code == 200, page.text
        if following := page.links.get("next"):
            yield path, [httpx.URL(following["url"]).params["after"]]


def _ask(client: httpx.Client, query: str) -> dict[str, Any]:
    told = client.post("/graphql", json={"query": query}).json()
    assert "errors" not in told, told
    return dict(told["data"])
