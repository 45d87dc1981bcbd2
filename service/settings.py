"""Settings: frozen, read once from ONRECORD_* variables."""

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import BadInput


class Settings(BaseSettings):
    """What the environment decides; each field is the variable ONRECORD_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    environment: Literal["development", "production"] = Field(
        default="development",
        description="`production` serves no GraphiQL and suggests no names for those that a document gets wrong.",
    )
    database_url: str | None = Field(
        default=None,
        description="A Postgres to use, e.g. postgresql://user@host/name; without it an embedded one runs.",
    )
    data_dir: Path = Field(
        default=Path(".onrecord"), description="The folder in which the embedded Postgres keeps its data."
    )
    pool_size: int = Field(
        default=10, ge=5, le=1000, description="Connections to Postgres that one process holds at the most."
    )
    statement_timeout: float = Field(
        default=10,
        ge=0.01,
        le=86_400,
        allow_inf_nan=False,
        description="Seconds after which Postgres cancels a read statement.",
    )
    changes_days: float = Field(
        default=30, gt=0, le=36_500, allow_inf_nan=False, description="Days for which changes can be read."
    )
    max_request_bytes: int = Field(
        default=2_000_000, gt=0, description="Bytes of a request's body that are taken at the most."
    )
    max_document_bytes: int = Field(
        default=65_536, gt=0, description="Bytes of a GraphQL document that are taken at the most."
    )
    max_tokens: int = Field(default=10_000, gt=0, description="Tokens of a document: names, values and punctuation.")
    max_depth: int = Field(
        default=30, gt=0, le=100, description="Levels of fields within fields that an operation may have."
    )
    max_aliases: int = Field(default=200, ge=0, description="Aliases that a document may have.")
    max_directives: int = Field(default=200, ge=0, description="Uses of directives that a document may have.")
    max_root_fields: int = Field(default=50, gt=0, description="Fields of Query that an operation may ask for.")
    max_cost: int = Field(default=10_000, gt=0, description="What an operation may cost; reading one object costs 1.")
    introspection: Literal["on", "off"] = Field(
        default="on", description="Whether the schema can be asked for by `__schema` and `__type`."
    )
    trusted_documents: Path | None = Field(
        default=None,
        description="A JSON file of documents by their hash or id; with it no other document is run.",
    )


def read_settings() -> Settings:
    """The settings of this process. Raises BadInput with one line that names the variables at fault."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = (
            f"ONRECORD_{str(problem['loc'][0]).upper()}: {problem['msg']}, not {problem['input']!r}"
            for problem in error.errors()
        )
        raise BadInput("; ".join(wrong)) from None
