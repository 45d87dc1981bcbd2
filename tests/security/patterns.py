"""Finds every regular expression of the service, makes texts that are hard for each, and tries them.

`python -m tests.security.patterns LENGTH SECONDS` tries those on standard input, a JSON list of text and flags each. It
prints each before it is tried, and is killed by the system where one takes more than SECONDS of processor time.
"""

import ast
import importlib
import json
import pkgutil
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import service

# What Python itself reads expressions with; a type checker knows them only where something else imports them.
codes: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")

FOLDER = Path(service.__file__).parent
_FUNCTIONS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
_MOST = 6
"""Texts that are made of one part of an expression."""


class Expression(NamedTuple):
    """A regular expression with its flags."""

    text: str
    flags: int


def expressions() -> list[Expression]:
    """Those that modules hold, wherever in a tuple or a dict, and those that stand in calls."""
    found = set(_in_calls())
    for module in pkgutil.walk_packages(service.__path__, "service."):
        if not module.name.endswith("__main__"):
            for value in vars(importlib.import_module(module.name)).values():
                found.update(_held(value))
    return sorted(found)


def _held(value: Any) -> Iterator[Expression]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield Expression(value.pattern, value.flags)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _held(part)
    elif isinstance(value, list | tuple | frozenset):
        for part in value:
            yield from _held(part)


def _in_calls() -> Iterator[Expression]:
    """The constant expressions in calls like re.search(...), and those of pydantic's fields."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _is_of_re(node.func):
                if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str):
                    yield Expression(node.args[0].value, re.compile(node.args[0].value).flags)
            elif isinstance(node, ast.keyword) and node.arg == "pattern" and isinstance(node.value, ast.Constant):
                yield Expression(str(node.value.value), re.compile(str(node.value.value)).flags)


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in _FUNCTIONS
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def nested(expression: Expression) -> bool:
    """Whether a loop without an upper bound stands within another, and may give back what it took.

    A text may then be taken apart in more ways than there is time for: make the inner one possessive, as `[a-z]*+` is.
    """
    return _nested(parser.parse(expression.text, expression.flags), within=False)


def _nested(items: Any, *, within: bool) -> bool:
    for code, value in items:
        endless = code in {codes.MAX_REPEAT, codes.MIN_REPEAT} and value[1] is codes.MAXREPEAT
        if endless and within:
            return True
        whole = code in {codes.POSSESSIVE_REPEAT, codes.ATOMIC_GROUP}
        if any(_nested(part, within=not whole and (within or endless)) for part in _parts(code, value)):
            return True
    return False


def _parts(code: Any, value: Any) -> list[Any]:
    """What stands within an item of a parsed expression."""
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return [value[2]]
    if code is codes.BRANCH:
        return list(value[1])
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    if code in {codes.ASSERT, codes.ASSERT_NOT}:
        return [value[1]]
    if code is codes.GROUPREF_EXISTS:
        return [part for part in value[1:] if part is not None]
    return []


def attacks(expression: Expression, length: int) -> Iterator[str]:
    """Texts that repeat what each loop of the expression takes, after a way to it and before what no loop takes."""
    tree = parser.parse(expression.text, expression.flags)
    seen = set()
    for prefix, body in _loops(list(tree), ""):
        for piece in {body, body + body[:1], body[:1]} - {""}:
            for end in ("\0", "x", "\n", ",,"):
                if (key := (prefix, piece, end)) not in seen:
                    seen.add(key)
                    yield prefix + piece * (length // len(piece)) + end


def _loops(items: list[Any], prefix: str) -> Iterator[tuple[str, str]]:
    """(a text that leads to a loop, a text that goes through it once) for each loop in a parsed expression."""
    for number, (code, value) in enumerate(items):
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            _, most, inner = value
            if most > 1:
                for body in _samples(list(inner)):
                    yield prefix, body
                    # A loop whose rounds and whose neighbours take the same text.
                    yield prefix, body + "".join(_samples(items[number + 1 : number + 2])[:1])
            yield from _loops(list(inner), prefix)
        elif code is codes.BRANCH:
            for branch in value[1]:
                yield from _loops(list(branch), prefix)
        elif code is codes.SUBPATTERN:
            yield from _loops(list(value[3]), prefix)
        elif code in {codes.ASSERT, codes.ASSERT_NOT}:
            yield from _loops(list(value[1]), prefix)
        elif code is codes.ATOMIC_GROUP:
            yield from _loops(list(value), prefix)
        prefix += next(iter(_samples([(code, value)])), "")


def _samples(items: list[Any]) -> list[str]:
    """A few texts that a parsed expression takes."""
    found = [""]
    for code, value in items:
        found = [one + other for one in found for other in _sample(code, value)][:_MOST]
    return found


def _sample(code: Any, value: Any) -> list[str]:
    if code is codes.LITERAL:
        return [chr(value)]
    if code is codes.NOT_LITERAL:
        return [next(c for c in "a.\n" if ord(c) != value)]
    if code is codes.ANY:
        return ["a"]
    if code is codes.IN:
        return _of_class(value)
    if code is codes.BRANCH:
        return [text for branch in value[1] for text in _samples(list(branch))][:_MOST]
    if code is codes.SUBPATTERN:
        return _samples(list(value[3]))
    if code is codes.ATOMIC_GROUP:
        return _samples(list(value))
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        least, _, inner = value
        return [text * max(least, 1) for text in _samples(list(inner))]
    return [""]


def _of_class(parts: list[Any]) -> list[str]:
    """A character or two of a class."""
    compiled = re.compile("".join(["[", *(_class_part(code, value) for code, value in parts), "]"]))
    usual = [c for c in "a A1 .,-'\"\t\n’“é(" if compiled.match(c)][:2]
    return usual or [next(chr(n) for n in range(0x11_0000) if compiled.match(chr(n)))]


def _class_part(code: Any, value: Any) -> str:
    if code is codes.NEGATE:
        return "^"
    if code is codes.LITERAL:
        return re.escape(chr(value))
    if code is codes.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CATEGORIES[value]


_CATEGORIES = {
    codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_NOT_DIGIT: r"\D", codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_SPACE: r"\S", codes.CATEGORY_WORD: r"\w", codes.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def main(length: int, seconds: float) -> None:
    """Try each expression on its attacks, from their beginning and from every place of them."""
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    for line in sys.stdin:
        expression = Expression(*json.loads(line))
        print(json.dumps(expression.text), flush=True)  # noqa: T201
        compiled = re.compile(expression.text, expression.flags)
        # Python can't interrupt a match: the default action of the signal ends the process.
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        for text in attacks(expression, length):
            compiled.match(text)
            compiled.fullmatch(text)
            compiled.search(text)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
