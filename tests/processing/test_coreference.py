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
        ("“No,” said Bob Long. Tom Short, he said, is ill.", "he", "Bob Long"),
        ("Bob Long spoke. As for Tom Short, he said, there was rain.", "he", "Tom Short"),
        ("The interim president, Juan Guaido, left.", "The interim president", "Juan Guaido"),
        ("A spokesman for the water ministry, Bob Hill, left.", "A spokesman", "Bob Hill"),
        ("The head of Qwandal Inc., Ann Lee, left.", "The head", "Ann Lee"),
        ("The chairman of the committee, Ann Lee, met its chairman, Bob Hill.", "its chairman", "Bob Hill"),
        ("Juan Guaido, the opposition leader, left.", "the opposition leader", "Juan Guaido"),
        ("The man identified himself as Francisco Yanez.", "The man", "Francisco Yanez"),
        ("A worker saw Bob Long. He left.", "He", None),
        ("Bob Long left. “He stays,” said Tom Short.", "He", None),
        ("A general has defected. General Francisco Yanez left. A general wept.", "A general", "Francisco Yanez"),
        ("The general left.", "The general", None),
        # who took the picture
        ("Bob Long spoke. It rained. Tom Short/Reuters. He left.", "He", "Bob Long"),
        ("Bob Long spoke. It rained. (Tom Short / Reuters) He left.", "He", "Bob Long"),
        # a people is no man
        ("Bob Long spoke. Nova Scotians said it rained. He left.", "He", "Bob Long"),
        # a surname that is a given name of the other gender
        ("Elizabeth Warren spoke. Warren left. Then she slept.", "she", "Elizabeth Warren"),
        ("Chris Christie spoke. Christie left. Then he slept.", "he", "Chris Christie"),
        ("Bob Long left. The mayor left.", "The mayor", None),
        ("Reuters reported on the vote. On Monday it left the count.", "it", None),
        ("Reuters reported on the vote. On Monday it called the count odd.", "it", "Reuters"),
        ("Reuters reported on the vote. On Monday they said the count was odd.", "they", "Reuters"),
        ("Reuters reported. Some workers left. On Monday they said the count was odd.", "they", None),
        ("Bob Long met Tom Short. His brother is ill. He left.", "He", None),
        ("Tom Short, a baker from Springfield, said Bob Long was ill. He left.", "He", "Tom Short"),
        ("Chris Short met Mary Long on the day when she left.", "she", "Mary Long"),
        ("Bob Long left. The new captain is at odds with Tom Short. He slept.", "He", "Bob Long"),
        ("Dana Short said Mary Long was ill. She left.", "She", "Dana Short"),
        ("Patrice Short left. Short said she was glad.", "she", "Patrice Short"),
        ("With Dana Short away on Sunday, near Mary Long stood a car. She left.", "She", "Mary Long"),
    ],
)
def test_who_is_meant(body: str, words: str, name: str | None) -> None:
    assert [found for found in references(body) if found[0] == words][-1] == (words, name)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("My mother has softened. Even now she says so.", "My mother"),
        ("Bob Long’s campaign left. It called the count odd.", "Bob Long’s campaign"),
        ("Some workers left. They said the count was odd.", "Some workers"),
    ],
)
def test_a_pronoun_may_speak_of_somebody_unnamed(body: str, words: str) -> None:
    pronoun = read(body, "resolve_references").mentions[-1]
    assert pronoun.entity is None
    assert pronoun.antecedent is not None
    assert body[pronoun.antecedent.start : pronoun.antecedent.end] == words


def test_a_pronoun_looks_back_a_few_sentences_only() -> None:
    body = "Bob Long left. It rained. It snowed. It froze. It thawed. It rained. He left."
    assert references(body)[-1] == ("He", None)
