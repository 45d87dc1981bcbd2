"""The OpenAPI document as Spectral's own ruleset for OpenAPI sees it."""

import json

from tests.clients.conftest import Clients

SPECTRAL = "node_modules/@stoplight/spectral-cli/dist/index.js"
OPTIONS = ("--ruleset", "openapi/spectral.json", "--fail-severity", "hint", "--format", "json", "--quiet")


def test_spectral_finds_nothing(clients: Clients) -> None:
    assert json.loads(clients.run(SPECTRAL, "lint", *OPTIONS, "openapi.json")) == []
