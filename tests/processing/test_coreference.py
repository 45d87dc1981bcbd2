import pytest

from service.article import MentionForm
from tests.processing.reading import read


def references(body: str) -> list[tuple[str, str | None]]:
    """Nominals and pronouns with the name of whom they speak."""
    document = read(body, "resolve_references")
    return [
        (body[mention.start : mention.end], mention.entity.name if mention.entity else None)
        for mention in document.mentions
        if mention.form is not MentionForm.NAME
    ]


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("General Francisco Yanez spoke. The general left.", "The general", "Francisco Yanez"),
        ("Sen. Mary Smith met Gov. John Long. The governor left.", "The governor", "John Long"),
        ("Sen. Mary Smith met Gov. John Long. Then she left.", "she", "Mary Smith"),
        ("Sen. Mary Smith met Gov. John Long. Then he left.", "he", "John Long"),
        ("Bob Long met Tom Short. He left.", "He", "Bob Long"),
        ("Bob Long said Tom Short was ill. He left.", "He", "Bob Long"),
        ("Tom Short spoke. “Go,” said Bob Long. He left.", "He", "Bob Long"),
        ("The interim president, Juan Guaido, left.", "The interim president", "Juan Guaido"),
        ("Juan Guaido, the opposition leader, left.", "the opposition leader", "Juan Guaido"),
        ("The man identified himself as Francisco Yanez.", "The man", "Francisco Yanez"),
        ("A worker saw Bob Long. He left.", "He", None),
        ("Bob Long left. “He stays,” said Tom Short.", "He", None),
        ("A general has defected. General Francisco Yanez left. A general wept.", "A general", "Francisco Yanez"),
        ("The general left.", "The general", None),
        # a surname that is a given name of the other gender
        ("Elizabeth Warren spoke. Warren left. Then she slept.", "she", "Elizabeth Warren"),
        ("Chris Christie spoke. Christie left. Then he slept.", "he", "Chris Christie"),
        ("Bob Long left. The mayor left.", "The mayor", None),
    ],
)
def test_who_is_meant(body: str, words: str, name: str | None) -> None:
    assert [found for found in references(body) if found[0] == words][-1] == (words, name)


def test_a_pronoun_looks_back_a_few_sentences_only() -> None:
    body = "Bob Long left. It rained. It snowed. It froze. It thawed. It rained. He left."
    assert references(body)[-1] == ("He", None)
