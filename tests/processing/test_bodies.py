import pytest

from service.article import MentionForm
from tests.processing.reading import read


def references(body: str) -> dict[str, str | None]:
    """The nominals of a text with the name of whom they speak."""
    document = read(body, "resolve_references")
    return {
        body[mention.start : mention.end]: mention.entity.name if mention.entity else None
        for mention in document.mentions
        if mention.form is MentionForm.NOMINAL
    }


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("The Ministry of Trade met. Then the ministry closed.", "the ministry", "Ministry of Trade"),
        ("Qwandal Inc. rose. Then the company fell.", "the company", "Qwandal Inc."),
        ("Google rose. Then the firm fell.", "the firm", "Google"),
        ("The Ministry of Trade met. Then the company fell.", "the company", None),
        ("Qwandal Motors rose. Then the Peruvian carmaker fell.", "the Peruvian carmaker", "Qwandal Motors"),
        ("Google rose. Then the Peruvian company fell.", "the Peruvian company", None),
        ("Then the Qwandal union met Qwandal.", "the Qwandal union", "Qwandal"),
        ("It was Google. Then the Google news agency met.", "the Google news agency", "Google"),
        ("It was Google. Then the Google council met.", "the Google council", None),
        ("Google and Microsoft rose. Then the company fell.", "the company", None),
        ("Google rose. It rained. It snowed. It froze. It thawed. The company fell.", "The company", None),
        ("They met in Peru. Then the country slept.", "the country", "Peru"),
        ("They met in Texas. Then the country slept.", "the country", None),
        ("They met in Lima. Then the city slept.", "the city", "Lima"),
        ("They met Qwandal Group, a brewery chain, again.", "a brewery chain", None),
        ("They met Qwandal Group, a small company, again.", "a small company", "Qwandal Group"),
        ("They met the Xyzor Trust, a small charity, again. The charity closed.", "The charity", "Xyzor Trust"),
        # more words may speak of another one
        ("The Ministry of Trade met. Then the health ministry closed.", "the health ministry", None),
        ("The Ministry of Trade met. Then a ministry closed.", "a ministry", None),
    ],
)
def test_whom_a_noun_alone_speaks_of(body: str, words: str, name: str | None) -> None:
    assert references(body).get(words) == name
