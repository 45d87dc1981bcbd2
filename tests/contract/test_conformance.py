"""Data that is not as promised is noticed, whatever is wrong with it."""

from typing import Any

import pytest
from graphql import build_schema, parse

from tests.contract.conformance import deviations

SCHEMA = build_schema("""
scalar DateTime scalar Date scalar PartialDate scalar URL
interface Node { id: ID! }
type Query { node: Node  quotes(first: Int): [Quote!]!  best: Best  many: [[Int!]]  at: DateTime  day: Date
  on: PartialDate  url: URL  share: Float  sure: Boolean! }
type Quote implements Node { id: ID!  text: String!  kind: Kind!  speaker: Actor }
type Actor implements Node { id: ID!  name: String }
union Best = Quote | Actor
enum Kind { DIRECT MIXED }
""")


def found(query: str, data: Any) -> list[str]:
    return deviations(data, parse(query), SCHEMA)


@pytest.mark.parametrize(
    ("query", "data"),
    [
        ("{ node { id } }", {"node": None}),
        ("{ node { id } }", {"node": {"id": "actor_1"}}),
        ("{ n: node { __typename id } }", {"n": {"__typename": "Actor", "id": "actor_1"}}),
        ("{ quotes { kind text } }", {"quotes": []}),
        ("{ quotes { kind } quotes { text } }", {"quotes": [{"kind": "MIXED", "text": ""}]}),
        ("{ best { ... on Quote { text } ... on Actor { name } } }", {"best": {"name": None}}),
        ("{ node { ...f } } fragment f on Node { id ... on Actor { name } }", {"node": {"id": "actor_1", "name": "A"}}),
        ("{ node { ...f } } fragment f on Node { id ... on Actor { name } }", {"node": {"id": "quote_1"}}),
        ("{ many at day }", {"many": [[1, -(2**31)], None], "at": "2019-02-02T00:00:00Z", "day": "2019-02-02"}),
        ("{ on url share sure }", {"on": "2019-02", "url": "https://a.example/b", "share": 1, "sure": False}),
    ],
)
def test_what_is_promised_conforms(query: str, data: Any) -> None:
    assert found(query, data) == []


@pytest.mark.parametrize(
    ("query", "data", "said"),
    [
        ("{ sure }", None, "data: is no object: None"),
        ("{ sure }", {"sure": None}, "data.sure: is null, but of the type Boolean!"),
        ("{ sure }", {"sure": 1}, "data.sure: is no Boolean: 1"),
        ("{ s: sure }", {"sure": True}, "data: has the keys ['sure'], not ['s']"),
        ("{ sure day }", {"day": None, "sure": True}, "data: has the keys ['day', 'sure'], not ['sure', 'day']"),
        (
            "{ quotes { text } }",
            {"quotes": [{"text": "a"}, {"text": None}]},
            "data.quotes[1].text: is null, but of the type String!",
        ),
        ("{ quotes { text } }", {"quotes": [None]}, "data.quotes[0]: is null, but of the type Quote!"),
        ("{ quotes { text } }", {"quotes": {"text": "a"}}, "data.quotes: is no list: {'text': 'a'}"),
        ("{ quotes { kind } }", {"quotes": [{"kind": "direct"}]}, "data.quotes[0].kind: is no Kind: 'direct'"),
        (
            "{ quotes { speaker { name } } }",
            {"quotes": [{"speaker": {"name": 1}}]},
            "data.quotes[0].speaker.name: is no String: 1",
        ),
        (
            "{ node { id } }",
            {"node": {"id": "a b"}},
            "data.node: is none of Quote, Actor: data.node.id: is",
        ),
        ("{ node { __typename } }", {"node": {"__typename": "Best"}}, "data.node: is none of Quote, Actor: "),
        ("{ best { ... on Quote { text } } }", {"best": {"text": None}}, "data.best: is none of Quote, Actor: "),
        ("{ many }", {"many": [[1, 2**31]]}, "data.many[0][1]: is no Int: 2147483648"),
        ("{ many }", {"many": [[1.0]]}, "data.many[0][0]: is no Int: 1.0"),
        ("{ at }", {"at": "2019-02-02T00:00:00+01:00"}, "data.at: is no DateTime: "),
        ("{ at }", {"at": "2019-02-02"}, "data.at: is no DateTime: "),
        ("{ day }", {"day": "2019-02-02T00:00:00Z"}, "data.day: is no Date: "),
        ("{ on }", {"on": "2019-2"}, "data.on: is no PartialDate: '2019-2'"),
        ("{ url }", {"url": "a.example"}, "data.url: is no URL: 'a.example'"),
        ("{ share }", {"share": "0.5"}, "data.share: is no Float: '0.5'"),
    ],
)
def test_what_is_not_as_promised_is_told_with_its_place(query: str, data: Any, said: str) -> None:
    (told,) = found(query, data)
    assert told.startswith(said)
