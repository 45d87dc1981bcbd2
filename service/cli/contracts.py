"""The published contracts, generated from the types that the program itself uses."""

import json
from pathlib import Path

from service.article import ProcessedArticle

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def differing_contracts(folder: Path) -> dict[Path, str]:
    """The files in the folder that are missing or differ, each with the text that it should have."""
    # The GraphQL types are built on import.
    from service.graphql.schema import sdl  # noqa: PLC0415
    from service.rest.contract import openapi_text  # noqa: PLC0415

    texts = {
        "schema.graphql": sdl(),
        "openapi.json": openapi_text(),
        "processed-article.schema.json": _record_schema(),
    }
    return {path: text for name, text in texts.items() if _read(path := folder / name) != text}


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _record_schema() -> str:
    from service.rest.records import Untitled  # noqa: PLC0415

    schema = ProcessedArticle.model_json_schema(schema_generator=Untitled)
    return json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
