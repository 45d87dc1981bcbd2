"""Which changes of an OpenAPI 3.1 document break clients that were generated from it."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.contract.json_schema_changes import Comparer, Side, resolved

Document = Mapping[str, Any]
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def breaking_changes(before: Document, after: Document) -> list[str]:
    """What breaks, each `METHOD /path: place: what is and what was`; empty where every old client goes on working."""
    return list(_Documents(before, after).changes())


class _Documents:
    def __init__(self, before: Document, after: Document) -> None:
        self._before, self._after = before, after

    def changes(self) -> Iterator[str]:
        for path, was in self._before.get("paths", {}).items():
            now = self._after.get("paths", {}).get(path)
            if now is None:
                yield f"{path}: is gone"
                continue
            for method in METHODS:
                if method in was:
                    place = f"{method.upper()} {path}"
                    if method not in now:
                        yield f"{place}: is gone"
                    else:
                        yield from (f"{place}: {told}" for told in self._operation(was, now, method))

    def _operation(self, path_before: Document, path_after: Document, method: str) -> Iterator[str]:
        was, now = path_before[method], path_after[method]
        # Generated clients name their functions by it.
        if was.get("operationId") != now.get("operationId"):
            yield f"operationId: is {now.get('operationId')}, was {was.get('operationId')}"
        yield from self._parameters(
            self._by_name(path_before, was, self._before), self._by_name(path_after, now, self._after)
        )
        yield from self._body(
            resolved(was.get("requestBody", {}), self._before), resolved(now.get("requestBody", {}), self._after)
        )
        yield from self._responses(was.get("responses", {}), now.get("responses", {}))
        yield from self._security(was.get("security", self._before.get("security", [])), now)

    @staticmethod
    def _by_name(path: Document, operation: Document, document: Document) -> dict[str, Document]:
        told = [resolved(each, document) for each in [*path.get("parameters", []), *operation.get("parameters", [])]]
        return {f"{each['in']} parameter {each['name']}": each for each in told}

    def _parameters(self, was: Mapping[str, Document], now: Mapping[str, Document]) -> Iterator[str]:
        yield from (f"{name}: is gone" for name in was if name not in now)
        for name, parameter in now.items():
            before = was.get(name)
            if parameter.get("required") and not (before and before.get("required")):
                yield f"{name}: is required now"
            if before is None:
                continue
            for keyword in ("style", "explode", "allowReserved"):
                if before.get(keyword) != parameter.get(keyword):
                    yield f"{name}: {keyword}: is {parameter.get(keyword)}, was {before.get(keyword)}"
            yield from self._schemas(before.get("schema", {}), parameter.get("schema", {}), name, Side.SENDER)

    def _body(self, was: Document, now: Document) -> Iterator[str]:
        if was and not now:
            yield "body: is gone"
        if now.get("required") and not was.get("required"):
            yield "body: is required now"
        yield from self._content(was.get("content", {}), now.get("content", {}), "body", Side.SENDER)

    def _responses(self, was: Document, now: Document) -> Iterator[str]:
        for status, told in was.items():
            if status not in now:
                yield f"{status}: is gone"
                continue
            before, after = resolved(told, self._before), resolved(now[status], self._after)
            yield from self._content(before.get("content", {}), after.get("content", {}), status, Side.READER)
            headers = after.get("headers", {})
            for name, header in before.get("headers", {}).items():
                place = f"{status}: header {name}"
                if name not in headers:
                    yield f"{place}: is gone"
                    continue
                old, new = resolved(header, self._before), resolved(headers[name], self._after)
                if old.get("required") and not new.get("required"):
                    yield f"{place}: may be missing now"
                yield from self._schemas(old.get("schema", {}), new.get("schema", {}), place, Side.READER)

    def _content(self, was: Document, now: Document, place: str, side: Side) -> Iterator[str]:
        for media, content in was.items():
            if media not in now:
                yield f"{place}: {media}: is gone"
            else:
                old, new = content.get("schema", {}), now[media].get("schema", {})
                yield from self._schemas(old, new, f"{place}: {media}", side)

    def _security(self, was: list[Any], operation: Document) -> Iterator[str]:
        """What let a client in must go on doing so; no requirement at all lets everybody in."""
        now = operation.get("security", self._after.get("security", []))
        for needed in was or [{}]:
            if not any(_is_enough(needed, asked) for asked in now or [{}]):
                yield f"security: {needed or 'nothing'} is no longer enough"

    def _schemas(self, was: Any, now: Any, place: str, side: Side) -> Iterator[str]:
        yield from Comparer(self._before, self._after, side).changes(was, now, place)


def _is_enough(held: Document, asked: Document) -> bool:
    """Whether who has these credentials, each with its scopes, has those, too."""
    return all(name in held and set(scopes) <= set(held[name]) for name, scopes in asked.items())
