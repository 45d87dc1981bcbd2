"""GraphQL over HTTP as graphql-http's audits know it: a suite that is not ours."""

from tests.clients.conftest import Clients
from tests.services import Service


def test_every_audit_passes(clients: Clients, service: Service) -> None:
    assert clients.run("audit.mjs", service.graphql).splitlines()[-1] == "61 of 61 passed"
