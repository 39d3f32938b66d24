"""Where the words of a text begin and end, and how each reads when it is folded.

A word is a run of letters and digits; each has a position of its own, so that phrases match what is printed.
What stands between words decides how they belong together:

Ma'ruf, Jum’at    one word: an apostrophe between letters is a letter, whatever its kind. The stem goes
                  without it (`plain`), so that Maruf finds Ma'ruf; in quotation marks the two differ.
Kabupaten/Kota    two words: a slash parts them; so do a dot and an underscore (D.Hasil, kpu.go.id).
anak-anak, PDI-P  two words, since "pasca-pemilu" and "pasca pemilu" are one phrase; and a `Compound` of them,
                  which has the stem of the whole: anak, pdip. For pascapemilu see `loan_prefix`.
1.250.000, 20:30  one word: separators between digits belong to the number. The stems are 1250000 and 20.30.
Rp1,5 triliun     three words, as in Rp 1,5 triliun: a currency glued to its number stands by itself. So does
                  a unit glued to a number with separators: 2,5km, 07.30WIB.
01, C1, G20, 5G   one word each: other letters and digits stay together, and a leading zero counts.

Offsets cut out of the text what the reader sees of a word, its accents and invisible characters included.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from corpus.characters import APOSTROPHES, ascii_apostrophes
from index.affixes import HYPHENATED_ENDINGS, HYPHENATED_PREFIXES, LOAN_PREFIXES

# Joins texts that no phrase may run across: the quotes of an article, the names of its speakers.
BREAK = "\x1e"
BREAK_GAP = 100

# Hyphens of all kinds; pages that beautify their type write an en dash even in anak-anak.
_HYPHENS = frozenset("-‐‑–−﹣－")
# Where marks and format characters stand: the soft hyphen, from 0x300 on, and the selectors far above. There
# are none among Chinese characters, Hangul syllables, surrogates, what is for private use, and Tangut.
_MARKED_RANGES = (
    range(0xAD, 0xAE),
    range(0x300, 0x3400),
    range(0xA000, 0xAC00),
    range(0xF900, 0x17000),
    range(0x18D00, 0x20000),
    range(0xE0000, 0xE01F0),
)
_MARK_KINDS = frozenset(("Mn", "Mc", "Me", "Cf"))
_LAST_COMMON = 0xFFFF
_SELECTORS = (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x34F)
# Raw words kept with their surfaces: those of about a hundred thousand articles.
_SURFACES_MOST = 500_000

# Parts of one or two letters are no use alone: e-KTP, PDI-P, K-pop. Longer ones are words: Prabowo-Gibran.
_SHORT = 2
# Names such as COVID-19 and G-20, not Pilkada-2024.
_NUMBERED = re.compile(r"[^\W\d_]{1,6}-\d{1,3}")
_TWICE = 2

_DOUBLED = re.compile(r"([^\W\d_]{4,})2([^\W\d_]*)")
_ACCENT = re.compile("[\u0300-\u036f]")
_THOUSANDS = re.compile(r"(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?|(\d{1,3}(?:,\d{3}){2,})(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in columns, one entry a word: `text[starts[n]:ends[n]]` is what the reader sees.

    Columns, because an index is made of millions of words, and a record for each would cost more than the
    rest. `compounds` tells which words hyphens join: the number of the first, and how many.
    """

    surfaces: Sequence[str]
    positions: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]
    compounds: tuple[tuple[int, int], ...] = ()

    def side_by_side(self, first: int, count: int) -> bool:
        """Tell whether words follow one another with a single character between them, such as a space."""
        last = first + count - 1
        gaps = zip(self.ends[first:last], self.starts[first + 1 : last + 1], strict=True)
        return self.positions[last] - self.positions[first] == count - 1 and all(
            start - end == 1 for end, start in gaps
        )


class Compound(NamedTuple):
    """What words joined by hyphens mean for stemming.

    `whole` is the word to stem in place of all parts: anak-anak. Where it is None, each part that is `kept`
    has a stem of its own, which leaves out affixes such as the se- of se-Arunika; and `joined` is the
    spelling without a hyphen that the compound is found by too: ektp, pdip, covid19.
    """

    whole: str | None
    kept: tuple[bool, ...]
    joined: str | None


def tokenize(text: str) -> Words:
    """Return the words of a text in order; none overlap, and no letter or digit is left between them."""
    pieces = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    bounds = list(accumulate(map(len, pieces)))
    surfaces = list(map(_SURFACES.__getitem__, pieces[1::2]))
    positions = _positions(pieces[:-1:2]) if BREAK in text else range(len(surfaces))
    return Words(surfaces, positions, bounds[:-1:2], bounds[1::2], _compounds(pieces[2:-1:2]))


def fold(word: str) -> str:
    """Return the surface form: NFKC, case folded, ASCII apostrophes, no invisible characters or spaces."""
    if word.isascii():
        return word.lower().replace("`", "'")
    # Before NFKC, which takes some apostrophes apart; and after it, which makes one of ŉ.
    shown = unicodedata.normalize("NFKC", ascii_apostrophes(word).translate(_UNSEEN)).casefold()
    return ascii_apostrophes("".join(unicodedata.normalize("NFKC", shown).split()))


def plain(surface: str) -> str:
    """Return what stands for a surface form when it is stemmed: the spelling that its variants share.

    Without apostrophes and accents (ma'ruf, maruf; Suárez, Suarez), without the 's of English; teman2 is
    teman-teman; a number has no thousands separators, a dot before its decimals (51,3) or minutes (20:30).
    """
    if surface.isalpha() and surface.isascii():
        return surface
    if surface[0].isdigit():
        return _plain_number(surface)
    bare = surface.removesuffix("'s").replace("'", "")
    if not bare.isascii():
        bare = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", bare)))
    doubled = _DOUBLED.fullmatch(bare)
    return f"{doubled[1]}-{doubled[1]}{doubled[2]}" if doubled else bare or surface


def read_compound(parts: Sequence[str], stem: Callable[[str], str]) -> Compound:
    """Return what the folded parts of a hyphenated word mean together.

    `stem` takes such a word whole too. It tells a word said twice from two words by its stem: `tolong`
    for tolong-menolong and `undang-undang` for perundang-undangan, but `serang-cilegon` for two places.
    """
    said = parts[:_TWICE] if tuple(parts[_TWICE:]) == ("nya",) else parts
    kept = tuple(not _is_affix(part, number, len(parts)) for number, part in enumerate(parts))
    if len(said) == _TWICE and all(kept[:_TWICE]) and _is_said_twice(said, stem):
        return Compound("-".join(said), (False,) * len(parts), None)
    return Compound(None, kept if any(kept) else (True,) * len(parts), _joined(parts, kept))


def loan_prefix(surface: str, stem: Callable[[str], str]) -> str | None:
    """Return the prefix of a word written in one that `stem` stems without it: pasca of pascapemilu.

    With a stem for each of the two, the word is found by pasca-pemilu and pasca pemilu, and finds them.
    """
    for prefix in LOAN_PREFIXES:
        rest = surface.removeprefix(prefix)
        if rest != surface and rest and stem(surface) == stem(rest):
            return prefix
    return None


def _is_said_twice(parts: Sequence[str], stem: Callable[[str], str]) -> bool:
    one, other = parts
    if not (one + other).isalpha() or one in LOAN_PREFIXES:
        return False
    if one == other or min(len(one), len(other)) <= _SHORT:
        return one == other
    return len(set(stem(f"{one}-{other}").split("-"))) == 1


def _is_affix(part: str, number: int, count: int) -> bool:
    if number == 0:
        return part in HYPHENATED_PREFIXES and part not in LOAN_PREFIXES
    return number == count - 1 and part in HYPHENATED_ENDINGS


def _joined(parts: Sequence[str], kept: Sequence[bool]) -> str | None:
    if len(parts) != _TWICE or not all(kept):
        return None
    short = any(len(part) <= _SHORT and part.isalpha() for part in parts)
    if short or parts[0] in LOAN_PREFIXES or _NUMBERED.fullmatch("-".join(parts)):
        return "".join(parts)
    return None


def _positions(gaps: Iterable[str]) -> list[int]:
    breaks = accumulate(gap.count(BREAK) for gap in gaps)
    return [number + BREAK_GAP * count for number, count in enumerate(breaks)]


def _compounds(gaps: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the runs of words with nothing but a hyphen between them."""
    if _HYPHENS.isdisjoint(gaps):
        return ()
    joints = [number for number, gap in enumerate(gaps) if gap in _HYPHENS]
    ends = [number for number, (one, other) in enumerate(pairwise(joints), 1) if other > one + 1]
    runs = pairwise([0, *ends, len(joints)])
    return tuple((joints[first], last - first + 1) for first, last in runs)


def _plain_number(surface: str) -> str:
    if match := _THOUSANDS.fullmatch(surface):
        whole, decimals = match[1] or match[3], match[2] or match[4] or ""
        whole = whole.replace(".", "").replace(",", "")
        # Rp1.250.000,00 is Rp1.250.000.
        return f"{whole}.{decimals}" if decimals.strip("0") else whole
    return surface.replace(",", ".").replace(":", ".")


class _Surfaces(dict[str, str]):
    """Raw words with their surface forms: most words of a text were met before."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _SURFACES_MOST:
            self.clear()
        surface = self[word] = fold(word)
        return surface


def _marks() -> tuple[str, dict[int, None]]:
    """Return the characters that belong to the letter before them, as a regex, and those that nobody sees.

    Marks (accents, vowel signs) and format characters; the module `re` knows neither class.
    """
    kinds = {
        code: kind
        for codes in _MARKED_RANGES
        for code, kind in zip(codes, map(unicodedata.category, map(chr, codes)), strict=True)
        if kind in _MARK_KINDS
    }
    unseen = [code for code, kind in kinds.items() if kind in ("Cf", "Me")]
    return _one_of(kinds), dict.fromkeys([*unseen, *_SELECTORS])


def _one_of(codes: Iterable[int]) -> str:
    """Return a regex for one of the characters, given in order.

    A class of them all is six times slower: `re` searches one that goes beyond 0xFFFF item by item.
    """
    common = _spans(code for code in codes if code <= _LAST_COMMON)
    others = _spans(code for code in codes if code > _LAST_COMMON)
    return rf"(?:[{common}]|[\U00010000-\U0010ffff](?<=[{others}]))"


def _spans(codes: Iterable[int]) -> str:
    """Return characters as the spans of a regex class, which compile faster than one by one."""
    spans: list[tuple[int, int]] = []
    for code in codes:
        first = spans.pop()[0] if spans and spans[-1][1] == code - 1 else code
        spans.append((first, code))
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in spans)


_MARK, _UNSEEN = _marks()
_SURFACES = _Surfaces()
_NUMBER = r"\d+(?:[.,:]\d+)+|(?:[Rr][Pp]|IDR|USD)(?=\d)"
# Two of the apostrophes count as letters in Unicode, but no word begins or ends with one.
_LETTER = r"[^\W_ʼʻ]"
_RUN = rf"{_LETTER}+(?:{_MARK}+{_LETTER}*)*"
_WORD = re.compile(rf"({_NUMBER}|{_RUN}(?:[{APOSTROPHES}]{_MARK}*{_RUN})*)")
_ASCII_WORD = re.compile(rf"({_NUMBER}|[A-Za-z0-9]+(?:['`][A-Za-z0-9]+)*)", re.ASCII)
