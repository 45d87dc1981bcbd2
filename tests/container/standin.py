"""A stand-in for the base image, where no registry of images is in reach: Debian with a Python of the same version."""

import re
import subprocess
import sys
from pathlib import Path

SUITE = "trixie"
"""The Debian whose Python is that of the base, for which wheels are made."""
PIP_SETTINGS = {"index-url", "proxy", "timeout", "trusted-host"}
"""What a machine's pip is told of how to reach its index."""


def make_base(root: Path) -> None:
    """Fill an empty folder with what a build needs of the base image, and of this machine to reach its packages."""
    _run(
        *("debootstrap", "--variant=minbase", "--include=ca-certificates,python3,python3-venv,libpython3-dev"),
        *(SUITE, root, *_mirror()),
    )
    # The base has pip, at this place, and no bytecode.
    _run(
        *("chroot", root, "sh", "-ec"),
        """python3 -m venv /tmp/venv
        cp -r /tmp/venv/lib/python3*/site-packages/pip* /usr/local/lib/python3*/dist-packages/
        cp /tmp/venv/bin/pip /usr/local/bin/
        rm -r /tmp/venv /var/cache/apt/archives
        find / -xdev -name '*.pyc' -delete""",
    )
    authorities = Path("/etc/ssl/certs/ca-certificates.crt")
    (root / authorities.relative_to("/")).write_bytes(authorities.read_bytes())
    (root / "etc/pip.conf").write_text(_pip_settings(), encoding="utf-8")
    (root / "etc/apt/apt.conf.d/machine").write_text(_proxies(), encoding="utf-8")


def _mirror() -> list[str]:
    """The mirror that this machine's apt has, if it has one; debootstrap knows another."""
    listed = _run("apt-get", "indextargets", "--format", "$(LABEL) $(REPO_URI)", "Created-By: Packages")
    return re.findall(r"^Debian (\S+)", listed, flags=re.MULTILINE)[:1]


def _proxies() -> str:
    return "".join(re.findall(r"^Acquire::https?::Proxy.*\n", _run("apt-config", "dump"), flags=re.MULTILINE))


def _pip_settings() -> str:
    told = re.findall(r"([\w-]+)='(.*)'", _run(sys.executable, "-m", "pip", "config", "list"))
    return "\n".join(["[global]", *(f"{name} = {value}" for name, value in told if name in PIP_SETTINGS)]) + "\n"


def _run(*command: object) -> str:
    """What a command prints. Fails with what it wrote."""
    done = subprocess.run([str(part) for part in command], check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}"
    return done.stdout
