"""Tokens: the words and marks of the text, each with the tag that the rules for clauses read.

Tags: V v reporting verb (strong, weak), G g its -ing form, X other verb, e word in -ed, n word in -ing,
P O pronoun (subject, object), d determiner, D adverb, I preposition, K and/but/or, L subordinator,
T that, W who/which, t a day or other word of time, c capitalised word, s the possessive 's, 0 number,
w other word, and , : ; ( ) - . for marks.
"""

import re
from typing import Final

from service.processing.contractions import folded_word
from service.processing.document import Document, ParagraphKind, Token
from service.processing.lexicon import CUES, FUNCTION_WORDS, NOUN_VERBS, PRONOUNS, ROLES, WORD_CLASSES
from service.processing.remembered import Remembered
from service.processing.sentences import ends_sentence

# No possessive groups: Python before 3.11.5 matches them wrongly. Nothing follows, so nothing is tried twice.
# Begins with a class of characters, for which re has a fast search; what follows is told by the character it found.
_TOKEN: Final = re.compile(
    r"([\w'’,:;()\[\]—–―.!?…-](?:(?<=[^\W_])(?:"
    # most words: nothing is joined to them
    r"[^\W_]*+(?![-.&@/'’][^\W_]|(?<=\d),\d{3}(?!\d))"
    r"|(?<=[A-Z])(?:\.[A-Z])+\."
    # "qwand.com/Xyzor"
    r"|[^\W_]*+(?:[-.][^\W_]++)*\.[a-z]++/[^\W_]++(?:[-./_=?&%#~][^\W_]++)*"
    # a slash parts names, "Ann Lee/Reuters", and trades, "actor/director", but not "A/C", "and/or"
    r"|[^\W_]*(?:(?:[-.&@]|(?<=\d),(?=\d{3}(?!\d))|['’](?![sS]\b)"
    r"|/(?!(?<=[^\W_]{2}/)[^\Wa-z\d_][^\W\d_]|(?<=[a-z]{4}/)[a-z]{4}))[^\W_]++)*)"
    r"|(?<=[,:;()\[\]—–―.!?…])|(?<=['’])[sS]\b|(?<=-)(?:-|(?<!\S-)(?!\S))))"
)
_MARKS: Final = {
    ",": ",",
    ":": ":",
    ";": ";",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
    "—": "-",
    "―": "-",
    "–": "-",
    "-": "-",
    "--": "-",
    ".": ".",
    "!": ".",
    "?": ".",
    "…": "w",
    "'s": "s",
    "’s": "s",
    "'S": "s",
    "’S": "s",
}
_CONTRACTED: Final = re.compile(r"(?:i|we|you|he|she|they|it)['’](?:m|ve|ll|d|re)")
NOUN_BASES: Final = frozenset(
    form for form in NOUN_VERBS if form not in {"read", "cast", "forecast"} and form[-1] != "s"
)
"""Forms that are nouns or verbs, and as verbs do not go with one human."""
_BEFORE_IS: Final = frozenset({"that", "there", "here", "what", "who", "where", "how", "when"})
"""Words of which 's is a verb."""
_IN_CONTEXT: Final = frozenset("VvGg.s")
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "another", "no", "any"})
_TAGS: Final = (
    dict.fromkeys(WORD_CLASSES["times"], "t")
    | dict.fromkeys(WORD_CLASSES["determiners"], "d")
    | CUES
    | FUNCTION_WORDS
    | {form: {"s": "P", "o": "O", "p": "d", "r": "D"}[case] for form, (case, _) in PRONOUNS.items()}
    | dict.fromkeys(("i", "we", "you"), "P")
    | dict.fromkeys(("me", "us"), "O")
)


def tokenize(document: Document) -> None:
    """Fill `tokens` and `words` from the paragraphs of running text, `aside` from the others, `in_order` from all."""
    for paragraph in document.paragraphs:
        tokens = document.tokens if paragraph.kind is ParagraphKind.TEXT else document.aside
        known = len(tokens)
        add_tokens(tokens, document.body, paragraph.start, paragraph.end)
        document.in_order += tokens[known:]
    document.words = {token.text for token in document.tokens}


def add_tokens(tokens: list[Token], body: str, begin: int, stop: int) -> None:
    """Append the tokens of `body[begin:stop]`; those that are there already give the first one its context."""
    at = begin
    for chunk in body[begin:stop].split(" "):
        # nearly all are a word, or a word and a mark
        if chunk.isalpha():
            _add(tokens, body, at, chunk, begin)
        elif chunk[-1:] in _ENDS and chunk[:-1].isalpha():
            end = at + len(chunk) - 1
            _add(tokens, body, at, chunk[:-1], begin)
            _add(tokens, body, end, chunk[-1], begin)
        elif chunk:
            parts = _TOKEN.split(chunk)
            start = at
            for k in range(1, len(parts), 2):
                start += len(parts[k - 1])
                _add(tokens, body, start, parts[k], begin)
                start += len(parts[k])
        at += len(chunk) + 1


_ENDS: Final = frozenset(",.;:!?")


def _add(tokens: list[Token], body: str, start: int, word: str, begin: int) -> None:
    """Append a word or mark at `start`, with its tag in the context of those before."""
    text, low, tag, folded, capital = _WORDS[word]
    if tag in _IN_CONTEXT and tokens:
        if text == "." and not ends_sentence(body, start, begin):
            return
        tag = _tag_in_context(tag, low, tokens[-1], tokens[-2].low if len(tokens) > 1 else "")
    tokens.append(Token(start, start + len(text), text, low, tag, folded, capital))


def _tag_in_context(tag: str, low: str, before: Token, second: str) -> str:
    """A tag in the context of the token before and of the second word before."""
    if tag == "s":
        return "X" if before.tag == "P" or before.low in _BEFORE_IS else "s"
    if tag in "Gg":
        # "the ruling", "a landmark ruling", but "the mayor saying"
        attributive = second in _ARTICLES and before.low not in ROLES and low in WORD_CLASSES["nouns in -ing"]
        noun = before.low in _ARTICLES or attributive
        return "n" if noun else tag
    if before.low == "her" and low in NOUN_VERBS:
        return "w"
    if before.tag in ",(" and low in NOUN_BASES:
        # "his niece, state Sen. Ann Lee, said"
        return "w"
    if before.tag == "c" and low in NOUN_BASES and second != "and" and not before.low.endswith("s"):
        # one person would "state"s: "Ohio state leaders"
        return "w"
    if tag in "Vv" and _is_passive(low, before, second):
        return "e"
    if tag in "Vv" and (before.tag in "dsI0X" or low in NOUN_VERBS):
        return _verb_or_noun(tag, before.tag, low, before.low)
    return tag


def _is_passive(low: str, before: Token, second: str) -> bool:
    """Whether an auxiliary, and an adverb or none, stand before a participle: "was also described"."""
    auxiliary = second if before.tag == "D" else before.low
    return auxiliary in WORD_CLASSES["passive"] and low.endswith(("ed", "ld", "n"))


def _verb_or_noun(tag: str, previous: str, low: str, word_before: str) -> str:
    """The tag of a reporting verb's form where it may be a noun, a participle or an infinitive."""
    if word_before == "to":
        return "G" if tag == "V" else "g"
    if (previous == "0" or word_before in WORD_CLASSES["numerals"]) and low.endswith(("ed", "said")):
        # "the mother of three replied", "70% said"
        return tag
    if previous in "ds0" or (previous == "I" and low not in {"said", "says"}):
        return "w"
    if low in {"read", "reads", "states"} and ROLES.get(word_before) == "words":
        return tag
    if low in NOUN_VERBS and previous in "wne" and word_before not in {"who", "people"}:
        return tag if word_before.endswith("s") and not low.endswith("s") else "w"
    return tag


def _read(word: str) -> tuple[str, str, str, str, bool]:
    """A word as it stands, in lower case, its tag out of context, folded, and whether it begins with a capital."""
    low = word.lower().replace("’", "'")
    return word, low, _MARKS.get(word) or _tag(word, low), folded_word(word), word[0].isupper()


def _tag(word: str, low: str) -> str:
    """The tag of a word out of context."""
    tag = _TAGS.get(low) or ("P" if "'" in low and _CONTRACTED.fullmatch(low) else _guess(low))
    return "c" if tag in "wen0D" and word[0].isupper() and low not in FUNCTION_WORDS else tag


_WORDS: Final = Remembered(_read)


def _guess(low: str) -> str:
    if low[0].isdigit():
        return "0"
    if low.endswith("ed") and len(low) > 4 and low not in WORD_CLASSES["not in -ed"]:
        return "e"
    if low.endswith("ly") and len(low) > 4 and low not in WORD_CLASSES["not in -ly"]:
        return "D"
    if low.endswith("ing") and len(low) > 5:
        return "n"
    return "w"
