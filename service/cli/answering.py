"""Sends a whole answer on a connection of uvicorn's: what its two messages do, checked and written once."""

from starlette.types import Send
from uvicorn.protocols.http.httptools_impl import HEADER_VALUE_RE, STATUS_LINE, RequestResponseCycle

from service.http.answer import Headers


def send_at_once(send: Send, status: int, headers: Headers, body: bytes) -> bool:
    """Write an answer with a body of this Content-Length, and end it; False where it must go by messages."""
    cycle = getattr(send, "__self__", None)
    if (
        type(cycle) is not RequestResponseCycle
        or cycle.response_started
        or cycle.disconnected
        or cycle.flow.write_paused
        or not cycle.keep_alive
        or cycle.access_log
        or cycle.scope["method"] == "HEAD"
    ):
        return False
    content = [STATUS_LINE[status]]
    for name, value in (*cycle.default_headers, *headers):
        if HEADER_VALUE_RE.search(value):
            return False
        content += name, b": ", value, b"\r\n"
    content += b"\r\n", body
    cycle.response_started = cycle.response_complete = True
    cycle.waiting_for_100_continue = False
    cycle.transport.write(b"".join(content))
    cycle.message_event.set()
    cycle.on_response()
    return True
