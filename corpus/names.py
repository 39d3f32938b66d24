"""From a run of capitalised words to a role and a person's name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.characters import ascii_apostrophes
from corpus.clues import Clues
from corpus.lexicon import (
    ABBREVIATED,
    ACRONYM,
    BODY_OF_PEOPLE,
    CAPITAL,
    DEGREE,
    DEMONSTRATIVE,
    DIRECTION,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    NAME_LINK,
    NICKNAME,
    NO_NAME,
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
from corpus.offices import is_office_word, name_span
from corpus.place_names import is_quoted_name, place_length
from corpus.runs import Run, Tokens, is_adjacent, is_hospital, runs_in
from corpus.sentences import Token, sentences_in
from corpus.wordlists import read_words

# "Dituding", "Pengejek", "Menangis", "Berduet", "Terharu", "Sebarkan"
_HEADLINE_VERB = re.compile(
    r"(?:di|ter|ber)\w{4,}|pe(?:ng|ny|mb|n[dtcj])\w{4,}"
    r"|me(?:ng|ny|mb|mp|n[aeioudtcj]|m[aeiou])\w{3,}|me[lr][aeiou]\w{4,}|\w{3,}kan"
)
_SHORTEST_NAME = 3
_LONGEST_IN_TITLE = 3
_OF_NAME = CAPITAL | GIVEN_NAME | NAME_LINK | ABBREVIATED
# "Cak Imin" is all of a name, "Gus Muhaimin Iskandar" is not.
_WORDS_WITH_NICKNAME = 2
# They begin sentences as well as stand in offices: "Sementara Sari Melati", "Pejabat Sementara".
_OPENERS = frozenset({"sementara", "bersama"})
_PAIRED_NAME = 2
# Words in the names of a pair.
_LOST_PAIR = 4
_QUARTERS = frozenset({"utara", "selatan", "barat", "timur", "tengah", "tenggara"})
# `Laporan bertajuk Sector Assessment Program`
_TITLED = frozenset({"bertajuk", "berjudul"})
_FAMILIES = frozenset({"ng"})
# "Sari Habibah" ends with a name.
_LONGEST_SHORT_TITLE = 5
# "Laksamana Muda TNI", "Komisaris Besar Polisi"
_RANK_WORDS = frozenset({"muda", "madya", "pertama", "besar", "satu", "dua", "tni", "polri", "polisi"})


class Mention(NamedTuple):
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
    if _closes_pair(tokens, run, start, end, clues):
        start = end - 1
    honoured = start > run.first and bool(tokens[start - 1].kinds & HONORIFIC)
    named = (
        start < end
        and (honoured or not _is_group(tokens, run.first, start))
        and _may_be_person(tokens, Run(run.first, start, end), run.last, seen, clues)
    )
    joined = any("&" in token.gap for token in tokens[start : end - 1])
    name = written_name(tokens[start:end]) if named and not joined else None
    # `Rais` is an office in `Rais Aam`, but no more than a name in `Amien Rais`.
    has_role = _has_role(tokens[run.first : start if name else run.last])
    if name and not has_role and end < run.last:
        has_role = _has_role(tokens[run.first : start] + tokens[end : run.last])
    if name and " " not in name and name.lower() in clues.places and not honoured:
        name = None
    loose = bool(name) and end - start == 1 and not honoured and _may_be_place(tokens, run.first, start)
    role_end = _role_end(tokens, run.first, start) if name else run.last
    related = has_role and start > run.first and bool(tokens[start - 1].kinds & RELATION)
    return Mention(run.first, run.last, role_end, name, has_role, honoured, loose, related)


def _is_group(tokens: Tokens, first: int, start: int) -> bool:
    """Tell `Barisan Relawan Sari Melati` from `Ketua Relawan Sari Melati`."""
    before = tokens[start - 1] if start > first else None
    if before is None or not before.kinds & RELATION:
        return False
    return before.key == "pro" or not _has_role(tokens[first:start])


def _closes_pair(tokens: Tokens, run: Run, start: int, end: int, clues: Clues) -> bool:
    """Tell the speaker behind a pair of candidates: `Tim Sari Melati-Darwis Lesmana Wirya`."""
    before = tokens[run.first - 1] if run.first else None
    if before is None or before.gap != "-":
        return False
    return end - start == _PAIRED_NAME + 1 and tokens[end - 1].key in clues.quoted


def _may_be_place(tokens: Tokens, first: int, start: int) -> bool:
    """Tell whether a single word behind an office may be its place; in `Gubernur NTB Wirya` that is NTB."""
    if start == first or place_length(tokens, start - 1, start, Clues()):
        return False
    return bool(tokens[start - 1].kinds & (BODY_OF_PEOPLE | LOCAL_OFFICE | PLAIN))


def names_in_title(title: str, clues: Clues) -> Iterator[str]:
    """Yield what may be full names in a title, whose verbs are capitalised like its names.

    They stand between verbs, plain words and marks: `Sari Melati` in `Alasan Sari Melati Bantah Isu`.
    """
    for sentence in sentences_in(title):
        tokens, first = sentence.tokens, 0
        for position, token in enumerate(tokens):
            ends = position + 1 == len(tokens) or not is_adjacent(token)
            last = position + 1
            if not _is_of_name(tokens, position, clues):
                ends, last = True, position
            if ends:
                if 1 < last - first <= _LONGEST_IN_TITLE:
                    yield " ".join(_written(word) for word in tokens[first:last])
                first = position + 1


def is_headline_verb(token: Token) -> bool:
    """Tell a word that headlines capitalise beside a name and that is no part of it: `Sari Melati Usung`."""
    verb = token.key in read_words("headline_verbs.txt") or _HEADLINE_VERB.fullmatch(token.key)
    return bool(verb) and not token.kinds & GIVEN_NAME


def _is_of_name(tokens: Tokens, position: int, clues: Clues) -> bool:
    token = tokens[position]
    if token.key in clues.plain or token.key in known_names() or is_office_word(tokens, position):
        return False
    return not is_headline_verb(token) and token.kinds & CAPITAL > 0 and not token.kinds & ~_OF_NAME


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


def _has_role(words: Tokens) -> bool:
    """Tell `Pengawas KPU` from `Badan Pengawas`: a role comes before the organisation."""
    for token in words:
        if token.kinds & ROLE and not token.kinds & GIVEN_NAME:
            return True
        if token.kinds & (ORGANISATION | OPEN_ORGANISATION):
            return False
    return False


def _role_end(tokens: Tokens, first: int, start: int) -> int:
    """Leave a rank or a title before the name out of the role."""
    before = _before_rank(tokens, first, start)
    while before < start and not tokens[before].kinds & OFFICE:
        start, before = before, _before_rank(tokens, first, before)
    return start


def _may_be_person(tokens: Tokens, name: Run, last: int, seen: int, clues: Clues) -> bool:
    start, end = name.capital, name.last
    if tokens[start].key == "hari" and end - start > 1 and tokens[start + 1].kinds & OFFICE:
        return False
    rank = _before_rank(tokens, name.first, start)
    honoured = rank < start
    hospital = honoured and rank > name.first and is_hospital(tokens[rank - 1])
    # "Kapten Angkatan Laut Sari Melati"
    honoured = honoured or (tokens[name.first].kinds & HONORIFIC > 0 and tokens[name.first].word[0].isupper())
    titled = name.first > 0 and tokens[name.first - 1].key in _TITLED
    if hospital or titled or (seen & BODY_OF_PEOPLE and not seen & ROLE and not honoured):
        return False
    opened = name.first == 0 and start == 1 and tokens[0].key in _OPENERS
    if seen & ROLE_WORD and not seen & ROLE and not honoured and not opened:
        return False
    if not seen & ROLE and _goes_on_as_office(tokens, end, last, seen):
        return False
    place = _is_places(tokens, start, end, clues) and not is_quoted_name(tokens, start, end, clues)
    if place or _is_no_name(tokens[start:end]):
        return False
    # "Kata dr Ramadhan"
    called = honoured and tokens[start].kinds & GIVEN_NAME
    common = tokens[start].kinds & (NO_NAME & ~GIVEN_NAME) and not is_quoted_name(tokens, start, end, clues)
    return end - start > 1 or bool(called) or not common


def _is_no_name(words: Tokens) -> bool:
    """Tell `Parameter Indonesia` and `Perempuan Hari Ini` by their last words, and a pair of names."""
    if _is_quarter(words):
        return True
    if words and (words[-1].key == "indonesia" or words[-1].kinds & DEMONSTRATIVE):
        return True
    if len(words) == _PAIRED_NAME and is_headline_verb(words[0]) and words[1].key in known_names():
        return True  # "Diteken Jokowi"
    if len(words) < _LOST_PAIR:
        return False
    name = " ".join(word.word for word in words)
    return any(name.startswith(f"{full} ") for full in known_names().values())


def _is_places(tokens: Tokens, start: int, end: int, clues: Clues) -> bool:
    """Tell a known place, also a town with its province behind it: `Bima Nusa Tenggara Barat`."""
    length = place_length(tokens, start, end, clues)
    rest = end - start - length
    return length > 0 and (
        rest == 0 or (rest > 1 and place_length(tokens, start + length, end, clues) == rest)
    )


def _is_quarter(name: Tokens) -> bool:
    """Tell a direction alone, and `Tambun Utara`, which no list has."""
    pointed = (len(name) > 1 and name[-1].key in _QUARTERS) or all(word.kinds & DIRECTION for word in name)
    return pointed and not any(word.kinds & GIVEN_NAME for word in name)


def _before_rank(tokens: Tokens, first: int, start: int) -> int:
    """Return where the words of a rank or another title begin before a name, `start` where there are none."""
    title = start
    while title > first + 1 and tokens[title - 1].key in _RANK_WORDS:
        title -= 1
    return title - 1 if title > first and tokens[title - 1].kinds & HONORIFIC else start


def _goes_on_as_office(tokens: Tokens, end: int, last: int, seen: int) -> bool:
    """Tell whether the words behind a would-be name are an organisation's: `Cahaya Timur Foundation`."""
    if end >= last:
        return False
    if tokens[end].kinds & (ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD):
        return True
    return bool(tokens[end].kinds & ACRONYM) and not seen and end < last - 1


def written_name(tokens: Tokens) -> str | None:
    """Return the words of a name as they stand, without titles between them; None where they are too few."""
    places = range(len(tokens))
    words = [_written(tokens[place]) for place in places if not _is_title(tokens, place)]
    # `Daeng M. Sari` has no other name before the initial.
    if len(words) > _WORDS_WITH_NICKNAME and tokens[0].kinds & NICKNAME and not words[1].endswith("."):
        words = words[1:]
    name = ascii_apostrophes(" ".join(words)).removesuffix("'s")
    return name if len(name) >= _SHORTEST_NAME or tokens[0].kinds & GIVEN_NAME else None


def _is_title(tokens: Tokens, place: int) -> bool:
    """Tell a title between the words of a name; at its end `Ng` is a family's, and a long one a name.

    A lone `H` behind a name is an initial.
    """
    token = tokens[place]
    ends = place + 1 == len(tokens)
    family = ends and (token.key in _FAMILIES or len(token.word) > _LONGEST_SHORT_TITLE)
    initial = token.key == "h" and place > 0 and not tokens[place - 1].kinds & (ABBREVIATED | HONORIFIC)
    return bool(token.kinds & HONORIFIC) and not token.kinds & GIVEN_NAME and not family and not initial


def _written(token: Token) -> str:
    return f"{token.word}." if token.kinds & ABBREVIATED and token.gap[:1] == "." else token.word
