"""What the environment says: ONRECORD_<NAME>, or the content of the file that ONRECORD_<NAME>_FILE names."""

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from service.errors import BadSettings

PREFIX = "ONRECORD_"
FILE = "_FILE"

_OF_KUBERNETES = re.compile(r"\w*(SERVICE_HOST|SERVICE_PORT(_\w+)?|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)")
"""What Kubernetes tells each container of a service whose name begins with onrecord."""
_ADDRESS_OF_KUBERNETES = re.compile(r"(tcp|udp|sctp)://")


class Told(dict[str, str]):
    """Field -> its value, as text. in_files: the fields whose values stand in files, as secrets do."""

    def __init__(self) -> None:
        super().__init__()
        self.in_files: set[str] = set()


def told_by(environment: Mapping[str, str], fields: Collection[str]) -> Told:
    """What the environment says of these fields, in lower case.

    Raises BadSettings for a variable that is none of theirs, that is told twice, or whose file can't be read.
    """
    told = Told()
    variables = {name.upper(): value for name, value in environment.items() if name.upper().startswith(PREFIX)}
    wrong = []
    for variable, value in sorted(variables.items()):
        try:
            _take(told, variable, value, variables, fields)
        except BadSettings as error:
            wrong.append(str(error))
    if wrong:
        raise BadSettings("; ".join(wrong))
    return told


def _take(told: Told, variable: str, value: str, variables: Mapping[str, str], fields: Collection[str]) -> None:
    field = variable.removeprefix(PREFIX).lower()
    if field in fields:
        told[field] = value
    elif field.removesuffix(FILE.lower()) in fields:
        plain = variable.removesuffix(FILE)
        if plain in variables:
            raise BadSettings(f"{variable}: is given beside {plain}: leave one of them out")
        field = field.removesuffix(FILE.lower())
        told[field] = _content(variable, value)
        told.in_files.add(field)
    elif not _is_of_kubernetes(variable, value):
        names = [name.upper() + end for name in fields for end in ("", FILE)]
        near = get_close_matches(variable.removeprefix(PREFIX), names, n=1)
        hint = f"; did you mean {PREFIX}{near[0]}?" if near else ": leave it out"
        raise BadSettings(f"{variable}: is no setting{hint}")


def _content(variable: str, path: str) -> str:
    """The text of a file without the line break at its end."""
    try:
        text = Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except OSError as error:
        raise BadSettings(f"{variable}: {path}: can't be read: {(error.strerror or str(error)).lower()}") from None
    except ValueError:
        raise BadSettings(f"{variable}: {path[:1000]!r}: must be the path of a text in UTF-8") from None
    if not text:
        raise BadSettings(f"{variable}: {path}: is empty")
    return text


def _is_of_kubernetes(variable: str, value: str) -> bool:
    of_address = variable.endswith("PORT") and _ADDRESS_OF_KUBERNETES.match(value)
    return bool(of_address or _OF_KUBERNETES.fullmatch(variable.removeprefix(PREFIX)))
