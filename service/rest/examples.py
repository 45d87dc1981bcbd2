"""Examples of what reads answer: kept beside this file as requests of a service that holds the seeds were answered.

They are made anew by `python -m tests.rest.examples`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from service.rest.operation import Parameter

FOLDER = Path(__file__).parent / "examples"


@dataclass(frozen=True)
class Example:
    """A request, by the values of its parameters, and its answer."""

    parameters: Mapping[str, Any]
    answer: Any

    def shown_in(self, parameter: Parameter) -> Parameter:
        """The parameter with its value in this request, if it has one."""
        return replace(parameter, example=self.parameters.get(parameter.name))


def example(name: str) -> Example | None:
    """The example of a stored operation; None where none is kept."""
    path = FOLDER / f"{name}.json"
    return Example(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None
