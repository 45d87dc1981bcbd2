"""Processing: raw text in, a processed article out; pure, no I/O, no clock."""

from service.processing.languages import LANGUAGES
from service.processing.pipeline import PROCESSOR, process

__all__ = ["LANGUAGES", "PROCESSOR", "process"]
