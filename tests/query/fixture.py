"""The articles that reads are tested on: few, and each with something that is easily got wrong."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from service.storage.pool import Pool
from tests.records import Draft, Json, Words, store

REPEATED = 25
"""Mentions of one actor in one article: more than a page holds that asks for no number."""


def _said(draft: Draft, method: str, speaker: Words | None = None, cue: Words | None = None, **fields: object) -> Json:
    """An attribution with the spans of these words."""
    spans = {"speakerSpan": speaker, "cueSpan": cue}
    return {"method": method, **{name: draft.span(words) for name, words in spans.items() if words}, **fields}


def _rally() -> Draft:
    """A direct quote with all that is known of it, its continuation and a pronoun; astral characters before them."""
    draft = Draft(
        "🇻🇪 CARACAS — Thousands rallied on Saturday. “Let him leave, let him leave at last!” opposition leader Juan "
        "Guaido told Reuters in Caracas. 𝔘nder Maduro we starve, Guaido thinks.\n"
        "“Nicolas Maduro has lost the army. And the army has lost Nicolas Maduro,” he went on.\n"
        "“We go on,” he said. 😀 Air Force General Francisco Yanez backed Guaido.",
        url="https://www.reuters.com/rally",
        externalId="r-1",
        headline="Thousands rally 😀 in “Caracas”",
        language="en",
        source={"name": "Reuters", "domain": "reuters.com"},
        datePublished="2019-02-02T17:30:00+01:00",
    )
    guaido = draft.actor(
        "Juan Guaido",
        ("Guaido", 1),
        ("Guaido", 2),
        aliases=["Guaido", "Juan Gerardo Guaidó Márquez"],
        sameAs=["https://www.wikidata.org/wiki/Q28501319", "https://viaf.org/viaf/1"],
    )
    draft.mention(guaido, "Juan Guaido", role="opposition leader")
    draft.mention(guaido, ("he", draft.body[: draft.body.index("he went on")].count("he")), "PRONOUN")
    maduro = draft.actor(
        "Nicolas Maduro", ("Nicolas Maduro", 0), ("Nicolas Maduro", 1), ("Maduro", 0), aliases=["Maduro"]
    )
    draft.mention(maduro, "him", "PRONOUN")
    caracas = draft.actor("Caracas", kind="PLACE")
    yanez = draft.actor("Francisco Yanez", "Yanez")
    draft.mention(yanez, "Francisco Yanez", role="Air Force General")
    army = draft.actor("the army", kind="GROUP")
    told = _said(draft, "CUE", "opposition leader Juan Guaido", "told", rule="inverted-cue", confidence=0.95)
    draft.quote(
        "Let him leave, let him leave at last!",
        guaido,
        attribution={**told, "venue": "Caracas", "addressee": "Reuters"},
    )
    draft.quote("𝔘nder Maduro we starve", guaido, "INDIRECT", _said(draft, "CUE", cue="thinks", confidence=0.5))
    draft.quote(
        "Nicolas Maduro has lost the army. And the army has lost Nicolas Maduro",
        guaido,
        attribution=_said(draft, "CONTINUATION", confidence=0.25),
    )
    draft.quote("We go on,", guaido, attribution=_said(draft, "PRONOUN", cue="said", confidence=0.75))
    draft.event(
        "PROTEST",
        "Thousands rally",
        "Thousands rallied on Saturday.",
        participants=[(guaido, "ACTOR"), (maduro, "RECIPIENT"), (guaido, "RECIPIENT")],
        mode="demo",
        contexts=["political", "human rights"],
        startDate="2019-02-02",
        endDate="2019-02-03",
        dateOrigin="INFERRED",
        location=caracas,
    )
    draft.event(
        "SUPPORT",
        "General backs Guaido",
        "Air Force General Francisco Yanez backed Guaido.",
        participants=[(yanez, "ACTOR"), (guaido, "RECIPIENT"), (army, "ACTOR")],
        startDate="2019-02",
        mode="x-defect",
    )
    return draft


def _reprint() -> Draft:
    """The same words and the same event in another outlet, by a date of which the month is known."""
    draft = Draft(
        "Juan Guaidó said: “Let him leave, let him leave at last!” Mr Guaidó spoke at a rally. "
        "“A coup,” Nicolas Maduro called the march. “Never, Norway,” he added.",
        url="https://www.bbc.co.uk/rally?a=1&b=2",
        headline="“Let him leave”: the rally",
        language="en-GB",
        source={"name": "BBC", "domain": "bbc.co.uk"},
        datePublished="2019-02",
        datePublishedOrigin="TEXT",
    )
    guaido = draft.actor(
        "Juan Guaidó", sameAs=["https://www.wikidata.org/wiki/Q28501319"], aliases=["Mr Guaidó"], key="g"
    )
    draft.mention(guaido, "Mr Guaidó")
    maduro = draft.actor("Nicolas Maduro")
    draft.quote("Let him leave, let him leave at last!", guaido)
    draft.quote("A coup,", maduro, "MIXED", _said(draft, "CUE", "Nicolas Maduro", "called", confidence=1.0))
    draft.actor("Norway", kind="PLACE")
    draft.quote("Never, Norway", maduro)
    draft.event(
        "PROTEST",
        "Rally in Caracas",
        "Mr Guaidó spoke at a rally.",
        participants=[(guaido, "ACTOR"), (maduro, "RECIPIENT")],
        startDate="2019-02-02",
    )
    return draft


def _leak() -> Draft:
    """Neither url nor source, date or headline; speakers who are not named; a report that nothing happened."""
    draft = Draft(
        "Talks in Caracas have failed, a senior official said. “Nobody came,” according to one of them. "
        "Norway denied that it had called for talks.",
        language="und",
    )
    caracas = draft.actor("Caracas", kind="PLACE")
    norway = draft.actor("Norway", kind="PLACE")
    draft.quote(
        "Talks in Caracas have failed",
        kind="INDIRECT",
        attribution=_said(draft, "CUE", "a senior official", "said", rule="indirect", relayedBy="one of them"),
    )
    draft.quote("Nobody came,")
    draft.event(
        "CONSULT",
        "Talks fail",
        "Talks in Caracas have failed",
        participants=[(norway, "ACTOR")],
        location=caracas,
        modality="NEGATED",
    )
    draft.event(
        "REQUEST",
        "Norway calls for talks",
        "Norway denied that it had called for talks.",
        participants=[(norway, "ACTOR")],
        modality="HYPOTHETICAL",
        startDate="2019",
    )
    return draft


def _retracted() -> Draft:
    """Retracted; names and text with quotation marks, backslashes, umlauts and what JSON escapes."""
    draft = Draft(
        'Jörg "El\\Loco" Größe sagte: "Wir\tkommen\\wieder"  zurück.\r\n\u2028Ärzte ohne Grenzen 𝒜𝓃𝓃𝒶 Müller\x7f\x01',
        url="https://www.spiegel.de/größe#teil",
        headline='Größe: "Wir kommen \\ wieder"',
        language="de",
        source={"name": "Der Spiegel", "domain": "spiegel.de"},
        datePublished="2018",
        status="RETRACTED",
    )
    loco = draft.actor('Jörg "El\\Loco" Größe')
    draft.actor("Ärzte ohne Grenzen", kind="ORGANIZATION")
    draft.actor("𝒜𝓃𝓃𝒶 Müller")
    draft.quote("Wir\tkommen\\wieder", loco)
    return draft


def _namesakes() -> Draft:
    """Two persons of one name in one article, who are told apart, and an event without a date at no place."""
    draft = Draft(
        "John Smith met John Smith. “I am the other one, not the first one,” John Smith said.",
        externalId='x "1" \\',
        source={"name": "The Daily \\ “Planet”"},
        datePublished="2019-02-02",
        processor="rules/1",
    )
    one = draft.actor("John Smith", ("John Smith", 0), key="one")
    other = draft.actor("John Smith", ("John Smith", 1), key="other")
    draft.mention(other, ("John Smith", 2))
    draft.quote("I am the other one, not the first one,", other)
    draft.event("CONSULT", "They meet", "John Smith met John Smith.", participants=[(one, "ACTOR"), (other, "ACTOR")])
    return draft


def _third_namesake() -> Draft:
    """A third of the name, who can be neither of the two; as old as the second article, and from an outlet known."""
    draft = Draft(
        "“Let him leave, let him leave at last!” Juan Guaido repeated. John Smith will visit Caracas.",
        url="https://www.reuters.com/smith",
        language="en",
        source={"name": "Reuters", "domain": "reuters.com"},
        datePublished="2019-02-01",
    )
    guaido = draft.actor("Juan Guaido")
    smith = draft.actor("John Smith")
    caracas = draft.actor("Caracas", kind="PLACE")
    draft.quote("Let him leave, let him leave at last!", guaido)
    draft.event(
        "CONSULT",
        "Smith visits",
        "John Smith will visit Caracas.",
        participants=[(smith, "ACTOR"), (guaido, "RECIPIENT")],
        location=caracas,
        startDate="2019-02-02",
        modality="FUTURE",
    )
    return draft


def _undated() -> Draft:
    """Without a date, and with more mentions than a page holds that asks for no number."""
    draft = Draft(
        "Guaido " * REPEATED + "again. “Let him leave, let him leave at last!” Juan Guaido said.",
        url="https://www.reuters.com/undated",
        language="en-US",
        source={"name": "Reuters", "domain": "reuters.com"},
    )
    guaido = draft.actor("Juan Guaido", *(("Guaido", n) for n in range(REPEATED)), "Juan Guaido")
    draft.quote("Let him leave, let him leave at last!", guaido)
    draft.event(
        "PROTEST", "Rally", "again.", participants=[(guaido, "ACTOR")], startDate="2019-02-02", dateOrigin="TEXT"
    )
    return draft


def _replaced(text: str) -> Draft:
    """What is replaced by a second revision; nobody is in it."""
    return Draft(
        text,
        url="https://www.bbc.co.uk/live",
        externalId="live",
        source={"name": "BBC", "domain": "bbc.co.uk"},
        language="en-GB",
        datePublished="2019-02-02T16:30:00Z",
    )


_MERGED = """
insert into former_actors (former_id, into_id, actor_id, merged_at)
select ('00000000-0000-8000-8000-00000000000' || n)::uuid, id, id, '2024-02-01Z'
from actors, generate_series(3, 1, -1) n
where name = case n when 3 then 'Caracas' else 'Nicolas Maduro' end
"""
"""What merging two other actors into one, and one into a place, leaves."""


_NUMBERED = """
update changes c set xid = n.xid, at = '2024-01-01Z'::timestamptz + n.day * interval '1 day'
from (
    select xid as old, dense_rank() over (order by xid)::text::xid8 as xid, dense_rank() over (order by xid) as day
    from changes
) n
where c.xid = n.old
"""
"""The feed as if these had been the cluster's first transactions, one a day: the same wherever it is made."""


def _clock() -> Iterator[datetime]:
    """Instants a day and a millisecond apart."""
    instant = datetime(2024, 1, 1, 12, tzinfo=UTC)
    while True:
        yield instant
        instant += timedelta(days=1, milliseconds=1)


def drafts() -> list[Draft]:
    """The articles that are stored once."""
    return [_rally(), _reprint(), _leak(), _retracted(), _namesakes(), _third_namesake(), _undated()]


async def fill(pool: Pool) -> None:
    """Store the articles one by one, at instants that are always the same."""
    ticks = _clock()
    with patch("service.storage.decision.now", lambda: next(ticks)):
        for draft in [*drafts(), _replaced("It begins.")]:
            await store(pool, draft)
        await store(pool, _replaced("It has begun, and here is more."), replaces="*")
    await pool.execute(_MERGED)
    await pool.execute(_NUMBERED)
