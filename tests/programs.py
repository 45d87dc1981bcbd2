"""Programs that Python's packages don't bring: tests that run one are skipped where it isn't installed."""

import os
import shutil
from typing import NoReturn

import pytest

REQUIRED = "CI" in os.environ or "TEST_REQUIRE_NODE" in os.environ
"""Whether everything has to run: what is missing then fails a test."""


def program(name: str, package: str) -> str:
    """The path of a program that Debian's `package` brings."""
    return shutil.which(name) or missing(f"{name} is not installed: `apt-get install {package}` brings it")


def missing(reason: str) -> NoReturn:
    """Skip the test, or fail it where everything has to run."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)
