"""Settings: frozen, read once from ONRECORD_* variables and the files that they name."""

import json
import os
import re
from collections.abc import Set
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from service.api_key import ApiKeys
from service.environment import told_by
from service.errors import BadSettings

_ORIGIN = re.compile(r"https?://([a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")

_FUNCTION = r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*:[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$"


def _listed(value: Any) -> Any:
    """The parts of a list with commas, or of a JSON list."""
    if not isinstance(value, str):
        return value
    if not value.lstrip().startswith("["):
        return [part.strip() for part in value.split(",") if part.strip()]
    try:
        return json.loads(value)
    except ValueError as error:
        raise ValueError(f"must be a JSON list, or origins with commas between them: {error}") from None


def _address(url: str) -> str:
    if not url.startswith(("postgresql://", "postgres://")):
        raise ValueError("must be postgresql://user:password@host/name")
    return url


def _origin(origin: str) -> str:
    if origin != "*" and not _ORIGIN.fullmatch(origin.lower()):
        raise ValueError("must be * or an origin, which has no path, e.g. https://news.example")
    return origin.lower()


_SECRET = frozenset({"database_url", "api_keys"})
"""Fields that hold a secret, or what was written in the place of its hash."""

Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], BeforeValidator(_listed)]


class Settings(BaseSettings):
    """What the environment decides; each field is the variable ONRECORD_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    environment: Literal["development", "production"] = Field(
        default="development",
        description="`production` serves no GraphiQL and suggests no names for those that a document gets wrong.",
    )
    database_url: Annotated[str, AfterValidator(_address)] | None = Field(
        default=None,
        description="A Postgres to use, e.g. postgresql://user@host/name; without it an embedded one runs.",
    )
    data_dir: Path = Field(
        default=Path(".onrecord"), description="The folder in which the embedded Postgres keeps its data."
    )
    pool_size: int = Field(
        default=26, ge=9, le=1000, description="Connections to Postgres that one process holds at the most."
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
    log_format: Literal["auto", "json", "text"] = Field(
        default="auto",
        description="How the log is written; `auto` is `text` at a terminal in development, else `json`.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="What is logged: this and what is worse."
    )
    request_log: Literal["auto", "on", "off"] = Field(
        default="auto",
        description="Whether each request is logged, with level `info`; `auto` is `on` in production.",
    )
    stop_delay: float = Field(
        default=0,
        ge=0,
        le=3600,
        allow_inf_nan=False,
        description="Seconds from the signal to stop, when `/readyz` begins to answer 503, to the end of listening.",
    )
    stop_grace: float = Field(
        default=25,
        ge=0,
        le=3600,
        allow_inf_nan=False,
        description="Seconds from then in which requests are finished, before they are cut off.",
    )
    host: str | None = Field(
        default=None,
        description="The address that `onrecord serve` listens on where `--host` tells none, else 127.0.0.1.",
    )
    api_keys: Annotated[ApiKeys | None, NoDecode] = Field(
        default=None, description="Who may do what, by hashes of keys: see [docs/access.md](docs/access.md)."
    )
    public_reads: Literal["on", "off"] = Field(
        default="off", description="Whether reading needs no key where keys are configured."
    )
    rate_limit: int = Field(
        default=0,
        ge=0,
        le=1_000_000,
        description="Requests a minute that a process answers for one key, or one address without a key; 0: all.",
    )
    processor: Annotated[str, Field(pattern=_FUNCTION)] | None = Field(
        default=None,
        description="`module:function` that processes raw articles in place of the built-in rules: see "
        "[docs/processing.md](docs/processing.md).",
    )
    cors_origins: Annotated[Origins | None, NoDecode] = Field(
        default=None,
        description="Origins, with commas between them, whose pages may call the service; `*` is all of them.",
    )


def read_settings() -> Settings:
    """The settings of this process. Raises BadSettings with one line that names the variables at fault."""
    told = told_by(os.environ, Settings.model_fields)
    try:
        return Settings(**told)  # type: ignore[arg-type]  # texts, as variables are
    except ValidationError as error:
        hidden = _SECRET | told.in_files
        wrong = (_problem(problem["loc"], problem["msg"], problem["input"], hidden) for problem in error.errors())
        raise BadSettings("; ".join(wrong)) from None


def _problem(place: tuple[int | str, ...], message: str, value: Any, hidden: Set[str]) -> str:
    """What is wrong with a variable, or with a part of what it holds. hidden: fields whose values are not shown."""
    variable, *parts = place
    told = f"ONRECORD_{str(variable).upper()}"
    told += "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    told += f": {message.removeprefix('Value error, ')}"
    return told if variable in hidden else f"{told}, not {value!r}"
