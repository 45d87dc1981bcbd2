"""Names and words without case, accents and styles of marks."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.folding import MAX_FOLDED, fold, fold_words, folded_name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Juan Guaidó", "juan guaido"),
        ("  Juan\t\n Guaidó\u00a0", "juan guaido"),
        ("JUAN GUAIDO", "juan guaido"),
        ("Guaido\u0301", "guaido"),
        ("Straße", "strasse"),
        ("ŁÓDŹ", "łodz"),
        ("İstanbul", "istanbul"),
        ("ﬁnance", "finance"),
        ("ＡＢＣ１", "abc1"),
        ("Ἀθήνα", "αθηνα"),
        ("ΟΔΟΣ", "οδοσ"),
        ("Йошкар", "иошкар"),
        ("한국", "한국"),
        ("O’Neil", "o'neil"),
        ("O'Neil", "o'neil"),
        ("O`Neil", "o'neil"),
        ("O´Neil", "o'neil"),
        ("OʼNeil", "o'neil"),
        ("", ""),
        (" ", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(st.characters(codec="ascii")))
@example("rock `n' roll")
@example("a\x1fb")
def test_ascii_folds_as_among_other_letters(text: str) -> None:
    assert fold(text + " é") == f"{fold(text)} e".strip()


@given(st.text())
@example("ŉ")
@example("´`")
@example("¨a")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("aA éÉe\u0301'’`´ß \n")))
def test_case_does_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Let him leave!”", ["let", "him", "leave"]),
        ("Don’t—don't", ["don't", "don't"]),
        ("'quoted'", ["quoted"]),
        ("90 per cent, 1,500", ["90", "per", "cent", "1", "500"]),
        ("…!?", []),
        ("high-ranking", ["high", "ranking"]),
    ],
)
def test_fold_words(text: str, words: list[str]) -> None:
    assert fold_words(text) == words


def test_folded_name_is_bounded() -> None:
    assert folded_name("É" * 500) == "e" * MAX_FOLDED
    assert len(folded_name("ﷺ" * 100)) == MAX_FOLDED
