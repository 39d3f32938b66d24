"""JSON objects from outside, read strictly: no NaN, no endless nesting, no endless numbers."""

import json
from typing import Any, NoReturn

from corpus.errors import CorpusError


def parse_object(text: str, what: str) -> dict[str, Any]:
    """Return the JSON object in a text; `what` names the text in the message.

    Raises CorpusError where there is none.
    """
    try:
        found = json.loads(text.replace("\0", ""), parse_constant=_refuse)
    except RecursionError as error:
        raise CorpusError(f"the {what} is nested too deeply") from error
    except ValueError as error:
        raise CorpusError(_reason(text, what, error)) from error
    if not isinstance(found, dict):
        raise CorpusError(f'the {what} is no JSON object such as {{"title": …}}')
    return found


def _refuse(name: str) -> NoReturn:
    raise CorpusError(f"{name} is no JSON value; leave the field out")


def _reason(text: str, what: str, error: ValueError) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return f"the {what} holds a number of thousands of digits"
    if not text.endswith(("}", "]", "\n")):
        return f"the {what} is cut off in the middle of its JSON"
    return f"the {what} is no valid JSON: {error.msg} at column {error.colno}"
