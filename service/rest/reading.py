"""Answers GET by stored operations: negotiation, parameters, entity tags and links to other pages."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response
from starlette.types import Scope

from service.errors import BadInput, NotFound
from service.http.answer import Answer
from service.http.headers import header
from service.http.media import JSON, negotiated
from service.query.json_sql import rows_in
from service.rest.freshness import ANY, held_tags, holds
from service.rest.linked_data import FORM, LD_JSON, news_article
from service.rest.operation import Call, Services
from service.rest.paging import link_header
from service.rest.parameters import QueryString
from service.rest.schemas import Answers
from service.rest.stored import STORED, Read, current_tag, read
from service.tally import NOTES


class Reading:
    """Answers GET at one path by a stored operation.

    linked: the operation that answers in JSON-LD. answers: where schemas of its parameters gather.
    """

    def __init__(self, name: str, path: str, linked: str | None, answers: Answers) -> None:
        self.name = name
        self._linked = linked
        self._offers = (JSON, LD_JSON) if linked else (JSON,)
        in_path = tuple(part[1:-1] for part in path.split("/") if part.startswith("{"))
        self._query = QueryString(STORED[name], in_path, answers)
        self.parameters = self._query.parameters
        self._both_ways = any(parameter.name == "before" for parameter in self.parameters)

    async def __call__(self, call: Call) -> Response:
        """The answer to one request."""
        scope, services = call.request.scope, call.services
        media = negotiated(header(scope, b"accept"), self._offers)
        name = self._linked if media == LD_JSON and self._linked else self.name
        variables = {**self._query.read(scope["query_string"]), **scope["path_params"]}
        try:
            held = held_tags(scope)
            if held and held.strip() != ANY:
                tag = _tag_of(media, await current_tag(services, name, variables))
                if holds(held, tag):
                    return _answer(services, Read(b"", tag), 304)
            found = await read(services, name, variables)
        except BadInput as error:
            raise self._query.located(error) from error
        if found is None:
            raise _missing(name, variables)
        found = found._replace(etag=_tag_of(media, found.etag))
        if held and holds(held, found.etag):
            return _answer(services, Read(b"", found.etag), 304)
        return self._told(services, scope, media, found)

    def _told(self, services: Services, scope: Scope, media: str, found: Read) -> Response:
        if (notes := NOTES.get()) is not None:
            notes.rows = rows_in(found.body)
        if media == LD_JSON:
            return _answer(services, Read(news_article(json.loads(found.body)), found.etag), media=media)
        links = link_header(scope, found.body, both_ways=self._both_ways)
        return _answer(services, found, links=links)


def _tag_of(media: str, tag: str) -> str:
    """The tag of what is made of an operation's answer: this program's part in it is of no row's version."""
    return f'{tag[:-1]}-{FORM}"' if media == LD_JSON else tag


def _answer(
    services: Services, found: Read, status: int = 200, media: str = JSON, links: str | None = None
) -> Response:
    headers = [
        (b"etag", found.etag.encode()),
        (b"cache-control", b"no-cache"),
        # What a key may read is not for others; what is open is the same for all.
        (b"vary", b"Accept, Authorization" if services.settings.api_keys else b"Accept"),
    ]
    if status != 304:
        headers += [(b"content-type", media.encode()), (b"content-length", b"%d" % len(found.body))]
    if links:
        headers.append((b"link", links.encode("latin-1")))
    return Answer(found.body, status, headers)


def _missing(operation_name: str, variables: Mapping[str, Any]) -> NotFound:
    kind = STORED[operation_name].place[0]
    return NotFound(f"id: there is no {kind} {str(variables['id'])[:100]}")
