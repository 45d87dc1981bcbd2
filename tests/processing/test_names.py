import pytest

from service.article import ActorKind, MentionForm
from tests.processing.reading import read


def names(body: str) -> list[tuple[str, ActorKind | None]]:
    document = read(body, "find_mentions")
    return [(body[m.start : m.end], m.kind) for m in document.mentions if m.form is MentionForm.NAME]


PERSON, ORGANIZATION, PLACE = ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.PLACE


@pytest.mark.parametrize(
    ("body", "found"),
    [
        # a title is held in an organization or a place, which is named too
        ("Then NATO Secretary General Ann Lee left.", [("NATO", ORGANIZATION), ("Ann Lee", PERSON)]),
        ("Resident Paul Kim, 67, left.", [("Paul Kim", PERSON)]),
        ("Then U.S. District Judge Ann Lee left.", [("U.S.", PLACE), ("Ann Lee", PERSON)]),
        ("Then US President Ann Lee left.", [("US", PLACE), ("Ann Lee", PERSON)]),
        ("Then the United Nations High Commissioner left.", [("United Nations", ORGANIZATION)]),
        ("Then CEO of the Qwand Council Ann Lee left.", [("Qwand Council", ORGANIZATION), ("Ann Lee", PERSON)]),
        (
            "Then Chairman of the Qwand Centre for Control of Iodine left.",
            [("Qwand Centre for Control of Iodine", ORGANIZATION)],
        ),
        # a known name that begins with a word of other use
        ("Then the Met Office left.", [("Met Office", ORGANIZATION)]),
        # a role inside the name of an organization
        ("They saw the Municipal Police there.", [("Municipal Police", ORGANIZATION)]),
        # where it is
        (
            "They saw the University of Lima of Peru.",
            [("University of Lima", ORGANIZATION), ("Lima", PLACE), ("Peru", PLACE)],
        ),
        # joint offices
        (
            "The Union of Free Cooks and Bakers (UFCB) left.",
            [("Union of Free Cooks and Bakers", ORGANIZATION), ("UFCB", None)],
        ),
        ("The Ministry of Trade and Labor left.", [("Ministry of Trade and Labor", ORGANIZATION)]),
        ("It was Qwand & Xyzor Co. again.", [("Qwand & Xyzor Co.", ORGANIZATION)]),
        ("Then McDonald’s left.", [("McDonald’s", ORGANIZATION)]),
        ("The WHO met.", [("WHO", ORGANIZATION)]),
        (
            "A student at Lima University Ann Lee left.",
            [("Lima University", ORGANIZATION), ("Lima", PLACE), ("Ann Lee", PERSON)],
        ),
        ("It cost US$ 200.", []),
        # a business is of no place, nor is a place of itself
        ("It was the Lima Tribune again.", [("Lima Tribune", ORGANIZATION)]),
        ("It was Lima Province again.", [("Lima Province", PLACE)]),
        ("It was the Municipality of Xyzor again.", [("Municipality of Xyzor", ORGANIZATION), ("Xyzor", PLACE)]),
        ("Then San Francisco Mayor Ann Lee left.", [("San Francisco", PLACE), ("Ann Lee", PERSON)]),
        ("Joining Xyzor was Ann Lee.", [("Xyzor", None), ("Ann Lee", PERSON)]),
        ("They read @QwandXyzor again.", []),
        ("Then the Republican National Convention met.", [("National Convention", None)]),
        ("US President Ann Lee left.", [("US", PLACE), ("Ann Lee", PERSON)]),
        ("They met Movimento 5 Qwandi there.", [("Movimento 5 Qwandi", ORGANIZATION)]),
        ("They met Team 2016 Qwandi there.", [("Team", None), ("Qwandi", None)]),
        # a slash ends a name
        ("Photo by Ann Lee/Reuters again.", [("Ann Lee", PERSON), ("Reuters", ORGANIZATION)]),
        ("Then the actor/director Xyzor Qwand left.", [("Xyzor Qwand", PERSON)]),
        ("They read qwand.com/Xyzor there.", []),
        # a month that is a surname
        ("Then Ann May left. May said so.", [("Ann May", PERSON), ("May", None)]),
        ("Ms. June left. It was June’s day.", [("June", PERSON), ("June", PERSON)]),
        ("Then Ann May left. In May rain fell. It grew from May, 5.", [("Ann May", PERSON)]),
        ("They met Ann May 5. In Charlotte May rain fell.", [("Ann", PERSON), ("Charlotte", PLACE)]),
        # a compound with a participle, which may name nobody
        ("An Ann-nominated film and a French-speaking man left.", []),
        (
            "Lima-supporting men met Qwand-honoring Sudan Partners. Qwand left.",
            [("Lima", PLACE), ("Qwand", None), ("Sudan Partners", ORGANIZATION), ("Qwand", None)],
        ),
        ("They met Xyzor Cheng-ling there.", [("Xyzor Cheng-ling", PERSON)]),
        # a place of two words in a compound
        ("A San Francisco-based man left.", [("San Francisco", PLACE)]),
        ("The Lima-based man left a Peru-era house.", [("Lima", PLACE), ("Peru", PLACE)]),
        # what a saint gives its name to
        ("They met at St. Ann’s Old Church there.", [("St. Ann’s Old Church", ORGANIZATION)]),
        ("Later Brent crude rose.", []),
        ("World markets rose.", []),
        ("World Bank men left.", [("World Bank", ORGANIZATION)]),
        # a state behind a town
        (
            "They met in Xyzor, Sask., and Lima, N.S., again.",
            [("Xyzor", None), ("Sask.", PLACE), ("Lima", PLACE), ("N.S.", PLACE)],
        ),
        ("They met Xyzor, Miss Long.", [("Xyzor", None), ("Long", PERSON)]),
        # what a news agency's name stands before
        ("The Canadian Press Xyzor family left.", [("Canadian Press", ORGANIZATION), ("Xyzor", None)]),
        ("They met Associated Press Television there.", [("Associated Press Television", ORGANIZATION)]),
        # parties, and people of a view
        (
            "They met the Conservatives and the Lima Liberals.",
            [("Conservatives", ORGANIZATION), ("Lima Liberals", ORGANIZATION), ("Lima", PLACE)],
        ),
        ("Liberals cheered. Teenagers left.", []),
        # what may be a firm
        ("Then rival Qwand Global left rival Ann Qwand.", [("Qwand Global", None), ("Ann Qwand", PERSON)]),
        # who holds an office in an organization
        ("Then Secretary to the Treasury Ann Qwand left.", [("Treasury", ORGANIZATION), ("Ann Qwand", PERSON)]),
        ("Then New Yorker Ann Qwand left.", [("Ann Qwand", PERSON)]),
        ("Then the Lima MSP left.", [("Lima", PLACE)]),
        # words that begin a sentence
        (
            "Essentially, it rained. Diversification grew. Cooks’ Multiple ovens fell.",
            [("Cooks", None), ("Multiple", None)],
        ),
        ("Bigger markets rose. Booming markets rose. Controversy grew.", []),
        ("Booming left. They saw Booming there.", [("Booming", None), ("Booming", None)]),
        # a label in capitals, and who is none
        ("OIL PRICES: It rained.", []),
        ("It rained.\n\nANN QWAND: It rained.", [("ANN QWAND", PERSON)]),
        ("It rained.\n\nNEW YORK: It rained.", [("NEW YORK", PLACE)]),
        ("They saw OIL PRICES: it rained.", [("OIL PRICES", None)]),
        ("Unity left. They saw Unity there.", [("Unity", None), ("Unity", None)]),
        # a title inside a name
        ("The People’s Party of Xyzor met.", [("People’s Party of Xyzor", ORGANIZATION)]),
        ("Then Veterans Affairs Canada met.", [("Veterans Affairs Canada", ORGANIZATION)]),
        ("Then Veteran Affairs Canada met.", [("Veteran Affairs Canada", ORGANIZATION)]),
        ("Then Veterans Affairs Minister Ann Lee left.", [("Ann Lee", PERSON)]),
        ("The Court of Queen’s Bench met.", [("Court of Queen’s Bench", ORGANIZATION)]),
        (
            "Then Queen Mary University of Lima met.",
            [("Queen Mary University of Lima", ORGANIZATION), ("Lima", PLACE)],
        ),
        ("They met Hall of Famer Xyzor Qwand there.", [("Xyzor Qwand", PERSON)]),
        ("They met NL MVP Xyzor Qwand there.", [("Xyzor Qwand", PERSON)]),
        ("The Director of Public Prosecutions left.", []),
        # an American politician's party and state
        ("Then Ann Lee, D-Mich., and Bob Long (R-N.Y.) left.", [("Ann Lee", PERSON), ("Bob Long", PERSON)]),
        # one name with "and", or two
        (
            "The Lung and Liver Foundation met. Then Lung and Liver left.",
            [("Lung and Liver Foundation", ORGANIZATION), ("Lung and Liver", None)],
        ),
        (
            "The Reuters and Food Department heads left.",
            [("Reuters", ORGANIZATION), ("Food Department", ORGANIZATION)],
        ),
        (
            "They saw the House of Commons Procedure and House Affairs Committee there.",
            [("House of Commons Procedure and House Affairs Committee", ORGANIZATION)],
        ),
        (
            "The Commons Procedure and House Affairs Committee met.",
            [("Commons Procedure and House Affairs Committee", ORGANIZATION)],
        ),
        ("Then Water and Rural Development Peru left.", [("Water and Rural Development Peru", ORGANIZATION)]),
        ("The Public and Qwand Services Union met.", [("Public and Qwand Services Union", ORGANIZATION)]),
        ("It was the Public and Qwand Services union.", [("Public and Qwand Services", ORGANIZATION)]),
        ("It was the Public and Qwand Services there.", [("Public", None), ("Qwand Services", ORGANIZATION)]),
        ("Then the West Xyzor and Qwand Tax Centre left.", [("West Xyzor", None), ("Qwand Tax Centre", ORGANIZATION)]),
        (
            "Then the Xyzor and Lima Tax Centre left.",
            [("Xyzor", None), ("Lima Tax Centre", ORGANIZATION), ("Lima", PLACE)],
        ),
        # what a ministry is for
        (
            "The Ministry of Trade, Sports and Food met.",
            [("Ministry of Trade, Sports and Food", ORGANIZATION)],
        ),
        (
            "Then Trade, Refugees and Food Peru met.",
            [("Trade, Refugees and Food Peru", ORGANIZATION)],
        ),
        ("Trade, Sports and Food met.", [("Trade", None), ("Sports", None), ("Food", None)]),
        # an adjective
        ("They met a North Korean in Sri Lankan waters.", []),
        ("They met South Koreans there.", [("South Koreans", ActorKind.GROUP)]),
        ("They read The New Yorker there.", [("New Yorker", ORGANIZATION)]),
        ("They met Black voters and Black, who left.", [("Black", None)]),
        ("Then correspondent Ann Cape left.", [("Ann Cape", PERSON)]),
        ("Then Charlotte Mayor Ann Lee left.", [("Charlotte", PLACE), ("Ann Lee", PERSON)]),
        # what an adjective of the lower case stands before, and what a capital alone makes no name
        ("They saw communist Peru again.", [("Peru", PLACE)]),
        ("The official XYZOR agency left.", [("XYZOR", None)]),
        ("It was Labor Day again.", []),
        ("They are Catholic again.", []),
        # an office without a bearer
        ("The Director of the Qwand Iodine study left.", [("Qwand Iodine", None)]),
        ("Then Director of Food Ann Lee left.", [("Ann Lee", PERSON)]),
        ("The Minister of Finance left.", []),
        ("Then Minister of Health and Welfare Xyzor left.", [("Xyzor", PERSON)]),
        ("Then Minister of Rural Labor Xyzor left.", [("Xyzor", PERSON)]),
        ("Then CEO of Xyzor Peru left.", [("Xyzor Peru", None)]),
        ("Then Prime Minister of the UK left.", [("UK", PLACE)]),
        # a title that ends a name is a part of it
        ("It would rain, Xyzor Sen said.", [("Xyzor Sen", PERSON)]),
        # what a hyphen joins a name to is no part of it
        ("A Lima-based Xyzor left.", [("Lima", PLACE), ("Xyzor", None)]),
        ("They saw the Air Lima T-shirt there.", [("Air Lima", ORGANIZATION), ("T-shirt", None)]),
        ("A Xyzor-led team met. Then Xyzor left.", [("Xyzor", None), ("Xyzor", None)]),
        ("A Peruvian-led team left.", []),
        ("The Peru-Chile war ended.", [("Peru", PLACE), ("Chile", PLACE)]),
        ("Then Guinea-Bissau left.", [("Guinea-Bissau", PLACE)]),
        # of what somebody is by title is no part of the name
        (
            "Then Justice Ann Lee of the Lima High Court left.",
            [("Ann Lee", PERSON), ("Lima High Court", ORGANIZATION), ("Lima", PLACE)],
        ),
        ("Then Senator Ann Lee of Texas left.", [("Ann Lee", PERSON), ("Texas", PLACE)]),
        ("Then the National Bank of Peru left.", [("National Bank of Peru", ORGANIZATION), ("Peru", PLACE)]),
        ("Then MP Xyzor Qwand left.", [("Xyzor Qwand", PERSON)]),
        # what somebody owns by its name
        ("Then the Women’s Tennis Association left.", [("Women’s Tennis Association", ORGANIZATION)]),
        ("People’s Party members left.", [("People’s Party", ORGANIZATION)]),
        ("The Workers’ Party left.", [("Workers’ Party", ORGANIZATION)]),
        ("The Prime Minister’s Office left.", [("Prime Minister’s Office", ORGANIZATION)]),
        ("The Governor’s Food Party left.", [("Food Party", ORGANIZATION)]),
        ("The Lees’ Food Party left.", [("Lees", None), ("Food Party", ORGANIZATION)]),
        ("Workers’ rights grew.", []),
        ("They saw Qwand Inc and Xyzor Inc there.", [("Qwand Inc", ORGANIZATION), ("Xyzor Inc", ORGANIZATION)]),
        ("The pro-Peru men left.", [("Peru", PLACE)]),
        ("The pro-Xyzor men left.", []),
        ("The anti-Catholic men left a Catholic town.", []),
        # who made a thing, and where something takes place
        ("They used Google Chrome there.", [("Google Chrome", None), ("Google", ORGANIZATION)]),
        ("They saw the Lima Marathon there.", [("Lima Marathon", None), ("Lima", PLACE)]),
        ("They signed the Lima Agreement there.", [("Lima Agreement", None)]),
        # a place of two names
        ("The Trinidad and Tobago team left.", [("Trinidad and Tobago", PLACE)]),
        # "The" is a part of some names
        ("They read The Hill again.", [("Hill", ORGANIZATION)]),
        ("They read The Globe and Mail again.", [("Globe and Mail", ORGANIZATION)]),
        (
            "A university burned. University of Lima students left.",
            [("University of Lima", ORGANIZATION), ("Lima", PLACE)],
        ),
        ("Then Scientologist Ann Lee left.", [("Ann Lee", PERSON)]),
        ("They saw the Star Wars there.", [("Star Wars", None)]),
        ("Then Robert C. “Bobby” Xyzor left.", [("Robert C. “Bobby” Xyzor", PERSON)]),
        ("Then Julie A. Xyzor left.", [("Julie A. Xyzor", PERSON)]),
        ("Then Łucja Xyzor left.", [("Łucja Xyzor", PERSON)]),
    ],
)
def test_where_a_name_begins_and_ends(body: str, found: list[tuple[str, ActorKind | None]]) -> None:
    assert names(body) == found
