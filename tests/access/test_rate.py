"""Rate limits: how often a caller is answered, by a clock of the test's own, and over HTTP."""

import pytest

from service.access import rate
from service.access.rate import RateLimit
from service.errors import TooManyRequests
from tests.access.gated import gated
from tests.access.keys import ADMIN, KEYS, READER, bearing


class Clock:
    """Seconds that go on when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def taken(limit: RateLimit, caller: str, most: int = 1000) -> int:
    """How many requests are answered at once."""
    for number in range(most):
        try:
            limit.take(caller)
        except TooManyRequests:
            return number
    return most


def test_a_burst_is_what_ten_seconds_bring() -> None:
    clock = Clock()
    limit = RateLimit(60, clock)
    assert taken(limit, "a") == 10
    clock.now += 3
    assert taken(limit, "a") == 3
    clock.now += 1000
    assert taken(limit, "a") == 10


@pytest.mark.parametrize("per_minute", [1, 2, 7, 59, 600, 1_000_000])
def test_no_more_than_the_limit_and_a_burst_is_answered_in_a_minute(per_minute: int) -> None:
    clock = Clock()
    limit = RateLimit(per_minute, clock)
    burst = max(1, per_minute // 6)
    answered = 0
    for _ in range(601):
        answered += taken(limit, "a", burst * 2)
        clock.now += 0.1
    assert per_minute + burst - 1 <= answered <= per_minute + burst + 1


@pytest.mark.parametrize("per_minute", [1, 7, 60, 100_000])
def test_who_waits_as_long_as_is_told_is_answered(per_minute: int) -> None:
    clock = Clock()
    limit = RateLimit(per_minute, clock)
    for _ in range(5):
        taken(limit, "a", 200_000)
        with pytest.raises(TooManyRequests) as caught:
            limit.take("a")
        wait = caught.value.retry_after
        assert wait >= 1
        assert caught.value.headers == {"Retry-After": str(wait)}
        if wait > 1:
            clock.now += wait - 1
            with pytest.raises(TooManyRequests):
                limit.take("a")
            clock.now += 1
        else:
            clock.now += wait
        limit.take("a")


def test_a_refused_request_costs_nothing() -> None:
    clock = Clock()
    limit = RateLimit(60, clock)
    taken(limit, "a")
    for _ in range(100):
        with pytest.raises(TooManyRequests):
            limit.take("a")
    clock.now += 1
    limit.take("a")


def test_callers_do_not_share() -> None:
    limit = RateLimit(60, Clock())
    assert [taken(limit, name) for name in ("a", "b", "a")] == [10, 10, 0]


def test_who_was_seen_longest_ago_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "MAX_CALLERS", 3)
    clock = Clock()
    limit = RateLimit(60, clock)
    assert [taken(limit, name) for name in "abc"] == [10, 10, 10]
    clock.now += 1
    limit.take("a")
    limit.take("d")
    assert len(limit) == 3
    # b is new again, a is not
    assert (taken(limit, "a"), taken(limit, "b")) == (0, 10)


@pytest.mark.anyio
async def test_who_comes_too_often_is_told_when_to_come_again() -> None:
    async with gated(rate_limit=12) as client:
        assert [(await client.get("/read")).status_code for _ in range(3)] == [200, 200, 429]
        refused = await client.get("/write")
        assert (refused.status_code, refused.json()["code"]) == (429, "RATE_LIMITED")
        assert 1 <= int(refused.headers["retry-after"]) <= 5
        assert "12 requests a minute" in refused.json()["message"]


@pytest.mark.anyio
async def test_each_key_has_a_limit_of_its_own_and_guesses_share_that_of_their_address() -> None:
    async with gated(rate_limit=12, api_keys=KEYS) as client:

        async def statuses(*keys: str) -> list[int]:
            return [(await client.get("/read", headers=bearing(key))).status_code for key in keys]

        assert await statuses(READER, READER, READER) == [200, 200, 429]
        assert await statuses(ADMIN, ADMIN, ADMIN) == [200, 200, 429]
        assert await statuses("guess-1", "guess-2", "guess-3") == [401, 401, 429]
        assert (await client.get("/read")).status_code == 429
        # What is not allowed is counted too.
        assert (await client.get("/admin", headers=bearing(READER))).status_code == 429


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
    ],
)
@pytest.mark.anyio
async def test_addresses_without_a_key_are_counted_as_who_has_them(one: str, other: str, *, same: bool) -> None:
    async with gated(rate_limit=6) as client:
        # uvicorn takes the address from a proxy on this machine.
        statuses = [(await client.get("/read", headers={"X-Forwarded-For": a})).status_code for a in (one, other)]
        assert statuses == [200, 429 if same else 200]
