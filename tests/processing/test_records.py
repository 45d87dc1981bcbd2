import pytest

from service.article import ActorKind, Attribution, AttributionMethod, RawArticle
from service.processing import process

LONG = "we are going home for good today"


def attribution(body: str, number: int = -1) -> Attribution:
    found = process(RawArticle(body=body)).quotes[number].attribution
    assert found is not None
    return found


def test_an_actor_has_a_key_its_names_and_its_mentions_in_order() -> None:
    body = "Mr. Long left. Bob Long met Ann Lee. Long wept."
    article = process(RawArticle(body=body))
    bob, ann = article.actors
    assert [actor.key for actor in article.actors] == ["a1", "a2"]
    assert (bob.name, bob.aliases) == ("Bob Long", ("Long",))
    assert [mention.start for mention in bob.mentions] == sorted(mention.start for mention in bob.mentions)
    assert ann.kind is ActorKind.PERSON


def test_a_role_is_a_persons_alone() -> None:
    article = process(RawArticle(body="General Bob Long met the Red Cross in Caracas."))
    roles = {actor.name: [mention.role for mention in actor.mentions] for actor in article.actors}
    person = roles.pop("Bob Long")[0]
    assert person is not None
    assert person.title == "General"
    assert all(role is None for found in roles.values() for role in found)


def test_what_is_of_no_known_kind_is_no_actor() -> None:
    assert process(RawArticle(body="They saw Xyzor there.")).actors == ()


@pytest.mark.parametrize(
    ("body", "method", "cue"),
    [
        (f"“{LONG},” Bob Long said.", AttributionMethod.CUE, "said"),
        (f"Bob Long left. “{LONG},” he said.", AttributionMethod.PRONOUN, "said"),
        (f"“{LONG},” Bob Long said. “We are all glad.”", AttributionMethod.CONTINUATION, None),
        (f"“{LONG},” according to Bob Long.", AttributionMethod.CUE, "according to"),
    ],
)
def test_how_a_speaker_is_known(body: str, method: AttributionMethod, cue: str | None) -> None:
    found = attribution(body)
    assert (found.method, found.cue) == (method, cue)
    if found.cue_span:
        assert body[found.cue_span.start : found.cue_span.end] == cue
