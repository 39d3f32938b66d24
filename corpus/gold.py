"""Gold: a folder of pages, and in its `gold.jsonl` what a reader of each page wrote down, one row a page.

A row names its page by `path`, below the folder, and in a file of many documents by `line`, as Suara counts
them. It labels what it holds: `title`, `date` (`2024-11-27`), `source`, `place`, `author` and `kind`, each a
text or null; `speakers`, a list of names; `quotes`, a list of `{text, kind, speaker, role}`, where `kind` is
`direct` when left out. What a row does not hold is not labelled, and not scored; other keys are ignored.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from corpus.article import QuoteKind
from corpus.errors import CorpusError
from corpus.json_objects import parse_object

GOLD = "gold.jsonl"
SHIPPED = ("unseen", "second", "patterns")
FIELDS = ("title", "date", "source", "place", "author", "kind")
_VOICE = ("speaker", "role")
_QUOTE_KINDS = ("direct", "indirect")


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A statement as labelled; `labels` holds of `speaker` and `role` those that the reader wrote down."""

    text: str
    kind: QuoteKind = "direct"
    labels: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldPage:
    """What was written down of one page; `fields` holds the labelled ones, None stands for no label.

    `row` is the 1-based line of `gold.jsonl`.
    """

    path: Path
    line: int | None
    row: int
    fields: Mapping[str, str | None]
    speakers: tuple[str, ...] | None
    quotes: tuple[GoldQuote, ...] | None


def shipped_gold() -> list[Path]:
    """Return the folders of gold that come with Suara: those scored before any mending, then the others."""
    return [Path(str(files("corpus") / "data" / "voices" / folder)) for folder in SHIPPED]


def read_gold(folder: Path) -> list[GoldPage]:
    """Read the gold of a folder.

    Raises CorpusError for a folder without `gold.jsonl`, and for a row that cannot be read or names no page.
    """
    path = folder / GOLD
    try:
        lines = path.read_text("utf-8").split("\n")
    except OSError as error:
        reason = error.strerror or str(error)
        raise CorpusError(f"{path}: cannot be read ({reason}); give a folder that holds one.") from error
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: is no UTF-8 ({error.reason}); save it as UTF-8.") from error
    rows = [_page(folder, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise CorpusError(f"{path}: holds no row; give one for each page.")
    return rows


def _page(folder: Path, number: int, line: str) -> GoldPage:
    try:
        return _read_page(folder, number, parse_object(line, "row"))
    except CorpusError as error:
        raise CorpusError(f"{folder / GOLD}, line {number}: {error}; mend the row.") from error


def _read_page(folder: Path, number: int, row: Mapping[str, Any]) -> GoldPage:
    path, line = _text(row, "path"), row.get("line")
    if not path or not (folder / path).is_file():
        raise CorpusError(f"'path' names no page of the folder: {path!r}")
    if line is not None and type(line) is not int:
        raise CorpusError("'line' is no number")
    fields = {name: _text(row, name) for name in FIELDS if name in row}
    return GoldPage(folder / path, line, number, fields, _names(row), _quotes(row))


def _names(row: Mapping[str, Any]) -> tuple[str, ...] | None:
    names = row.get("speakers")
    if names is None:
        return None
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return tuple(names)
    raise CorpusError("'speakers' is no list of names")


def _quotes(row: Mapping[str, Any]) -> tuple[GoldQuote, ...] | None:
    quotes = row.get("quotes")
    if quotes is None:
        return None
    if isinstance(quotes, list) and all(isinstance(quote, dict) for quote in quotes):
        return tuple(_read_quotes(quotes))
    raise CorpusError("'quotes' is no list of objects")


def _read_quotes(quotes: list[dict[str, Any]]) -> Iterator[GoldQuote]:
    for quote in quotes:
        text, kind = _text(quote, "text"), quote.get("kind", "direct")
        if not text:
            raise CorpusError("a quote has no 'text'")
        if kind not in _QUOTE_KINDS:
            raise CorpusError("the 'kind' of a quote is neither direct nor indirect")
        labels = {name: _text(quote, name) for name in _VOICE if name in quote}
        yield GoldQuote(text, cast("QuoteKind", kind), labels)


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise CorpusError(f"{key!r} is no text")
