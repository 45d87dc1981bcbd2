"""Everything of the service that reads what others wrote, each with texts to read and what must hold of the answer.

Nothing may be raised but BadInput and its kin, and what is taken means what was written.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple, cast
from unittest.mock import patch

from graphql import GraphQLScalarType
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from starlette.requests import Request

from service.access.keys import bearer
from service.access.local import why_not_local
from service.access.origins import Origins
from service.article import ProcessedArticle, RawArticle
from service.catalog.orders import actor_orders, article_orders, event_orders, quote_orders
from service.errors import BadInput, NotAcceptable, OnRecordError
from service.graphql.request import from_json
from service.graphql.schema import SCHEMA
from service.http.body import Inflater, check_media_type
from service.http.media import GRAPHQL_RESPONSE, HTML, JSON, negotiated
from service.natural_key import url_key
from service.processing import process
from service.query.compiler import Compiler
from service.query.cursor import CHECK, SALT, read_cursor
from service.query.identifier import read_id, uuid_text
from service.query.search_terms import name_beginning, read_search, tsquery
from service.rest.freshness import holds
from service.rest.lines import LineCutter
from service.rest.parameters import QueryString
from service.rest.precondition import if_match
from service.rest.reads import ANSWERS
from service.rest.stored import STORED
from service.settings import read_settings
from service.storage.lines import read_line
from service.strict_json import decode_json


class Parser(NamedTuple):
    """A parser, by its name: texts to read, and a check that reads one."""

    name: str
    given: SearchStrategy[Any]
    check: Callable[[Any], None]
    weight: int = 1
    """How many times as many texts as of others are read in a deep run."""


TEXTS = st.text(st.characters(codec=None), max_size=60)
"""Any code points, NUL and lone surrogates among them."""
PRINTED = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


def _words(text: str) -> list[str]:
    return text.split(" ")


def pieces(*parts: str, size: int = 12) -> SearchStrategy[str]:
    """Texts put together of what a parser knows, and of anything else."""
    return st.lists(st.sampled_from(parts) | TEXTS, max_size=size).map("".join)


ORDERS = [order for made in (actor_orders, article_orders, event_orders, quote_orders) for order in made().values()]


def _cursor(cursor: str) -> None:
    for order in ORDERS:
        try:
            keys = read_cursor(cursor, "01234567", order)
        except BadInput:
            continue
        assert len(keys) == len(order.keys)
        assert all(isinstance(key, str) and "\0" not in key for key in keys)


def _forged(payload: str) -> str:
    text = f"01234567{payload}"
    check = hashlib.md5(f"{SALT}{text}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:CHECK]
    return base64.urlsafe_b64encode(f"{check}{text}".encode("utf-8", "replace")).decode().rstrip("=")


def _id(text: str) -> None:
    found = uuid_text(text, "Article")
    assert found is None or text == f"article_{found}" == f"article_{read_id(text, 'Article')}"


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _json(data: bytes) -> None:
    try:
        value = decode_json(data)
    except BadInput:
        return
    # What is taken is what every other reader of JSON makes of it.
    assert repr(value) == repr(json.loads(data.decode().removeprefix("\ufeff")))
    assert repr(decode_json(json.dumps(value).encode())) == repr(value)


def _lines(given: list[bytes]) -> None:
    cutter = LineCutter(40)
    lines = [line for piece in given for line in cutter.cut(piece)] + list(cutter.finish())
    whole = b"".join(given).split(b"\n")
    kept = [(n, line if len(line) <= 40 else None) for n, line in enumerate(whole, 1) if len(line) > 40 or line.strip()]
    assert [(line.number, line.data) for line in lines] == kept


def _line(value: Any) -> None:
    try:
        line = read_line(value)
    except BadInput:
        return
    article = getattr(line, "article", None)
    if isinstance(article, RawArticle | ProcessedArticle):
        again = json.loads(article.model_dump_json(by_alias=True, exclude_unset=True))
        assert read_line(again).article == article  # type: ignore[union-attr]


COMPILER = Compiler(SCHEMA)
URL = cast("GraphQLScalarType", SCHEMA.type_map["URL"])


def _document(text: str) -> None:
    try:
        document = COMPILER.document(text)
        for name, operation in document.operations.items():
            variables = COMPILER.variables(document, operation, {"v": "x", "n": 3})
            COMPILER.cost(operation, variables)
            COMPILER.compile(text, name or None, variables)
    except OnRecordError as error:
        status = error.status
    else:
        status = 200
    assert status < 500


def _search(text: str) -> None:
    for begins in (False, True):
        try:
            made = name_beginning("namePrefix", text) if begins else tsquery(read_search("query", text))
        except BadInput:
            continue
        assert re.fullmatch(r"(?:'[^'\\\0]*'(?::\*)?|[!()&| ]|<->)+", made), made


def _article(body: str) -> None:
    if not body.strip() or re.search("[\0\ud800-\udfff]", body):
        return
    article = process(RawArticle(body=body, language="en"))
    assert ProcessedArticle.model_validate_json(article.model_dump_json(by_alias=True)) == article


def _date(text: str) -> None:
    try:
        line = read_line({"body": "Ana spoke.", "datePublished": text})
    except BadInput:
        return
    kept = line.article.date_published  # type: ignore[union-attr]
    assert kept is not None
    again = read_line({"body": "Ana spoke.", "datePublished": str(kept)})
    assert again.article == line.article  # type: ignore[union-attr]


QUERY_STRINGS = [QueryString(stored, (), ANSWERS) for stored in STORED.values()]


def _pairs(text: str) -> None:
    for each in QUERY_STRINGS:
        try:
            found = each.read(text.encode("ascii", "replace"))
        except BadInput:
            continue
        assert set(found) <= {parameter.name for parameter in each.parameters}


def _request(*headers: tuple[bytes, bytes]) -> Request:
    return Request({"type": "http", "method": "PUT", "path": "/", "http_version": "1.1", "headers": list(headers)})


def _tags(text: str) -> None:
    value = text.encode("latin-1", "replace")
    assert holds(text, '"a"') in {True, False}
    try:
        found = if_match(_request((b"if-match", value)))
    except BadInput:
        return
    assert found is not None
    again = ", ".join(f'"{tag}"' for tag in found if tag != "*").encode("latin-1")
    assert not again or if_match(_request((b"if-match", again))) == found


def _accept(text: str) -> None:
    offers = (GRAPHQL_RESPONSE, JSON, HTML)
    with suppress(NotAcceptable):
        assert negotiated(text, offers) in offers


def _content_type(text: str) -> None:
    try:
        check_media_type(_request((b"content-type", text.encode("latin-1", "replace"))), JSON)
    except BadInput:
        return
    assert text.partition(";")[0].strip().lower() == JSON


def _settings(text: str) -> None:
    if re.search("[\0\ud800-\udfff]", text):
        return  # no environment holds them
    for name in ("API_KEYS", "CORS_ORIGINS", "PROCESSOR", "RATE_LIMIT", "STATEMENT_TIMEOUT", "ENVIRONMENT", "DATA_DIR"):
        with patch.dict(os.environ, {f"ONRECORD_{name}": text}):
            try:
                read_settings()
            except BadInput as error:
                refusal = str(error)
            else:
                continue
        assert refusal.startswith(f"ONRECORD_{name}")


def _access(text: str) -> None:
    value = text.encode("utf-8", "replace")
    bearer(value)
    Origins(["https://news.example"]).has(value, value)
    headers = [(b"host", value), (b"origin", value)]
    # Nobody is of this machine who does not name it.
    reason = why_not_local({"type": "http", "http_version": "1.1", "headers": headers}, Origins([]))
    assert reason or re.match(rb"(localhost|\[?[0-9a-f:.%]+)", value.lower())


def _graphql_request(value: Any) -> None:
    try:
        asked = from_json(value)
    except BadInput:
        return
    assert asked.query or asked.persisted


def _gzip(data: bytes) -> None:
    inflater = Inflater()
    with suppress(BadInput):
        for piece in inflater.pieces(data):
            assert 0 < len(piece) <= 65_536
        inflater.finish()


def _url(text: str) -> None:
    try:
        taken = str(URL.parse_value(text))
    # What a scalar refuses by; graphql-core makes an error of the request of it.
    except ValueError:
        return
    assert url_key(taken) == url_key(taken.strip())
    with suppress(BadInput):
        read_line({"body": "Ana spoke.", "url": text})


DOCUMENTS = pieces(
    *_words('{ } ( ) [ ] : ! $ @ ... , # " """ \\u{ & | = -1 1e9 null true'),
    *_words("query fragment on mutation subscription F articles nodes id quotes text search edges rank __typename"),
    *(
        "($v: String!)",
        "(first: $n)",
        "(query: $v)",
        "{ id }",
        "...F",
        "...on Article",
        "@include(if: true)",
        "@skip(if:",
    ),
    " articles { nodes { id } } ",
    '{ search(query: "a") { edges { rank } } }',
    '{ node(id: "x") { ...F } }',
    "query($n: Int) { articles(first: $n) { totalCount } }",
    "fragment F on Article { id }",
    size=25,
)
_MARKS = "“ ” \" ' '' ‘ ’ « » , . : ; ! ? ( ) [ ] < > & - — – … \u200d \u0301 \ufeff \x01 \x7f \u2028 \r\n \n \n\n \t"
_WORDS = (
    "said told called he she it they the that and according to Juan Guaido Maduro President Reuters NATO January 23 "
    "2019 protest resigned killed in on Lima Ana Mr. Sen. U.S. says who will not"
)
BODIES = pieces(
    *_MARKS.split(" "),
    *(f" {word} " for word in _WORDS.split()),
    *("<p>", "</p>", "<br/>", "&amp;", "&#8220;", "<script>", "Ana Pérez", "Мария сказала", "玛丽亚说", "قالت ماريا"),
    *("“I will go,” Ana said. ", "John’s", "http://news.example/?a=b", "2019-02-03", "3 March", "on Monday"),
    size=40,
)
_KNOWN = pieces("2019-02-03", "a1", "en", "https://news.example/a", "0" * 64, "*")
_FIELDS = (
    "externalId url headline language source datePublished processor actors quotes events replaces stored delete merge"
)
LINES = VALUES | st.fixed_dictionaries(
    {"body": st.just("“I will go,” Ana Perez said.") | TEXTS | VALUES},
    optional=dict.fromkeys(_FIELDS.split(), VALUES | _KNOWN),
)
JSONS = (
    st.binary(max_size=60)
    | VALUES.map(lambda value: json.dumps(value).encode())
    | pieces(*_words('{ } [ ] , : " \\u \\ud800 1 -0 1e999 NaN true null "a"')).map(_encoded)
)
CURSORS = pieces("eyJh", "-", "_", "=", "MWUy") | st.lists(VALUES).map(json.dumps).map(_forged) | TEXTS.map(_forged)
SETTINGS = VALUES.map(json.dumps) | pieces(
    *_words('[ ] { } "name" "sha256" "scopes" : , "a" "0" https://a * 1 a:b nan "read" development')
)
REQUESTS = VALUES | st.dictionaries(
    st.sampled_from(["query", "variables", "operationName", "extensions", "documentId"]), VALUES
)
GZIPS = st.binary(max_size=60) | st.binary(max_size=40).map(lambda data: b"\x1f\x8b\x08" + b"\0" * 6 + b"\x03" + data)

PARSERS = (
    Parser("cursor", CURSORS, _cursor),
    Parser("id", pieces("article_", "actor_", "86e65e5a-1763-85d2-ba84-56dec5803ff0", "-", "0", "\n"), _id, 2),
    Parser("json", JSONS, _json, 2),
    Parser("lines", st.lists(st.binary(max_size=50) | st.sampled_from([b"\n", b"\r\n", b" ", b"a" * 40])), _lines, 2),
    Parser("line", LINES, _line, 2),
    Parser("document", DOCUMENTS, _document, 2),
    Parser("search", pieces(*_words("OR \" - * “ ” ' \\ :* <-> & | ! don't U.S. a"), " "), _search, 2),
    Parser("article", BODIES, _article),
    Parser("date", pieces(*_words("2019 - 02 T Z W05 : +01:00 Q1 / .5 31")), _date),
    Parser("query string", pieces(*_words("first = & 1 % %00 %ff after name languages + ; since 2019-02-03")), _pairs),
    Parser("entity tags", PRINTED | pieces("*", '"', "W/", ",", " ", '"a"', "\t"), _tags, 2),
    Parser("accept", pieces(JSON, HTML, GRAPHQL_RESPONSE, *_words('*/* ; q= 0.5 1 , " /'), " "), _accept, 2),
    Parser("content type", pieces(JSON, *_words('; charset = utf-8 " ,'), " "), _content_type, 2),
    Parser("settings", SETTINGS, _settings),
    Parser("access", pieces("Bearer ", *_words("localhost 127.0.0.1 [::1] : 80 http:// [ ] null")), _access, 2),
    Parser("graphql request", REQUESTS, _graphql_request, 2),
    Parser("gzip", GZIPS, _gzip, 2),
    Parser("url", pieces(*_words("https:// news.example / ? # % [ ] : @ xn-- ä .. 80")), _url),
)
