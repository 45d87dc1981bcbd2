"""Documents that fit the schema still do when they are made plausible, and then find what is there."""

from graphql import DocumentNode, build_schema, print_ast, validate
from hypothesis import given, settings
from hypothesis_graphql import queries

from tests.contract.campaigns import GRAPHQL
from tests.contract.documents import plausible, scalars
from tests.contract.stored import Stored

SCHEMA = build_schema(GRAPHQL.read_text(encoding="utf-8"))
STORED = Stored(
    ids={name: [f"{name.lower()}_1"] for name in ("Article", "Actor", "Quote", "Event", "Source", "Utterance")},
    cursors={"articles PUBLISHED_DESC": ["ofArticles"], "sources": ["ofSources"]},
    urls=["https://news.example/1"],
    texts=["Caracas"],
    expendable=["article_2"],
    pages={},
)
DOCUMENTS = queries(SCHEMA, custom_scalars=scalars(STORED), print_ast=lambda document: document)


def test_plausible_documents_fit_the_schema_and_ask_for_what_is_stored() -> None:
    found: list[str] = []

    @settings(max_examples=100, derandomize=True, deadline=None, database=None)
    @given(plausible(DOCUMENTS, SCHEMA, STORED))
    def look(document: DocumentNode) -> None:
        assert validate(SCHEMA, document) == []
        found.append(print_ast(document))

    look()
    text = "\n".join(found)
    for value in ('actor(id: "actor_1")', 'after: "ofArticles"', "last: ", '"Caracas"', "https://news.example/1"):
        assert value in text


def test_scalars_of_the_schema_have_strategies() -> None:
    named = {name for name, kind in SCHEMA.type_map.items() if type(kind).__name__ == "GraphQLScalarType"}
    assert named - {"Int", "Float", "Boolean"} == scalars(STORED).keys()
