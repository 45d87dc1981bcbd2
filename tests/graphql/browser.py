"""Drives Debian's Chromium by the DevTools protocol, with no other host than this machine in its reach."""

import base64
import json
import re
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect

from tests.commands import SECONDS

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--window-size=1200,800",
    "--remote-debugging-port=0",
]

Json = dict[str, Any]


class Page:
    """A page of the browser. `asked` holds the URL of every request, `said` what the console was told."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = count(1)
        self.asked: list[str] = []
        self.said: list[str] = []
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._call(f"{domain}.enable")

    def open(self, url: str) -> None:
        """Begin to load."""
        self._call("Page.navigate", url=url)

    def evaluate(self, expression: str) -> Any:
        """The JSON value of a JavaScript expression."""
        answer = self._call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_for(self, expression: str) -> None:
        """Wait until an expression is true; fails with the page's text where it never is."""
        deadline = time.monotonic() + SECONDS
        while not self.evaluate(f"Boolean({expression})"):
            shown = self.evaluate("document.body && document.body.innerText")
            assert time.monotonic() < deadline, f"{expression}: {shown}\n{self.said}"
            time.sleep(0.05)

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of an element."""
        x, y, width, height = self._place(selector)
        middle = {"x": x + width / 2, "y": y + height / 2, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, **middle)

    def colours(self, selector: str) -> set[bytes]:
        """The colours in a screenshot of an element."""
        x, y, width, height = self._place(selector)
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 0.5}
        png = self._call("Page.captureScreenshot", format="png", clip=clip)["data"]
        return colours(base64.b64decode(png))

    def _place(self, selector: str) -> list[float]:
        box = f"document.querySelector({json.dumps(selector)}).getBoundingClientRect()"
        place: list[float] = self.evaluate(f"(box => [box.x, box.y, box.width, box.height])({box})")
        return place

    def _call(self, method: str, **parameters: Any) -> Json:
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message: Json = json.loads(self._connection.recv(SECONDS))
            if message.get("id") == number:
                assert "error" not in message, f"{method}: {message['error']}"
                result: Json = message["result"]
                return result
            self._note(message)

    def _note(self, event: Json) -> None:
        match event:
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                self.asked.append(url)
            case {"method": "Network.webSocketCreated", "params": {"url": url}}:
                self.asked.append(url)
            case {"method": "Log.entryAdded", "params": {"entry": entry}}:
                self.said.append(f"{entry['text']} {entry.get('url', '')}")
            case {"method": "Runtime.exceptionThrown", "params": {"exceptionDetails": details}}:
                self.said.append(json.dumps(details))
            case {"method": "Runtime.consoleAPICalled", "params": {"type": "error" | "warning", "args": words}}:
                self.said.append(json.dumps(words))


@contextmanager
def browser(chromium: str, profile: Path) -> Iterator[Page]:
    """A page of a new Chromium with a profile of its own; ended with the context."""
    log = profile / "log"
    command = [chromium, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with log.open("w") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            deadline = time.monotonic() + SECONDS
            while not (found := re.search(r"DevTools listening on ws://([\d.:]+)/", log.read_text())):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.05)
            targets = httpx.get(f"http://{found[1]}/json/list").json()
            (url,) = (target["webSocketDebuggerUrl"] for target in targets if target["type"] == "page")
            with connect(url, max_size=None) as connection:
                yield Page(connection)
        finally:
            process.terminate()
            process.wait(SECONDS)


def colours(png: bytes) -> set[bytes]:
    """The colours of a PNG of eight bits a channel without interlacing, as browsers make them."""
    width, height, depth, kind, *_, interlaced = _header(png)
    assert (depth, interlaced) == (8, 0)
    size = {2: 3, 6: 4}[kind]
    data = zlib.decompress(b"".join(content for name, content in _chunks(png) if name == b"IDAT"))
    above = bytes(width * size)
    found: set[bytes] = set()
    for row in range(height):
        start = row * (1 + width * size)
        above = _unfiltered(data[start], data[start + 1 : start + 1 + width * size], above, size)
        found.update(above[place : place + 3] for place in range(0, width * size, size))
    return found


def _header(png: bytes) -> tuple[int, ...]:
    content = next(content for name, content in _chunks(png) if name == b"IHDR")
    return int.from_bytes(content[:4]), int.from_bytes(content[4:8]), *content[8:13]


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    place = 8
    while place < len(png):
        length = int.from_bytes(png[place : place + 4])
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def _unfiltered(kind: int, row: bytes, above: bytes, size: int) -> bytes:
    """A row of pixels of what a PNG holds of it (PNG specification, 9.2)."""
    if kind == 0:
        return row
    if kind == 2:
        return bytes((byte + up) & 255 for byte, up in zip(row, above, strict=True))
    made = bytearray(size)
    corner = bytes(size) + above
    for place, byte in enumerate(row):
        left, up, diagonal = made[place], above[place], corner[place]
        guess = (left, (left + up) // 2, _paeth(left, up, diagonal))[(1, 3, 4).index(kind)]
        made.append((byte + guess) & 255)
    return bytes(made[size:])


def _paeth(left: int, up: int, diagonal: int) -> int:
    guess = left + up - diagonal
    return min((left, up, diagonal), key=lambda near: abs(guess - near))
