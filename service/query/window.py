"""The window on a list that first, after, last and before ask for (Relay's cursor connections)."""

from dataclasses import dataclass
from typing import Literal

from service.errors import BadInput
from service.query.arguments import MAX_SIZE, Arguments

DEFAULT_SIZE = 20
"""Objects of a page where neither first nor last is given."""

Side = Literal["after", "before"]


@dataclass(frozen=True)
class Window:
    """At most `size` objects, counted from the end where `backwards`, of those between the cursors of `sides`."""

    size: int
    backwards: bool
    sides: tuple[Side, ...]

    @property
    def behind(self) -> bool:
        """Whether a cursor says that something stands before the window."""
        return "after" in self.sides

    @property
    def ahead(self) -> bool:
        """Whether a cursor says that something stands after the window."""
        return "before" in self.sides


def read_window(arguments: Arguments) -> Window:
    """The window that a connection's arguments ask for. Raises BadInput where they ask for none."""
    if arguments.value("first") is not None and arguments.value("last") is not None:
        raise BadInput("first, last: give one of the two, it says from which end the page is counted")
    backwards = arguments.value("last") is not None
    size = page_size(arguments, "last" if backwards else "first", DEFAULT_SIZE)
    given: tuple[Side, ...] = ("after", "before")
    return Window(size, backwards, tuple(side for side in given if arguments.value(side) is not None))


def page_size(arguments: Arguments, name: str, default: int) -> int:
    """A number of objects: 1 to 100, the default where it is null or absent. Raises BadInput."""
    value = arguments.value(name)
    if value is None:
        return default
    if not 1 <= value <= MAX_SIZE:
        raise BadInput(f"{name}: must be 1 to {MAX_SIZE}, not {value}")
    return int(value)
