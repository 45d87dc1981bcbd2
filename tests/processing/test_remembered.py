"""What is remembered of words."""

from service.processing.remembered import Remembered


def test_a_word_is_told_once() -> None:
    told: list[str] = []

    def tell(word: str) -> str:
        told.append(word)
        return word.upper()

    facts = Remembered(tell)
    assert [facts["lima"], facts["lima"], facts["paris"]] == ["LIMA", "LIMA", "PARIS"]
    assert told == ["lima", "paris"]


def test_long_words_are_not_kept() -> None:
    facts = Remembered(len)
    assert facts["a" * 40] == 40
    assert facts["a" * 41] == 41
    assert list(facts) == ["a" * 40]


def test_the_memory_has_a_bound() -> None:
    facts = Remembered(len, most=3)
    for word in "abcdefg":
        assert facts[word] == 1
        assert len(facts) <= 3
    assert "g" in facts
