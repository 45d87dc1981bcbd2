"""What things are known by."""

from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.article import Actor, ActorKind, ProcessedArticle, RawArticle, Source
from service.natural_key import digest, normal_url, url_key
from service.storage.identity import (
    actor_keys,
    article_keys,
    content_hash,
    full_name_key,
    identifier_key,
    name_id,
    source_key,
    utterance_keys,
)

SPEAKER = UUID("4ee85e4d-3c7c-8c5c-8c70-6a0f2b3d1c11")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HTTPS://News.Example/A", "https://news.example/A"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example?a=b", "https://news.example/?a=b"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("http://news.example:80/a", "http://news.example/a"),
        ("http://news.example:/a", "http://news.example/a"),
        ("https://news.example/a#top", "https://news.example/a"),
        ("https://news.example/a?", "https://news.example/a"),
        ("http://[2001:DB8::1]:80/a", "http://[2001:db8::1]/a"),
        ("https://MÜNCHEN.example/a", "https://münchen.example/a"),
        ("https://münchen.example/a", "https://xn--mnchen-3ya.example/a"),
        ("https://mu\u0308nchen.example/a", "https://münchen.example/a"),
    ],
)
def test_equivalent_urls_are_one(one: str, other: str) -> None:
    assert normal_url(one) == normal_url(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://news.example/a", "https://news.example/a"),
        ("https://news.example/a", "https://news.example/A"),
        ("https://news.example/a", "https://news.example/a/"),
        ("https://news.example/a?b", "https://news.example/a?c"),
        ("https://news.example:8443/a", "https://news.example/a"),
        ("http://news.example:443/a", "http://news.example/a"),
        ("https://news.example/a", "https://www.news.example/a"),
        ("http://[2001:db8::1]/a", "http://[2001:db8::2]/a"),
        ("http://[::1]:8080/a", "http://[::1]/a"),
        ("https://one@news.example/a", "https://two@news.example/a"),
        ("https://straße.example/a", "https://strasse.example/a"),
    ],
)
def test_other_urls_are_others(one: str, other: str) -> None:
    assert normal_url(one) != normal_url(other)


@pytest.mark.parametrize(
    "url",
    [
        "https://" + "x" * 64 + ".example/", "https://a..b/", "https://-/", "https://xn--/", "https://a_b.example/",
        "https://\u200d.example/", "https://☃.example/", "http://256.256.256.256/", "https://.a/", "https://%41/",
    ],
)  # fmt: skip
def test_odd_hosts_have_a_normal_form_too(url: str) -> None:
    assert RawArticle(body="x", url=url).url == url
    assert normal_url(normal_url(url)) == normal_url(url)


@given(
    st.from_regex(
        r"https?://[a-zü0-9]{1,8}(\.[a-z]{1,5}){1,2}(:[0-9]{1,4})?(/[a-zA-Z0-9%.]{0,6}){0,3}(\?[a-z=&]{0,6})?(#[a-z]{0,4})?",
        fullmatch=True,
    )
)
def test_normal_form_of_normal_form(url: str) -> None:
    assert normal_url(normal_url(url)) == normal_url(url)


def test_article_is_known_by_sender_and_external_id_then_url() -> None:
    article = RawArticle(body="x", external_id="1", url="https://news.example/a")
    external, url = article_keys(article, "agency")
    assert (external.kind, url.kind) == ("EXTERNAL", "URL")
    assert article_keys(article, "other")[0].key != external.key
    assert article_keys(article, "other")[1] == url
    assert article_keys(RawArticle(body="y", url="https://NEWS.example/a#x"), "other") == (url,)


def test_article_without_either_is_known_by_source_and_text() -> None:
    def key(body: str, source: Source | None) -> bytes:
        (only,) = article_keys(RawArticle(body=body, source=source), "local")
        assert only.kind == "TEXT"
        return only.key

    named, other = Source(name="Example"), Source(name="Other")
    domain = Source(name="Example News", domain="news.example")
    assert len({key("x", None), key("x", named), key("x", other), key("x", domain), key("y", domain)}) == 5
    assert key("x", domain) == key("x", Source(name="Else", domain="NEWS.example"))
    assert key("x", named) == key("x", Source(name="ÉXAMPLE"))


def test_sources() -> None:
    assert source_key(Source(name="Example", domain="News.Example")) == "domain:news.example"
    assert source_key(Source(name="The  Guardian")) == "name:the guardian"
    assert source_key(Source(name="domain:x")) != source_key(Source(name="y", domain="x.y"))


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_no_two_lists_of_parts_read_alike(one: list[str], other: list[str]) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)


@given(st.lists(st.text(max_size=8), max_size=3))
def test_ids_are_uuids_of_version_8(parts: list[str]) -> None:
    made = name_id("actor", *parts)
    assert (made.version, made.variant) == (8, RFC_4122)
    assert made != name_id("event", *parts)


def test_ids_are_the_same_in_every_release() -> None:
    """Links to them are kept elsewhere: what changes these lines breaks those."""
    assert str(name_id("article", "a")) == "6cc1bf6d-57ca-88de-a6f6-ceec5604c7c4"
    assert content_hash("“é😀”").hex() == "9ca8c1a495be1012e20929d322617d4bbebd45649f8d677cc73b188bfd459f5a"
    assert url_key("https://news.example/a").hex() == "8cbff0b732e9ffd4bad215b93cfd85b0223ccc25c1af3ac3bdb2112483d38fb9"


@pytest.mark.parametrize(
    ("kind", "name", "full"),
    [
        (ActorKind.PERSON, "Maduro", False),
        (ActorKind.PERSON, "Nicolás Maduro", True),
        (ActorKind.PERSON, "\u00a0Maduro ", False),
        (ActorKind.PLACE, "Caracas", True),
        (ActorKind.ORGANIZATION, "Reuters", True),
        (ActorKind.GROUP, "Protesters", True),
        (ActorKind.PLACE, "\u0301", False),
    ],
)
def test_full_names(kind: ActorKind, name: str, *, full: bool) -> None:
    assert (full_name_key(kind, name) is not None) is full


def test_names_are_one_without_case_and_accents_and_apart_by_kind() -> None:
    one = full_name_key(ActorKind.PERSON, "Juan Guaidó")
    assert one == full_name_key(ActorKind.PERSON, "JUAN  GUAIDO\u0301")
    assert one != full_name_key(ActorKind.GROUP, "Juan Guaidó")


def test_identifiers_come_before_names() -> None:
    actor = Actor(key="a", kind=ActorKind.PERSON, name="Juan Guaidó", same_as=("https://a.example/1",) * 2)
    keys = actor_keys(actor).all
    assert keys == (identifier_key("https://a.example/1"), full_name_key(actor.kind, actor.name))
    assert not actor_keys(Actor(key="a", kind=ActorKind.PERSON, name="Maduro")).all


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the time has come now", 1),
        ("the time has come", 0),
        ("Yes.", 0),
        ("We will. We will.", 0),
        ("I am recognizing Juan Guaidó as president today", 1),
        ("clandestine meetings", 1),
        ("90 percent", 0),
        ("traitor", 0),
        ("…", 0),
        ("The time has come for us all. The people have spoken to us all.", 3),
    ],
)
def test_utterance_keys(text: str, count: int) -> None:
    assert len(utterance_keys(SPEAKER, text)) == count


def test_a_sentence_alone_has_a_key_of_the_speech_it_is_from() -> None:
    speech = utterance_keys(SPEAKER, "The time of democracy has arrived. Let him leave us in peace!")
    assert set(utterance_keys(SPEAKER, "the TIME of démocracy has arrived")) < set(speech)
    assert not set(utterance_keys(name_id("actor", "x"), "The time of democracy has arrived")) & set(speech)


def test_record_digest_is_not_the_identity() -> None:
    one = ProcessedArticle(body="x", processor="p/1", url="https://news.example/a")
    other = one.model_copy(update={"processor": "p/2"})
    assert article_keys(one, "local") == article_keys(other, "local")
    assert one.digest() != other.digest()
