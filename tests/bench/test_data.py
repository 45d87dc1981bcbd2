"""Made records are what the figures say that they are."""

import json
from itertools import islice

from bench.data import MENTIONS, QUOTES, line, records, small_records, submission


def test_records_have_the_mentions_and_quotes_that_are_told() -> None:
    for record in records(30):
        article = submission(record).article
        assert sum(len(actor.mentions) for actor in article.actors) == MENTIONS
        assert len(article.quotes) == QUOTES
        assert 3_800 < len(article.body) < 4_600


def test_records_are_the_same_each_time_and_each_another() -> None:
    lines = [line(record) for record in records(30)]
    assert lines == [line(record) for record in islice(records(40), 30)]
    assert len({submission(json.loads(each)).keys for each in lines}) == len(lines)


def test_small_records_are_taken_and_each_another() -> None:
    made = [submission(record) for record in small_records(30)]
    assert len({each.keys for each in made}) == len({each.article.quotes[0].text for each in made}) == len(made)
