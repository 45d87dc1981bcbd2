"""Documents that clients name instead of sending: kept automatically, or a fixed set that alone is trusted."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from service.errors import BadInput, BadSettings, DocumentNotTrusted, OnRecordError, PersistedQueryNotFound
from service.graphql.request import GraphQLRequest
from service.query.compiler import Cache, Compiler
from service.strict_json import decode_json

MAX_KEPT = 10_000
"""Documents that are kept automatically."""
MAX_KEPT_TEXT = 16_000_000
"""Characters that these have in all."""


class Documents(Protocol):
    """Where the document of a request comes from."""

    def find(self, asked: GraphQLRequest) -> str:
        """The text of the request's document. Raises what is wrong with its id, or PersistedQueryNotFound."""

    def keep(self, asked: GraphQLRequest, text: str) -> None:
        """Keep a valid document for later requests that name it."""


class AutomaticDocuments:
    """Apollo's automatic persisted queries: what a client sent with its hash, the next asks for by the hash."""

    def __init__(self) -> None:
        self._kept: Cache[str] = Cache(MAX_KEPT, MAX_KEPT_TEXT)

    def find(self, asked: GraphQLRequest) -> str:
        """The document that is sent or kept."""
        if asked.persisted is None:
            return asked.query or ""
        digest = asked.persisted.id.removeprefix("sha256:")
        if asked.query is None:
            if (kept := self._kept.get(digest)) is None:
                raise PersistedQueryNotFound("PersistedQueryNotFound")
            return kept
        if digest != sha256(asked.query):
            raise BadInput(f"{asked.persisted.field}: is not the SHA-256 of query, in lower-case hex")
        return asked.query

    def keep(self, asked: GraphQLRequest, text: str) -> None:
        """Keep what came with its hash; what was used longest ago gives way."""
        if asked.persisted is not None and asked.query is not None:
            self._kept.put(asked.persisted.id.removeprefix("sha256:"), text, len(text))


class TrustedDocuments:
    """A fixed set of documents by their ids: nothing else is run, whether it is named or sent."""

    def __init__(self, documents: Mapping[str, str]) -> None:
        self._documents = documents
        self._texts = frozenset(documents.values())

    def find(self, asked: GraphQLRequest) -> str:
        """The trusted document of this id or with this text."""
        if asked.persisted is None:
            if asked.query in self._texts:
                return asked.query
            raise DocumentNotTrusted(
                "query: this service runs trusted documents alone, and this is none: send documentId of one"
            )
        name = asked.persisted.id
        found = self._documents.get(name) or self._documents.get(name.removeprefix("sha256:"))
        if found is None or asked.query not in {None, found}:
            raise DocumentNotTrusted(f"{asked.persisted.field}: is not one of the trusted documents of this service")
        return found

    def keep(self, asked: GraphQLRequest, text: str) -> None:
        """The set does not change."""


def sha256(text: str) -> str:
    """The SHA-256 of a document, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_trusted_documents(path: Path, compiler: Compiler) -> TrustedDocuments:
    """The documents of a file, every one checked. Raises BadSettings with one line that names what is wrong.

    The file is what graphql-codegen and relay-compiler write, {id: document, …}, or a manifest of Apollo's.
    """
    setting = f"ONRECORD_TRUSTED_DOCUMENTS: {path}"
    try:
        documents = _documents(decode_json(path.read_bytes()))
    except OSError as error:
        raise BadSettings(f"{setting}: can't be read: {(error.strerror or str(error)).lower()}") from None
    except BadInput as error:
        raise BadSettings(f"{setting}: {error}") from None
    for name, text in documents.items():
        try:
            compiler.document(text)
        except OnRecordError as error:
            raise BadSettings(f"{setting}: document {name[:100]!r}: {error}") from None
    return TrustedDocuments(documents)


def _documents(content: Any) -> dict[str, str]:
    if isinstance(content, dict) and content.get("format") == "apollo-persisted-query-manifest":
        operations = content.get("operations")
        if not isinstance(operations, list) or not all(isinstance(each, dict) for each in operations):
            raise BadInput("operations: must be a list of objects with id and body")
        content = {each.get("id"): each.get("body") for each in operations}
    if not isinstance(content, dict) or not content:
        raise BadInput("must be a JSON object of documents by their ids, one or more")
    for name, text in content.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise BadInput(f"document {str(name)[:100]!r}: must be a string, a GraphQL document")
    return content
