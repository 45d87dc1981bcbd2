from pathlib import Path

import pytest

import service.processing
from service.article import RawArticle
from service.processing import LANGUAGES, PROCESSOR, process

FOREIGN = {
    "fr": "La ministre Anne Dupont a quitté Lyon jeudi soir. « Nous ne pouvons pas continuer ainsi », a-t-elle dit.",
    "de": "Die Ministerin Anne Weber hat Leipzig am Donnerstag verlassen. „So kann es nicht weitergehen“, sagte sie.",
    "es": "La ministra Ana Gómez dejó Sevilla el jueves. “No podemos seguir así”, dijo ella a los diputados del país.",
    "nl": "De minister van Justitie heeft Utrecht donderdag verlaten. “Zo kunnen we niet doorgaan”, zei hij boos.",
    "pl": "Minister spraw wewnętrznych opuścił w czwartek Kraków. „Nie możemy tak dalej postępować” – powiedział.",
    "tr": "Bakan Ayşe Demir perşembe günü İzmir'den ayrıldı. “Böyle devam edemeyiz” dedi gazetecilere bir daha.",
    "ru": "Министр Анна Иванова покинула Казань в четверг. «Мы не можем так продолжать», — сказала она.",
    "ar": "غادر وزير الداخلية الإسكندرية يوم الخميس. وقال أمام النواب: «لا يمكننا الاستمرار هكذا».",
    "he": "שר הפנים עזב את חיפה ביום חמישי. ״אנחנו לא יכולים להמשיך כך״, אמר לחברי הכנסת.",
    "zh": "内政部长周四离开了南京。他对议员们说：“我们不能再这样下去了。”他随后前往上海。",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_kept_without_extraction(language: str) -> None:
    article = process(RawArticle(body=FOREIGN[language], headline="“Non”, a dit Anne Dupont", date_published="2019"))
    assert article.processor == f"{PROCESSOR} (no extraction: detected {language})"
    assert (article.actors, article.quotes, article.events) == ((), (), ())
    assert article.date_published == "2019"


def test_a_detected_language_is_not_told_as_if_the_sender_had() -> None:
    assert process(RawArticle(body=FOREIGN["fr"])).language == "und"


ENGLISH = "“We will stay,” Maria Perez said on Monday. The mayor of the town agreed with her."


@pytest.mark.parametrize("language", ["fr", "fr-CA", "zh-Hant", "enm"])
def test_what_the_sender_says_is_in_another_language_is_not_read(language: str) -> None:
    article = process(RawArticle(body=ENGLISH, language=language))
    assert article.processor == f"{PROCESSOR} (no extraction: language {language})"
    assert article.quotes == ()


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us"])
def test_what_the_sender_says_is_in_english_is_read(language: str) -> None:
    article = process(RawArticle(body=f"{FOREIGN['fr']} Anne Dupont quitte Lyon.", language=language))
    assert (article.processor, len(article.actors)) == (PROCESSOR, 2)


@pytest.mark.parametrize("language", ["und", "mul"])
def test_where_the_sender_leaves_it_open_the_text_tells(language: str) -> None:
    assert process(RawArticle(body=ENGLISH, language=language)).processor == PROCESSOR
    assert process(RawArticle(body=FOREIGN["de"], language=language)).processor != PROCESSOR


@pytest.mark.parametrize(
    "body",
    [
        "Ruiz resigns",
        "Ana Gómez, Luis Pérez, María Ruiz",
        "Nous partons.",
        "Mr. Long left. Bob Long met Ann Lee. Long wept.",
        "Israeli airstrikes on Gaza City killed at least 25 people on Sunday, health officials said.",
        "1234 5678 9012 " * 20,
        "e" * 1_000,
        "Bayern 3, Borussia 1; Real 2, Atlético 2; Juventus 1, Internazionale 0.",
        "“Nous ne pouvons pas continuer ainsi, et le peuple ne nous le pardonnerait jamais,” Jean Dupont told the "
        "deputies in Paris on Thursday. The opposition said that the government was to blame.",
        "Juan Gómez and María Ruiz met Iñigo Pérez, Andrés López, Ramón Álvarez and Begoña Sánchez of the Partido "
        "Unido del Pueblo in Caracas, where the Guardia Nacional was, and talked of the new law with the press.",
    ],
    ids=[
        "headline",
        "names",
        "short",
        "short names",
        "wire",
        "digits",
        "letters",
        "table",
        "foreign quote",
        "foreign names",
    ],
)
def test_a_text_is_english_unless_another_language_is_plain(body: str) -> None:
    assert process(RawArticle(body=body)).processor == PROCESSOR


def test_a_long_text_is_judged_by_its_middle_too() -> None:
    body = "We use cookies to make the site work. " * 5 + FOREIGN["fr"] * 100
    assert process(RawArticle(body=body)).processor == f"{PROCESSOR} (no extraction: detected fr)"


def test_languages_are_told() -> None:
    assert LANGUAGES == service.processing.LANGUAGES == ("en",)


def test_the_seeds_are_english() -> None:
    for seed in Path("seeds").glob("*.txt"):
        assert process(RawArticle(body=seed.read_text())).processor == PROCESSOR
