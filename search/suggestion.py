"""What the writer of a query that cannot be read plainly meant: the query put right."""

import re
from collections.abc import Callable

from corpus.characters import fold_spaces
from search.errors import Mend, PeriodError, QueryError
from search.lexer import QUOTATION_MARKS
from search.period import parse_period

# Things put right in one query at most: as many brackets may be left open.
_MENDS_MOST = 10
# The longest date, "1 november 2024 .. 27 november 2024", is of so many pieces.
_DATE_PIECES_MOST = 7
_DANGLING = re.compile(r"(?:\s+(?:OR|ATAU|AND|DAN|NOT))+\s*\Z")
_ENDS_PLAIN_TEXT = re.compile(rf"[(){QUOTATION_MARKS}]")


def mended(query: str, error: QueryError, asks: Callable[[str], bool]) -> str | None:
    """Return the query with one thing after the other put right, or None where it is not plain how.

    `asks` reads a query, with QueryError where it cannot, and tells whether anything is left to look for.
    """
    for _ in range(_MENDS_MOST):
        if error.mend is None:
            return None
        query = fold_spaces(error.mend.applied_to(query))
        try:
            return query if asks(query) else None
        except QueryError as another:
            error = another
    return None


def bracket_closed(query: str) -> Mend:
    """Close a bracket at the end of the query, and before it a quotation that is open there.

    An operator that joins nothing at the end goes.
    """
    if sum(map(query.count, QUOTATION_MARKS)) % 2:
        return Mend(len(query), len(query), '")')
    dangling = _DANGLING.search(query)
    return Mend(dangling.start() if dangling else len(query), len(query), ")")


def date_quoted(start: int, query: str) -> Mend | None:
    """Put a date in quotation marks with the words behind it that belong to it; None where none do."""
    if not query[:start].rstrip().endswith(":"):
        return None
    plain = _ENDS_PLAIN_TEXT.split(query[start:], maxsplit=1)[0]
    ends = [piece.end() for piece in re.finditer(r"\S+", plain)]
    for end in reversed(ends[1:_DATE_PIECES_MOST]):
        if _is_period(plain[:end]):
            return Mend(start, start + end, f'"{plain[:end]}"')
    return None


def _is_period(text: str) -> bool:
    try:
        parse_period(text)
    except PeriodError:
        return False
    return True
