"""Whether traces are wanted: by the variables that OpenTelemetry has for every program (OTEL_…)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from service.errors import BadSettings

if TYPE_CHECKING:
    from service.operations.tracing import Tracing

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
PROTOCOLS = ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL")
SAMPLERS = (
    "always_on", "always_off", "traceidratio", "parentbased_always_on", "parentbased_always_off",
    "parentbased_traceidratio",
)  # fmt: skip


def tracing_of(environment: Mapping[str, str], database_url: str) -> "Tracing | None":
    """What makes traces; None where there is nowhere to send them. Raises BadSettings."""
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
    try:
        return Tracing(database_url)
    except (ValueError, OSError) as error:
        raise BadSettings(f"OTEL_EXPORTER_OTLP_…: {error}") from None


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
            raise BadSettings(f"{name}: must be an address like http://collector:4318, not {environment[name]!r}")
    for name in PROTOCOLS:
        if (protocol := environment.get(name, "http/protobuf")) != "http/protobuf":
            raise BadSettings(f"{name}: must be http/protobuf, which collectors take at port 4318, not {protocol!r}")
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
