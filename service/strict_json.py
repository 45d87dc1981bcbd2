"""Reads JSON that means one thing: no duplicate names, no NaN, no infinity (RFC 8259, sections 4 and 6)."""

import json
from math import isinf
from typing import Any, NoReturn

from service.errors import BadInput


def decode_json(data: bytes) -> Any:
    """The value in a UTF-8 text of JSON. Raises BadInput with what is wrong and where."""
    text = decode_utf8(data).removeprefix("\ufeff")
    try:
        # Nearly all is an object without white space around, for which the decoder would search.
        if text.startswith("{") and (found := _DECODER.raw_decode(text))[1] == len(text):
            return found[0]
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text else f"column {error.colno}"
        raise BadInput(f"not JSON: {error.msg[:1].lower()}{error.msg[1:]} at {where}") from None
    except RecursionError:
        raise BadInput("not taken: its arrays and objects are nested too deeply") from None
    except ValueError:
        raise BadInput("not taken: it has a number of thousands of digits") from None


def decode_utf8(data: bytes) -> str:
    """The text, exactly as it stands. Raises BadInput with the first byte that is not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8: byte 0x{data[error.start]:02X} at {error.start}") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        for name, _ in pairs:
            if name not in found:
                raise BadInput(f"{name[:60]!r} stands twice in one object: remove one")
            del found[name]
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise BadInput(f"{name} is not a number in JSON: use null")


def _finite(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise BadInput(f"{text[:60]} is a number beyond all that are taken: use null")
    return number


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=_finite, parse_constant=_refuse_constant)
