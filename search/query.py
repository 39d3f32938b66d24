"""The query language: `parse` text into a tree of frozen nodes, and `unparse` it back.

words           all of them are wanted, in any form
"…" “…” '…'     these words exactly, in this order; any quotation marks do, an open one ends with the query
-word, NOT x    without it
a OR b, ATAU    either; AND and DAN may be written, ( ) group
kata*           words that begin so, three letters at least
kata~           one typo allowed
title: source: speaker: quote:      or judul: sumber: pembicara: kutipan:, before a word, a phrase or ( )
date: tanggal:  a year, month, ISO week or day: 2024, 2024-11, nov-2024, 2024-W48, 2024-11-27, 27/11/2024, in
                quotation marks "27 November 2024"; a..b, a.., ..b, >=a, <=a, >a, <a

NOT binds tightest, then standing side by side, then OR. Operators are in capitals; one without an operand is
a word. Any other text with a colon, such as http://x or 10:30, is words, but a field that is mistyped or has
nothing behind it is refused.
"""

from dataclasses import dataclass
from itertools import accumulate

from search.errors import Mend, PeriodError, QueryError
from search.lexer import FIELDS, Lexeme, read_lexemes, words_in
from search.period import Period, parse_period
from search.request import QUERY_MOST
from search.suggestion import bracket_closed, date_quoted, mended

TERMS_MOST = 32
PHRASE_WORDS_MOST = 80
PREFIXES_MOST = 2
PREFIX_LETTERS_LEAST = 3
FUZZY_MOST = 1
DEPTH_MOST = 10


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words exactly as written, in order."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words that begin with this."""

    text: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word with one typo allowed."""

    text: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Articles of a span of days."""

    period: Period


@dataclass(frozen=True, slots=True)
class Field:
    """A node looked for in one field: title, source, speaker or quote."""

    name: str
    node: "Node"


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not match the node."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """All of the nodes; of none, everything."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the nodes."""

    nodes: tuple["Node", ...]


Node = Word | Phrase | Prefix | Fuzzy | Dated | Field | Not | And | Or

EVERYTHING = And(())


def parse(text: str) -> Node:
    """Return the tree of a query; an empty one gives EVERYTHING.

    Raises QueryError, with the position in the text, for what its writer can mend, and with the query mended
    where it is plain what was meant.
    """
    try:
        return _read(text)
    except QueryError as error:
        error.suggestion = mended(text, error, _asks)
        raise


def unparse(node: Node) -> str:
    """Write a tree as the shortest query that `parse` turns back into it."""
    match node:
        case And(nodes):
            return " ".join(_operand(each) for each in nodes)
        case Or(nodes):
            # What stands side by side binds tighter than OR and needs no brackets.
            return " OR ".join(unparse(each) if isinstance(each, And) else _operand(each) for each in nodes)
        case _:
            return _operand(node)


def _asks(text: str) -> bool:
    return _read(text) != EVERYTHING


def _read(text: str) -> Node:
    if len(text) > QUERY_MOST:
        raise QueryError(
            "The query is longer than {most:,} characters; shorten it.", QUERY_MOST, most=QUERY_MOST
        )
    lexemes = read_lexemes(text)
    _check_limits(lexemes)
    return _Parser(lexemes, text).whole()


class _Parser:
    """Recursive descent over the lexemes of a query: OR binds weakest, then side by side, then NOT."""

    def __init__(self, lexemes: list[Lexeme], query: str) -> None:
        self._lexemes = lexemes
        self._query = query
        self._next = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._alternatives(field=None)
        if self._next < len(self._lexemes):
            position = self._lexemes[self._next].position
            raise QueryError(
                "This bracket closes nothing; remove it.", position, Mend(position, position + 1, " ")
            )
        return node

    def _alternatives(self, field: str | None) -> Node:
        nodes = [self._sequence(field)]
        while self._at("or"):
            self._next += 1
            nodes.append(self._sequence(field))
        return _joined(Or, [node for node in nodes if node != EVERYTHING])

    def _sequence(self, field: str | None) -> Node:
        nodes: list[Node] = []
        while self._next < len(self._lexemes) and not self._at("or", "close"):
            if self._at("and"):
                self._next += 1
            elif (node := self._operand(field)) != EVERYTHING:
                nodes.append(node)
        return _joined(And, nodes)

    def _operand(self, field: str | None) -> Node:
        lexeme = self._lexemes[self._next]
        self._next += 1
        match lexeme.kind:
            case "not":
                node = self._nested(lexeme, field, closes=False)
                return EVERYTHING if node == EVERYTHING else Not(node)
            case "open":
                return self._nested(lexeme, field, closes=True)
            case "field":
                return self._fielded(lexeme, field)
            case _:
                return _leaf(lexeme, self._query)

    def _fielded(self, lexeme: Lexeme, outer: str | None) -> Node:
        if outer:
            raise QueryError(
                "'{inner}:' cannot stand inside '{outer}:'; put them side by side.",
                lexeme.position,
                inner=lexeme.text,
                outer=outer,
            )
        name = FIELDS[lexeme.text.lower()]
        node = self._nested(lexeme, name, closes=False)
        return EVERYTHING if node == EVERYTHING else Field(name, node)

    def _nested(self, lexeme: Lexeme, field: str | None, *, closes: bool) -> Node:
        self._depth += 1
        if self._depth > DEPTH_MOST:
            raise QueryError(
                "More than {most} brackets inside one another; use fewer.",
                lexeme.position,
                most=DEPTH_MOST,
            )
        node = self._alternatives(field) if closes else self._operand(field)
        if closes:
            if not self._at("close"):
                raise QueryError(
                    "This bracket is never closed; add a ')'.", lexeme.position, bracket_closed(self._query)
                )
            self._next += 1
        self._depth -= 1
        return node

    def _at(self, *kinds: str) -> bool:
        return self._next < len(self._lexemes) and self._lexemes[self._next].kind in kinds


def _joined(kind: type[And] | type[Or], nodes: list[Node]) -> Node:
    """Join nodes, those of the same kind flattened in; one alone stays itself."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, kind) else (node,))
    if not flat:
        return EVERYTHING
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _leaf(lexeme: Lexeme, query: str) -> Node:
    match lexeme.kind:
        case "phrase":
            return Phrase(lexeme.text)
        case "prefix":
            return Prefix(lexeme.text)
        case "fuzzy":
            return Fuzzy(lexeme.text)
        case "dated":
            return _dated(lexeme, query)
        case _:
            return Word(lexeme.text)


def _dated(lexeme: Lexeme, query: str) -> Node:
    try:
        return Dated(parse_period(lexeme.text))
    except PeriodError as error:
        start, end = lexeme.position, lexeme.position + len(lexeme.text)
        mend = Mend(start, end, error.mended) if error.mended else date_quoted(start, query)
        raise QueryError(error.sentence, start, mend, **error.values) from error


def _check_limits(lexemes: list[Lexeme]) -> None:
    terms = [lexeme for lexeme in lexemes if lexeme.kind in ("word", "phrase", "prefix", "fuzzy")]
    # Kabupaten/Kota is two words.
    sizes = (1 if lexeme.kind == "phrase" else len(words_in(lexeme.text)) for lexeme in terms)
    for lexeme, size in zip(terms, accumulate(sizes), strict=True):
        if size > TERMS_MOST:
            raise QueryError(
                "More than {most} words; a phrase in quotation marks counts as one.",
                lexeme.position,
                most=TERMS_MOST,
            )
    for kind, most, sign in (("prefix", PREFIXES_MOST, "*"), ("fuzzy", FUZZY_MOST, "~")):
        found = [lexeme for lexeme in terms if lexeme.kind == kind]
        if len(found) > most:
            raise QueryError(
                "More words with '{sign}' in one query than {most}; use fewer.",
                found[most].position,
                sign=sign,
                most=most,
            )
    for lexeme in terms:
        _check_term(lexeme)


def _check_term(lexeme: Lexeme) -> None:
    if lexeme.kind == "phrase" and len(words_in(lexeme.text)) > PHRASE_WORDS_MOST:
        raise QueryError(
            "A phrase holds at most {most} words; shorten it.", lexeme.position, most=PHRASE_WORDS_MOST
        )
    # Of anti-h*, only the h would be left to look for.
    if lexeme.kind == "prefix" and len(words_in(lexeme.text)[-1]) < PREFIX_LETTERS_LEAST:
        raise QueryError(
            "Give at least {least} letters before the '*'.", lexeme.position, least=PREFIX_LETTERS_LEAST
        )


def _operand(node: Node) -> str:
    """Write a node as it stands among others: compound ones in brackets."""
    match node:
        case And() | Or():
            return f"({unparse(node)})"
        case Not(inner):
            return "NOT " + _operand(inner)
        case Field(name, inner):
            return f"{name}:{_operand(inner)}"
        case Dated(period):
            return f"date:{period}"
        case _:
            return _written(node)


def _written(node: Word | Phrase | Prefix | Fuzzy) -> str:
    match node:
        case Phrase(text):
            return f'"{text}"'
        case Prefix(text):
            return f"{text}*"
        case Fuzzy(text):
            return f"{text}~"
        case Word(text):
            return text
