"""What the files for operators may name: settings, the paths of the app, the image's user."""

import re

from starlette.routing import Route

from service.app import build
from service.settings import Settings
from tests.commands import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def instruction(name: str) -> str:
    """The argument of an instruction that the Dockerfile's last stage has."""
    last = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :].replace("\\\n", "")
    (found,) = re.findall(rf"^{name} (.*)$", last, flags=re.MULTILINE)
    return str(found)


def unknown_settings(variables: set[str]) -> set[str]:
    """Those of ONRECORD_… that are no setting, nor the file of one."""
    settings = {f"ONRECORD_{name.upper()}" for name in Settings.model_fields}
    return {name for name in variables if name.startswith("ONRECORD_") and name.removesuffix("_FILE") not in settings}


def app_paths() -> set[str]:
    """The paths that the app has."""
    return {route.path for route in build(Settings(database_url="postgresql://h/n")).routes if isinstance(route, Route)}
