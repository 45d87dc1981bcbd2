"""JSON Schemas of what is written: pydantic models as components of the OpenAPI document.

The parts of a model are called after the processed record, e.g. ProcessedQuote: a Quote is what is read. Enums are
those of GraphQL.
"""

from typing import Any

from graphql import GraphQLEnumType
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from service.graphql.schema import SCHEMA
from service.rest.schemas import COMPONENTS, JsonSchema, enum_schema, reference

PART = "Processed"
"""What the name of a model's part begins with."""


class Untitled(GenerateJsonSchema):
    """Without titles of fields, which would repeat their names less legibly ("Sameas")."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  pydantic's signature
        """Never."""
        return False


class Records:
    """Schemas of models; they and their parts gather in `components`."""

    def __init__(self) -> None:
        self.components: dict[str, JsonSchema] = {}

    def taken(self, model: type[BaseModel]) -> JsonSchema:
        """A reference to the schema of a model's JSON."""
        schema = model.model_json_schema(ref_template=f"{COMPONENTS}{{model}}", schema_generator=Untitled)
        parts = schema.pop("$defs", {})
        names = {name: self._part(name, part) for name, part in parts.items()}
        for name, part in parts.items():
            if names[name] not in self.components:
                self.components[names[name]] = _renamed(part, names)
        self.components[model.__name__] = _renamed(schema, names)
        return reference(model.__name__)

    def named(self, name: str, schema: JsonSchema) -> JsonSchema:
        """A reference to a schema that is written by hand, under this name."""
        self.components[name] = schema
        return reference(name)

    def _part(self, name: str, part: JsonSchema) -> str:
        """The name of a part's component; an enum of GraphQL is a component already, or is now."""
        kind = SCHEMA.type_map.get(name)
        if isinstance(kind, GraphQLEnumType) and set(kind.values) == set(part.get("enum", ())):
            self.components[name] = enum_schema(kind)
            return name
        return name if name.startswith(PART) else f"{PART}{name}"


def _renamed(schema: Any, names: dict[str, str]) -> Any:
    """A schema that refers to the components by their own names, without titles and defaults."""
    if isinstance(schema, list):
        return [_renamed(part, names) for part in schema]
    if not isinstance(schema, dict):
        return schema
    renamed = {name: _renamed(part, names) for name, part in schema.items() if not _is_annotation(name, part)}
    if isinstance(default := schema.get("default"), str):
        renamed["description"] = f"`{default}` where it is left out."
    if isinstance(found := schema.get("$ref"), str):
        called = found.removeprefix(COMPONENTS)
        renamed["$ref"] = f"{COMPONENTS}{names.get(called, called)}"
    return renamed


def _is_annotation(name: str, part: Any) -> bool:
    """Whether a keyword is a title or a default; a property of such a name has a schema.

    Generators take a field with a default for one that is always there, and would have clients send every one.
    """
    return (name == "title" and isinstance(part, str)) or (name == "default" and not isinstance(part, dict))


RECORDS = Records()
"""The schemas of what writes take and answer."""
