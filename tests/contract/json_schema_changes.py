"""Which changes of a JSON Schema (draft 2020-12, as OpenAPI 3.1 has it) break those who send it or those who read it.

A sender breaks where less is taken than was, a reader where more is given than was told. Clients bear new fields and
new enum values. What is not understood counts as breaking when it changes.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

Schema = Mapping[str, Any]

ANNOTATIONS = {
    *("$id", "$schema", "$comment", "$defs", "$ref", "title", "description", "example", "examples", "deprecated"),
    *("readOnly", "writeOnly", "default", "discriminator", "externalDocs", "xml"),
}
"""Keywords that take nothing from what is sent, and nothing from what is read."""
LOWEST = {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"}
HIGHEST = {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"}
APART = {"type", "enum", "const", "properties", "required", "items", "additionalProperties", "anyOf", "oneOf", "allOf"}
ALL_TYPES = {"null", "boolean", "object", "array", "number", "string", "integer"}


class Side(Enum):
    """Who is hurt by a change."""

    SENDER = "sender"
    READER = "reader"


class Comparer:
    """Compares schemas of two documents, in which their references are looked up."""

    def __init__(self, before: Mapping[str, Any], after: Mapping[str, Any], side: Side) -> None:
        self._before, self._after, self._sender = before, after, side is Side.SENDER
        self._seen: set[tuple[str, str]] = set()

    def changes(self, before: Any, after: Any, place: str = "") -> Iterator[str]:
        """What breaks, each `place: what is and what was`."""
        references = (_reference(before), _reference(after))
        if all(references):
            # Schemas may hold themselves; what breaks in a shared one is told once.
            if references in self._seen:
                return
            self._seen.add(references)
        old, new = resolved(before, self._before), resolved(after, self._after)
        yield from self._types(old, new, place)
        if _types(old).isdisjoint(_types(new)):
            return
        yield from self._enums(old, new, place)
        yield from self._limits(old, new, place)
        yield from self._fields(old, new, place)
        if "items" in old or "items" in new:
            yield from self.changes(old.get("items", {}), new.get("items", {}), f"{place}[]")
        for keyword in ("anyOf", "oneOf"):
            yield from self._alternatives(old.get(keyword), new.get(keyword), f"{place}: {keyword}")
        yield from self._conditions(old.get("allOf", []), new.get("allOf", []), place)
        for keyword in sorted((old.keys() | new.keys()) - ANNOTATIONS - APART - LOWEST - HIGHEST):
            if keyword.startswith("x-") or old.get(keyword) == new.get(keyword):
                continue
            if keyword in (new if self._sender else old):
                yield _told(place, keyword, new.get(keyword), old.get(keyword))

    def _types(self, old: Schema, new: Schema, place: str) -> Iterator[str]:
        was, now = _types(old), _types(new)
        if was - now if self._sender else now - was:
            yield _told(place, "type", " or ".join(sorted(now)), " or ".join(sorted(was)))

    def _enums(self, old: Schema, new: Schema, place: str) -> Iterator[str]:
        was, now = _values(old), _values(new)
        if self._sender and now is not None:
            if was is None:
                yield f"{place}: takes only {now} now"
            else:
                yield from (f"{place}: no longer takes {value!r}" for value in was if value not in now)
        if not self._sender and was is not None and now is None:
            yield f"{place}: is no longer one of {was}"

    def _limits(self, old: Schema, new: Schema, place: str) -> Iterator[str]:
        if not self._sender:
            return
        for keyword in sorted((LOWEST | HIGHEST) & new.keys()):
            was, now = old.get(keyword), new[keyword]
            if was is None or (now > was if keyword in LOWEST else now < was):
                yield _told(place, keyword, now, was)

    def _fields(self, old: Schema, new: Schema, place: str) -> Iterator[str]:
        was, now = old.get("properties", {}), new.get("properties", {})
        required_before, required_now = set(old.get("required", [])), set(new.get("required", []))
        for name in sorted(was.keys() - now.keys()):
            yield f"{place}.{name}: is gone"
        for name in sorted(was.keys() & now.keys()):
            yield from self.changes(was[name], now[name], f"{place}.{name}")
        if self._sender:
            yield from (f"{place}.{name}: is required now" for name in sorted(required_now - required_before))
        else:
            gone = required_before - required_now - (was.keys() - now.keys())
            yield from (f"{place}.{name}: may be missing now" for name in sorted(gone))
        others, others_now = old.get("additionalProperties", True), new.get("additionalProperties", True)
        if isinstance(others, Mapping) and isinstance(others_now, Mapping):
            yield from self.changes(others, others_now, f"{place}.*")
        elif self._sender and others_now is not True and others != others_now and others is not False:
            yield f"{place}: takes no other fields now"

    def _alternatives(self, old: list[Any] | None, new: list[Any] | None, place: str) -> Iterator[str]:
        """A sender needs each that was to be there still, a reader each that is to be one that was."""
        if old is None and new is None:
            return
        if old is None or new is None:
            # As good as a single alternative, which the other keywords say.
            if self._sender is (old is None):
                yield f"{place}: {'is new' if old is None else 'is gone'}"
            return
        if self._sender:
            lost = [was for was in old if not any(self._fits(was, now) for now in new)]
            yield from (f"{place}: no longer takes {_name(was)}" for was in lost)
        else:
            more = [now for now in new if not any(self._fits(was, now) for was in old)]
            yield from (f"{place}: may be {_name(now)} now" for now in more)

    def _conditions(self, old: list[Any], new: list[Any], place: str) -> Iterator[str]:
        if self._sender:
            more = [now for now in new if not any(self._fits(was, now) for was in old)]
            yield from (f"{place}: allOf: must be {_name(now)} too" for now in more)
        else:
            lost = [was for was in old if not any(self._fits(was, now) for now in new)]
            yield from (f"{place}: allOf: need not be {_name(was)} any more" for was in lost)

    def _fits(self, was: Any, now: Any) -> bool:
        seen = set(self._seen)
        fits = not list(self.changes(was, now))
        self._seen = seen
        return fits


def resolved(schema: Any, document: Mapping[str, Any]) -> dict[str, Any]:
    """A schema, or any other object of the document, with what it refers to; true is {}, false is {"not": {}}."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    reference = _reference(schema)
    if not reference:
        return dict(schema)
    found: Any = document
    for part in reference.removeprefix("#/").split("/"):
        found = found[part.replace("~1", "/").replace("~0", "~")]
    return {**resolved(found, document), **{name: value for name, value in schema.items() if name != "$ref"}}


def _reference(schema: Any) -> str:
    return str(schema.get("$ref", "")) if isinstance(schema, Mapping) else ""


def _types(schema: Schema) -> set[str]:
    told = schema.get("type")
    if told is None:
        return set(ALL_TYPES)
    types = {told} if isinstance(told, str) else set(told)
    return types | {"integer"} if "number" in types else types


def _values(schema: Schema) -> list[Any] | None:
    """What an enum or a constant lets be; None where everything may be."""
    if "const" in schema:
        return [schema["const"]]
    return list(schema["enum"]) if "enum" in schema else None


def _name(schema: Any) -> str:
    return _reference(schema).rpartition("/")[2] or str(schema)


def _told(place: str, keyword: str, now: object, was: object) -> str:
    return f"{place}: {keyword}: is {now}, was {'not there' if was is None else was}"
