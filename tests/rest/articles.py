"""Records that are sent over REST."""

from typing import Any

from tests.records import Draft

Json = dict[str, Any]


def record(url: str = "https://news.example/a", words: str = "I will not resign", **fields: Any) -> Json:
    """A processed article with a quote."""
    draft = Draft(f"“{words},” Maria Perez said.", url=url, **fields)
    draft.quote(words, draft.actor("Maria Perez"))
    return draft.record()


def numbered(number: int, words: str = "I will not resign") -> Json:
    """One of many."""
    return record(f"https://news.example/{number}", words)
