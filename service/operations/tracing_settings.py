"""Whether traces are wanted: by the variables that OpenTelemetry has for every program (OTEL_…)."""

import logging
import re
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from service.errors import BadSettings

if TYPE_CHECKING:
    from service.operations.tracing import Tracing

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
HEADERS = ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS")
_HEADER = re.compile(r"[\w!#$%&'*+.^`|~-]+\s*=[ !#-+\x2d-\[\]-~]*", re.ASCII)
NUMBERS = {"OTEL_BSP_SCHEDULE_DELAY": 5000, "OTEL_BSP_MAX_QUEUE_SIZE": 2048, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE": 512}
"""Variable -> what it is where it is not told."""
SAMPLERS = (
    "always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off",
    "parentbased_traceidratio",
)  # fmt: skip


def tracing_of(environment: MutableMapping[str, str], database_url: str) -> "Tracing | None":
    """What makes traces; None where there is nowhere to send them. Raises BadSettings.

    Empty variables are taken out of the environment: they shall be as if they were not set, which OpenTelemetry's
    package has for some alone.
    """
    for name in [name for name, value in environment.items() if name.startswith("OTEL_") and not value.strip()]:
        del environment[name]
    if not _wanted(environment):
        return None
    _check(environment)
    try:
        # Packages that only who traces has.
        from service.operations.tracing import Tracing  # noqa: PLC0415
    except ImportError:
        raise BadSettings(
            "OTEL_EXPORTER_OTLP_ENDPOINT: traces need more packages: pip install 'onrecord[tracing]', "
            "or set OTEL_SDK_DISABLED=true"
        ) from None
    # What reads the other variables names what it can't read.
    except ValueError as error:
        raise BadSettings(f"OTEL_PROPAGATORS: {error}") from None
    with _refusing_what_is_only_told():
        return Tracing(database_url)


@contextmanager
def _refusing_what_is_only_told() -> Iterator[None]:
    """Within it BadSettings is raised for a value that OpenTelemetry logs, to go on without it."""
    told: list[str] = []
    hearing = logging.Handler(logging.WARNING)
    hearing.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("opentelemetry")
    logger.addHandler(hearing)
    logger.propagate = False
    try:
        yield
    except (ValueError, OSError) as error:
        told.append(str(error))
    finally:
        logger.removeHandler(hearing)
        logger.propagate = True
    if told:
        raise BadSettings(f"OTEL_…: {told[0]}")


def _wanted(environment: Mapping[str, str]) -> bool:
    if environment.get("OTEL_SDK_DISABLED", "").strip().lower() == "true":
        return False
    exporter = environment.get("OTEL_TRACES_EXPORTER", "").strip()
    if exporter not in {"", "otlp", "none"}:
        raise BadSettings(f"OTEL_TRACES_EXPORTER: must be otlp or none, not {exporter!r}")
    return exporter != "none" and (exporter == "otlp" or any(environment.get(name) for name in ENDPOINTS))


def _check(environment: Mapping[str, str]) -> None:
    """Raise BadSettings for what OpenTelemetry would take for something else in silence."""
    for name in ENDPOINTS:
        if not environment.get(name, "http://").startswith(("http://", "https://")):
            # Not shown: there may be a password in it.
            raise BadSettings(f"{name}: must be an address like http://collector:4318")
    for name in PROTOCOLS:
        if (protocol := environment.get(name, "http/protobuf")) != "http/protobuf":
            raise BadSettings(f"{name}: must be http/protobuf, which collectors take at port 4318, not {protocol!r}")
    for name in HEADERS:
        for header in filter(None, map(str.strip, environment.get(name, "").split(","))):
            if not _HEADER.fullmatch(header):
                # A key of the collector may stand there.
                raise BadSettings(f"{name}: must be name=value, with commas between several, in characters of URLs")
    numbers = {name: _number(environment, name) for name in NUMBERS}
    if numbers["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] > numbers["OTEL_BSP_MAX_QUEUE_SIZE"]:
        raise BadSettings("OTEL_BSP_MAX_EXPORT_BATCH_SIZE: must not be more than OTEL_BSP_MAX_QUEUE_SIZE")
    sampler = environment.get("OTEL_TRACES_SAMPLER", SAMPLERS[0]).lower()
    if sampler not in SAMPLERS:
        raise BadSettings(f"OTEL_TRACES_SAMPLER: must be one of {', '.join(SAMPLERS)}, not {sampler!r}")
    if sampler.endswith("traceidratio"):
        told = environment.get("OTEL_TRACES_SAMPLER_ARG", "1")
        try:
            fits = 0 <= float(told) <= 1
        except ValueError:
            fits = False
        if not fits:
            raise BadSettings(f"OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1, not {told!r}")


def _number(environment: Mapping[str, str], name: str) -> int:
    told = environment.get(name, str(NUMBERS[name]))
    if not (told.isascii() and told.isdecimal() and int(told)):
        raise BadSettings(f"{name}: must be a whole number above 0, not {told!r}")
    return int(told)
