"""Text of a query cut into lexemes: words, phrases, brackets, operators and field names."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from index.analysis import tokens
from search.errors import QueryError

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
_QUOTATION_MARKS = '"“”„‟«»＂'
_NOT_IN_WORDS = rf"\s(){_QUOTATION_MARKS}"
_OPERATORS: dict[str, Kind] = {"OR": "or", "ATAU": "or", "AND": "and", "DAN": "and", "NOT": "not"}
_LEXEME = re.compile(
    rf"""(?P<open>\()|(?P<close>\))
    |[{_QUOTATION_MARKS}](?P<phrase>[^{_QUOTATION_MARKS}]*)[{_QUOTATION_MARKS}]?
    |(?ai:{"|".join(DATE_FIELDS)}):\s*
        (?:[{_QUOTATION_MARKS}](?P<quoted_date>[^{_QUOTATION_MARKS}]*)[{_QUOTATION_MARKS}]?|(?P<dated>[^{_NOT_IN_WORDS}]+))
    |(?P<field>(?ai:{"|".join(FIELDS)})):(?=\s*[^\s)])
    |(?P<not>-)(?=[^\W_]|[({_QUOTATION_MARKS}])
    |(?P<word>(?:[^\W_]|[*~])[^{_NOT_IN_WORDS}]*)
    |(?P<stray>(?:[^\w{_NOT_IN_WORDS}]|_)+)(?=[\s)]|\Z)
    """,
    re.VERBOSE,
)
_ENDS_OPERAND = {"word", "phrase", "prefix", "fuzzy", "dated", "close"}
_STARTS_OPERAND = {"word", "phrase", "prefix", "fuzzy", "dated", "field", "open", "not"}
# What closes a word: punctuation and signs, but not the combining accents of its last letter.
_CLOSING = re.compile(r"(?:[^\w\u0300-\u036f]|_)+$")
_TERM_SIGNS: dict[str, Kind] = {"*": "prefix", "~": "fuzzy"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One piece of a query and its offset in the text; `text` is bare of marks and closing punctuation."""

    kind: Kind
    text: str
    position: int


def read_lexemes(text: str) -> list[Lexeme]:
    """Cut a query into lexemes; what holds no letter or digit is left out, with the sign or field before it.

    Operators in capitals without an operand where they need one are words. Raises QueryError for a `*` or `~`
    where it means nothing.
    """
    lexemes: list[Lexeme] = []
    for match in _LEXEME.finditer(text):
        if lexeme := _lexeme(match):
            lexemes.append(lexeme)
        else:
            while lexemes and lexemes[-1].kind in ("not", "field"):
                lexemes.pop()
    return _settle_operators(lexemes)


def words_in(text: str) -> list[str]:
    """Return the words of a text as the index has them."""
    return [token.surface for token in tokens(text)]


def _lexeme(match: re.Match[str]) -> Lexeme | None:
    kind = match.lastgroup or ""
    text, position = match[kind], match.start(kind)
    match kind:
        case "word":
            return _word(text, position)
        case "phrase":
            return Lexeme("phrase", " ".join(text.split()), position) if words_in(text) else None
        case "dated" | "quoted_date":
            return Lexeme("dated", text.strip(), position)
        case "stray":
            return None
        case _:
            return Lexeme(kind, text, position)  # type: ignore[arg-type]  # the other groups are kinds


def _word(text: str, position: int) -> Lexeme | None:
    if text in _OPERATORS:
        return Lexeme(_OPERATORS[text], text, position)
    if text.lower().rstrip(":") in DATE_FIELDS and text.endswith(":"):
        raise QueryError("Give the date right after '{text}', as in {text}2024-11.", position, text=text)
    bare = _CLOSING.sub("", text)
    tail = text[len(bare) :]
    _check_signs(bare, tail, position)
    kind = _TERM_SIGNS.get(tail[:1], "word")
    # Bare of its comma, "OR," would read as an operator the next time.
    return Lexeme(kind, bare.lower() if bare in _OPERATORS else bare, position)


def _check_signs(bare: str, tail: str, position: int) -> None:
    if re.search(r"~\d+$", bare):
        raise QueryError("One typo is the most, in one word: write kata~ without a number.", position)
    if not bare or "*" in bare or bare[0] in _TERM_SIGNS:
        raise QueryError("A '*' or '~' stands at the end of a word only: kata* or kata~.", position)
    signs = [sign for sign in tail if sign in _TERM_SIGNS]
    if signs and (len(signs) > 1 or tail[0] != signs[0]):
        raise QueryError("Put the '{sign}' right after the last letter.", position, sign=signs[0])


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
