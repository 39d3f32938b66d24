"""Words written with a hyphen: what a reduplicated word repeats, and affixes that stand beside a hyphen.

A reduplicated word is read by what it repeats: a root (berlari-lari: lari), the end of a word (menulis-nulis:
menulis), or the whole of one (tokoh-tokoh). Other words with a hyphen are read half by half.
"""

from collections.abc import Callable, Collection, Iterator

from index.affixes import HYPHENATED_ENDINGS, HYPHENATED_PREFIXES

HALVES = 2
SHORTEST_HALF = 3


def stem_hyphenated(word: str, stem: Callable[[str], str], lexemes: Collection[str]) -> str:
    """Return the stem of a word with hyphens between letters.

    `stem` stems a word without hyphens; `lexemes` holds the roots, with those that are written with a
    hyphen and mean something of their own (undang-undang, kupu-kupu).
    """
    parts = word.split("-")
    if len(parts) != HALVES:
        return "-".join(stem(part) for part in parts)
    first, second = parts
    return (
        _lexeme(first, second, lexemes)
        or _affixed(first, second, stem)
        or _repeated(first, second, stem, lexemes)
        or _halves(stem(first), stem(second))
    )


def _lexeme(first: str, second: str, lexemes: Collection[str]) -> str | None:
    """Return the word with a hyphen of its own that affixes surround here: undang-undangnya, berhati-hati."""
    for base in _bases(second):
        if first.endswith(base) and f"{base}-{base}" in lexemes:
            return f"{base}-{base}"
        if f"{first}-{base}" in lexemes:
            return f"{first}-{base}"
    return None


def _affixed(first: str, second: str, stem: Callable[[str], str]) -> str | None:
    """Return the stem of a word that an affix was set beside with a hyphen: se-Banten, KPK-nya."""
    if second in HYPHENATED_ENDINGS:
        return stem(first)
    if first in HYPHENATED_PREFIXES:
        return stem(second)
    return None


def _repeated(first: str, second: str, stem: Callable[[str], str], lexemes: Collection[str]) -> str | None:
    """Return the stem of a word whose second half repeats the end of the first, or the other way round."""
    for base in _bases(second):
        if len(base) >= SHORTEST_HALF and first.endswith(base):
            # berlari-lari and sebesar-besarnya repeat the root, menulis-nulis the end of menulis.
            return stem(base) if base in lexemes else stem(first + second.removeprefix(base))
    if len(first) >= SHORTEST_HALF and second.endswith(first):  # tolong-menolong
        return stem(first)
    return None


def _halves(one: str, other: str) -> str:
    """Return the one stem of both halves, the man's where men and women are named (siswa-siswi), or both."""
    if one == other or (one[:-1], one[-1:], other[-1:]) == (other[:-1], "a", "i"):
        return one
    return f"{one}-{other}"


def _bases(second: str) -> Iterator[str]:
    """Yield the second half as it stands and without each ending it may have."""
    yield second
    for ending in HYPHENATED_ENDINGS:
        if second.endswith(ending):
            yield second.removesuffix(ending)
