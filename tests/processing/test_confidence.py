import pytest

from service.article import RawArticle
from service.processing import process

LONG = "we are going home for good today"


def confidence(body: str) -> float:
    attribution = process(RawArticle(body=body)).quotes[-1].attribution
    assert attribution is not None
    assert attribution.confidence is not None
    return attribution.confidence


@pytest.mark.parametrize(
    ("sure", "doubtful"),
    [
        # a cue in a subordinate clause
        ("Bob Long said it was a “great big” goal.", "It rained when Bob Long said it was a “great big” goal."),
        # words between the subject and its verb
        ("Bob Long said it was a “great big” goal.", "Bob Long of Oxford said it was a “great big” goal."),
        # a cue right before whole words is sure, with words between it and its subject too
        (f"Bob Long of Oxford said: “{LONG}.”", f"It rained when Bob Long said: “{LONG}.”"),
        # a pronoun that gives the word to another
        (
            f"“{LONG},” Bob Long said.\n\nAll the rain fell on the town. “{LONG},” he said.",
            f"“{LONG},” Bob Long said. Tom Short left.\n\nAll the rain fell on the town. “{LONG},” he said.",
        ),
        # a pronoun of nobody known
        (f"“{LONG},” Bob Long said.", f"“{LONG},” he said."),
    ],
)
def test_what_is_doubtful_is_less_sure(sure: str, doubtful: str) -> None:
    assert confidence(sure) >= 0.9 > confidence(doubtful)
