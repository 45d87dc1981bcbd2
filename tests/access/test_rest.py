"""Who may by REST: each operation by its scope, on a service that runs as users run it."""

import json
import subprocess
from collections.abc import Iterator

import httpx
import pytest

from service.rest.operation import Operation
from service.rest.table import OPERATIONS
from tests.access.keys import ADMIN, KEYS, READER, WRITER, bearing
from tests.commands import BIN, SECONDS, environment, served

TEXT = {"body": "“I will not resign from office,” Maria Perez said in Lima on 2 March 2019."}
NOTHING = "article_00000000-0000-0000-0000-000000000000"


@pytest.fixture(scope="module")
def keyed(shared_database_url: str) -> Iterator[httpx.Client]:
    """A client of a service with keys."""
    env = environment(shared_database_url, ONRECORD_API_KEYS=json.dumps(KEYS))
    with served(env) as address, httpx.Client(base_url=address, timeout=SECONDS) as client:
        yield client


@pytest.fixture(scope="module")
def local(shared_database_url: str) -> Iterator[httpx.Client]:
    """A client of a service without keys."""
    with (
        served(environment(shared_database_url)) as address,
        httpx.Client(base_url=address, timeout=SECONDS) as client,
    ):
        yield client


def call(client: httpx.Client, operation: Operation, **headers: str) -> httpx.Response:
    """Call an operation on nothing that is stored."""
    path = operation.path.replace("{id}", NOTHING)
    return client.request(operation.method, path, headers=headers)


def problem(response: httpx.Response, status: int, code: str) -> str:
    """The detail of a problem with this status and code."""
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert (response.status_code, told["status"], told["code"]) == (status, status, code)
    return str(told["detail"])


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_an_operation_needs_a_key_with_its_scope(keyed: httpx.Client, operation: Operation) -> None:
    nobody = call(keyed, operation)
    assert f"scope {operation.scope}" in problem(nobody, 401, "UNAUTHENTICATED")
    assert nobody.headers["www-authenticate"] == 'Bearer realm="On Record"'
    guess = call(keyed, operation, Authorization="Bearer guess")
    problem(guess, 401, "UNAUTHENTICATED")
    assert guess.headers["www-authenticate"].endswith('error="invalid_token"')
    allowed = {"read": {READER, ADMIN}, "write": {WRITER, ADMIN}, "admin": {ADMIN}}[operation.scope]
    for key in (READER, WRITER, ADMIN):
        response = call(keyed, operation, **bearing(key))
        if key in allowed:
            assert response.status_code not in {401, 403}
        else:
            assert f"scope {operation.scope}" in problem(response, 403, "FORBIDDEN")


def test_the_name_of_a_key_is_the_sender(keyed: httpx.Client) -> None:
    """Two senders may have one externalId each for themselves."""
    record = {**TEXT, "externalId": "one"}
    stored = [keyed.post("/v1/articles", json=record, headers=bearing(key)) for key in (WRITER, ADMIN, WRITER)]
    assert [response.status_code for response in stored] == [201, 201, 200]
    first, second, again = (response.headers["location"] for response in stored)
    assert first == again != second


def test_a_request_of_this_machine_writes_without_a_key(local: httpx.Client) -> None:
    assert local.post("/v1/process", json=TEXT).status_code == 200
    for headers in ({"X-Forwarded-For": "192.0.2.1"}, {"Host": "news.example"}, {"Origin": "https://news.example"}):
        refused = local.post("/v1/process", json=TEXT, headers=headers)
        assert "ONRECORD_API_KEYS" in problem(refused, 403, "FORBIDDEN")
        assert local.get("/v1/articles", headers=headers).status_code == 200


def test_every_worker_knows_where_the_service_listens(shared_database_url: str) -> None:
    command = [str(BIN / "onrecord"), "serve", "--port", "0", "--workers", "2"]
    env = environment(shared_database_url)
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=env, text=True) as process:
        assert process.stderr
        address = json.loads(process.stderr.readline())["message"].split(" at ")[1].removesuffix("/graphql")
        try:
            for _ in range(8):
                # Without keeping a connection, so that both workers answer.
                assert httpx.post(f"{address}/v1/process", json=TEXT, timeout=SECONDS).status_code == 200
        finally:
            process.terminate()
            process.communicate(timeout=SECONDS)
