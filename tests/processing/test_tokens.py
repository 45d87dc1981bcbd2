import pytest
from hypothesis import example, given
from hypothesis.strategies import text

from service.processing.document import Token
from service.processing.tokens import add_tokens
from tests.processing.reading import read


def tags(body: str) -> str:
    return "".join(token.tag for token in read(body, "tokenize").tokens)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("he said it", "PVP"),
        ("Guaido's home", "csw"),
        ("he's saying it", "PXGP"),
        ("says that’s it", "VTXP"),
        ("her comments stay", "Oww"),
        ("Trump comments today", "cVD"),
        ("they were told off", "PXeI"),
        ("they were also told off", "PXDeI"),
        ("he went to say it", "PXIGP"),
        ("in Ohio state leaders", "Icww"),
        ("Ohio states it", "cVP"),
        ("his niece, state senator", "dw,ww"),
        ("their failed claims", "dew"),
        ("mother of three replied", "wIdV"),
        ("in the U.S. today.", "IdcD."),
        ("a quickly — growing one", "dD-nd"),
        ("called the ruling wrong", "vdnw"),
        ("a landmark ruling", "dwn"),
        ("the court ruling that", "dwgT"),
        ("saw 3,000 jobs, 1,234,567 in 5,00", "X0w,0I0,0"),
    ],
)
def test_tags(body: str, expected: str) -> None:
    assert tags(body) == expected


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Lee/Reuters", ["Lee", "Reuters"]),
        ("AFP/Getty", ["AFP", "Getty"]),
        ("actor/director", ["actor", "director"]),
        ("A/C and/or 24/7 S/Sgt", ["A/C", "and/or", "24/7", "S/Sgt"]),
        ("qwand.com/Xyzor/Lee", ["qwand.com/Xyzor/Lee"]),
    ],
)
def test_slashes(body: str, words: list[str]) -> None:
    assert [token.text for token in read(body, "tokenize").tokens] == words


@given(text(alphabet="abcsS AZ.-'’‘/_&@09\n\t,:;([—―!?…“\"`é中\u00a0 ", max_size=80))
@example("“Don’t go,” said the U.N.’s envoy.")
def test_tokens_are_the_text_where_they_stand_and_hold_every_letter(body: str) -> None:
    tokens: list[Token] = []
    add_tokens(tokens, body, 0, len(body))
    at = 0
    for token in tokens:
        assert not any(map(str.isalnum, body[at : token.start]))
        assert at <= token.start < token.end
        assert body[token.start : token.end] == token.text
        at = token.end
    assert not any(map(str.isalnum, body[at:]))
