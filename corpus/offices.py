"""Where the office before a name ends and the name begins: `Ketua KPU Kota Bandung Sari Melati`."""

from typing import Final

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
    NAME_LINK,
    NICKNAME,
    OFFICE,
    OPEN_ORGANISATION,
    ORGANISATION,
    PLACE_HEAD,
    PLACE_OPENER,
    PLAIN,
    ROLE,
    ROLE_WORD,
    known_names,
    place_phrases,
)
from corpus.name_openings import begins_name, is_in_capitals, title_length
from corpus.runs import Run, Tokens, is_adjacent, is_hospital
from corpus.wordlists import read_words

BODY_OF_PEOPLE: Final = ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD | ACRONYM
OTHER: Final = OFFICE | DIRECTION | PLAIN | CALENDAR | ACRONYM
_LONGEST_NAME = 6
# What a free organisation is called, and the name.
_LONGEST_BEHIND_BODY = 10
_LONGEST_TICKET = 3
_INITIALS = 2
# So many words before the one that the article calls somebody by are a firm's.
_WORDS_OF_FIRM = 3
_LONGEST_ARTICLE = 2
# A place and a name of two words.
_PLACE_AND_NAME = 3
# A place of two words and a name of two.
_PLACE_AND_FULL_NAME = 4
# "Wali Kota" and "Kepala Desa" are offices: what follows may be the name at once.
_OFFICES_AND_NAMES = frozenset(
    {"hakim", "raja", "datuk", "tuanku", "guru", "pangeran", "karya", "bakti", "perwira", "batubara"}
)
# "Deputi Bapanas I Gusti Ketut Wirya"
_BALINESE_ARTICLES = frozenset({"i", "ni", "anak"})
_BALINESE_NAMES = frozenset(
    {"gusti", "made", "ketut", "wayan", "nyoman", "putu", "gede", "gde", "komang", "nengah", "kadek", "kade"}
    | {"agung", "dewa", "luh", "ngurah", "gst"}
)
_BALINESE_NOBLE = ["anak", "agung"]
# "Ignatius Kardinal Suharyo"
_INSIDE_NAMES = frozenset({"kardinal", "tirto"})
_DEGREE_INITIALS = frozenset("SMA")
_DEGREE_ENDS = frozenset(
    {"kp", "kes", "kep", "kom", "pd", "pdi", "si", "sos", "hum", "hut", "ag", "ap", "ip", "md", "psi", "sc"}
    | {"pt"}
)
_CALLED_LIKE_PERSONS = frozenset(
    {"universitas", "uin", "iain", "institut", "sekolah", "rs", "rsup", "pesantren", "ponpes", "masjid"}
)
# "DPR RI", "PT Sagara Tbk": what an organisation is called ends here.
_WHOLE = frozenset({"ri", "indonesia", "tbk", "persero"})
_GREAT_OFFICES = frozenset({"jaksa", "hakim", "uskup", "mahkamah", "kejaksaan", "senat", "keuskupan"})
# "Raden Ayu Kartika"
_NOBLE = frozenset({"raden", "rd", "gusti"})
_NOBLE_TITLES = frozenset({"ayu", "ajeng", "mas", "roro", "rara", "nganten", "panji"})
_BEFORE_PLACE_HEAD = frozenset({"wali", "kepala", "sekretaris", "perangkat"})


def place_length(tokens: Tokens, position: int, last: int, clues: Clues) -> int:
    """Count the tokens of the known place that begins at a position, 0 if there is none."""
    if clues.place_names:
        for end in range(min(last, position + LONGEST_PLACE), position + 1, -1):
            if tuple([token.key for token in tokens[position:end]]) in clues.place_names:
                return end - position
    for phrase in place_phrases().get(tokens[position].key, ()):
        end = position + len(phrase)
        if end <= last and tuple(token.key for token in tokens[position:end]) == phrase:
            return len(phrase)
    return 0


def is_surname(tokens: Tokens, position: int) -> bool:
    """Tell `Hakim` in `Lukman Hakim` from the office."""
    before = tokens[position - 1].kinds if position else 0
    return tokens[position].key in _OFFICES_AND_NAMES and bool(before & GIVEN_NAME) and before & CAPITAL > 0


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
        if tokens[position].key == "indonesia" and position < _name_end(tokens, start, run.last):
            start, seen = position + 1, seen | ORGANISATION
            break
    if seen & (ROLE | BODY_OF_PEOPLE):
        end = _name_end(
            tokens, start, run.last, _LONGEST_BEHIND_BODY if seen & OPEN_ORGANISATION else _LONGEST_NAME
        )
        start = _peel_free_name(tokens, start, end, seen, clues)
        start = _peel_place(tokens, start, end, clues)
    return start, _name_end(tokens, start, run.last), seen


def _skip_office(tokens: Tokens, run: Run, clues: Clues) -> tuple[int, int]:
    position, seen, after_place = run.first, 0, False
    while position < run.last:
        kinds = tokens[position].kinds
        place = 0 if after_place else _place_step(tokens, position, run, seen, clues)
        if after_place and _repeats_place(tokens, position, run):
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


def _repeats_place(tokens: Tokens, position: int, run: Run) -> bool:
    """Tell `Jatim` behind `Jawa Timur`: the page lost the parentheses around it."""
    key = tokens[position].key
    if not place_phrases().get(key) or position + 1 == run.last:
        return False
    return any(token.key[:2] == key[:2] for token in tokens[max(run.first, position - 2) : position])


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


def _place_step(tokens: Tokens, position: int, run: Run, seen: int, clues: Clues) -> int:
    known = place_length(tokens, position, run.last, clues)
    personal = known == 1 and tokens[position].key in read_words("towns_and_names.txt")
    if personal and not seen:
        return 0  # "Bima Arya": a person may be called like a town
    if known and is_quoted_name(tokens, run.first, run.last, clues):
        return 0
    if known:
        return known
    if not tokens[position].kinds & PLACE_HEAD or tokens[position].kinds & GIVEN_NAME:
        return 0
    if position > run.first and tokens[position - 1].key in _BEFORE_PLACE_HEAD:
        return 0
    return _named_place(tokens, position, run.last, clues)


def is_quoted_name(tokens: Tokens, first: int, last: int, clues: Clues) -> bool:
    """Tell `ujar Oki`: a person whose name is short for a place, too."""
    return last - first == 1 and tokens[first].key in clues.quoted and tokens[first].kinds & GIVEN_NAME > 0


def _named_place(tokens: Tokens, head: int, last: int, clues: Clues) -> int:
    """Count a place head and the one place after it, known or not."""
    position = head + 1
    if position >= last or tokens[position].kinds & OFFICE:
        return 0
    known = place_length(tokens, position, last, clues) or int(tokens[position].key in clues.places)
    position += known or _unknown_place(tokens, position, last)
    return position - head


def _unknown_place(tokens: Tokens, first: int, last: int) -> int:
    """Guess how many words the name of a place has that no list knows, before a person's name or alone."""
    end = first + 1
    while end < last and not tokens[end].kinds & (OTHER | HONORIFIC | GIVEN_NAME | DEGREE):
        end += 1
    words = end - first
    if end < last and tokens[end].kinds & HONORIFIC and words <= LONGEST_PLACE:
        return words
    named = end < last and bool(tokens[end].kinds & GIVEN_NAME)
    opener = bool(tokens[first].kinds & PLACE_OPENER) and last - first > 1
    return 2 if opener or words + named >= _PLACE_AND_FULL_NAME else 1


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
        inside_name = is_surname(tokens, later) or tokens[later].key in _INSIDE_NAMES
        if kinds & (GIVEN_NAME | DEGREE) or inside_name:
            continue
        titled = kinds & HONORIFIC and len(tokens[later].word) > 1 and later < last - 1
        inside = kinds & (ROLE | ROLE_WORD | ACRONYM) or tokens[later].key in clues.places
        inside = inside or (seen & OPEN_ORGANISATION and place_length(tokens, later, last, clues))
        if titled or kinds & (BODY_OF_PEOPLE & ~ACRONYM) or (inside and later < last - 1):
            return later
    return None


def _name_end(tokens: Tokens, start: int, last: int, longest: int = _LONGEST_NAME) -> int:
    for position in range(start + 1, min(last, start + longest)):
        kinds = tokens[position].kinds
        if (
            _is_second_name(tokens, position)
            or _is_nickname(tokens, start, position)
            or _is_parted_degree(tokens, position, last)
        ):
            return position
        if kinds & GIVEN_NAME or is_surname(tokens, position) or tokens[position].key in _INSIDE_NAMES:
            continue
        ends = kinds & (CALENDAR | DEGREE | ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD)
        if (
            ends
            or (kinds & ROLE and position < last - 1)
            or (
                kinds & ACRONYM
                and len(tokens[position].word) > 1
                and not _is_initials(tokens, position, last)
            )
        ):
            return position
    return min(last, start + longest)


def _is_initials(tokens: Tokens, position: int, last: int) -> bool:
    """Tell `Dody AS Wirya`, where two letters stand between the words of a name."""
    if len(tokens[position].word) != _INITIALS or position + 1 >= last:
        return False
    following = tokens[position + 1].kinds
    return bool(tokens[position - 1].kinds & GIVEN_NAME) and not following & (OTHER | HONORIFIC | NAME_LINK)


def _is_parted_degree(tokens: Tokens, position: int, last: int) -> bool:
    """Tell `S Kp` and `M Kes` behind a name: degrees whose stops are lost."""
    if tokens[position].word not in _DEGREE_INITIALS or position + 1 == last:
        return False
    return tokens[position + 1].key in _DEGREE_ENDS


def _is_second_name(tokens: Tokens, position: int) -> bool:
    """Tell the short name behind its full one: `Joko Widodo Jokowi`, but `Iriana Jokowi` is one name."""
    key = tokens[position].key
    full = known_names().get(key)
    if full is None or tokens[position - 1].kinds & NICKNAME:
        return False
    words = full.lower().split()
    before = tokens[position - 1].key
    return key not in words and (before in words or before in known_names())


def _is_nickname(tokens: Tokens, start: int, position: int) -> bool:
    """Tell the nickname behind a full name whose parentheses are lost: `Darwis Lesmana Cak Darwis`."""
    token, before = tokens[position], tokens[position - 1]
    called = token.kinds & NICKNAME and not token.kinds & GIVEN_NAME and position + 1 < len(tokens)
    return bool(called) and position > start + 1 and not before.kinds & (HONORIFIC | NICKNAME)


def _peel_place(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Step over a place that the article, or the office before it, shows to be one."""
    if start == 0:
        return start
    for position in range(start + 1, end - 1):
        if tokens[position].key in clues.speakers and _is_no_name(tokens, start, position, clues):
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
    return min(start + _unknown_place(tokens, start, end), end - 1)


def _begins_known_name(tokens: Tokens, start: int, position: int, clues: Clues) -> bool:
    """Tell whether the article has a name that begins here and none that begins with the words before."""
    before = tokens[start - 1].kinds & (BODY_OF_PEOPLE | ROLE_WORD | LOCAL_OFFICE)
    begins = tokens[position].key in clues.openers and not tokens[position].kinds & NAME_LINK
    if not before or not begins or tokens[start].key in clues.openers:
        return False
    return not any(word.kinds & GIVEN_NAME for word in tokens[start:position])


def _is_no_name(tokens: Tokens, start: int, end: int, clues: Clues) -> bool:
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
    if not seen & OPEN_ORGANISATION or known or named or _ends_known_place(tokens, start):
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


def _ends_known_place(tokens: Tokens, end: int) -> bool:
    return any(
        place_length(tokens, end - length, end, Clues()) == length for length in (1, 2) if length <= end
    )


def _peel_short_name(tokens: Tokens, start: int, end: int, clues: Clues) -> int:
    """Take one or two words right behind `Partai` for its name unless they are known as a person's."""
    before = tokens[start - 1].kinds
    if not before & OPEN_ORGANISATION:
        return start
    words = tokens[start:end]
    if any(word.kinds & GIVEN_NAME or word.key in clues.speakers for word in words):
        return start
    return start if tuple(word.key for word in words) in clues.phrases else end
