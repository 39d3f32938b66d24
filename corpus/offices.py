"""Where the office before a name ends and the name begins: `Ketua KPU Kota Bandung Sari Melati`."""

from corpus.clues import Clues
from corpus.lexicon import (
    ABBREVIATED,
    ACRONYM,
    BODY_OF_PEOPLE,
    CALENDAR,
    CAPITAL,
    DEGREE,
    DIRECTION,
    GIVEN_NAME,
    HONORIFIC,
    LOCAL_OFFICE,
    NAME_LINK,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLAIN,
    ROLE,
    ROLE_WORD,
)
from corpus.name_endings import LONGEST_NAME, is_inside_name, name_end
from corpus.name_openings import begins_name, is_in_capitals, title_length
from corpus.place_names import (
    ends_known_place,
    place_length,
    place_step,
    repeats_place,
    unknown_place_length,
)
from corpus.runs import Run, Tokens, is_adjacent, is_hospital

# What a free organisation is called, and the name.
_LONGEST_BEHIND_BODY = 10
_LONGEST_TICKET = 3
# So many words before the one that the article calls somebody by are a firm's.
_WORDS_OF_FIRM = 3
_LONGEST_ARTICLE = 2
# A place and a name of two words.
_PLACE_AND_NAME = 3
# "Deputi Bapanas I Gusti Ketut Wirya"
_BALINESE_ARTICLES = frozenset({"i", "ni", "anak"})
_BALINESE_NAMES = frozenset(
    {"gusti", "made", "ketut", "wayan", "nyoman", "putu", "gede", "gde", "komang", "nengah", "kadek", "kade"}
    | {"agung", "dewa", "luh", "ngurah", "gst"}
)
_BALINESE_NOBLE = ["anak", "agung"]
_CALLED_LIKE_PERSONS = frozenset(
    {"universitas", "uin", "iain", "institut", "sekolah", "rs", "rsup", "pesantren", "ponpes", "masjid"}
)
# "DPR RI", "PT Sagara Tbk": what an organisation is called ends here.
_WHOLE = frozenset({"ri", "indonesia", "tbk", "persero"})
_GREAT_OFFICES = frozenset({"jaksa", "hakim", "uskup", "mahkamah", "kejaksaan", "senat", "keuskupan"})
# "Raden Ayu Kartika"
_NOBLE = frozenset({"raden", "rd", "gusti"})
_NOBLE_TITLES = frozenset({"ayu", "ajeng", "mas", "roro", "rara", "nganten", "panji"})


def is_office_word(tokens: Tokens, position: int) -> bool:
    """Tell `Agung` in `Jaksa Agung` from the name."""
    before = tokens[position - 1] if position else None
    return (
        before is not None
        and tokens[position].key == "agung"
        and before.key in _GREAT_OFFICES
        and is_adjacent(before)
    )


def name_span(tokens: Tokens, run: Run, clues: Clues) -> tuple[int, int, int]:
    """Return where the name of a run begins and ends, and the bits of the office before it.

    Where the run has no name, it begins where it ends.
    """
    start, seen = _skip_office(tokens, run, clues)
    for position in range(start, run.last):
        # "Startup Indonesia Sari Melati": nobody is called after the land.
        if tokens[position].key == "indonesia" and position < name_end(tokens, start, run.last):
            start, seen = position + 1, seen | ORGANISATION
            break
    if seen & (ROLE | BODY_OF_PEOPLE):
        longest = _LONGEST_BEHIND_BODY if seen & OPEN_ORGANISATION else LONGEST_NAME
        end = name_end(tokens, start, run.last, longest)
        start = _peel_free_name(tokens, start, end, seen, clues)
        start = _peel_place(tokens, start, end, clues)
    return start, name_end(tokens, start, run.last), seen


def _skip_office(tokens: Tokens, run: Run, clues: Clues) -> tuple[int, int]:
    position, seen, after_place = run.first, 0, False
    while position < run.last:
        kinds = tokens[position].kinds
        place = 0 if after_place else place_step(tokens, position, run, seen, clues)
        if after_place and repeats_place(tokens, position, run):
            place = 1
        step = place or title_length(tokens, position) or _ticket_step(tokens, position, run.last)
        step = step or _office_step(tokens, position, after_place=after_place)
        if not step:
            later = _later_office(tokens, position, run.last, seen, clues)
            if later is None:
                break
            position, after_place = later, False
            if tokens[later].key in clues.places:
                position += 1
            continue
        # "Ketua majelis" is an office, but names no organisation.
        seen |= (kinds if kinds & CAPITAL else kinds & (ROLE | ROLE_WORD)) | (PLACE_HEAD if place else 0)
        position += step
        # "Ikatan Dokter Indonesia Arunika"
        after_place = place > 0 and tokens[position - step].key != "indonesia"
    return position, seen


def _ticket_step(tokens: Tokens, position: int, last: int) -> int:
    """Count a pair of candidates inside an organisation's name: `TKN Sari-Melati Darwis Lesmana`."""
    if tokens[position].kinds & (OFFICE | ACRONYM) and not tokens[position].kinds & GIVEN_NAME:
        return 0
    for joint in range(position, min(position + _LONGEST_TICKET, last - 1)):
        if tokens[joint].gap == "-":
            left = joint + 1 - position
            step = 2 * left
            return last - position if last - position - step == 1 else min(step, last - position)
    return 0


def _office_step(tokens: Tokens, position: int, *, after_place: bool) -> int:
    token = tokens[position]
    kinds = token.kinds
    if not kinds & CAPITAL:
        return 1
    if (
        tokens[position].key == _BALINESE_NOBLE[0]
        and [each.key for each in tokens[position : position + 2]] == _BALINESE_NOBLE
    ):
        return 0
    if kinds & GIVEN_NAME:
        titled = _ends_title(tokens, position) or is_office_word(tokens, position)
        return int(titled or is_in_capitals(tokens, position))
    if after_place and kinds & DIRECTION:
        return 1
    official = kinds & (OFFICE | HONORIFIC | CALENDAR | PLAIN) or (kinds & ACRONYM and not kinds & DEGREE)
    return int(bool(official) and not begins_name(tokens, position))


def _ends_title(tokens: Tokens, position: int) -> bool:
    """Tell `Ayu` in the title `Raden Ayu` from a name."""
    before = tokens[position - 1].key if position else ""
    return before in _NOBLE and tokens[position].key in _NOBLE_TITLES and is_adjacent(tokens[position])


def _later_office(tokens: Tokens, position: int, last: int, seen: int, clues: Clues) -> int | None:
    """Find where an organisation's own name ends that has office words after unknown ones."""
    titled = position > 0 and tokens[position - 1].kinds & HONORIFIC & ~OFFICE
    titled = titled and not (position > 1 and is_hospital(tokens[position - 2]))
    if titled or not seen & (ROLE | OPEN_ORGANISATION | ORGANISATION):
        return None
    for later in range(last - 1, position, -1):
        kinds = tokens[later].kinds
        if not kinds & (CAPITAL | NAME_LINK):
            return later
        if kinds & (GIVEN_NAME | DEGREE) or is_inside_name(tokens, later):
            continue
        titled = kinds & HONORIFIC and len(tokens[later].word) > 1 and later < last - 1
        inside = kinds & (ROLE | ROLE_WORD | ACRONYM) or tokens[later].key in clues.places
        inside = inside or (seen & OPEN_ORGANISATION and place_length(tokens, later, last, clues))
        if titled or kinds & (BODY_OF_PEOPLE & ~ACRONYM) or (inside and later < last - 1):
            return later
    return None


def _peel_place(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Step over a place that the article, or the office before it, shows to be one."""
    if start == 0:
        return start
    for position in range(start + 1, end - 1):
        if tokens[position].key in clues.speakers and _ends_office(tokens, start, position, clues):
            return position
        if _begins_known_name(tokens, start, position, clues):
            return position
        if place_length(tokens, position, end - 1, clues) and not tokens[position].kinds & GIVEN_NAME:
            return position + place_length(tokens, position, end - 1, clues)
    first = start
    while first < end - 1 and _is_place(tokens, first, start, clues):
        first += 1
    return first if first > start else _peel_unknown_place(tokens, start, end, clues)


def _is_place(tokens: Tokens, position: int, start: int, clues: Clues) -> bool:
    token = tokens[position]
    if token.kinds & GIVEN_NAME:
        return False
    return token.key in clues.places or (position > start and bool(token.kinds & DIRECTION))


def _peel_unknown_place(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    if end - start < _PLACE_AND_NAME:
        return start
    first, second, before = tokens[start], tokens[start + 1], tokens[start - 1]
    known = before.key in _WHOLE or first.key in clues.speakers or first.key in clues.openers
    if first.kinds & GIVEN_NAME or known:
        return start
    if first.key in _BALINESE_ARTICLES and second.key in _BALINESE_NAMES:
        return start
    local = before.kinds & (LOCAL_OFFICE | PLACE_HEAD)
    if not local and not (
        before.kinds & ORGANISATION and before.kinds & CAPITAL and second.kinds & GIVEN_NAME
    ):
        return start
    if second.kinds & DIRECTION and not second.kinds & GIVEN_NAME:
        return start + 2
    return min(start + unknown_place_length(tokens, start, end), end - 1)


def _begins_known_name(tokens: Tokens, start: int, position: int, clues: Clues) -> bool:
    """Tell whether the article has a name that begins here and none that begins with the words before."""
    before = tokens[start - 1].kinds & (BODY_OF_PEOPLE | ROLE_WORD | LOCAL_OFFICE)
    begins = tokens[position].key in clues.openers and not tokens[position].kinds & NAME_LINK
    if not before or not begins or tokens[start].key in clues.openers:
        return False
    return not any(word.kinds & GIVEN_NAME for word in tokens[start:position])


def _ends_office(tokens: Tokens, start: int, end: int, clues: Clues) -> bool:
    """Tell whether words between an office and a speaker's short name are no part of the name."""
    words = tokens[start:end]
    if any(word.kinds & GIVEN_NAME for word in words):
        return False
    # "La Ode Wirya": no firm has so short a word.
    firm = len(words) >= _WORDS_OF_FIRM and all(len(word.word) > _LONGEST_ARTICLE for word in words)
    if firm or tuple(word.key for word in words) in clues.phrases:
        return True
    return bool(tokens[start - 1].kinds & (LOCAL_OFFICE | PLACE_HEAD)) and words[0].key not in clues.openers


def _peel_free_name(tokens: Tokens, start: int, end: int, seen: int, clues: Clues) -> int:
    """Step over an organisation that is called anything: `Lembaga Suara Kita Rahmat Hidayat`."""
    before = tokens[start - 1].kinds if start else 0
    # "Ketua Majelis Hakim Sari Melati"
    known = before & (ORGANISATION | ACRONYM | ROLE) and not before & OPEN_ORGANISATION
    named = start < end and tokens[start].key in clues.openers
    if not seen & OPEN_ORGANISATION or known or named or ends_known_place(tokens, start):
        return start
    if end - start < _PLACE_AND_NAME:
        return _peel_short_name(tokens, start, end, clues)
    patron = tokens[start - 1].key in _CALLED_LIKE_PERSONS and _behind_patron(tokens, start, end, clues)
    if patron:
        return patron
    for position in range(start, end - 1):
        key = tokens[position].key
        if tokens[position].kinds & GIVEN_NAME or key in clues.speakers or key in clues.openers:
            return position
    return end - 2


def _behind_patron(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Return where a name begins behind a school's: `Universitas Ahmad Dahlan Sari Melati`, else 0."""
    for position in range(start + 2, end - 1):
        if tokens[position].key in clues.speakers:
            return position - bool(tokens[position - 1].kinds & ABBREVIATED)
    return 0


def _peel_short_name(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Take one or two words right behind `Partai` for its name unless they are known as a person's."""
    before = tokens[start - 1].kinds
    if not before & OPEN_ORGANISATION:
        return start
    words = tokens[start:end]
    if any(word.kinds & GIVEN_NAME or word.key in clues.speakers for word in words):
        return start
    return start if tuple(word.key for word in words) in clues.phrases else end
