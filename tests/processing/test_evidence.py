import pytest

from service.article import ActorKind
from tests.processing.reading import read

PERSON, ORGANIZATION, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The town of Xyzor is old.", PLACE),
        ("The mayor of Xyzor is old.", PLACE),
        ("The founder of Xyzor is old.", ORGANIZATION),
        ("An analyst at Xyzor is old.", ORGANIZATION),
        ("They went to Xyzor again.", PLACE),
        ("It rained, according to Xyzor, again.", ORGANIZATION),
        ("They saw southern Xyzor again.", PLACE),
        ("They read the newspaper Xyzor again.", ORGANIZATION),
        ("They wrote the novel Xyzor Qwand, who left.", None),
        ("They saw Xyzor province again.", PLACE),
        ("They saw Xyzor shares again.", ORGANIZATION),
        ("They read the Xyzor newspaper again.", ORGANIZATION),
        ("Later Xyzor manufactures cars.", ORGANIZATION),
        ("They saw Xyzor’s third-quarter profit again.", ORGANIZATION),
        ("They saw Xyzor’s wife again.", PERSON),
        ("They saw Xyzor’s shareholders again.", ORGANIZATION),
        ("They saw Xyzor’s capital again.", PLACE),
        ("They saw Xyzor, which is old.", ORGANIZATION),
        ("They flew by Xyzor, Texas, again.", PLACE),
        ("They saw Xyzor, a small town in the hills.", PLACE),
        ("They saw Xyzor, a small company in the hills.", ORGANIZATION),
        ("They met Xyzor, who left.", PERSON),
        ("They saw it in Xyzor again.", PLACE),
        ("They saw it in Xyzor: The Beginning again.", None),
        ("They saw it in Xyzor’s end again.", None),
        ("It was in Ann Xyzor’s government. Her government was old.", PERSON),
        ("Later Downing Street said no.", ORGANIZATION),
        ("Later US Xyzor said no.", ORGANIZATION),
        ("Then Vann R. Xyzor II said no.", PERSON),
        ("It rained in US Xyzor again.", PLACE),
        ("They met the late Xyzor Qwand there.", PERSON),
        ("The Xyzor has won. Later Xyzor said no.", None),
        ("Later Xyzor said no. Xyzor has won. The Xyzor left.", PERSON),
        ("They met the head of the old clinic, Xyzor Qwand.", PERSON),
        ("They met the head of the old clinic, American Qwand.", None),
        ("They left the old clinic, Xyzor Qwand.", None),
        ("“It rained,” said Xyzor.", PERSON),
        ("Doctors say Xyzor is old.", None),
        ("They left the organization\n\nXyzor rain fell again.", None),
        ("It rained on Xyzor\n\nShares fell again.", None),
        ("They met in the White House again.", PLACE),
        ("Then the White House has left.", ORGANIZATION),
        ("They saw Group G, who left.", None),
        ("It rained. Xyzor director of the plant slept.", None),
        ("Her sister calls it “Hope” now.", None),
        ("They saw Hope again.", PERSON),
        ("They boarded the Ann Xyzor again.", None),
        ("They saw a Hope, Ont., school.", PLACE),
        # a team, a body
        ("They beat the Ann Qwands there.", ORGANIZATION),
        ("They beat the Ann Williams there.", None),
        ("They met the Hereditary Chiefs there.", None),
        ("They saw the Ann Qwands game there.", None),
        ("Later Xyzor Qwand says on its website that it rained.", ORGANIZATION),
        ("They met a Hope spokeswoman there.", ORGANIZATION),
        ("Central Xyzor has left.", None),
        ("Some porters left. Xyzor Porters has left.", None),
    ],
)
def test_the_company_of_a_name(body: str, kind: ActorKind | None) -> None:
    assert read(body, "find_entities").entities[0].kind is kind


@pytest.mark.parametrize("body", ["The GDP rose.", "The XVI rose."])
def test_capitals_that_name_no_organization(body: str) -> None:
    assert read(body, "find_entities").entities[0].kind is None
