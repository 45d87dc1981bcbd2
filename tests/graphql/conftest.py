"""The fixture's articles, as the tests of the compiler have them."""

from tests.query.conftest import filled_url, reads

__all__ = ["filled_url", "reads"]
