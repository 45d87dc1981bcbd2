"""The fixture's articles, as the tests of the compiler have them, and a running service on the seeds."""

from tests.query.conftest import filled_url, reads
from tests.services import service

__all__ = ["filled_url", "reads", "service"]
