"""Node 22 and the peers that run on it, installed from npm into a folder that is kept."""

import json
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PEERS = Path(__file__).parent / "peers"
CACHE = Path.home() / ".cache" / "onrecord-bench"
MAJOR = 22
INSTALL = 900
"""Seconds that npm may take."""

_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}


@dataclass(frozen=True)
class Node:
    """An installed node and the folder in which its modules lie."""

    command: str
    folder: Path

    def script(self, name: str) -> str:
        """The path of a peer's script, beside the modules that it imports."""
        target = self.folder / name
        shutil.copyfile(PEERS / name, target)
        return str(target)

    def version(self, package: str) -> str:
        """The installed version of a package, or of node itself."""
        if package == "node":
            return subprocess.run(
                [self.command, "--version"], check=True, capture_output=True, text=True
            ).stdout.strip()
        manifest = self.folder / "node_modules" / package / "package.json"
        return str(json.loads(manifest.read_text(encoding="utf-8"))["version"])


def installed_node(folder: Path = CACHE) -> Node | None:
    """Node with the peers of bench/peers/package.json; None, with a line that says why, where npm is missing."""
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not installed: PostGraphile and mercurius are left out", flush=True)
        return None
    folder.mkdir(parents=True, exist_ok=True)
    # The package `node` fetches this one by a script of its own, which npm may be told not to run.
    binary = f"node-{sys.platform}-{_MACHINES[platform.machine().lower()]}"
    wanted = json.loads((PEERS / "package.json").read_text(encoding="utf-8"))
    wanted["dependencies"][binary] = f"{MAJOR}.x"
    text = json.dumps(wanted, indent=2)
    manifest, done = folder / "package.json", folder / "installed"
    if not done.exists() or done.read_text(encoding="utf-8") != text:
        manifest.write_text(text, encoding="utf-8")
        command = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel", "error"]
        found = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=INSTALL, check=False)
        if found.returncode:
            print(f"npm install failed, PostGraphile and mercurius are left out: {found.stderr[-500:]}", flush=True)
            return None
        done.write_text(text, encoding="utf-8")
    return Node(str(folder / "node_modules" / binary / "bin" / "node"), folder)
