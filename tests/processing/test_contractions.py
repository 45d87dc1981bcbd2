"""Contractions: the words that a token is made of."""

import pytest

from service.processing.contractions import folded_parts, folded_word


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("Tenure", [(0, 6, "tenure")]),
        ("doesn’t", [(0, 4, "does"), (4, 7, "not")]),
        ("can't", [(0, 5, "can"), (0, 5, "not")]),
        ("Cannot", [(0, 6, "can"), (0, 6, "not")]),
        ("she’ll", [(0, 3, "she"), (3, 6, "will")]),
        ("Élan", [(0, 4, "elan")]),
        ("--", [(0, 2, "—")]),
        ("…", []),
        ("n’t", []),
    ],
)
def test_a_token_is_folded_and_taken_apart(token: str, parts: list[tuple[int, int, str]]) -> None:
    assert list(folded_parts(token)) == parts


def test_only_a_whole_word_is_one() -> None:
    words = {token: folded_word(token) for token in ("Tenure", "didn’t", "cannot", "…", "’s")}
    assert words == {"Tenure": "tenure", "didn’t": "", "cannot": "", "…": "", "’s": "'s"}
