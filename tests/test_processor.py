"""A processor of one's own in place of the built-in rules, and what is made of its answers."""

import json
import logging
from pathlib import Path

import pytest

from service.article import RawArticle
from service.errors import BadInput, ProcessorFailed
from service.processing import process
from service.processor import processor_of
from service.settings import Settings, read_settings
from tests.commands import environment, onrecord

RAW = RawArticle(external_id="7", body="Ana spoke.")


def plugged(name: str, article: RawArticle = RAW) -> object:
    return processor_of(Settings(processor=f"tests.plugged:{name}"))(article)


def test_without_a_setting_it_is_the_built_in_pipeline() -> None:
    assert processor_of(Settings()) is process


def test_a_function_is_used_in_its_place() -> None:
    article = processor_of(Settings(processor="tests.plugged:shouting"))(RAW)
    assert (article.processor, article.external_id) == ("shouting/1", "7")
    assert [actor.name for actor in article.actors] == ["Ana"]


def test_it_may_answer_json_and_fill_what_the_sender_left_open() -> None:
    article = processor_of(Settings(processor="tests.plugged:as_json"))(RAW)
    assert (article.language, article.date_published, article.date_published_origin) == ("es", "2019-02-02", "TEXT")


@pytest.mark.parametrize("told", [{"language": "en"}, {"datePublished": "2019-02-03"}])
def test_it_may_not_change_what_the_sender_told(told: dict[str, str]) -> None:
    with pytest.raises(ProcessorFailed, match=r"changed what the sender told: (language|datePublished)$"):
        plugged("as_json", RawArticle.model_validate({"body": "Ana spoke.", **told}))


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("raises", r"failed on the article; the service's log tells more$"),
        ("exits", r"failed on the article"),
        ("nothing", r"breaks the rules: record: must be an object$"),
        ("unnamed", r"breaks the rules: processor: is required$"),
        ("outside", r"breaks the rules: actors\[0\].mentions\[0\].end: 10000 is past the end of body"),
        ("unchecked", r"breaks the rules: actors\[0\]: must be an object"),
        ("translates", r"changed what the sender told: body$"),
        ("renames", r"changed what the sender told: externalId$"),
    ],
)
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_what_it_gets_wrong_is_told_and_logged(word: str, message: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(ProcessorFailed, match=message) as raised:
        plugged("by_article", RawArticle(external_id="7", body=f"Ana {word}"))
    assert raised.value.error_id
    assert raised.value.error_id in caplog.text
    assert "secret" not in str(raised.value)


def test_the_log_tells_the_cause(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ProcessorFailed):
        plugged("by_article", RawArticle(body="Ana raises"))
    assert "ValueError: a secret" in caplog.text


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("no.such.module:process", "can't be imported: ModuleNotFoundError: No module named 'no'"),
        (
            "tests.plugged:missing",
            "can't be imported: AttributeError: module 'tests.plugged' has no attribute 'missing'",
        ),
        ("tests.plugged:CONSTANT", "must be a plain function of an article, not int"),
        ("tests.plugged:later", "must be a plain function of an article, not function"),
    ],
)
def test_what_cannot_be_called_is_told_at_the_start(name: str, message: str) -> None:
    with pytest.raises(BadInput) as raised:
        processor_of(Settings(processor=name))
    assert str(raised.value) == f"ONRECORD_PROCESSOR: {name} {message}"


@pytest.mark.parametrize("name", ["", "module", "module:", ":function", "a/b:c", "module:function()"])
def test_the_setting_names_a_module_and_a_function(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("ONRECORD_PROCESSOR", name)
    with pytest.raises(BadInput, match="ONRECORD_PROCESSOR"):
        read_settings()


LINES = "\n".join(json.dumps({"externalId": word, "body": f"Ana {word}"}) for word in ("waves", "raises", "leaves"))


def test_the_command_line_processes_by_it() -> None:
    env = environment(ONRECORD_PROCESSOR="tests.plugged:by_article", PYTHONPATH=str(Path.cwd()))
    done = onrecord("process", "-", env=env, stdin=LINES.encode())
    assert done.returncode == 1
    assert [json.loads(line)["externalId"] for line in done.stdout.splitlines()] == ["waves", "leaves"]
    assert "standard input:2: the processor that is configured failed on the article" in done.stderr
    assert "ValueError: a secret" in done.stderr


def test_a_failing_processor_keeps_no_other_article_from_being_stored(database_url: str) -> None:
    env = environment(database_url, ONRECORD_PROCESSOR="tests.plugged:by_article", PYTHONPATH=str(Path.cwd()))
    done = onrecord("ingest", "-", env=env, stdin=LINES.encode())
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "2 stored, 0 replaced, 0 unchanged, 1 refused")
    exported = onrecord("export", "articles", env=env).stdout.splitlines()
    assert [json.loads(line)["processor"] for line in exported] == ["shouting/1"] * 2


def test_the_command_line_tells_in_one_line_what_cannot_be_called() -> None:
    done = onrecord("process", "-", env=environment(ONRECORD_PROCESSOR="nowhere:process"), stdin=LINES.encode())
    told = "ONRECORD_PROCESSOR: nowhere:process can't be imported: ModuleNotFoundError: No module named 'nowhere'"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"onrecord: {told}\n")
