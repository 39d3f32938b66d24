"""The one analyzer of Suara: text in, tokens with a surface form and a stem out.

Index and queries go through the same functions, so that a word typed is the word indexed.
"""

import hashlib
import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import Stemmer
from whoosh.analysis import Token as WhooshToken
from whoosh.analysis import Tokenizer

from corpus.characters import APOSTROPHES, ascii_apostrophes
from corpus.wordlists import read_words

# Raise it whenever a change here or in the data files gives other terms: indexes made before must be rebuilt.
ANALYZER_VERSION = 2

# Joins texts that no phrase may run across: the quotes of an article, the names of its speakers.
BREAK = "\x1e"
BREAK_GAP = 100

STOPWORDS = read_words("stopwords.txt", "index")
PROTECTED = read_words("protected.txt", "index")

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_LETTER = rf"[^\W_]|[\u0300-\u036f{_INVISIBLE}]"
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,:]\d+)+)(?![^\W_])|(?P<word>(?=[^\W_])(?:{_LETTER})+(?:[{APOSTROPHES}](?:{_LETTER})+)*)|{BREAK}"
)
_UNSEEN = str.maketrans(dict.fromkeys(_INVISIBLE, ""))


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: `text[start:end]` is what the reader sees, `position` counts words.

    `stem` is None for a function word, which is only ever looked for inside quotation marks.
    """

    surface: str
    stem: str | None
    position: int
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in order."""
    position = 0
    for match in _TOKEN.finditer(text):
        if match.lastgroup is None:
            position += BREAK_GAP
            continue
        surface = fold(match[0])
        yield Token(surface, stem(surface), position, match.start(), match.end())
        position += 1


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Return the surface form: NFKC, lower case, ASCII apostrophes, no invisible characters."""
    # Before NFKC, which takes some apostrophes apart.
    plain = ascii_apostrophes(word).translate(_UNSEEN)
    return unicodedata.normalize("NFKC", plain).casefold()


@lru_cache(maxsize=200_000)
def stem(surface: str) -> str | None:
    """Return the stem of a surface form, or None for a function word."""
    if surface in STOPWORDS:
        return None
    if surface in PROTECTED or not surface.isalpha():
        return surface
    stemmed: str = _stemmer().stemWord(surface)
    return stemmed


def fingerprint() -> str:
    """Name the analyzer's rules and data: another value means other terms."""
    rules = [str(ANALYZER_VERSION), *sorted(STOPWORDS), "", *sorted(PROTECTED)]
    return hashlib.sha256("\n".join(rules).encode()).hexdigest()[:16]


class SurfaceTokenizer(Tokenizer):
    """Give Whoosh the surface forms with their positions.

    It keeps no state, so Whoosh can pickle it into the schema; and it reuses one token, as Whoosh's own do.
    """

    def __call__(self, value: str, **_: Any) -> Iterator[WhooshToken]:
        """Yield the tokens of a field's text."""
        shared = WhooshToken(positions=True, boost=1.0)
        for token in _tokens_of(value):
            shared.text, shared.pos = token.surface, token.position
            yield shared


class StemTokenizer(Tokenizer):
    """Give Whoosh the stems, function words left out and positions kept."""

    def __call__(self, value: str, **_: Any) -> Iterator[WhooshToken]:
        """Yield the tokens of a field's text."""
        shared = WhooshToken(positions=True, boost=1.0)
        for token in _tokens_of(value):
            if token.stem is not None:
                shared.text, shared.pos = token.stem, token.position
                yield shared


@lru_cache(maxsize=1)
def _tokens_of(text: str) -> tuple[Token, ...]:
    """Keep the tokens of the last text: Whoosh asks for its surface forms, then for its stems."""
    return tuple(tokens(text))


def _stemmer() -> Any:
    # A Snowball stemmer keeps a buffer of its own: one for each thread.
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer.Stemmer("indonesian")
    return _LOCAL.stemmer


_LOCAL = threading.local()
