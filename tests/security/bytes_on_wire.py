"""Sends bytes that no client library would, and reads what comes back."""

import socket
from urllib.parse import urlsplit

from tests.commands import SECONDS

PING = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
"""A request after whose answer the connection is closed."""


def exchange(address: str, *pieces: bytes) -> bytes:
    """All that a server answers until it closes the connection. Each piece is sent by itself."""
    place = urlsplit(address)
    with socket.create_connection((str(place.hostname), int(place.port or 0)), timeout=SECONDS) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answer = b""
        try:
            for piece in pieces:
                connection.sendall(piece)
            while data := connection.recv(65_536):
                answer += data
        except ConnectionError:
            pass  # closed while more was sent
    return answer


def statuses(answer: bytes) -> list[int]:
    """The status of each response in what came back."""
    return [int(part[:3]) for part in answer.split(b"HTTP/1.1 ")[1:]]
