"""Paragraphs and sentences as tokens with exact offsets."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus.characters import APOSTROPHES
from corpus.lexicon import (
    ABBREVIATED,
    ACTIVE_CUE,
    BASE_CUE,
    CAPITAL,
    CLITIC_CUE,
    DEGREE,
    GIVEN_NAME,
    HONORIFIC,
    NICKNAME,
    ORGANISATION,
    PLAIN,
    PRONOUN,
    QUOTED,
    ROLE,
    SHORT_OFFICES,
    classify,
)
from corpus.quotations import Quotation, quotations_in

# While tokens are read, a quotation is the first of these and then the second: one token of its own length.
_QUOTATION_START = "\x01"
_QUOTATION_REST = "\x00"
_CONTROL = str.maketrans({_QUOTATION_START: " ", _QUOTATION_REST: " "})
_TOKEN = re.compile(
    r"(?P<token>\x01\x00*"
    rf"|[^\W_]++(?![.{APOSTROPHES}-])"  # most words, told at once from those below
    r"|[^\W_]+(?:\.[^\W_]+){0,3}\.(?:com|co\.id|id|net|org|it|tv|info)(?!\w)"  # Warta.id
    r"|Sp\.\ ?[A-Z]{1,4}[a-z]{0,2}(?:[.-][A-Z]\w*)*(?!\w)"  # Sp.PD-KGEH, Sp. P
    r"|(?!Hj?\.[A-Z][a-z]{2})[A-Z][a-z]?(?:\.(?:[A-Z]{2,4}|[A-Z][a-z]{0,3})){1,3}(?!\w)"  # K.H, S.IP, S.Pd.I
    r"|(?<=,\ )[SM]\.\ (?:[AEHMPT]|A[gp]|I[Pp]|AP|Hum|Hut|I\.?[Kk]om|Ke[ps]|Kom|K[Mn]|Pd(?:\.I)?|Psi|S[cit]"
    r"|Sos|STP|Th)(?!\w)"  # S. Sos
    r"|Soekarno-Hatta(?!\w)"  # the airport
    r"|(?P<twice>[A-Z][a-z]+)-(?P=twice)(?!\w)"  # Undang-Undang
    rf"|(?:[AaEe][a-z]{{1,2}}|Abd|Abu|Nur|Jean|Non|[Pp]ro|[Aa]nti)-[A-Z][\w{APOSTROPHES}]*"  # Al-Badrani
    rf"|[^\W_]+(?:[{APOSTROPHES}][^\W_]+|-(?![A-Z][a-z])[^\W_]+)*)"  # a pair of names parts: Rahma-Darwis
    r"(?P<gap>(?:[^\w\x01]+|_)*)"
)
# `Melatimengatakan`, `Melatitelah`, `PresidenSari`, `RISari`: up to where the blank is lost.
_GLUED = re.compile(
    r"(?P<office>[A-Z][a-z]{3,}|[A-Z]{2,})(?=[A-Z][a-z]{2,}$)"
    r"|[A-Z][a-z]{2,}(?=(?:me[a-z]{4,}|dengan|dalam|telah|juga|untuk|kembali|sudah|saat|sebagai|tidak|masih"
    r"|secara|karena|kepada|hingga|melalui|terhadap|setelah|ketika|terkait|yakni|sambil|bahwa|seperti|justru)$)"
)
_SHORTEST_PARTED = 6
_WORDS_KEPT = 1 << 16
_LINKING = frozenset({"menjadi", "merupakan", "memiliki"})
# What is no part of a sentence: an aside, the handle of an account.
_ASIDES = re.compile(r"\([^()]{0,80}\)|@\w+(?:\.\w+)*")
_PARAGRAPH = re.compile(r"[^\n]+")
_STOPS = ".!?…"
_STOP = re.compile(f"[{_STOPS}]")
# In tokens. Without a limit a page without full stops is one sentence of a hundred thousand words.
_LONGEST_SENTENCE = 250
# "Kata Gus Mang.Hujan reda": no abbreviation of more letters stands without a blank.
_LONGEST_GLUED = 3
# Titles whose stop ends a sentence: "Warga lapor polisi. Camat Sari datang."
_WRITTEN_OUT = frozenset(
    {"almarhum", "almarhumah", "bapak", "brigadir", "dokter", "habib", "habibah", "hajah", "haji", "ibu"}
    | {"inspektur", "jenderal", "kapten", "kiai", "kolonel", "komisaris", "kopral", "laksamana", "letnan"}
    | {"marsekal", "mayor", "nyai", "nyonya", "pater", "polisi", "purnawirawan", "raden", "romo", "saudara"}
    | {"saudari", "sersan", "suster", "tuan", "ustaz", "ustazah"}
)
# "Rp 15 M. Sari tiba": a milliard, not an initial.
_UNITS = frozenset({"M", "T"})
_MONEY = re.compile(r"Rp\.?\s?[\d.,]+\s?$")
_LONGEST_SUM = 16
_ABBREVIATIONS = (
    frozenset({"jl", "kab", "kec", "kel", "prov", "no", "dr", "tgl", "hlm", "st"}) | SHORT_OFFICES
)
# Titles in `Komisaris Besar Polisi` and `Mayor Jenderal TNI`.
_FORCES = frozenset({"polisi", "tni"})


class Token(NamedTuple):
    """A word, or a whole quotation; `gap` is what stands between it and the next token."""

    word: str
    key: str
    start: int
    end: int
    gap: str
    kinds: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and its offsets; `quotations` by the offset where their token starts."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    paragraph: int
    quotations: dict[int, Quotation]


def sentences_in(body: str) -> Iterator[Sentence]:
    """Yield the sentences of a body in order; a quotation is one token of its sentence."""
    plain = body.translate(_CONTROL)
    for number, (span, quotations) in enumerate(_paragraphs(plain)):
        by_start = {quotation.outer_start: quotation for quotation in quotations}
        for tokens in _split(_tokens(_mask(plain, span, quotations), span[0]), plain):
            last = tokens[-1]
            end = last.end + _tail(last.gap)
            yield Sentence(tokens, tokens[0].start, end, number, by_start)


def _paragraphs(text: str) -> Iterator[tuple[tuple[int, int], list[Quotation]]]:
    """Yield each paragraph's span with its quotations; one that holds several paragraphs joins them."""
    waiting = deque(quotations_in(text))
    position = 0
    while paragraph := _PARAGRAPH.search(text, position):
        position = paragraph.end()
        own: list[Quotation] = []
        while waiting and waiting[0].outer_start < position:
            own.append(waiting.popleft())
            if own[-1].outer_end > position:
                end = text.find("\n", own[-1].outer_end)
                position = end if end >= 0 else len(text)
        yield (paragraph.start(), position), own


def _mask(text: str, span: tuple[int, int], quotations: list[Quotation]) -> str:
    pieces = []
    position = span[0]
    for quotation in quotations:
        pieces.append(text[position : quotation.outer_start])
        length = quotation.outer_end - quotation.outer_start
        pieces.append(_QUOTATION_START + _QUOTATION_REST * (length - 1))
        position = quotation.outer_end
    pieces.append(text[position : span[1]])
    return _ASIDES.sub(lambda match: " " * len(match[0]), "".join(pieces))


def _tokens(masked: str, offset: int) -> list[Token]:
    tokens = []
    first = _TOKEN.search(masked)
    start = offset + (first.start() if first else 0)
    for word, _, gap in _TOKEN.findall(masked):
        end = start + len(word)
        if word[0] == _QUOTATION_START:
            tokens.append(Token("", "", start, end, gap, QUOTED))
        elif word in _UNITS and _is_unit(masked, start - offset):
            tokens.append(Token(word, word.lower(), start, end, gap, 0))
        else:
            key, kinds, joint = _known(word)
            if joint:
                first_key, first_kinds = classify(word[:joint])
                tokens.append(Token(word[:joint], first_key, start, start + joint, " ", first_kinds))
            # A copy of the whole word is the word itself.
            tokens.append(Token(word[joint:], key, start + joint, end, gap, kinds))
        start = end + len(gap)
    return tokens


@lru_cache(_WORDS_KEPT)
def _known(word: str) -> tuple[str, int, int]:
    """Return a word's key and kinds, and 0; of two whose blank is lost those of the second, and its place."""
    joint = _joint(word)
    return (*classify(word[joint:].replace(" ", "")), joint)


def _joint(word: str) -> int:
    """Return where two words lost the blank between them, else 0."""
    found = _GLUED.match(word) if len(word) >= _SHORTEST_PARTED else None
    if found is None:
        return 0
    if found["office"]:
        return found.end() if classify(found["office"])[1] & (ROLE | ORGANISATION) else 0
    behind = word[found.end() :]
    reports = not behind.startswith("me") or behind in _LINKING or classify(behind)[1] & ACTIVE_CUE
    return found.end() if reports else 0


def _is_unit(masked: str, start: int) -> bool:
    return _MONEY.search(masked, max(0, start - _LONGEST_SUM), start) is not None


def _split(tokens: list[Token], text: str) -> Iterator[tuple[Token, ...]]:
    first = 0
    for position, (before, following) in enumerate(pairwise(tokens), 1):
        full = position - first >= _LONGEST_SENTENCE
        # Most words end no sentence: a plain space follows them.
        if before.gap == " " and not before.kinds & QUOTED and not full:
            continue
        if full or _ends_sentence(before, following, text):
            yield tuple(tokens[first:position])
            first = position
    if tokens:
        yield tuple(tokens[first:])


def _ends_sentence(token: Token, following: Token, text: str) -> bool:
    if not following.kinds & (CAPITAL | QUOTED) and not following.word[:1].isdigit():
        return False
    stop = _STOP.search(token.gap)
    if token.kinds & QUOTED:
        return _ends_after_quotation(token, following, text, stopped=stop is not None)
    if stop is None or "," in token.gap:
        return False
    # "Sari Melati. S.H., M.H."
    if following.kinds & DEGREE and "." in following.word and not following.kinds & GIVEN_NAME:
        return False
    if token.gap[0] == "." and _is_abbreviation(token, following):
        return False
    spaced = token.gap[-1].isspace() or following.kinds & (QUOTED | PRONOUN)
    return bool(spaced) or (token.word[-1].islower() and bool(following.kinds & CAPITAL))


def _ends_after_quotation(token: Token, following: Token, text: str, *, stopped: bool) -> bool:
    if following.kinds & (BASE_CUE | CLITIC_CUE):
        return False
    if stopped or following.kinds & QUOTED:
        return True
    inner_end = text[max(token.start, token.end - 2) : token.end]
    return not token.gap.strip() and _STOP.search(inner_end) is not None


def _is_abbreviation(token: Token, following: Token) -> bool:
    if token.kinds & ABBREVIATED and following.kinds & (PRONOUN | PLAIN) and not following.kinds & GIVEN_NAME:
        return False
    if token.key in _WRITTEN_OUT or (token.kinds & HONORIFIC and following.kinds & PRONOUN):
        return False
    if token.kinds & DEGREE:
        return bool(following.kinds & DEGREE)
    if _is_spelt_out(token):
        return False
    # "Bang Uda.Ia mengaku"
    if (len(token.word) > _LONGEST_GLUED or following.kinds & PRONOUN) and not token.gap[-1].isspace():
        return False
    return bool(token.kinds & (ABBREVIATED | HONORIFIC | NICKNAME)) or token.key in _ABBREVIATIONS


def _is_spelt_out(token: Token) -> bool:
    """Tell the title in `ditahan polisi.` and `bersama TNI.` from one that a stop shortens: `drs.`."""
    if token.key in _FORCES:
        return True
    return not token.kinds & CAPITAL and len(token.key) > _LONGEST_GLUED and token.key not in _ABBREVIATIONS


def _tail(gap: str) -> int:
    """Return how far what stands behind the last word belongs to its sentence: up to its last full stop."""
    return max(map(gap.rfind, _STOPS)) + 1
