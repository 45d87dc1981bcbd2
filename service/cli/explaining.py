"""Shows a processed article to a person: who is quoted where, and why the program thinks so.

Everything can be read without colour: a quote is [words] and its number, who says it is {in braces}.
"""

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from service.article import (
    Actor,
    Attribution,
    Event,
    MentionForm,
    Modality,
    ProcessedArticle,
    Quote,
    QuoteKind,
    Span,
    ValueOrigin,
)

_WIDEST = 100
"""Columns that are easy to read across."""
_KINDS = {QuoteKind.DIRECT: "bold green", QuoteKind.MIXED: "green", QuoteKind.INDIRECT: "cyan"}
_SPEAKER = "bold yellow"
_CUE = "underline"
_MARK = "dim"
_UNKNOWN = "dim italic"
_MODALITIES = {Modality.NEGATED: "not so", Modality.HYPOTHETICAL: "perhaps", Modality.FUTURE: "to come"}
_ORIGINS = {ValueOrigin.TEXT: " (says the text)", ValueOrigin.INFERRED: " (inferred)"}
_LONGEST_LIST = 3
"""Other names of an actor that are shown."""


class _Cut(NamedTuple):
    """Where the look of the body changes: what begins or ends there, in the order of marks at one place."""

    at: int
    order: int
    opens: bool
    number: int
    """The quote's number; 0 for a speaker, -1 for a cue."""


def open_console() -> Console:
    """Standard output; in colour where it is a terminal that wants it."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def show_article(console: Console, place: str, article: ProcessedArticle) -> None:
    """Print one article; `place` tells where it was read."""
    console.print(Rule(Text(plain(place)), align="left", characters="─", style=_MARK))
    console.print(_heading(article))
    actors = {actor.key: actor for actor in article.actors}
    quotes = sorted(article.quotes, key=lambda quote: (quote.start, -quote.end))
    cuts = sorted(_cuts(quotes))
    looks = _Looks(quotes)
    at = shown = 0
    for start, end in _paragraphs(article.body):
        stop = at
        while stop < len(cuts) and cuts[stop].at <= end:
            stop += 1
        console.print(looks.paragraph(article.body, start, end, cuts[at:stop]))
        at = stop
        notes = Table.grid(Column(justify="right", width=5), Column(), padding=(0, 2, 0, 0))
        while shown < len(quotes) and quotes[shown].start < end:
            note = _note(article.body, quotes[shown], actors)
            notes.add_row(Text(str(shown + 1), style=_KINDS[quotes[shown].quote_kind]), note)
            shown += 1
        if notes.row_count:
            console.print(notes)
        console.print()
    _print_actors(console, article)
    _print_events(console, article, actors)


def plain(text: str) -> str:
    """`text` in one line without anything that could steer a terminal or turn its direction of writing."""
    return "".join(map(_shown, text)) if not text.isprintable() else text


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character.isspace():
        return " "
    return "" if unicodedata.category(character) == "Cf" else "\N{REPLACEMENT CHARACTER}"


def _heading(article: ProcessedArticle) -> Text:
    text = Text()
    if article.headline:
        text.append(plain(article.headline) + "\n", style="bold")
    counts = (
        _count(len(article.quotes), "quote"),
        _count(len(article.actors), "actor"),
        _count(len(article.events), "event"),
    )
    published = f"published {article.date_published}{_ORIGINS.get(article.date_published_origin, '')}"
    parts = [
        article.source.name if article.source else None,
        article.url,
        published if article.date_published else "no date",
        article.language if article.language != "und" else None,
        f"processed by {article.processor}",
        *counts,
    ]
    text.append(" · ".join(plain(part) for part in parts if part) + "\n", style=_MARK)
    legend = (
        ("[quote]1", _KINDS[QuoteKind.DIRECT]),
        ("[part of a sentence]2", _KINDS[QuoteKind.MIXED]),
        ("[said without marks]3", _KINDS[QuoteKind.INDIRECT]),
        ("{speaker}", _SPEAKER),
        ("word of saying", _CUE),
    )
    for words, style in legend:
        text.append(words, style=style).append("  ")
    return text.append("\n")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """Lines with something in them, without the white space at their edges."""
    start = 0
    for line in body.splitlines(keepends=True):
        if stripped := line.strip():
            begin = start + line.index(stripped)
            yield begin, begin + len(stripped)
        start += len(line)


def _cuts(quotes: Iterable[Quote]) -> set[_Cut]:
    """Where quotes, speakers and cues begin and end: what ends comes first, what is longer begins first."""
    cuts = set()
    for number, quote in enumerate(quotes, 1):
        cuts |= _both(quote, number)
        if quote.attribution and quote.attribution.speaker_span:
            cuts |= _both(quote.attribution.speaker_span, 0)
        if quote.attribution and quote.attribution.cue_span:
            cuts |= _both(quote.attribution.cue_span, -1)
    return cuts


def _both(span: Span, number: int) -> set[_Cut]:
    length = span.end - span.start
    longest = 1 << 32
    return {
        _Cut(span.start, longest - length, True, number),
        _Cut(span.end, length - longest, False, number),
    }


class _Looks:
    """What is open at a place of the body, paragraph after paragraph."""

    def __init__(self, quotes: list[Quote]) -> None:
        self._quotes = quotes
        self._open: dict[int, int] = defaultdict(int)
        """Number of a quote, 0 or -1 -> how many of it are open, in the order in which they were opened."""

    def paragraph(self, body: str, start: int, end: int, cuts: list[_Cut]) -> Text:
        """The paragraph with its marks."""
        text = Text()
        at = start
        for cut in cuts:
            here = min(max(cut.at, start), end)
            text.append(plain(body[at:here]), style=self._style())
            at = here
            self._mark(text, cut)
        text.append(plain(body[at:end]), style=self._style())
        return text

    def _mark(self, text: Text, cut: _Cut) -> None:
        if cut.number > 0:
            style = f"{_KINDS[self._quotes[cut.number - 1].quote_kind]} dim"
            text.append("[" if cut.opens else f"]{cut.number}", style=style)
        elif cut.number == 0:
            text.append("{" if cut.opens else "}", style=f"{_SPEAKER} dim")
        self._open[cut.number] += 1 if cut.opens else -1
        if not self._open[cut.number]:
            del self._open[cut.number]

    def _style(self) -> str:
        number = max(self._open, default=-1)
        style = _KINDS[self._quotes[number - 1].quote_kind] if number > 0 else ""
        if 0 in self._open:
            style = _SPEAKER
        return f"{style} {_CUE}" if -1 in self._open else style


def _note(body: str, quote: Quote, actors: dict[str, Actor]) -> Text:
    """Why a quote has its speaker, in one line."""
    text = Text()
    attribution = quote.attribution
    speaker = actors[quote.speaker].name if quote.speaker is not None else None
    words = plain(_slice(body, attribution.speaker_span)) if attribution and attribution.speaker_span else None
    if speaker:
        text.append(plain(speaker), style=_SPEAKER)
        if words and words != speaker:
            text.append(f" “{words}”", style=_MARK)
    elif words:
        text.append(f"“{words}”", style=_SPEAKER)
        text.append(" (no name)", style=_UNKNOWN)
    else:
        text.append("speaker unknown", style=_UNKNOWN)
    if attribution and attribution.cue:
        text.append(" · ")
        text.append(plain(attribution.cue), style=_CUE)
    for part in (quote.quote_kind.value.lower(), *_reasons(attribution)):
        text.append(f" · {plain(part)}")
    return text


def _slice(body: str, span: Span) -> str:
    return body[span.start : span.end]


def _reasons(attribution: Attribution | None) -> Iterator[str]:
    if attribution is None:
        return
    method = attribution.method.value.lower()
    yield f"by {attribution.rule} ({method})" if attribution.rule is not None else f"by {method}"
    if attribution.confidence is not None:
        yield f"{attribution.confidence:.0%} sure"
    if attribution.venue is not None:
        yield f"venue: {attribution.venue}"
    if attribution.addressee is not None:
        yield f"to: {attribution.addressee}"
    if attribution.relayed_by is not None:
        yield f"passed on by: {attribution.relayed_by}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for column in columns:
        table.add_column(column, header_style=_MARK, justify="right" if column in {"quotes", "mentions"} else "left")
    return table


def _print_actors(console: Console, article: ProcessedArticle) -> None:
    if not article.actors:
        return
    said: dict[str | None, int] = defaultdict(int)
    for quote in article.quotes:
        said[quote.speaker] += 1
    table = _table("Actors", "quotes", "mentions", "kind", "name", "also")
    for actor in sorted(article.actors, key=lambda actor: (-said[actor.key], -len(actor.mentions))):
        also = [*actor.aliases, *_roles(actor)]
        more = f", … ({len(also) - _LONGEST_LIST} more)" if len(also) > _LONGEST_LIST else ""
        table.add_row(
            str(said[actor.key] or "-"),
            str(len(actor.mentions)),
            actor.kind.value.lower(),
            Text(plain(actor.name), style=_SPEAKER if said[actor.key] else ""),
            Text(plain(", ".join(also[:_LONGEST_LIST])) + more, style=_MARK),
        )
    console.print(table)
    console.print()


def _roles(actor: Actor) -> Iterable[str]:
    return dict.fromkeys(m.role.title for m in actor.mentions if m.role and m.form is MentionForm.NAME)


def _print_events(console: Console, article: ProcessedArticle, actors: dict[str, Actor]) -> None:
    if not article.events:
        return
    table = _table("Events", "type", "when", "where", "what")
    for event in article.events:
        place = actors[event.location].name if event.location is not None else ""
        table.add_row(
            event.type.value + (f" ({plain(event.mode)})" if event.mode else ""),
            _when(event),
            Text(plain(place)),
            _what(event, actors),
        )
    console.print(table)
    console.print()


def _when(event: Event) -> str:
    dates = dict.fromkeys(date for date in (event.start_date, event.end_date) if date is not None)
    return " to ".join(dates) or "-"


def _what(event: Event, actors: dict[str, Actor]) -> Text:
    text = Text(plain(event.name))
    parts = [f"{part.role.value.lower()}: {actors[part.actor].name}" for part in event.participants]
    parts += dict.fromkeys(
        _MODALITIES[report.modality] for report in event.reports if report.modality is not Modality.ASSERTED
    )
    if parts:
        text.append(plain(f" ({'; '.join(parts)})"), style=_MARK)
    return text
