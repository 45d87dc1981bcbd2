import pytest

from service.article import ActorKind
from service.processing.name_kinds import name_kind

PERSON, ORGANIZATION, PLACE, GROUP = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE, ActorKind.GROUP


@pytest.mark.parametrize(
    ("name", "kind", "certain"),
    [
        ("NATO", ORGANIZATION, True),
        ("The Guardian", ORGANIZATION, True),
        ("White House", ORGANIZATION, False),
        ("Peru", PLACE, False),
        ("South Korea", PLACE, True),
        ("Upper Peru", PLACE, True),
        ("Lima Province", PLACE, True),
        ("British Red Cross", ORGANIZATION, True),
        ("Xyzor Stadium", PLACE, True),
        ("Xyzor District", PLACE, True),
        ("Xyzor School District", ORGANIZATION, True),
        ("Xyzor Convention Centre", PLACE, True),
        ("AC Lima", ORGANIZATION, False),
        ("Monty Hall", PERSON, False),
        ("Muslims", GROUP, True),
        ("Asian Peruvians", GROUP, True),
        ("Muslim Peruvians", GROUP, True),
        ("Łucja Xyzor", PERSON, False),
        ("Ann Power", PERSON, False),
        ("Ann Lee Foundation", ORGANIZATION, True),
        ("Xyzor Power", ORGANIZATION, False),
        ("Xyzor Inc", ORGANIZATION, True),
        ("Air Xyzor", ORGANIZATION, False),
        ("Lake Xyzor", PLACE, False),
        ("Park Joo-Ho", PERSON, False),
        ("Li Guangming", PERSON, False),
        ("Li Qwanders", None, False),
        ("Xiu Qing-han", PERSON, False),
        ("Xyzor Qing-han", PERSON, False),
        ("Lima Qing-han", None, False),
        ("PC Smith", None, False),
        ("AB Smith", PERSON, False),
        ("Xyzor & Sons", ORGANIZATION, False),
        ("Ann & Xyzor", PERSON, False),
        ("XyzorQwand", ORGANIZATION, False),
        ("McQwand", None, False),
        ("Lima Qwands", ORGANIZATION, False),
        ("Xyzor Smith", PERSON, False),
        ("J. Xyzor", PERSON, False),
        ("Xyzor Qwandenko", PERSON, False),
        ("Xyzor Act", None, True),
        ("Bill C-48", None, True),
        ("Phase II", None, True),
        ("Qwand War II", None, True),
        ("DVDs", None, True),
        ("PMI", None, True),
        ("Xyzor MPs", None, True),
        ("Los Angeles Qwands", ORGANIZATION, False),
        ("Pink Paper", None, True),
        ("Xyzor Election", None, True),
        ("International Paper", ORGANIZATION, True),
        ("Qwand Comics", ORGANIZATION, True),
        ("John Paul II", PERSON, False),
        ("Black Peruvians", GROUP, True),
        ("Nova Scotians", GROUP, True),
        ("Hang Seng", None, True),
        ("S&P ASX", None, True),
        ("Xyzor Model", None, True),
        ("Xyzor Images", ORGANIZATION, False),
        ("Greater Lima Area", PLACE, True),
        ("Xyzor Indies", PLACE, True),
        ("Kinder Morgan", ORGANIZATION, True),
        ("Young South Africans", GROUP, True),
        ("New Zealanders", GROUP, True),
        ("Ann Peruvians", PERSON, False),
        ("Global Affairs", ORGANIZATION, False),
        ("Health Peru", ORGANIZATION, False),
        ("Studio Xyzor", ORGANIZATION, False),
        ("Xyzor Mobile", ORGANIZATION, True),
        ("Clean Power Plan", None, True),
        ("Xyzor Catholic", None, True),
        ("Xyzor EST", None, True),
        ("Xyzor Qwand", None, False),
        ("Xyzor", None, False),
    ],
)
def test_what_the_words_of_a_name_say(name: str, kind: ActorKind | None, certain: bool) -> None:
    found = name_kind(name, name.split())
    assert (found.kind, found.certain) == (kind, certain)


def test_a_law_is_a_thing() -> None:
    assert name_kind("Xyzor Act", ["Xyzor", "Act"]).thing
    assert not name_kind("Xyzor Qwand", ["Xyzor", "Qwand"]).thing
