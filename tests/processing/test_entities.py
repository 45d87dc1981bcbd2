import pytest

from service.article import ActorKind
from tests.processing.reading import read


def named(body: str) -> dict[str, set[str]]:
    return {entity.name: set(entity.names) for entity in read(body, "find_entities").entities}


def test_a_surname_is_whose_full_name_stands_anywhere() -> None:
    found = named("Maduro left. Nicolas Maduro came. President Nicolas Maduro stayed.")
    assert found == {"Nicolas Maduro": {"Maduro", "Nicolas Maduro"}}


def test_one_surname_two_persons() -> None:
    assert set(named("Michelle Obama met Barack Obama there.")) == {"Michelle Obama", "Barack Obama"}


def test_a_surname_is_of_whom_the_text_has_named_in_full() -> None:
    document = read(
        "Hanna Krall left. Then Krall spoke. Kate came. Then Kate Krall and Kate Krall spoke.", "find_entities"
    )
    assert {e.name: set(e.names) for e in document.entities} == {
        "Hanna Krall": {"Hanna Krall", "Krall"},
        "Kate Krall": {"Kate Krall", "Kate"},
    }


@pytest.mark.parametrize("other", ["J. Smith", "Jonathan Smith", "Jonathan R. Smith"])
def test_initials_and_middle_names_agree(other: str) -> None:
    assert len(named(f"Then Jonathan Smith left. Later {other} left.")) == 1


def test_a_title_tells_two_apart() -> None:
    document = read("Bill Clinton met Hillary Clinton. Then Mrs. Clinton left.", "find_entities")
    assert {e.name: len(e.mentions) for e in document.entities} == {"Bill Clinton": 1, "Hillary Clinton": 2}


def test_a_surname_that_is_a_given_name_tells_no_gender() -> None:
    body = "Letitia Clark left. Later Judge Clark slept."
    assert len(named(body)) == 1
    (other,) = read("Xyzor Warren left. Later Judge Warren slept.", "find_entities").entities
    assert other.gender == ""


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Ann Ford left. Then Ford slept. The Ford government fell.", ["Ann Ford"]),
        ("Ann Ford left. Then Ford said its profit rose.", ["Ann Ford", "Ford"]),
        ("Ann Ford left. She works at Ford.", ["Ann Ford", "Ford"]),
        ("Ann Ford left. Then the Ford stopped.", ["Ann Ford", "Ford"]),
        ("Then Ford slept. Ann Ford left.", ["Ann Ford", "Ford"]),
        ("Ann Ford met Bob Ford. Then Ford slept.", ["Ann Ford", "Bob Ford", "Ford"]),
    ],
)
def test_a_surname_may_be_a_firm_too(body: str, names: list[str]) -> None:
    found = read(body, "find_entities").entities
    assert sorted(entity.name for entity in found) == names
    assert {entity.kind for entity in found if entity.name == "Ann Ford"} == {ActorKind.PERSON}


def test_acronyms_join_their_names() -> None:
    assert named("The European Union met. Then the EU left.") == {"European Union": {"European Union", "EU"}}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("University of Lima", "ULM"),
        ("University of Lima", "LU"),
        ("Xyzor Trade-Import Bank", "Xytrimbank"),
        ("Enquiry Department", "ED"),
    ],
)
def test_an_abbreviation_in_brackets_is_the_name_before_it(name: str, short: str) -> None:
    assert named(f"Then the {name} ({short}) left. It was {short} again.")[name] == {name, short}


def test_what_stands_in_brackets_may_be_another() -> None:
    assert set(named("Then the Xyzor Trade Bank (Tribune) left.")) == {"Xyzor Trade Bank", "Tribune"}


def test_every_spelling_of_a_countrys_initials_is_one() -> None:
    found = read("The U.S. left. Then the US came. The United States stayed.", "find_entities").entities
    assert [(entity.name, len(entity.mentions)) for entity in found] == [("United States", 3)]
    assert len(read("The U.S. left. Then the US came.", "find_entities").entities) == 1


def test_an_abbreviated_state_is_the_state() -> None:
    found = read("They met in Lima, Ont., and Cusco, Ont., again. It rained in Ontario.", "find_entities").entities
    assert {entity.name: len(entity.mentions) for entity in found} == {"Lima": 1, "Ontario": 3, "Cusco": 1}


def test_a_name_after_a_country_is_a_name_of_its_own() -> None:
    assert set(named("The ambassador to the United States Xyzor Qwand left.")) == {"United States", "Xyzor Qwand"}


@pytest.mark.parametrize(
    "body",
    [
        "Then XVII came and they wrote HTML for IE9.",
        "They saw the Clean Air Act’s end.",
        "Image: Xyzor.",
    ],
)
def test_products_numbers_and_laws_are_no_actors(body: str) -> None:
    kinds = {entity.kind for entity in read(body, "find_entities").entities}
    assert ActorKind.PERSON not in kinds
    assert ActorKind.ORGANIZATION not in kinds


def test_a_product_is_no_actor_but_its_maker_is() -> None:
    found = read("Google Chrome has crashed.", "find_entities").entities
    assert {entity.name: entity.kind for entity in found} == {"Google Chrome": None, "Google": ActorKind.ORGANIZATION}


def test_a_site_is_a_place() -> None:
    assert read("They met at Xyzor Stadium now.", "find_entities").entities[0].kind is ActorKind.PLACE


def test_an_acronym_that_acts_is_an_organization() -> None:
    assert read("Then the XYZOR left.", "find_entities").entities[0].kind is ActorKind.ORGANIZATION
    assert read("They wrote XYZOR there.", "find_entities").entities[0].kind is None


def test_the_last_word_of_an_organization() -> None:
    assert len(named("He told the Tampa Bay Times so. Then the Times wrote more.")) == 1


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Then Xyzor said no.", ActorKind.PERSON),
        ("Xyzor Qwand, 59, left.", ActorKind.PERSON),
        ("Xyzor Qwand, a professor of law, left.", ActorKind.PERSON),
        ("Xyzor Qwand, of Springfield, left.", ActorKind.PERSON),
        ("They saw the Xyzor Qwand’s men.", ActorKind.ORGANIZATION),
        ("They saw the Xyzor Qwand there.", None),
        ("They live in Xyzor now.", ActorKind.PLACE),
        ("It rained. Xyzor Qwand has left.", ActorKind.PERSON),
        ("They saw Xyzor now.", None),
    ],
)
def test_what_a_name_is_by_its_company(body: str, kind: ActorKind | None) -> None:
    assert read(body, "find_entities").entities[0].kind is kind


@pytest.mark.parametrize("other", ["America", "U.S.", "USA"])
def test_other_names_of_a_place(other: str) -> None:
    assert len(named(f"The United States left. Then {other} came.")) == 1


def test_a_surname_that_is_a_place() -> None:
    body = "Ann Holland left. Then Holland slept. It rained in Holland."
    found = read(body, "find_entities").entities
    assert [(entity.name, entity.kind, len(entity.mentions)) for entity in found] == [
        ("Ann Holland", ActorKind.PERSON, 2),
        ("Holland", ActorKind.PLACE, 1),
    ]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Ann Xyzorly left. Then Xyzorli said so.", ["Ann Xyzorly"]),
        ("Ann Xyzorly left. Then Xyzory said so.", ["Ann Xyzorly"]),
        ("Ann Xyzorly left. Then the Xyzorlys said so.", ["Ann Xyzorly", "Xyzorlys"]),
        ("Ann Xyzorly left. Then Yyzorly said so.", ["Ann Xyzorly", "Yyzorly"]),
        ("Ann Xyzorly left. Bob Xyzorla left. Then Xyzorlo said so.", ["Ann Xyzorly", "Bob Xyzorla", "Xyzorlo"]),
    ],
)
def test_a_surname_may_be_misspelled(body: str, names: list[str]) -> None:
    assert [entity.name for entity in read(body, "find_entities").entities] == names


def test_a_titled_name_is_no_place() -> None:
    found = read("It rained in Jordan. Then Mr. Jordan slept.", "find_entities").entities
    assert [(entity.name, entity.kind) for entity in found] == [
        ("Jordan", ActorKind.PLACE),
        ("Jordan", ActorKind.PERSON),
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("They saw Peru, Victoria and Chile.", ActorKind.PLACE),
        ("They saw Google, Xyzor and Microsoft.", ActorKind.ORGANIZATION),
        ("They saw Xyzor and it rained in Chile.", None),
        ("They saw Peru, Xyzor and Microsoft.", None),
        ('They saw the "Xyzor", Microsoft said.', None),
        # an apposition, and a place in another
        ("It was at the Xyzor, Ann Lee, who left, said.", None),
        ("They saw Xyzor, Ann Lee, Bob Lee and rain.", ActorKind.PERSON),
    ],
)
def test_a_name_in_a_list(body: str, kind: ActorKind | None) -> None:
    found = {entity.name: entity.kind for entity in read(body, "find_entities").entities}
    assert (found.get("Xyzor") or found.get("Victoria")) is kind


def test_the_letters_after_a_town_are_where_it_is() -> None:
    found = read("It rained over Lima, X.Q., again.", "find_entities").entities
    assert [(entity.name, entity.kind) for entity in found] == [("Lima", ActorKind.PLACE), ("X.Q.", ActorKind.PLACE)]


def test_a_person_has_the_commonest_of_the_full_names() -> None:
    assert set(named("Ann Lee left. Then Ann Lee came. They saw Crooked Ann Lee.")) == {"Ann Lee"}
