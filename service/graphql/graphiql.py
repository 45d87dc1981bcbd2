"""GraphiQL: the page that browsers are shown at the endpoint, and its files, with no other host asked."""

from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from secrets import token_urlsafe
from string import Template

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

FOLDER = Path(__file__).parent / "assets"
EXAMPLE = FOLDER / "example.graphql"
"""The operation that stands in the editor at first."""

_MEDIA_TYPES = {"graphiql.js": "text/javascript", "graphiql.css": "text/css"}
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_PAGE_HEADERS = {
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept",
}
_ASSET_HEADERS = {"Cache-Control": "public, max-age=31536000, immutable"}


def graphiql_response() -> Response:
    """The page. It names its files by what is in them: a browser keeps them until they change."""
    nonce = token_urlsafe(16)
    policy = {"Content-Security-Policy": _POLICY.format(nonce=nonce)}
    return HTMLResponse(_page().substitute(nonce=nonce), headers=_PAGE_HEADERS | policy)


async def asset_response(request: Request) -> Response:
    """The file of the page that the path names. Raises HTTPException, 404, for any other."""
    found = _assets().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404)
    content, media_type = found
    return Response(content, headers=_ASSET_HEADERS, media_type=media_type)


@cache
def _assets() -> dict[str, tuple[bytes, str]]:
    """Name in a URL -> content, media type."""
    assets = {}
    for name, media_type in _MEDIA_TYPES.items():
        content = (FOLDER / name).read_bytes()
        stem, _, suffix = name.partition(".")
        assets[f"{stem}-{sha256(content).hexdigest()[:16]}.{suffix}"] = content, media_type
    return assets


@cache
def _page() -> Template:
    """The page but for the nonce, by which its dialogs may write a style of their own."""
    script, style = (f"graphql/assets/{name}" for name in _assets())
    example = escape(EXAMPLE.read_text(encoding="utf-8")).replace("$", "$$")
    template = Template((FOLDER / "graphiql.html").read_text(encoding="utf-8"))
    return Template(template.safe_substitute(script=script, style=style, example=example))
