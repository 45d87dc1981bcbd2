"""`python -m tests.contract.publish`, when a version is released: keeps its contracts as the published ones."""

import shutil
import sys
import tomllib
from pathlib import Path

from tests.commands import ROOT
from tests.contract.publication import CONTRACTS, PUBLISHED, TODAY, VERSION, all_breaks, published_version
from tests.contract.versions import may_break, read_version


def publish(version: str, today: Path = TODAY, published: Path = PUBLISHED) -> list[str]:
    """Copy today's contracts, or tell what they break of the published ones where the version is not major."""
    if (published / VERSION).exists() and not may_break(published_version(published), read_version(version)):
        breaking = all_breaks(published, today)
        if breaking:
            return breaking
    published.mkdir(exist_ok=True)
    for name in CONTRACTS:
        if (today / name).exists():
            shutil.copyfile(today / name, published / name)
    (published / VERSION).write_text(f"{version}\n", encoding="utf-8")
    return []


def main() -> None:
    """Publish as the version that pyproject.toml names."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    if breaking := publish(version):
        sys.exit("\n".join([f"{version} is not major, but breaks what is published:", *breaking]))
    sys.stdout.write(f"{PUBLISHED.relative_to(ROOT)} holds the contracts of {version}\n")


if __name__ == "__main__":
    main()
