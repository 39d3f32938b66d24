"""Names of persons as they are compared: without titles, case, dots and kinds of apostrophe."""

import re
from functools import lru_cache

from corpus.lexicon import DEGREE, HONORIFIC, NAME_LINK, ROLE, classify
from corpus.names import bare_name
from index.tokenization import fold, plain

# The words of a name in order, folded.
Key = tuple[str, ...]

# Names of about a hundred thousand articles.
_NAMES_MOST = 1 << 17
_WORD = re.compile(r"[^\W_]+")
_TITLES = HONORIFIC | DEGREE | ROLE
# The commonest first name says little and is written in many ways, most often short.
_MUHAMMAD = frozenset(
    ("muhammad", "mohammad", "muhamad", "mohamad", "mochammad", "mochamad", "muchammad", "mohammed")
)
_SHORT_MUHAMMAD = frozenset(("moch", "moh", "muh"))
_COMMON = _MUHAMMAD | _SHORT_MUHAMMAD
# A son is called as his father.
_JUNIOR = frozenset(("jr", "junior", "ii", "iii"))
# What a name must have to be one person's.
TELLING_LEAST = 2


def fold_name(name: str) -> str:
    """Return a name as filters compare it: in any case, with any apostrophe, spaces folded."""
    if name.isascii():
        return " ".join(fold(name).split())
    return " ".join(filter(None, map(fold, name.split())))


@lru_cache(_NAMES_MOST)
def untitled(name: str) -> str:
    """Return a name without honorifics and degrees, unless one word of it would be left."""
    if "," not in name and not any(classify(word.strip(".,"))[1] & _TITLES for word in name.split()):
        return name
    bare = bare_name(name)
    return bare if " " in bare else name


@lru_cache(_NAMES_MOST)
def name_key(name: str) -> Key:
    """Return the words that two ways to write a name share; a name without any word is its own key."""
    words = [part for word in fold_name(untitled(name)).split() for part in _WORD.findall(plain(word))]
    if len(telling_words(tuple(words))) >= TELLING_LEAST:
        words = ["muhammad" if word in _COMMON else word for word in words]
    return tuple(words) or (fold_name(name),)


@lru_cache(_NAMES_MOST)
def telling_words(key: Key) -> Key:
    """Return the words of a name that tell it from others: no initials, no links such as Al and bin."""
    return tuple(
        word for word in key if len(word) > 1 and word not in _COMMON and not classify(word)[1] & NAME_LINK
    )


def is_part(short: Key, full: Key) -> bool:
    """Tell whether the words of a name stand in a fuller one in order; an initial is any such word."""
    if short == full or len(short) > len(full):
        return False
    rest = iter(full)
    return all(any(_same(word, other) for other in rest) for word in short)


def begin_alike(short: Key, full: Key) -> bool:
    """Tell whether two names begin with the same telling word: a child's name may end as a parent's."""
    return _same(short[0], full[0]) or telling_words(short)[:1] == telling_words(full)[:1]


def has_one_more(short: Key, full: Key) -> bool:
    """Tell whether a name has one telling word more than another: of two, one is often somebody else's."""
    return len(telling_words(full)) <= len(telling_words(short)) + 1


def is_junior(short: Key, full: Key) -> bool:
    """Tell whether the longer of two names says that it is a son's."""
    return not _JUNIOR.isdisjoint(set(full) - set(short))


def _same(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))
