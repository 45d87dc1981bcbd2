"""The ways in which each contract is tested: who sends the cases, and to what kind of service."""

from dataclasses import dataclass
from pathlib import Path

from tests.commands import ROOT
from tests.contract.keys import HEADERS
from tests.contract.runs import Report, run

GRAPHQL = ROOT / "schema" / "schema.graphql"

PHASES = ("examples", "coverage", "fuzzing", "stateful")
"""Of which GraphQL has the fuzzing alone: schemathesis has no more for it."""


@dataclass(frozen=True)
class Campaign:
    """A contract, tested with or without a key on a service that asks for one or doesn't."""

    contract: str
    """`graphql` or `openapi`."""
    keys: bool
    """Whether the service asks for a key."""
    presented: bool = False
    """Whether the cases carry it."""

    def __str__(self) -> str:
        who = ("with a key" if self.presented else "without a key") if self.keys else "where no key is asked for"
        return f"{self.contract} {who}"

    def run(
        self, address: str, stored: Path, folder: Path, *, examples: int, seed: int, phases: tuple[str, ...] = PHASES
    ) -> Report:
        """Test a service on the seeds with at most so many generated cases an operation and phase."""
        arguments = ["--max-examples", str(examples), "--seed", str(seed), "--phases", ",".join(phases)]
        location, hooks = f"{address}/{'openapi.json' if self.contract == 'openapi' else 'graphql'}", self.contract
        if self.keys and not self.presented:
            if self.contract == "graphql":
                # Who has no key can't ask the service for its schema, either.
                location, hooks = str(GRAPHQL), "graphql_without_key"
                arguments += ["--url", f"{address}/graphql"]
            else:
                # Nothing that needs a key is accepted: ignored_auth sees to that.
                arguments += ["--exclude-checks", "positive_data_acceptance"]
        return run(
            self.contract,
            location,
            folder,
            *arguments,
            hooks=hooks,
            headers=HEADERS if self.presented else {},
            CONTRACT_STORED=str(stored),
            CONTRACT_KEYS="asked" if self.keys else "none",
        )


GRAPHQL_OPEN = Campaign("graphql", keys=False)
GRAPHQL_WITH_KEY = Campaign("graphql", keys=True, presented=True)
GRAPHQL_WITHOUT_KEY = Campaign("graphql", keys=True)
OPENAPI_OPEN = Campaign("openapi", keys=False)
OPENAPI_WITH_KEY = Campaign("openapi", keys=True, presented=True)
OPENAPI_WITHOUT_KEY = Campaign("openapi", keys=True)
