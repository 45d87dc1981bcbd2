"""The processor: what makes processed articles of raw ones, the built-in pipeline or one that the settings name."""

import logging
from collections.abc import Callable
from importlib import import_module
from inspect import iscoroutinefunction
from operator import attrgetter
from typing import Any, NoReturn
from uuid import uuid4

from pydantic import ValidationError

from service.article import ProcessedArticle, RawArticle, problems_of
from service.errors import BadSettings, InvalidArticle, ProcessorFailed
from service.settings import Settings

Processor = Callable[[RawArticle], ProcessedArticle]
"""Called from several threads at once. Raises ProcessorFailed where it can't process an article."""

_KEPT = ("body", "external_id", "url", "headline", "source", "status")
_FILLED = {"language": "und", "date_published": None}
"""What a processor may find where the sender left it open, and how that is said."""

logger = logging.getLogger(__name__)


def processor_of(settings: Settings) -> Processor:
    """The processor that is set, else the built-in pipeline. Raises BadSettings where what is set can't be called."""
    if settings.processor is not None:
        return _checked(_loaded(settings.processor))
    # Its lexicons are read here, by those who process.
    from service.processing import process  # noqa: PLC0415

    return process


def processed(article: RawArticle, processor: Processor) -> ProcessedArticle:
    """What the processor makes of a raw article; a processed one as it came."""
    return article if isinstance(article, ProcessedArticle) else processor(article)


def _loaded(name: str) -> Callable[[RawArticle], Any]:
    module, _, function = name.partition(":")
    try:
        found = attrgetter(function)(import_module(module))
    # An import runs what stands in the module, which may fail in any way.
    except (Exception, SystemExit) as error:
        cause = f"{type(error).__name__}: {error}"
        raise BadSettings(f"ONRECORD_PROCESSOR: {name} can't be imported: {cause}") from error
    if not callable(found) or iscoroutinefunction(found):
        raise BadSettings(
            f"ONRECORD_PROCESSOR: {name} must be a plain function of an article, not {type(found).__name__}"
        )
    call: Callable[[RawArticle], Any] = found
    return call


def _checked(call: Callable[[RawArticle], Any]) -> Processor:
    """A processor whose answers are checked as any sender's record is."""

    def process(article: RawArticle) -> ProcessedArticle:
        try:
            made = _read(call(article))
        except InvalidArticle as error:
            _fail(f"the processor that is configured answered a record that breaks the rules: {error}", error)
        except (Exception, SystemExit) as error:
            _fail("the processor that is configured failed on the article; the service's log tells more", error)
        if changed := _changed(article, made):
            _fail(f"the processor that is configured changed what the sender told: {', '.join(changed)}")
        return made

    return process


def _read(answer: object) -> ProcessedArticle:
    """What a processor answered, checked anew also where it is a ProcessedArticle: those can be made unchecked."""
    record = answer.model_dump(mode="json", by_alias=True) if isinstance(answer, ProcessedArticle) else answer
    try:
        return ProcessedArticle.model_validate(record, by_name=False)
    except ValidationError as error:
        raise InvalidArticle(problems_of(error)) from None


def _changed(article: RawArticle, made: ProcessedArticle) -> list[str]:
    """Names of fields that are not as the sender told them."""
    fields = type(article).model_fields
    told = [*_KEPT, *(name for name, untold in _FILLED.items() if getattr(article, name) != untold)]
    return [fields[name].alias or name for name in told if getattr(article, name) != getattr(made, name)]


def _fail(message: str, cause: BaseException | None = None) -> NoReturn:
    """Raise, and log under an id what the sender can't mend."""
    failed = ProcessorFailed(message)
    failed.error_id = uuid4().hex
    logger.error("error %s: %s", failed.error_id, message, exc_info=cause)
    raise failed from cause
