"""What a segment holds of each document: which fields are inverted, and which columns stand beside them."""

from dataclasses import dataclass
from typing import Literal

ColumnKind = Literal["number", "name", "names", "key"]


@dataclass(frozen=True, slots=True)
class Field:
    """An inverted field: with the positions of its words or without, and with their places in the text."""

    name: str
    has_positions: bool = False
    has_spans: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A value of each document: a number, one name or none, any number of names, or a key of bytes."""

    name: str
    kind: ColumnKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The fields and columns of one logical index.

    Of one that `is_narrow` document numbers take two bytes whatever its size, and are put together when read.
    """

    fields: tuple[Field, ...]
    columns: tuple[Column, ...]
    is_narrow: bool = False


def _surface(name: str) -> Field:
    return Field(name, has_positions=True, has_spans=True)


def _stems(name: str) -> Field:
    return Field(f"{name}_stem", has_positions=True)


_NAMES = (Field("source", has_positions=True), Field("speaker", has_positions=True))
_COLUMNS = (
    Column("source", "name"),
    Column("speaker", "names"),
    Column("day", "number"),
    Column("kind", "name"),
    Column("key", "key"),
)

ARTICLES = Layout(
    (
        Field("id"),
        *map(_surface, ("title", "body", "quote")),
        *map(_stems, ("title", "body", "quote")),
        *_NAMES,
    ),
    _COLUMNS,
)
QUOTES = Layout(
    (
        Field("article"),
        *map(_surface, ("title", "quote")),
        *map(_stems, ("title", "quote")),
        *_NAMES,
    ),
    _COLUMNS,
    is_narrow=True,
)
