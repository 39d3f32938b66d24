"""From a run of capitalised words to a role and a person's name."""

from dataclasses import dataclass
from typing import Final

from corpus.characters import ascii_apostrophes
from corpus.clues import LONGEST_PLACE, Clues
from corpus.lexicon import (
    ABBREVIATED,
    ACRONYM,
    CALENDAR,
    CAPITAL,
    DEGREE,
    DIRECTION,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    NICKNAME,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    ROLE,
    ROLE_WORD,
    known_names,
    place_phrases,
)
from corpus.runs import Run, Tokens, runs_in
from corpus.sentences import Token, sentences_in

_BODY_OF_PEOPLE: Final = ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD | ACRONYM
_LONGEST_NAME = 6
_SHORTEST_NAME = 3
# "Cak Imin" is all of a name, "Gus Muhaimin Iskandar" is not.
_WORDS_WITH_NICKNAME = 2
# A place and a name of two words.
_PLACE_AND_NAME = 3
# "Wali Kota" and "Kepala Desa" are offices: what follows may be the name at once.
_BEFORE_PLACE_HEAD = frozenset({"wali", "kepala", "sekretaris", "perangkat"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A run that was understood: token positions `first` to `last`, the role's end, and the name if any.

    `loose` is a single word after an organisation or an office's place that may be a place as well.
    """

    first: int
    last: int
    role_end: int
    name: str | None
    has_role: bool
    is_honoured: bool
    is_loose: bool = False

    @property
    def words(self) -> int:
        """Count the words of the name."""
        return self.name.count(" ") + 1 if self.name else 0


def read_mention(tokens: Tokens, run: Run, clues: Clues) -> Mention:
    """Divide a run into the role before and the name after."""
    start, seen = _skip_office(tokens, run, clues)
    end = _name_end(tokens, start, run.last)
    if seen & (ROLE | _BODY_OF_PEOPLE):
        start = _peel_free_name(tokens, start, end, seen, clues)
        start = _peel_place(tokens, start, end, clues)
    has_role = _has_role(tokens, run)
    honoured = start > run.first and bool(tokens[start - 1].kinds & HONORIFIC)
    named = start < end and _may_be_person(tokens, Run(run.first, start, end), run.last, seen, clues)
    name = _name(tokens[start:end]) if named else None
    if name and " " not in name and name.lower() in clues.places and not honoured:
        name = None
    loose = (
        bool(name)
        and end - start == 1
        and not honoured
        and bool(
            tokens[start - 1].kinds & (_BODY_OF_PEOPLE | LOCAL_OFFICE | PLAIN) if start > run.first else 0
        )
    )
    role_end = _role_end(tokens, run.first, start) if name else run.last
    return Mention(run.first, run.last, role_end, name, has_role, honoured, loose)


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


def place_length(tokens: Tokens, position: int, last: int, clues: Clues) -> int:
    """Count the tokens of the known place that begins at a position, 0 if there is none."""
    for end in range(min(last, position + LONGEST_PLACE), position + 1, -1):
        if clues.place_names and tuple(token.key for token in tokens[position:end]) in clues.place_names:
            return end - position
    for phrase in place_phrases().get(tokens[position].key, ()):
        end = position + len(phrase)
        if end <= last and tuple(token.key for token in tokens[position:end]) == phrase:
            return len(phrase)
    return 0


def _skip_office(tokens: Tokens, run: Run, clues: Clues) -> tuple[int, int]:
    position, seen, after_place = run.first, 0, False
    while position < run.last:
        kinds = tokens[position].kinds
        place = 0 if after_place else _place_step(tokens, position, run, seen, clues)
        step = place or _office_step(tokens, position, after_place=after_place)
        if not step:
            later = _later_office(tokens, position, run.last, seen, clues)
            if later is None:
                break
            position, after_place = later, False
            if tokens[later].key in clues.places:
                position += 1
            continue
        seen |= kinds | (PLACE_HEAD if place else 0)
        position += step
        after_place = place > 0
    return position, seen


def _place_step(tokens: Tokens, position: int, run: Run, seen: int, clues: Clues) -> int:
    known = place_length(tokens, position, run.last, clues)
    if known == 1 and not seen and position + 1 < run.last and not tokens[position + 1].kinds & _OTHER:
        return 0  # "Bima Arya": a person may be called like a town
    if known:
        return known
    if not tokens[position].kinds & PLACE_HEAD or tokens[position].kinds & GIVEN_NAME:
        return 0
    if position > run.first and tokens[position - 1].key in _BEFORE_PLACE_HEAD:
        return 0
    return _named_place(tokens, position, run.last, clues)


_OTHER: Final = OFFICE | DIRECTION | PLAIN | CALENDAR | ACRONYM


def _named_place(tokens: Tokens, head: int, last: int, clues: Clues) -> int:
    """Count a place head and the one place after it, known or not."""
    position = head + 1
    if position >= last or tokens[position].kinds & OFFICE:
        return 0
    position += place_length(tokens, position, last, clues) or 1
    while position < last and tokens[position].kinds & DIRECTION:
        position += 1
    return position - head


def _office_step(tokens: Tokens, position: int, *, after_place: bool) -> int:
    token = tokens[position]
    kinds = token.kinds
    if not kinds & CAPITAL:
        return 1
    if kinds & GIVEN_NAME:
        return 0
    if after_place and kinds & DIRECTION:
        return 1
    if kinds & (OFFICE | HONORIFIC | CALENDAR | PLAIN):
        return 1
    return int(bool(kinds & ACRONYM) and not kinds & DEGREE)


def _later_office(tokens: Tokens, position: int, last: int, seen: int, clues: Clues) -> int | None:
    """Find where an organisation's own name ends that has office words after unknown ones."""
    titled = tokens[position - 1].kinds & HONORIFIC & ~OFFICE
    if titled or not seen & (ROLE | OPEN_ORGANISATION | ORGANISATION):
        return None
    for later in range(last - 1, position, -1):
        kinds = tokens[later].kinds
        if kinds & (GIVEN_NAME | DEGREE):
            continue
        if kinds & HONORIFIC and len(tokens[later].word) > 1:
            return later
        if later < last - 1 and (kinds & (ROLE | ROLE_WORD | ACRONYM) or tokens[later].key in clues.places):
            return later
        if kinds & (_BODY_OF_PEOPLE & ~ACRONYM):
            return later
        if seen & OPEN_ORGANISATION and later < last - 1 and place_length(tokens, later, last, clues):
            return later
    return None


def _name_end(tokens: Tokens, start: int, last: int) -> int:
    for position in range(start + 1, min(last, start + _LONGEST_NAME)):
        kinds = tokens[position].kinds
        if kinds & GIVEN_NAME:
            continue
        if tokens[position].key in known_names():
            return position
        ends = kinds & (CALENDAR | DEGREE | ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD)
        if (
            ends
            or (kinds & ROLE and position < last - 1)
            or (kinds & ACRONYM and len(tokens[position].word) > 1)
        ):
            return position
    return min(last, start + _LONGEST_NAME)


def _peel_place(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Step over a place that the article, or the office before it, shows to be one."""
    if start == 0:
        return start
    for position in range(start + 1, end - 1):
        if tokens[position].key in clues.speakers and _is_no_name(tokens, start, position, clues):
            return position
    first = start
    while first < end - 1 and _is_place(tokens, first, start, clues):
        first += 1
    return first if first > start else _peel_unknown_place(tokens, start, end, clues)


def _is_place(tokens: Tokens, position: int, start: int, clues: Clues) -> bool:
    token = tokens[position]
    if token.kinds & GIVEN_NAME or token.key in clues.speakers:
        return False
    return token.key in clues.places or (position > start and bool(token.kinds & DIRECTION))


def _peel_unknown_place(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    if end - start < _PLACE_AND_NAME:
        return start
    first, second, before = tokens[start], tokens[start + 1], tokens[start - 1]
    if first.kinds & GIVEN_NAME or first.key in clues.speakers or first.key in clues.openers:
        return start
    local = before.kinds & (LOCAL_OFFICE | PLACE_HEAD)
    if not local and not (before.kinds & ORGANISATION and second.kinds & GIVEN_NAME):
        return start
    return start + 2 if second.kinds & DIRECTION and not second.kinds & GIVEN_NAME else start + 1


def _is_no_name(tokens: Tokens, start: int, end: int, clues: Clues) -> bool:
    """Tell whether words between an office and a speaker's short name are no part of the name."""
    words = tokens[start:end]
    if any(word.kinds & GIVEN_NAME for word in words):
        return False
    if tuple(word.key for word in words) in clues.phrases:
        return True
    return bool(tokens[start - 1].kinds & (LOCAL_OFFICE | PLACE_HEAD)) and words[0].key not in clues.openers


def _peel_free_name(tokens: Tokens, start: int, end: int, seen: int, clues: Clues) -> int:
    """Step over an organisation that is called anything: `Lembaga Suara Kita Rahmat Hidayat`."""
    before = tokens[start - 1].kinds if start else 0
    known = before & (ORGANISATION | ACRONYM) and not before & OPEN_ORGANISATION
    if not seen & OPEN_ORGANISATION or known or end - start < _PLACE_AND_NAME:
        return start
    for position in range(start, end - 1):
        if tokens[position].kinds & GIVEN_NAME or tokens[position].key in clues.speakers:
            return position
    return end - 2


def _may_be_person(tokens: Tokens, name: Run, last: int, seen: int, clues: Clues) -> bool:
    start, end = name.capital, name.last
    honoured = start > name.first and tokens[start - 1].kinds & HONORIFIC & ~OFFICE
    if seen & _BODY_OF_PEOPLE and not seen & ROLE and not honoured:
        return False
    if seen & ROLE_WORD and not seen & ROLE and not honoured:
        return False
    if not seen & ROLE and _goes_on_as_office(tokens, end, last, seen):
        return False
    if place_length(tokens, start, end, clues) == end - start:
        return False
    return end - start > 1 or not tokens[start].kinds & (_OTHER & ~GIVEN_NAME)


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
    return name if len(name) >= _SHORTEST_NAME else None


def _written(token: Token) -> str:
    return f"{token.word}." if token.kinds & ABBREVIATED and token.gap[:1] == "." else token.word
