"""Text of a query cut into lexemes: words, phrases, brackets, operators and field names."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from index.analysis import tokens
from search.edits import distance
from search.errors import Mend, QueryError

Kind = Literal["word", "phrase", "prefix", "fuzzy", "dated", "field", "open", "close", "not", "and", "or"]

FIELDS = {
    "title": "title",
    "judul": "title",
    "source": "source",
    "sumber": "source",
    "speaker": "speaker",
    "pembicara": "speaker",
    "quote": "quote",
    "kutipan": "quote",
}
DATE_FIELDS = ("date", "tanggal")
# Names of so many letters are known again with two typos, shorter ones with one.
_LONG_NAME = 7
# Any of these marks ends what any of them began: „…“ and »…« are as good as “…” and «…».
QUOTATION_MARKS = '"“”„‟«»＂‹›'
# Single ones are apostrophes too, as in Ma'ruf and Jum’at: they quote only where no letter is on their outer
# side, and an apostrophe between two letters ends no quotation.
_SINGLE_OPENING, _SINGLE_CLOSING = "'‘‚’", "'’‘"
_NOT_IN_WORDS = rf"\s(){QUOTATION_MARKS}"
_INSIDE_SINGLE = rf"(?:[^{QUOTATION_MARKS}'‘‚’]|(?<=[^\W_])['‘’](?=[^\W_]))*"
_SINGLE_START, _SINGLE_END = rf"(?<!\w)[{_SINGLE_OPENING}](?=\S)", rf"[{_SINGLE_CLOSING}](?!\w)"
_OPERATORS: dict[str, Kind] = {"OR": "or", "ATAU": "or", "AND": "and", "DAN": "and", "NOT": "not"}
_LEXEME = re.compile(
    rf"""(?P<open>\()|(?P<close>\))
    |[{QUOTATION_MARKS}](?P<phrase>[^{QUOTATION_MARKS}]*)[{QUOTATION_MARKS}]?
    |{_SINGLE_START}(?P<single_phrase>{_INSIDE_SINGLE}){_SINGLE_END}
    |(?ai:{"|".join(DATE_FIELDS)}):\s*(?:
        [{QUOTATION_MARKS}]\s*(?P<quoted_date>[^{QUOTATION_MARKS}]*)[{QUOTATION_MARKS}]?
        |{_SINGLE_START}\s*(?P<single_date>{_INSIDE_SINGLE}){_SINGLE_END}
        |(?P<dated>(?:[<>]=?\s+)?[^{_NOT_IN_WORDS}]+(?:\s+\.\.\s*(?=\w)[^{_NOT_IN_WORDS}]+)?))
    |(?P<field>(?ai:{"|".join(FIELDS)})):(?=\s*[^\s)])
    |(?<![\w){QUOTATION_MARKS}])(?P<not>-)(?=[^\W_]|[({QUOTATION_MARKS}]|{_SINGLE_START})
    |(?P<word>(?:[^\W_]|[*~])[^{_NOT_IN_WORDS}]*)
    |(?P<stray>(?:[^\w{_NOT_IN_WORDS}]|_)+)(?=[\s)]|\Z)
    """,
    re.VERBOSE,
)
_ENDS_OPERAND = {"word", "phrase", "prefix", "fuzzy", "dated", "close"}
_STARTS_OPERAND = {"word", "phrase", "prefix", "fuzzy", "dated", "field", "open", "not"}
# What closes a word: punctuation and signs, but not the combining accents of its last letter.
_CLOSING = re.compile(r"(?:[^\w\u0300-\u036f]|_)+$")
# What closes a date: all but the dots of an open range.
_CLOSING_DATE = re.compile(r"(?:[,;:!?'’]|(?<!\.)\.(?!\.))+$")
_TERM_SIGNS: dict[str, Kind] = {"*": "prefix", "~": "fuzzy"}
_SIGNS = re.compile(r"[*~]+-?[\d.]*")
_NUMBERED = re.compile(r"~-?\d[\d.,]*$")
_FIELD_TEXT = re.compile(rf"\w|[-<>=.'‘({QUOTATION_MARKS}]")
# A name right before a colon and what is looked for in it; in an address there is no name, and in 10:30 none.
_NAMED = re.compile(r"(?P<name>[^\W\d]+):(?!//)(?=[^\s:])")
_SPACE_AFTER_WORD = re.compile(r"(?P<word>[^\W_]+)(?P<space>\s+)$")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query and its offset in the text; `text` is bare of marks and closing punctuation."""

    kind: Kind
    text: str
    position: int


def read_lexemes(text: str) -> list[Lexeme]:
    """Cut a query into lexemes; what holds no letter or digit is left out, with the sign or field before it.

    Operators in capitals without an operand where they need one are words. Raises QueryError for a `*` or `~`
    where it means nothing, and for a field that is mistyped or has nothing behind it.
    """
    lexemes: list[Lexeme] = []
    for match in _LEXEME.finditer(text):
        if lexeme := _lexeme(match):
            lexemes.append(lexeme)
        else:
            while lexemes and lexemes[-1].kind in ("not", "field"):
                lexemes.pop()
    return _settle_operators(lexemes)


def unknown_fields(text: str) -> tuple[str, ...]:
    """Return the names in a query that stand where a field would: `foo` in foo:bar, which is words."""
    terms = (lexeme for lexeme in read_lexemes(text) if lexeme.kind in ("word", "prefix", "fuzzy"))
    found = (_NAMED.match(text, lexeme.position) for lexeme in terms)
    return tuple(dict.fromkeys(named["name"] for named in found if named))


def words_in(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return [token.surface for token in tokens(text)]


def _lexeme(match: re.Match[str]) -> Lexeme | None:
    kind = match.lastgroup or ""
    text, position = match[kind], match.start(kind)
    match kind:
        case "word":
            return _word(text, position, match.string)
        case "phrase" | "single_phrase":
            return Lexeme("phrase", " ".join(text.split()), position) if words_in(text) else None
        case "quoted_date" | "single_date":
            return Lexeme("dated", text.strip(), position)
        case "dated":
            return Lexeme("dated", _CLOSING_DATE.sub("", text), position)
        case "stray":
            return None
        case _:
            return Lexeme(kind, text, position)  # type: ignore[arg-type]  # the other groups are kinds


def _word(text: str, position: int, query: str) -> Lexeme:
    if text in _OPERATORS:
        return Lexeme(_OPERATORS[text], text, position)
    _check_field(text, position, query)
    _check_leading_signs(text, position, query)
    bare = _CLOSING.sub("", text)
    tail = text[len(bare) :]
    _check_signs(bare, tail, position)
    kind = _TERM_SIGNS.get(tail[:1], "word")
    # Bare of its comma, "OR," would read as an operator the next time.
    return Lexeme(kind, bare.lower() if bare in _OPERATORS else bare, position)


def _check_field(text: str, position: int, query: str) -> None:
    """Refuse a field with nothing behind it, and a name that is nearly a field's with text behind it."""
    name, colon, rest = text.partition(":")
    if colon and not rest and name.lower() in DATE_FIELDS:
        raise QueryError("Give the date right after '{text}', as in {text}2024-11.", position, text=text)
    if colon and not rest and name.lower() in FIELDS:
        raise QueryError("Give a word or a phrase right after '{text}'.", position, text=text)
    following = rest or query[position + len(text) :]
    if colon and _FIELD_TEXT.match(following) and (meant := _field_near(name)):
        raise QueryError(
            "No field is called '{name}:'; did you mean '{meant}:'? For a word, put a space after the colon.",
            position,
            Mend(position, position + len(name), meant),
            name=name,
            meant=meant,
        )


def _field_near(name: str) -> str | None:
    """Return the field a name is a typo away from: a letter more, less, another, or two of them swapped."""
    typos = [(distance(name.lower(), known, limit=2), known) for known in (*FIELDS, *DATE_FIELDS)]
    near = [(count, known) for count, known in typos if count <= (2 if len(known) >= _LONG_NAME else 1)]
    return min(near)[1] if near and name.isalnum() else None


def _check_leading_signs(text: str, position: int, query: str) -> None:
    signs = _SIGNS.match(text)
    if not signs:
        return
    end = position + signs.end()
    if query[:position].endswith((*QUOTATION_MARKS, ")")):
        raise QueryError(
            "A '{sign}' belongs to one word, not to a phrase or brackets; remove it.",
            position,
            Mend(position, end, ""),
            sign=text[0],
        )
    lone = not words_in(text[signs.end() :])
    raise _misplaced_sign(position, _lone_sign_mended(query, position, end) if lone else None)


def _lone_sign_mended(query: str, position: int, end: int) -> Mend | None:
    """Put a sign that stands alone behind the word before it, or leave it out where there is none."""
    before = _SPACE_AFTER_WORD.search(query[:position])
    if before and before["word"] not in _OPERATORS:
        return Mend(before.start("space"), end, query[position])
    return None if query[:position].endswith(":") else Mend(position, end, "")


def _check_signs(bare: str, tail: str, position: int) -> None:
    end = position + len(bare)
    if numbered := _NUMBERED.search(bare):
        raise QueryError(
            "One typo is the most, in one word: write kata~ without a number.",
            position,
            Mend(position + numbered.start(), end, "~"),
        )
    if "*" in bare:
        raise _misplaced_sign(position)
    signs = [sign for sign in tail if sign in _TERM_SIGNS]
    if signs and (len(signs) > 1 or tail[0] != signs[0]):
        raise QueryError(
            "Put the '{sign}' right after the last letter.",
            position,
            Mend(end, end + len(tail), signs[0]),
            sign=signs[0],
        )


def _misplaced_sign(position: int, mend: Mend | None = None) -> QueryError:
    return QueryError("A '*' or '~' stands at the end of a word only: kata* or kata~.", position, mend)


def _settle_operators(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Turn the operators that lack an operand into words."""
    backward: list[Lexeme] = []
    for lexeme in reversed(lexemes):
        needs = lexeme.kind in ("and", "or", "not") and lexeme.text in _OPERATORS
        lacks = needs and not (backward and backward[-1].kind in _STARTS_OPERAND)
        backward.append(_as_word(lexeme) if lacks else lexeme)
    settled: list[Lexeme] = []
    for lexeme in reversed(backward):
        lacks = lexeme.kind in ("and", "or") and not (settled and settled[-1].kind in _ENDS_OPERAND)
        settled.append(_as_word(lexeme) if lacks else lexeme)
    return settled


def _as_word(lexeme: Lexeme) -> Lexeme:
    return replace(lexeme, kind="word", text=lexeme.text.lower())
