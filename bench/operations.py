"""The operations that are measured."""

from dataclasses import dataclass
from typing import Any

from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler
from service.query.parameters import Statement


@dataclass(frozen=True)
class Operation:
    """A document and the requests that are made of it.

    of: the type whose ids the variable `id` takes; None where the document has no variables.
    """

    name: str
    document: str
    of: str | None = None


ARTICLE = """query Article($id: ID!) {
  article(id: $id) {
    id headline datePublished
    actors(first: 20) { nodes { id name kind } }
    quotes(first: 20) { nodes { id text speaker { id name } } }
  }
}"""

NEWEST = """query Newest {
  articles(first: 20) {
    nodes {
      id headline datePublished
      source { name }
      quotes(first: 5) { nodes { text speaker { id name } } }
    }
  }
}"""

ACTOR = """query Actor($id: ID!) {
  actor(id: $id) {
    id name kind quoteCount
    quotes(first: 20) { nodes { id text article { id headline datePublished } } }
    events(first: 10) { nodes { id name startDate } }
  }
}"""

EVENT = """query Event($id: ID!) {
  event(id: $id) {
    id name type startDate
    participants { role actor { id name } }
    reports(first: 20) { nodes { article { id headline datePublished source { name } } } }
    quotes(first: 20) { nodes { id text speaker { id name } } }
  }
}"""

DEEP = """query Deep {
  articles(first: 10) {
    nodes {
      id headline
      quotes(first: 5) {
        nodes { text speaker { id name quotes(first: 3) { nodes { text article { id headline } } } } }
      }
    }
  }
}"""

OPERATIONS = (
    Operation("article", ARTICLE, "article"),
    Operation("newest", NEWEST),
    Operation("actor", ACTOR, "actor"),
    Operation("event", EVENT, "event"),
    Operation("deep", DEEP),
)


def compiled(operation: Operation, public_id: str | None = None) -> tuple[Statement, list[Any]]:
    """The statement of an operation, and its parameters where the variable `id` has this value."""
    return compile_text(Compiler(SCHEMA), operation.document, {"id": public_id} if public_id else {})


def compile_text(compiler: Compiler, text: str, given: dict[str, Any]) -> tuple[Statement, list[Any]]:
    """The statement of a document and its parameters for these variables."""
    document = compiler.document(text)
    variables = compiler.variables(document, document.operation(None), given)
    statement = compiler.compile(text, None, variables).statement
    if statement is None:
        raise ValueError("the document reads no table")
    return statement, statement.bind(variables)
