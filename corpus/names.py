"""From a run of capitalised words to a role and a person's name."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import ascii_apostrophes
from corpus.clues import Clues
from corpus.lexicon import (
    ABBREVIATED,
    ACRONYM,
    CAPITAL,
    DEGREE,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    NAME_LINK,
    NICKNAME,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    RELATION,
    ROLE,
    ROLE_WORD,
    known_names,
)
from corpus.offices import BODY_OF_PEOPLE, OTHER, name_span, place_length
from corpus.runs import Run, Tokens, is_adjacent, runs_in
from corpus.sentences import Token, sentences_in

_SHORTEST_NAME = 3
_LONGEST_IN_TITLE = 3
_OF_NAME = CAPITAL | GIVEN_NAME | NAME_LINK | ABBREVIATED
# "Cak Imin" is all of a name, "Gus Muhaimin Iskandar" is not.
_WORDS_WITH_NICKNAME = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A run that was understood: token positions `first` to `last`, the role's end, and the name if any.

    `is_loose`: a single word after an organisation or an office's place, which may be a place as well.
    `is_related`: the role is held for the person named, as that of a `juru bicara` or a `kuasa hukum`.
    """

    first: int
    last: int
    role_end: int
    name: str | None
    has_role: bool
    is_honoured: bool
    is_loose: bool = False
    is_related: bool = False

    @property
    def words(self) -> int:
        """Count the words of the name."""
        return self.name.count(" ") + 1 if self.name else 0


def read_mention(tokens: Tokens, run: Run, clues: Clues) -> Mention:
    """Divide a run into the role before and the name after."""
    start, end, seen = name_span(tokens, run, clues)
    has_role = _has_role(tokens, run)
    honoured = start > run.first and bool(tokens[start - 1].kinds & HONORIFIC)
    named = start < end and _may_be_person(tokens, Run(run.first, start, end), run.last, seen, clues)
    joined = any("&" in token.gap for token in tokens[start : end - 1])
    name = _name(tokens[start:end]) if named and not joined else None
    if name and " " not in name and name.lower() in clues.places and not honoured:
        name = None
    loose = (
        bool(name)
        and end - start == 1
        and not honoured
        and bool(
            tokens[start - 1].kinds & (BODY_OF_PEOPLE | LOCAL_OFFICE | PLAIN) if start > run.first else 0
        )
    )
    role_end = _role_end(tokens, run.first, start) if name else run.last
    related = has_role and start > run.first and bool(tokens[start - 1].kinds & RELATION)
    return Mention(run.first, run.last, role_end, name, has_role, honoured, loose, related)


def names_in_title(title: str, clues: Clues) -> Iterator[str]:
    """Yield what may be full names in a title, whose verbs are capitalised like its names.

    A name ends with the title, before a comma or a colon, or with a common given name.
    """
    for sentence in sentences_in(title):
        tokens, first = sentence.tokens, 0
        for position, token in enumerate(tokens):
            if not _is_of_name(token, clues):
                first = position + 1
                continue
            closed = position + 1 == len(tokens) or not is_adjacent(token)
            named = token.kinds & GIVEN_NAME and not closed and not _is_of_name(tokens[position + 1], clues)
            length = position + 1 - first
            if (closed or named) and 1 < length <= _LONGEST_IN_TITLE and _begins_name(tokens, first, clues):
                yield " ".join(_written(word) for word in tokens[first : position + 1])
            first = position + 1 if closed else first


def _begins_name(tokens: Tokens, first: int, clues: Clues) -> bool:
    """Tell a name in a title from `Jaksa Agung` and `Era Jokowi`."""
    before = tokens[first - 1].kinds if first else 0
    return tokens[first].key in clues.speakers or bool(tokens[first].kinds & GIVEN_NAME and not before & ROLE)


def _is_of_name(token: Token, clues: Clues) -> bool:
    if token.key in clues.plain or token.key in known_names():
        return False
    return token.kinds & CAPITAL > 0 and not token.kinds & ~_OF_NAME


def bare_name(text: str) -> str:
    """Return a person's name without the role words, honorifics and degrees around it: `Gubernur Elias`.

    A text that is not read as one name is returned as it is.
    """
    sentences = list(sentences_in(text))
    runs = runs_in(sentences[0].tokens) if len(sentences) == 1 else ()
    if len(runs) != 1:
        return text
    tokens = sentences[0].tokens
    mention = read_mention(tokens, runs[0], Clues())
    titled = mention.has_role or mention.is_honoured or any(token.kinds & DEGREE for token in tokens)
    return mention.name if titled and mention.name and not mention.is_loose else text


def _has_role(tokens: Tokens, run: Run) -> bool:
    """Tell `Pengawas KPU` from `Badan Pengawas`: a role comes before the organisation."""
    for token in tokens[run.first : run.last]:
        if token.kinds & ROLE and not token.kinds & GIVEN_NAME:
            return True
        if token.kinds & (ORGANISATION | OPEN_ORGANISATION):
            return False
    return False


def _role_end(tokens: Tokens, first: int, start: int) -> int:
    """Leave a rank or a title before the name out of the role."""
    while start > first and tokens[start - 1].kinds & HONORIFIC and not tokens[start - 1].kinds & OFFICE:
        start -= 1
    return start


def _may_be_person(tokens: Tokens, name: Run, last: int, seen: int, clues: Clues) -> bool:
    start, end = name.capital, name.last
    honoured = start > name.first and tokens[start - 1].kinds & HONORIFIC & ~OFFICE
    if seen & BODY_OF_PEOPLE and not seen & ROLE and not honoured:
        return False
    if seen & ROLE_WORD and not seen & ROLE and not honoured:
        return False
    if not seen & ROLE and _goes_on_as_office(tokens, end, last, seen):
        return False
    if place_length(tokens, start, end, clues) == end - start:
        return False
    return end - start > 1 or not tokens[start].kinds & (OTHER & ~GIVEN_NAME)


def _goes_on_as_office(tokens: Tokens, end: int, last: int, seen: int) -> bool:
    """Tell whether the words behind a would-be name are an organisation's: `Cahaya Timur Foundation`."""
    if end >= last:
        return False
    if tokens[end].kinds & (ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD):
        return True
    return bool(tokens[end].kinds & ACRONYM) and not seen and end < last - 1


def _name(tokens: tuple[Token, ...]) -> str | None:
    words = [_written(token) for token in tokens if not token.kinds & HONORIFIC or token.kinds & GIVEN_NAME]
    if len(words) > _WORDS_WITH_NICKNAME and tokens[0].kinds & NICKNAME:
        words = words[1:]
    name = ascii_apostrophes(" ".join(words)).removesuffix("'s")
    return name if len(name) >= _SHORTEST_NAME or tokens[0].kinds & GIVEN_NAME else None


def _written(token: Token) -> str:
    return f"{token.word}." if token.kinds & ABBREVIATED and token.gap[:1] == "." else token.word
