"""The stem of an Indonesian word: itself if known, else the likeliest legal reading, else Snowball's guess.

A stem is a label for a class of words, in lower case; it is shown to nobody. Words that have parted in
meaning have parted here too (pemerintah and perintah, pemilu and pilu), which is why some derived words are
roots of their own in `data/roots.txt`. Spelling variants are not joined here: menghimbau is himbau,
mengimbau imbau.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from threading import local

import Stemmer as Snowball

from corpus.wordlists import read_lines, read_words
from index.morphology import Morphology, endings
from index.reduplication import stem_hyphenated

CACHED_WORDS = 500_000
SHORTEST_STEM = 4
# No Indonesian word has half as many letters; what has is not worth the time of reading it.
LONGEST_WORD = 64
# What a reader sees at once as an affixed word, whatever its root; of another shape it is likelier a name.
_AFFIXED_SHAPE = re.compile(
    r"(?:di|me[mnlrwy]|be[rl]|ter|pe[mnr]|ke).{4,}(?:kan|an|i)"
    r"|(?:mem|meng|men[cdjty]).{4,}"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of single words.

    `roots` take affixes, `names` clitics only; `exceptions` map a word or root to a stem that no rule gives;
    `nasal_choices` are those of Morphology.
    """

    roots: frozenset[str]
    names: frozenset[str]
    exceptions: dict[str, str]
    nasal_choices: dict[str, str]


def read_lexicon() -> Lexicon:
    """Return the lexicon that comes with Suara."""
    return Lexicon(
        roots=read_words("roots.txt", "index"),
        names=read_words("roots_names.txt", "index"),
        exceptions=_read_pairs("stem_exceptions.tsv"),
        nasal_choices=_read_pairs("stem_nasals.tsv"),
    )


def _read_pairs(name: str) -> dict[str, str]:
    rows = (line.split("\t") for line in read_lines(name, "index"))
    return {row[0]: row[1] for row in rows}


class IndonesianStemmer:
    """Stems words and remembers them; safe to share between threads."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roots = lexicon.roots | lexicon.exceptions.keys() | set(lexicon.exceptions.values())
        self._morphology = Morphology(self._roots, lexicon.nasal_choices)
        self._snowball = local()
        self._stems: dict[str, str] = {}

    def stem(self, surface: str) -> str:
        """Return the stem of a surface form; a token that is not letters and hyphens is its own stem."""
        known = self._stems.get(surface)
        if known is not None:
            return known
        stemmed = self._stem(surface)
        if len(self._stems) >= CACHED_WORDS:
            self._stems.clear()
        self._stems[surface] = stemmed
        return stemmed

    def stems(self, words: Iterable[str]) -> list[str]:
        """Return the stems of many surface forms, in their order."""
        known, stem = self._stems.get, self.stem
        return [known(word) or stem(word) for word in words]

    def _stem(self, surface: str) -> str:
        if surface in self._lexicon.exceptions:
            return self._lexicon.exceptions[surface]
        if self._is_whole(surface):
            return surface
        if surface.isalpha():
            return self._analysed(surface) if len(surface) <= LONGEST_WORD else surface
        if "-" in surface and all(part.isalpha() for part in surface.split("-")):
            return stem_hyphenated(surface, self.stem, self._roots)
        return surface

    def _is_whole(self, word: str) -> bool:
        return len(word) < SHORTEST_STEM or word in self._roots or word in self._lexicon.names

    def _analysed(self, word: str) -> str:
        for rest, suffix, _ in endings(word):
            if not suffix and rest in self._lexicon.names:
                return rest
        best = self._morphology.best(word)
        if best is not None:
            return self._lexicon.exceptions.get(best.root, best.root)
        return self._unexplained(word)

    def _unexplained(self, word: str) -> str:
        """Return what Snowball makes of a word that looks affixed, unless that is a known word or no stem."""
        if word.endswith("nya") and len(word) - len("nya") >= SHORTEST_STEM:
            return self.stem(word.removesuffix("nya"))
        if not _AFFIXED_SHAPE.fullmatch(word):
            return word
        guess = self._snowball_stem(word)
        if not SHORTEST_STEM <= len(guess) < len(word) or self._is_whole(guess):
            return word
        return guess if self.stem(guess) == guess else word

    def _snowball_stem(self, word: str) -> str:
        # A Snowball stemmer keeps a buffer of its own: one for each thread.
        if not hasattr(self._snowball, "stemmer"):
            self._snowball.stemmer = Snowball.Stemmer("indonesian", 0)
        stemmed: str = self._snowball.stemmer.stemWord(word)
        return stemmed


@cache
def indonesian_stemmer() -> IndonesianStemmer:
    """Return the stemmer over the lexicon that comes with Suara, read once for the process."""
    return IndonesianStemmer(read_lexicon())


def stem(surface: str) -> str:
    """Return the stem of a folded surface form."""
    return indonesian_stemmer().stem(surface)


def stems(words: Iterable[str]) -> list[str]:
    """Return the stems of many folded surface forms, in their order."""
    return indonesian_stemmer().stems(words)
