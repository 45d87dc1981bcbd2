"""Which version comes next, as the changelog says, and whether it may break what is published."""

import re

Version = tuple[int, int, int]

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_UNRELEASED = re.compile(r"(?i)\[?(\d+)\.(\d+)\.(\d+)\]? \(unreleased\)")


def next_version(changelog: str) -> Version | None:
    """The version of the first heading, `## 1.0.0 (unreleased)`; None where it tells none, or is released."""
    heading = _HEADING.search(changelog)
    found = _UNRELEASED.fullmatch(heading[1].strip()) if heading else None
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def read_version(text: str) -> Version:
    """A version as numbers. Raises ValueError."""
    major, minor, patch = map(int, text.strip().split("."))
    return major, minor, patch


def may_break(published: Version, following: Version | None) -> bool:
    """Whether the version that follows is major. Before 1.0.0, too, only a greater first number is: 0.x has clients."""
    return following is not None and following[0] > published[0]
