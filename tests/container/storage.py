"""Images and containers of buildah in a folder of their own, built and looked at without an engine."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any


class Storage:
    """Wants root: without an engine nobody else may lay out the files of several users."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        temporary = folder / "tmp"
        temporary.mkdir()
        self._env = os.environ | {"TMPDIR": str(temporary), "BUILDAH_ISOLATION": "chroot"}

    def new(self, image: str = "scratch") -> tuple[str, Path]:
        """A container of an image, and where its files are."""
        container = self._run("from", "--pull-never", image)
        return container, Path(self._run("mount", container))

    def commit(self, container: str, image: str) -> None:
        """Make an image of a container's files."""
        self._run("commit", "--rm", "--quiet", container, image)

    def build(self, context: Path, image: str, **arguments: str) -> None:
        """Build a Dockerfile. arguments: its build arguments."""
        told = [f"--build-arg={name}={value}" for name, value in arguments.items()]
        # Health checks are of Docker's format alone.
        self._run("build", "--pull-never", "--layers=false", "--format=docker", *told, "--tag", image, str(context))

    def config(self, image: str) -> dict[str, Any]:
        """What an image says of how it is run, in Docker's words."""
        config: dict[str, Any] = json.loads(self._run("inspect", "--type=image", image))["Docker"]["config"]
        return config

    def close(self) -> None:
        """Let go of everything."""
        self._run("rm", "--all")
        self._run("rmi", "--all", "--force")

    def _run(self, *command: str) -> str:
        buildah = ["buildah", "--root", self._folder / "root", "--runroot", self._folder / "run"]
        done = subprocess.run(
            [*map(str, buildah), "--storage-driver=vfs", *command],
            check=False,
            capture_output=True,
            text=True,
            env=self._env,
        )
        assert done.returncode == 0, f"buildah {' '.join(command)}: {done.stdout[-4000:]}{done.stderr[-4000:]}"
        return done.stdout.strip()
