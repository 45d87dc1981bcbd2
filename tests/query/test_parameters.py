"""Values on their way into a statement: what does not fit is refused by name, before Postgres sees it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from graphql.execution.values import VariableValues

from service.catalog.model import Condition
from service.errors import BadInput
from service.natural_key import url_key
from service.query.arguments import Leaf
from service.query.identifier import NOTHING, read_id
from service.query.parameters import MAX_TEXT, MAX_VALUES, Parameters, convert, ids_of

NO_VARIABLES = VariableValues({}, {})
UUID_1 = "01234567-89ab-8def-8123-456789abcdef"


def constant(value: Any) -> Leaf:
    return lambda _: value


def converted(conversion: Any, value: Any, node: str | None = None) -> Any:
    condition = Condition("{value}", conversion, "text", node=node)
    return convert("filter.name", condition, constant(value))(NO_VARIABLES)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "actor",
        "actor_",
        "actor_\x00",
        "\ud800",
        UUID_1,
        f"article_{UUID_1}",
        f"Actor_{UUID_1}",
        f"actor-{UUID_1}",
        f"actor_{UUID_1} ",
        f" actor_{UUID_1}",
        f"actor_{UUID_1}\n",
        f"actor_{UUID_1.upper()}",
        f"actor_{UUID_1[:-1]}",
        f"actor_{UUID_1}0",
        f"actor_{{{UUID_1}}}",
        f"actor_{UUID_1.replace('-', '')}",
        f"actor_{UUID_1.replace('1', '１')}",
    ],
)
def test_id_of_the_wrong_form_is_of_nothing(wrong: str) -> None:
    assert read_id(wrong, "Actor") is None
    assert converted("ids", [wrong], "Actor") == [NOTHING]
    assert converted("id", wrong, "Actor") is None


def test_id_is_read() -> None:
    assert read_id(f"actor_{UUID_1}", "Actor") == UUID(UUID_1)
    assert converted("ids", [f"actor_{UUID_1}"], "Actor") == [UUID_1]
    assert ids_of("ids", constant([f"actor_{UUID_1}", "x"]), "Actor")(NO_VARIABLES) == [UUID_1, None]


@pytest.mark.parametrize("conversion", ["texts", "ids"])
def test_lists_are_limited(conversion: str) -> None:
    assert len(converted(conversion, ["x"] * MAX_VALUES, "Actor")) == MAX_VALUES
    with pytest.raises(BadInput, match=r"^filter\.name: has 101 values, at most 100 are taken"):
        converted(conversion, ["x"] * (MAX_VALUES + 1), "Actor")
    with pytest.raises(BadInput, match=r"^ids: has 101 values"):
        ids_of("ids", constant(["x"] * 101), "Actor")(NO_VARIABLES)


@pytest.mark.parametrize("value", ["\x00", "a\x00b", "\ud800", "a\udfff", "\udc80x"])
@pytest.mark.parametrize("conversion", ["texts", "folded", "url_key"])
def test_text_that_postgres_can_not_hold_is_refused_by_name(conversion: str, value: str) -> None:
    with pytest.raises(BadInput, match=r"^filter\.name: holds U\+0000 or a lone surrogate"):
        converted(conversion, [value] if conversion == "texts" else value)


@pytest.mark.parametrize("conversion", ["texts", "folded", "url_key"])
def test_text_that_is_too_long_is_refused_by_name(conversion: str) -> None:
    value = "https://a.example/" + "x" * (MAX_TEXT - 18)
    assert converted(conversion, [value] if conversion == "texts" else value)
    value += "x"
    with pytest.raises(BadInput, match=r"^filter\.name: is 2001 characters long, at most 2000 are taken"):
        converted(conversion, [value] if conversion == "texts" else value)


def test_texts_are_as_they_are_stored() -> None:
    assert converted("texts", ["a", "'; drop table articles --", "😀", ""]) == [
        "a",
        "'; drop table articles --",
        "😀",
        "",
    ]
    assert converted("folded", " Juan  GUAIDÓ ") == "juan guaido"
    assert converted("url_key", "HTTPS://A.example:443#x") == url_key("https://a.example/")


def test_placeholders_are_bound_in_order_for_each_request() -> None:
    parameters = Parameters()

    def reads(name: str) -> Leaf:
        return lambda variables: variables.coerced[name]

    assert [parameters.add(reads("a"), "int"), parameters.add(reads("b"), "uuid[]")] == ["$1::int", "$2::uuid[]"]
    statement = parameters.statement("select $1")
    for coerced in ({"a": 1, "b": 2}, {"a": 3, "b": 4}):
        given: Mapping[str, Any] = coerced
        assert statement.bind(VariableValues({}, dict(given))) == list(coerced.values())


def test_checks_run_without_giving_a_parameter() -> None:
    parameters = Parameters()
    condition = Condition("{value}", "texts", "text[]")
    parameters.check(convert("statuses", condition, lambda variables: variables.coerced["statuses"]))
    statement = parameters.statement("select 1")
    assert statement.bind(VariableValues({}, {"statuses": ["a"]})) == []
    with pytest.raises(BadInput, match=r"^statuses: "):
        statement.bind(VariableValues({}, {"statuses": ["a"] * (MAX_VALUES + 1)}))
