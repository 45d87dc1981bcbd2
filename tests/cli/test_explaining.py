"""What `onrecord process --explain` shows."""

import io
import json
import re

import pytest
from rich.console import Console

from service.article import ProcessedArticle, RawArticle
from service.cli.explaining import plain, show_article
from service.processing import process
from tests.commands import environment, onrecord
from tests.records import Draft

BODY = (
    "General Bob Long said that the town would build “a great big bridge” on Friday.\n\n"
    "“We are going home,” he told Reuters.\n\n“It rains,” a senior official said."
)


def shown(article: ProcessedArticle, *, colour: bool = False, width: int = 200) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=colour, color_system="standard" if colour else None, width=width)
    show_article(console, "article.txt", article)
    return file.getvalue()


def test_quotes_are_numbered_and_their_speakers_in_braces() -> None:
    text = shown(process(RawArticle(body=BODY)))
    assert "General {Bob Long} said that [the town would build “[a great big bridge]2” on Friday]1." in text
    assert "“[We are going home,]3” {he} told Reuters." in text


def test_every_quote_is_explained_below_its_paragraph() -> None:
    lines = [line.strip() for line in shown(process(RawArticle(body=BODY))).splitlines()]
    first = next(i for i, line in enumerate(lines) if line.startswith("General {"))
    assert lines[first + 1] == "1  Bob Long · said · indirect · by reported-that (cue) · 95% sure"
    assert lines[first + 2].startswith("2  Bob Long · said · mixed · by cue-governs (cue)")
    assert any("Bob Long “he” · told · direct · by cue-after (pronoun)" in line for line in lines)
    assert any(line.endswith("venue: Reuters") for line in lines)
    assert any("“a senior official” (no name) · said" in line for line in lines)


def test_actors_and_events_are_listed() -> None:
    text = shown(process(RawArticle(body="Bob Long met Ann Lee in Caracas. “We agree,” Bob Long said.")))
    actors, _, events = text.partition("Events")
    assert re.search(r"1 +3? +\d* *person +Bob Long", actors)
    assert "CONSULT" in events
    assert "actor: Bob Long" in events


def test_colour_changes_no_word() -> None:
    article = process(RawArticle(body=BODY))
    coloured = shown(article, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown(article)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("a\tb\u00a0c\nd", "a b c d"),
        ("\x1b[31mred\x9bm\x07", "\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}m\N{REPLACEMENT CHARACTER}"),
        ("left\u202eright\u200b", "leftright"),
    ],
)
def test_nothing_of_a_text_steers_the_terminal(text: str, seen: str) -> None:
    assert plain(text) == seen


def hostile() -> ProcessedArticle:
    """A record of another pipeline with all that it may leave out, and escapes wherever text is free."""
    escape = "\x1b]0;owned\x07\x9b31m\u202e[bold]"
    draft = Draft(f"One two {escape}three four.\r\n\r\nFive six.", headline=f"H {escape}")
    actor = draft.actor(f"A {escape}", "two")
    draft.quote("One two", actor)
    draft.quote("two", kind="MIXED", attribution={"method": "SUPPLIED"})
    draft.quote("six", kind="INDIRECT", attribution={"method": "CUE", "cue": escape, "rule": escape, "venue": escape})
    draft.event("OTHER", f"E {escape}", "Five", modality="NEGATED", location=actor)
    return ProcessedArticle.model_validate(draft.record())


def test_records_of_others_are_shown_too() -> None:
    text = shown(hostile())
    assert not set(text) & set("\x1b\x07\x9b\u202e")
    assert "[One [two]2]1" in text
    assert "speaker unknown · mixed · by supplied" in text
    assert "[bold]" in text
    assert "not so" in text


def test_quotes_that_cross_are_shown_with_balanced_brackets() -> None:
    draft = Draft("one two three four\n\nfive six seven")
    draft.quote("one two three")
    draft.quote("three four\n\nfive")
    text = shown(ProcessedArticle.model_validate(draft.record()))
    assert "[one two [three]1 four" in text
    assert "five]2 six seven" in text


def test_the_command_shows_every_article_and_refuses_as_ever() -> None:
    lines = b"\n".join(json.dumps(record).encode() for record in ({"body": BODY}, {"body": ""}, {"body": "Two."}))
    run = onrecord("process", "--explain", "-", env=environment("postgresql://127.0.0.1:1/nothing"), stdin=lines)
    assert run.returncode == 1
    assert run.stderr.startswith("standard input:2: body: ")
    assert [line.split()[1] for line in run.stdout.splitlines() if "───" in line] == ["input:1", "input:3"]
    assert "\x1b" not in run.stdout
