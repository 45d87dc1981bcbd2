import pytest

from service.processing.document import Mention
from service.processing.subjects import subject_before
from service.processing.units import ClauseReader
from tests.processing.reading import read


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("Bob Long said it", "Bob Long"),
        ("Bob Long, the mayor of Springfield, said it", "Bob Long"),
        ("Bob Long (D-Va.) said it", "Bob Long"),
        ("Bob Long, who met Tom Short, said it", "Bob Long"),
        ("A spokesman for Tom Short said it", "A spokesman"),
        ("Bob Long of the Lima Council said it", "Bob Long"),
        ("Bob Long, head of the United Federation of Farmers, which feeds Oxford, said it", "Bob Long"),
        ("Tom Short met Bob Long, who said it", "Bob Long"),
        ("Tom Short met Bob Long – who long ago said it", "Bob Long"),
        ("Bob Long met Tom Short and said it", "Bob Long"),
        ("Bob Long said Tom Short was ill, but added it", "Bob Long"),
        ("Bob Long met Tom Short, saying it", "Bob Long"),
        ("He spoke with Tom Short saying it", "Tom Short"),
        ("In the rain Bob Long also said it", "Bob Long"),
        ("It rained. Then said it", None),
        ("Bob Long praised Tom Short for what he had done, saying it", "Bob Long"),
        ("While Tom Short slept, Bob Long went home, saying it", "Bob Long"),
        ("Tom Short went home, but Bob Long stayed there, saying it", "Bob Long"),
        ("“We go home now,” said Bob Long at the time, adding it", "Bob Long"),
        ("The rain prompted the mayor, and it forced Ann Lee to say", "Ann Lee"),
        ("Ann Lee visited Bob Long to say", "Ann Lee"),
        ("It was late, the mayor said on Monday, warning", "the mayor"),
        ("The film of the town shows Bob Long saying", "Bob Long"),
        ("Bob Long sent a letter to Ann Lee saying", "Bob Long"),
        ("Bob Long agreed, with a spokesman for the mayor saying", "a spokesman"),
        ("It was Bob Long who left, saying", "Bob Long"),
        ("Another member of the public, whose name is lost, wrote", "Another member"),
        ("The Lima Council, led by Ann Lee, said it", "Lima Council"),
        ("The mayor in a film seen by the Lima Times, dated May, said it", "The mayor"),
    ],
)
def test_the_subject_of_the_last_verb(body: str, subject: str | None) -> None:
    document = read(body, "resolve_references")
    clauses = ClauseReader(document, document.tokens, document.mentions).read(0)
    verb = max(clauses.tags.rfind(tag) for tag in "VG")
    unit = subject_before(clauses, verb)
    found = clauses.items[unit] if unit >= 0 else None
    assert (body[found.start : found.end] if isinstance(found, Mention) else None) == subject
