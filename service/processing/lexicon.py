"""The lexicons: data files read once at import, so that processing itself does no I/O."""

from importlib.resources import files
from typing import Final

from service.folding import fold


def _lines(name: str) -> list[str]:
    text = files("service.processing").joinpath("lexicons", name).read_text(encoding="utf8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)]


def _words(name: str) -> frozenset[str]:
    return frozenset(word for line in _lines(name) for word in line.split())


_STROKES: Final = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "þ": "th"})


def plain(low: str) -> str:
    """A lower-case word without accents and strokes, as the lists of names have it: "łucja" -> "lucja"."""
    return low if low.isascii() else fold(low).translate(_STROKES)


def _genders() -> dict[str, str]:
    genders: dict[str, str] = {}
    for gender, names in _rows("given_names.tsv"):
        for name in names.split():
            low = plain(name.lower())
            genders[low] = "" if gender == "u" or genders.get(low, gender) != gender else gender
    return genders


def _roles() -> dict[str, str]:
    roles: dict[str, str] = {}
    for kind, nouns in _rows("roles.tsv"):
        for noun in nouns.split():
            forms = [noun]
            if noun.endswith("_or_woman"):
                forms = [noun.removesuffix("_or_woman")]
            for form in forms:
                roles.setdefault(form.replace("_", " "), kind)
    return roles


def _cues() -> dict[str, str]:
    cues: dict[str, str] = {}
    for strength, forms in _rows("reporting_verbs.tsv"):
        for form in forms.split():
            tag = "V" if strength == "strong" else "v"
            if form.endswith("ing") and form not in {"sing", "bring"}:
                tag = "G" if strength == "strong" else "g"
            cues.setdefault(form, tag)
    return cues


GIVEN_NAMES: Final = _genders()
"""Lower-case given name -> m, f or empty."""
SURNAMES: Final = _words("surnames.txt")
ROLES: Final = _roles()
"""Lower-case noun -> person, person-m, person-f, persons, body, words or source."""
CUES: Final = _cues()
"""Lower-case form -> V (strong), v (weak), G or g (their -ing forms)."""
SAYING_VERBS: Final = {form: follows for follows, forms in _rows("saying_verbs.tsv") for form in forms.split()}
"""Lower-case form -> what may follow it: bare (a clause), that, or told (the hearer and a clause)."""
VENUES: Final = {
    name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in _rows("venues.tsv")
}
"""Nouns in lower case, and names, for where words are said, by class."""
NOUN_CUES: Final = _words("noun_cues.txt")
NOUN_VERBS: Final = _words("noun_verbs.txt")
FUNCTION_WORDS: Final = {word: tag for tag, words in _rows("function_words.tsv") for word in words.split()}
PRONOUNS: Final = {form: (case, gender) for form, case, gender in _rows("pronouns.tsv")}
SPELLED_TITLES: Final = {short: nouns.split() for short, nouns in _rows("title_abbreviations.tsv")}
"""A title before a name -> the nouns that speak of its bearer: sen -> senator, lawmaker."""
TITLES: Final = _words("titles.txt")
"""Lower-case words, mostly abbreviations, that stand before names."""
GENDERED_TITLES: Final = dict(_rows("gendered_titles.tsv"))
"""Titles that tell their bearer's gender."""
PLACE_ALIASES: Final = {alias: name for name, aliases in _rows("place_aliases.tsv") for alias in aliases.split("|")}
"""Folded other names of places -> the folded one under which they are looked up."""
NAME_HEADS: Final = {word: kind for kind, words in _rows("name_heads.tsv") for word in words.split()}
"""Words that say at the front of a name what it is: "Air", "Lake" -> ORGANIZATION, PLACE."""
ORGANIZATION_WORDS: Final = _words("organization_words.txt")
ORGANIZATIONS: Final = frozenset(_lines("organizations.txt"))
COMMON_WORDS: Final = _words("common_words.txt")
PARTICLES: Final = _words("particles.txt")
ABBREVIATIONS: Final = _words("abbreviations.txt")
ENGLISH_WORDS: Final = _words("english_words.txt")
"""Those that tell English from other languages."""
WORD_CLASSES: Final = {
    name: frozenset(word.replace("_", " ") for word in words.split()) for name, words in _rows("word_classes.tsv")
}
"""Small classes of lower-case words by name."""
SAYING_WORDS: Final = {name: frozenset(words.split()) for name, words in _rows("saying_words.tsv")}
"""Those around verbs of saying."""


def is_given_name(low: str) -> bool:
    """Whether a lower-case word is a given name, with or without its accents; "Abdel-Fattah" by its first part."""
    low = plain(low)
    return low in GIVEN_NAMES or ("-" in low and low.split("-", 1)[0] in GIVEN_NAMES)


def gender_of(low: str) -> str:
    """The gender that a lower-case given name tells; empty for both, and for what is none."""
    low = plain(low)
    return GIVEN_NAMES.get(low) or GIVEN_NAMES.get(low.split("-", 1)[0], "")
