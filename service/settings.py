"""Settings: frozen, read once from ONRECORD_* variables."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import BadInput


class Settings(BaseSettings):
    """What the environment decides; each field is the variable ONRECORD_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="ONRECORD_", frozen=True)

    database_url: str | None = Field(
        default=None,
        description="A Postgres to use, e.g. postgresql://user@host/name; without it an embedded one runs.",
    )
    data_dir: Path = Field(
        default=Path(".onrecord"), description="The folder in which the embedded Postgres keeps its data."
    )
    pool_size: int = Field(
        default=10, ge=2, le=1000, description="Connections to Postgres that one process holds at the most."
    )
    statement_timeout: float = Field(
        default=10, gt=0, allow_inf_nan=False, description="Seconds after which Postgres cancels a read statement."
    )
    max_document_bytes: int = Field(
        default=65_536, gt=0, description="Bytes of a GraphQL document that are taken at the most."
    )
    max_request_bytes: int = Field(
        default=2_000_000, gt=0, description="Bytes of a request's body that are taken at the most."
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
