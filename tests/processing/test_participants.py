"""Who takes part in an event, where names are joined."""

import pytest

from service.article import ParticipantRole, RawArticle
from service.processing import process


def sides(body: str) -> tuple[list[str], list[str]]:
    """The names of the actors and of the recipients of the first event."""
    article = process(RawArticle(body=body))
    names = {actor.key: actor.name for actor in article.actors}
    acting, receiving = ParticipantRole.ACTOR, ParticipantRole.RECIPIENT
    parts = article.events[0].participants
    return (
        [names[part.actor] for part in parts if part.role is acting],
        [names[part.actor] for part in parts if part.role is receiving],
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("President Ann Lee and Sen. Bob Smith criticised the plan.", (["Ann Lee", "Bob Smith"], [])),
        (
            "Ann Lee met Prime Minister Bob Smith and opposition leader Joe Hill.",
            (["Ann Lee"], ["Bob Smith", "Joe Hill"]),
        ),
        ("Ann Lee, Mayor Bob Smith and Joe Hill criticised the plan.", (["Ann Lee", "Bob Smith", "Joe Hill"], [])),
        ("He left after the United States, China and Peru rejected it.", (["United States", "China", "Peru"], [])),
        ("Last year Peru, China and Chile rejected it.", (["Peru", "China", "Chile"], [])),
        ("In Lima, China and Chile rejected it.", (["China", "Chile"], [])),
        # before the comma is no list's beginning
        ("After meeting Ann Lee, Bob Smith and Joe Hill criticised it.", (["Bob Smith", "Joe Hill"], [])),
        ("Ann Lee saw the stadium where families rejected the food.", ([], [])),
        ("Ann Lee said that the county had rejected the plan.", ([], [])),
        ("Ann Lee, who often rejected plans, left.", (["Ann Lee"], [])),
        ("In Lima, Bob Smith and Joe Hill criticised the plan.", (["Bob Smith", "Joe Hill"], [])),
        ("France, Bob Smith and Joe Hill criticised the plan.", (["Bob Smith", "Joe Hill"], [])),
    ],
)
def test_names_that_are_joined_take_part_together(body: str, expected: tuple[list[str], list[str]]) -> None:
    assert sides(body) == expected
