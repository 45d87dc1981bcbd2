"""The operations that are measured."""

from typing import Any

from service.graphql.schema import SCHEMA
from service.query.compiler import Compiler

NEWEST = """query Newest {
  articles(first: 20) {
    nodes {
      id headline datePublished
      source { name }
      quotes(first: 5) { nodes { text speaker { id name } } }
    }
  }
}"""


def compiled(document: str) -> tuple[str, list[Any]]:
    """The statement of a document without variables, and its parameters."""
    compiler = Compiler(SCHEMA)
    operation = compiler.document(document).operation(None)
    variables = compiler.variables(operation, {})
    statement = compiler.compile(document, None, variables).statement
    if statement is None:
        raise ValueError("the document reads no table")
    return statement.text, statement.bind(variables)
