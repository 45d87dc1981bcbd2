import pytest

from tests.processing.reading import read


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed."],
        ["Gen. Francisco Yanez spoke.", "Nobody heard."],
        ["It was Jan. 23 when J. R. Smith left the U.S. embassy.", "Then it rained."],
        ["“Let him leave!”", "“Now.”"],
        ["Sen. Claire McCaskill (D-Mo.) agreed.", "So did he."],
        ["Then J.D. Lee and W.E.B. Du Bois left the U.S.", "He returned by 9 a.m. Monday."],
        [
            "The U.S. Senate met at 5 p.m. in Tampa, Fla.",
            "The House of Acme Inc.",
            "But Sen. Will A. Lee said no.",
            "It",
        ],
        ["They took vitamin A.", "A study by J. A. Lee was no. 5."],
    ],
)
def test_sentences_end_where_something_ends(sentences: list[str]) -> None:
    document = read(" ".join(sentences), "split_sentences")
    assert [document.body[start:end] for start, end in document.sentences] == sentences


def test_no_sentence_crosses_a_paragraph() -> None:
    document = read("He left the hall of\n\nthe old house.", "split_sentences")
    assert len(document.sentences) == 2
