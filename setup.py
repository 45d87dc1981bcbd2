"""The package has the rules as plain Python; where COMPILE_RULES is set, compiled by mypyc too.

COMPILE_RULES is the Python that has the packages of the service, of which mypyc reads the types.
"""

import os
from pathlib import Path

from setuptools import Extension, setup


def compiled(python: str | None) -> list[Extension]:
    """The modules of the rules as extensions; none without a Python to read the types of."""
    if not python:
        return []
    from mypyc.build import mypycify  # noqa: PLC0415  not there where nothing is compiled

    modules = sorted(map(str, Path("service", "processing").glob("*.py")))
    # What has no types there is Any: `make lint` is strict, with the types of all packages.
    untyped = [part for code in ("import-untyped", "no-any-return") for part in ("--disable-error-code", code)]
    options = ["--python-executable", python, "--ignore-missing-imports", *untyped]
    return mypycify([*options, *modules], opt_level="3", debug_level="0", multi_file=True, group_name="onrecord")


setup(ext_modules=compiled(os.environ.get("COMPILE_RULES")))
