"""`make contract-deep`: both contracts by tens of thousands of fresh cases, until so many were sent or one failed."""

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

from service.storage.embedded import embedded_postgres
from service.storage.schema import migrate
from tests.conftest import short_folder
from tests.contract.campaigns import (
    GRAPHQL_OPEN,
    GRAPHQL_WITH_KEY,
    GRAPHQL_WITHOUT_KEY,
    OPENAPI_OPEN,
    OPENAPI_WITH_KEY,
    OPENAPI_WITHOUT_KEY,
    Campaign,
)
from tests.contract.runs import Report
from tests.contract.seeded import seeded
from tests.databases import Server

CAMPAIGNS = (
    *(GRAPHQL_OPEN, OPENAPI_WITH_KEY, GRAPHQL_WITH_KEY, OPENAPI_OPEN),
    *(GRAPHQL_WITHOUT_KEY, OPENAPI_WITHOUT_KEY),
)
EXAMPLES = 150
"""Cases an operation of one run: every run begins with another seed, on a database that is new."""


def main() -> None:
    """Send at least so many cases; exits with 1 at the first run in which a check fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000, help="at least how many, of both contracts together")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**31), help="to repeat a run")
    asked = parser.parse_args()
    _say(f"seed {asked.seed}")
    cases = run = 0
    with short_folder() as folder, embedded_postgres(folder) as url:
        server = Server(url)
        with server.database() as template:
            asyncio.run(migrate(template))
            while cases < asked.cases:
                campaign, seed = CAMPAIGNS[run % len(CAMPAIGNS)], asked.seed + run
                report = _run(campaign, server, Server.name_in(template), seed)
                cases, run = cases + report.cases, run + 1
                _say(f"{cases:>6} cases: {campaign}, seed {seed}: {report.cases}, {'good' if report.passed else 'bad'}")
                if not report.passed:
                    sys.exit(report.text)


def _run(campaign: Campaign, server: Server, template: str, seed: int) -> Report:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with seeded(server, template, folder, keys=campaign.keys) as service:
            return campaign.run(service.address, service.stored, folder, examples=EXAMPLES, seed=seed)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
