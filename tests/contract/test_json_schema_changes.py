"""What takes from senders or gives readers something else is told; what only adds is not."""

from typing import Any

import pytest

from tests.contract.json_schema_changes import Comparer, Side

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}, "required": ["a"]}


def told(side: Side, before: Any, after: Any) -> list[str]:
    return list(Comparer(before if isinstance(before, dict) else {}, after, side).changes(before, after, "x"))


def fields(**changed: Any) -> dict[str, Any]:
    properties = {name: schema for name, schema in {**OBJECT["properties"], **changed}.items() if schema is not None}  # type: ignore[dict-item]
    return {**OBJECT, "properties": properties}


TEXT = {"type": "string"}
NULLABLE = {"anyOf": [{"type": "string"}, {"type": "null"}]}
AB = {"enum": ["a", "b"], "type": "string"}
TREE = {"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "properties": {"below": {"$ref": "#/$defs/T"}}}}}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (fields(), fields(b=None), ["x.b: is gone"]),
        (OBJECT, {**OBJECT, "required": ["a", "b"]}, ["x.b: is required now"]),
        (fields(), {**fields(c=TEXT), "required": ["a", "c"]}, ["x.c: is required now"]),
        (fields(), fields(b={"type": "string"}), ["x.b: type: is string, was integer"]),
        ({"type": ["string", "null"]}, TEXT, ["x: type: is string, was null or string"]),
        ({}, TEXT, ["x: type: is string, was array or boolean or integer or null or number or object or string"]),
        (AB, {**AB, "enum": ["a"]}, ["x: no longer takes 'b'"]),
        (TEXT, AB, ["x: takes only ['a', 'b'] now"]),
        (TEXT, {**TEXT, "const": "a"}, ["x: takes only ['a'] now"]),
        ({"maximum": 100}, {"maximum": 50}, ["x: maximum: is 50, was 100"]),
        ({"minimum": 0}, {"minimum": 1}, ["x: minimum: is 1, was 0"]),
        (TEXT, {**TEXT, "maxLength": 9}, ["x: maxLength: is 9, was not there"]),
        (TEXT, {**TEXT, "pattern": "a"}, ["x: pattern: is a, was not there"]),
        ({"format": "uri"}, {"format": "date"}, ["x: format: is date, was uri"]),
        (OBJECT, {**OBJECT, "additionalProperties": False}, ["x: takes no other fields now"]),
        ({"additionalProperties": AB}, {"additionalProperties": {**AB, "enum": ["b"]}}, ["x.*: no longer takes 'a'"]),
        ({"items": fields()}, {"items": fields(b=None)}, ["x[].b: is gone"]),
        (NULLABLE, {"anyOf": [{"type": "string"}]}, ["x: anyOf: no longer takes {'type': 'null'}"]),
        ({}, {"anyOf": [{"type": "string"}]}, ["x: anyOf: is new"]),
        ({}, {"allOf": [{"type": "string"}]}, ["x: allOf: must be {'type': 'string'} too"]),
        (
            TREE,
            {**TREE, "$defs": {"T": {"type": "object", "properties": {"below": TEXT}}}},
            ["x.below: type: is string, was object"],
        ),
    ],
)
def test_senders_are_told_what_is_no_longer_taken(before: Any, after: Any, said: list[str]) -> None:
    assert told(Side.SENDER, before, after) == said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (OBJECT, OBJECT),
        (TREE, TREE),
        (fields(), fields(c=TEXT)),
        (OBJECT, {**OBJECT, "required": []}),
        (TEXT, {"type": ["string", "null"]}),
        ({"type": "integer"}, {"type": "number"}),
        (AB, {**AB, "enum": ["a", "b", "c"]}),
        (AB, TEXT),
        ({"maximum": 100, "minLength": 2}, {"maximum": 200, "minLength": 1}),
        ({**TEXT, "pattern": "a"}, TEXT),
        ({**OBJECT, "additionalProperties": False}, OBJECT),
        ({"anyOf": [{"type": "string"}]}, NULLABLE),
        ({"anyOf": [{"type": "string"}]}, {}),
        ({"description": "Old.", "x-new": 1, "default": 1}, {"description": "New."}),
        (True, {}),
    ],
)
def test_senders_may_be_given_more_room(before: Any, after: Any) -> None:
    assert told(Side.SENDER, before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (fields(), fields(a=None), ["x.a: is gone"]),
        (OBJECT, {**OBJECT, "required": []}, ["x.a: may be missing now"]),
        (TEXT, {"type": ["string", "null"]}, ["x: type: is null or string, was string"]),
        ({"type": "integer"}, {"type": "number"}, ["x: type: is integer or number, was integer"]),
        (AB, TEXT, ["x: is no longer one of ['a', 'b']"]),
        ({"anyOf": [{"type": "string"}]}, NULLABLE, ["x: anyOf: may be {'type': 'null'} now"]),
        ({"anyOf": [{"type": "string"}]}, {}, ["x: anyOf: is gone"]),
        ({"allOf": [{"type": "string"}]}, {}, ["x: allOf: need not be {'type': 'string'} any more"]),
        ({**TEXT, "format": "uri"}, TEXT, ["x: format: is None, was uri"]),
        ({"items": TEXT}, {"items": {"type": "integer"}}, ["x[]: type: is integer, was string"]),
    ],
)
def test_readers_are_told_what_is_given_otherwise(before: Any, after: Any, said: list[str]) -> None:
    assert told(Side.READER, before, after) == said


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (fields(), fields(c=TEXT)),
        (OBJECT, {**OBJECT, "required": ["a", "b"]}),
        (AB, {**AB, "enum": ["a", "b", "c"]}),
        ({"type": ["string", "null"]}, TEXT),
        (NULLABLE, {"anyOf": [{"type": "string"}]}),
        ({"maximum": 100}, {"maximum": 200}),
        (TEXT, {**TEXT, "format": "uri"}),
    ],
)
def test_readers_bear_more_fields_and_narrower_values(before: Any, after: Any) -> None:
    assert told(Side.READER, before, after) == []
