import pytest

from service.article import ActorKind
from tests.processing.reading import read

GAME = " The striker missed a penalty; the goalkeeper saw the midfielder and the winger after half-time."


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Peru 2 – 1 Chile." + GAME, ActorKind.ORGANIZATION),
        ("Peru won 2-1 again." + GAME, ActorKind.ORGANIZATION),
        ("Peru beat them. Then Peru faced us." + GAME, ActorKind.ORGANIZATION),
        # not often enough, or somebody is there
        ("Peru beat them." + GAME, ActorKind.PLACE),
        ("Peru beat them. Then Peru faced us. They met in Peru." + GAME, ActorKind.PLACE),
        # a war is no game
        ("Peru beat them. Then Peru faced us. It rained.", ActorKind.PLACE),
    ],
)
def test_a_place_that_plays(body: str, kind: ActorKind) -> None:
    assert read(body, "find_entities").entities[0].kind is kind


def test_the_people_of_a_team_are_the_team() -> None:
    body = "Peru won 2-1 again. Then the Peruvians left, and the Chileans stayed."
    found = read(body + GAME, "find_entities").entities
    assert {entity.name: len(entity.mentions) for entity in found} == {"Peru": 2, "Chileans": 1}
