"""Asks the same service by REST and by GraphQL."""

import json
import re
from typing import Any

import httpx

from service.query.json_sql import ROW
from service.rest.stored import STORED

Json = Any


def got(client: httpx.Client, path: str, **parameters: Any) -> Json:
    """The JSON that a GET answers with 200."""
    response = client.get(path, params=parameters or None)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


def graphql(client: httpx.Client, query: str, variables: dict[str, Any] | None = None) -> Json:
    """The data of an operation."""
    answer = posted(client, query, variables).json()
    assert list(answer) == ["data"], answer
    return answer["data"]


def posted(client: httpx.Client, query: str, variables: dict[str, Any] | None = None) -> httpx.Response:
    """The response to an operation."""
    headers = {"Content-Type": "application/json"}
    return client.post("/graphql", content=json.dumps({"query": query, "variables": variables}), headers=headers)


def by_graphql(client: httpx.Client, name: str, variables: dict[str, Any]) -> bytes:
    """The bytes of the value that GraphQL has in the place of what a stored operation answers."""
    stored = STORED[name]
    response = posted(client, stored.text, variables)
    assert response.status_code == 200, response.text
    opening = re.match(
        b'{"data":' + b"".join(rb'\{%s?"%s":' % (ROW.encode(), key.encode()) for key in stored.place), response.content
    )
    assert opening, response.text
    return response.content[opening.end() : -1 - len(stored.place)]


def problem(response: httpx.Response, status: int, code: str) -> Json:
    """The problem that a response tells, of this status and code."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    told = response.json()
    assert (response.status_code, told["status"], told["code"]) == (status, status, code), told
    assert told["type"].startswith("/problems/")
    assert told["title"]
    assert told["detail"]
    return told


def first_id(client: httpx.Client, collection: str, **parameters: Any) -> str:
    """The id of the first object of a list."""
    return str(got(client, f"/v1/{collection}", first=1, **parameters)["nodes"][0]["id"])
