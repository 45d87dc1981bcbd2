"""Requests ask for what is there, most of the time."""

from tests.contract.requests import SOME, plausible_body, plausible_headers, plausible_id, plausible_query
from tests.contract.stored import Stored

STORED = Stored(
    ids={"Article": ["article_1", "article_2"], "Actor": ["actor_1"]},
    cursors={},
    urls=[],
    texts=[],
    expendable=[],
    pages={"/v1/articles": ["next"]},
)


def test_ids_are_of_what_the_path_names() -> None:
    path = "/v1/articles/{id}/quotes"
    assert [plausible_id(path, "x", turn, STORED) for turn in (1, 2, SOME)] == ["article_2", "article_1", "x"]
    assert plausible_id("/v1/events/{id}", "x", 1, STORED) == "x"


def test_parameters_name_what_is_there() -> None:
    query = {"ids": ["x", "y", "z"], "speakers": ["x"], "languages": ["en"], "actors": []}
    assert plausible_query("/v1/articles", query, 1, STORED) == {
        "ids": ["article_2", "article_1", "article_2"],
        "speakers": ["actor_1"],
        "languages": ["en"],
        "actors": [],
    }
    assert plausible_query("/v1/articles", query, SOME, STORED) == query


def test_page_is_asked_for_in_one_way_and_of_its_own_list() -> None:
    both = {"first": 1, "after": "x", "last": 2, "before": "y"}
    assert plausible_query("/v1/articles", both, 1, STORED) == {"first": 1, "after": "next"}
    assert plausible_query("/v1/articles", {"last": 2, "before": "y"}, 1, STORED) == {"last": 2, "before": "next"}
    assert plausible_query("/v1/articles", {"after": "x", "search": "y"}, 1, STORED) == {"search": "y"}
    assert plausible_query("/v1/events", {"after": "x"}, 1, STORED) == {}
    assert plausible_query("/v1/articles", both, SOME, STORED) == both


def test_preconditions_mostly_hold() -> None:
    assert plausible_headers({"If-Match": "x", "A": "b"}, 1) == {"If-Match": "*", "A": "b"}
    assert plausible_headers({"If-Match": "x"}, SOME) == {"If-Match": "x"}


def test_bodies_name_what_is_there() -> None:
    assert plausible_body("/v1/actors/{id}/merge", {"into": "x", "n": 1}, 1, STORED) == {"into": "actor_1", "n": 1}
    assert plausible_body("/v1/actors/{id}/merge", {"into": "x"}, SOME, STORED) == {"into": "x"}
    assert plausible_body("/v1/articles", {"body": "x"}, 1, STORED) == {"body": "x"}
    assert plausible_body("/v1/articles/{id}", {"id": 1}, 1, STORED) == {"body": "“Text 1 is new,” Ana Diaz said."}
    assert plausible_body("/v1/articles/{id}", {"id": 1}, 2, STORED) == {"id": 1}
    assert plausible_body("/v1/articles/batch", "x", 3, STORED) == "[]\nx\n"
