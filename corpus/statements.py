"""What an indirect statement says: the clause that a reporting clause stands beside."""

from itertools import pairwise

from corpus.lexicon import (
    ACTIVE_CUE,
    ADVERB,
    ASSENT_CUE,
    CALENDAR,
    NEUTRAL_CUE,
    PASSIVE_CUE,
    PREPOSITION,
)
from corpus.reporting import TIMES, Report
from corpus.runs import Tokens
from corpus.wordlists import read_words

# Words between a reporting verb and what is said.
_OPENERS = frozenset({"bahwa", "agar", "supaya", "jika", "bahwasanya", "mengapa", "apakah"})
_ADDRESSED = frozenset({"kepada", "pada"})
_LONGEST_ADDRESS = 15
_NAMING = frozenset({"hal", "pernyataan", "penegasan", "penjelasan", "imbauan", "pesan", "oleh", "yang"})
_ASKED = frozenset(
    {"surat", "pertanyaan", "panggilan", "telepon", "pesan", "tudingan", "kritik", "tantangan"}
)
_FAVOURS = frozenset(
    {"bantuan", "izin", "restu", "waktu", "keterangan", "klarifikasi", "uang", "dana", "foto"}
)
# `Mengomentari usul itu dengan menganggapnya lucu` does tell what was said.
_TAKING = ("menganggap", "menyebut", "menilai", "mengatakan", "menuding")
# What follows such a verb is what is answered or asked for, and no statement.
_DEEDS = {"menjawab": _ASKED, "meminta": _FAVOURS, "minta": _FAVOURS}
_CIRCUMSTANCES = TIMES | {"terkait", "soal", "mengenai"}
_AS_SAID = [["seperti"], ["sebagaimana"], ["seperti", "yang"], ["sebagaimana", "yang"]]
_SHORTEST_BEFORE = 3
_LONGEST_POINTER = 3


def statement_of(tokens: Tokens, report: Report) -> tuple[int, int] | None:
    """Return the tokens of what is said without its speaker, reporting word and `bahwa`, if anything is."""
    kinds = tokens[report.position].kinds
    if kinds & ASSENT_CUE or (kinds & NEUTRAL_CUE and kinds & ACTIVE_CUE and _is_pointed_at(tokens, report)):
        return None
    if kinds & ACTIVE_CUE and report.position + 1 == report.last:
        if tokens[report.position].key in read_words("cues_topic.txt") and not _is_opened(tokens, report):
            return None
        if _is_deed(tokens, report.position):
            return None
        span = _behind(tokens, report)
    elif kinds & PASSIVE_CUE:
        span = _said_passively(tokens, report)
    elif report.first < _SHORTEST_BEFORE and _tells_when(tokens, report):
        return None
    elif report.first < _SHORTEST_BEFORE or _says_more(tokens, report):
        span = _behind(tokens, report)
    else:
        span = (0, report.first)
    neutral = bool(kinds & NEUTRAL_CUE)
    return span if span[0] < span[1] and not _points_back(tokens, *span, neutral=neutral) else None


def _tells_when(tokens: Tokens, report: Report) -> bool:
    """Tell `begitu kata Sari saat menutup rapat`: a circumstance and no comma before it."""
    if report.last >= len(tokens) or "," in tokens[report.last - 1].gap:
        return False
    return tokens[report.last].key in _CIRCUMSTANCES or bool(tokens[report.last].kinds & CALENDAR)


def _is_opened(tokens: Tokens, report: Report) -> bool:
    """Tell `menanggapi bahwa …` and `melaporkan, …` from `menanggapi poster itu`."""
    if "," in tokens[report.position].gap:
        return True
    behind = tokens[report.last : report.last + _LONGEST_ADDRESS + 1]
    if any(token.key in _OPENERS for token in behind):
        return True
    return any(token.key == "dengan" and after.key.startswith(_TAKING) for token, after in pairwise(behind))


def _is_deed(tokens: Tokens, position: int) -> bool:
    """Tell `menjawab surat itu` and `meminta bantuan Lurah`: deeds rather than statements."""
    following = tokens[position + 1 : position + 2]
    return bool(following) and following[0].key in _DEEDS.get(tokens[position].key, ())


def _behind(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return what follows a clause, without `bahwa` and whom something is said to: `kepada pers bahwa`."""
    first, last = report.last, len(tokens)
    if first < last and tokens[first].key in _ADDRESSED:
        places = range(first, min(first + _LONGEST_ADDRESS, last))
        first = next((place for place in places if tokens[place].key in _OPENERS), first)
    while first < last and tokens[first].key in _OPENERS:
        first += 1
    return first, last


def _said_passively(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return what follows `bahwa`, or the comma of a clause that opens its sentence: `Dikatakan Sari, …`."""
    if tokens[0].key == "bahwa":
        return 1, report.position
    for place in range(report.last, len(tokens)):
        if tokens[place].key == "bahwa":
            return place + 1, len(tokens)
    if report.first:
        return 0, _told_before(tokens, report.position)
    return _behind(tokens, report) if "," in tokens[report.last - 1].gap else (0, 0)


def _told_before(tokens: Tokens, position: int) -> int:
    """Return where words end before `, hal itu disampaikan NAME` or `, seperti dikatakan NAME`, else 0."""
    start = max(0, position - _LONGEST_POINTER)
    for place in range(position - 1, start, -1):
        if "," in tokens[place - 1].gap:
            opening = [token.key for token in tokens[place:position]]
            pointing = read_words("pointing_words.txt")
            pointed = opening[0] == "hal" and opening[-1] in pointing
            return place if pointed or opening in _AS_SAID else 0
    return 0


def _says_more(tokens: Tokens, report: Report) -> bool:
    """Tell a clause that interrupts what is said: the longer part follows it behind a comma."""
    if report.last >= len(tokens) or "," not in tokens[report.last - 1].gap:
        return False
    if tokens[report.last].kinds & CALENDAR or tokens[report.last].key in _CIRCUMSTANCES:
        return False
    return len(tokens) - report.last > report.first


def points_at_words(tokens: Tokens, report: Report) -> bool:
    """Tell `Hal itu disampaikan NAME`, after the words themselves."""
    kinds = tokens[report.position].kinds
    before = tokens[: report.position]
    if not kinds & PASSIVE_CUE or not kinds & NEUTRAL_CUE or not 0 < len(before) <= _LONGEST_POINTER:
        return False
    return before[-1].key in read_words("pointing_words.txt")


def points_behind(tokens: Tokens, report: Report) -> bool:
    """Tell `Sari mengatakan itu di kantornya`, after the words themselves."""
    kinds = tokens[report.position].kinds
    following = [token.key for token in tokens[report.last : report.last + 2]]
    pointing = read_words("pointing_words.txt")
    if not kinds & ACTIVE_CUE or not kinds & NEUTRAL_CUE or not following:
        return False
    return following[0] in pointing or (following[0] in _NAMING and following[-1] in pointing)


def _is_pointed_at(tokens: Tokens, report: Report) -> bool:
    """Tell `Hal ini ia ungkapkan`, where what is said stands before the speaker."""
    pointing = read_words("pointing_words.txt")
    if not 0 < report.first <= _LONGEST_POINTER or report.cue != tokens[report.position].key:
        return False
    return tokens[0].key in _NAMING and all(token.key in pointing for token in tokens[1 : report.first])


def _points_back(tokens: Tokens, first: int, last: int, *, neutral: bool) -> bool:
    """Tell `hal itu saat rapat`: it says when, but not what. `Membantah hal itu` denies something."""
    pointing = read_words("pointing_words.txt")
    place = first
    while place < last and (tokens[place].key in pointing or tokens[place].key in _NAMING):
        place += 1
    pointed = place > first
    while place < last and tokens[place].kinds & ADVERB:
        place += 1
    if place == last:
        return neutral or not pointed or last - first <= 1
    dated = bool(tokens[place].kinds & CALENDAR)
    circumstance = dated or tokens[place].kinds & PREPOSITION or tokens[place].key in _CIRCUMSTANCES
    return bool(circumstance) and neutral and (pointed or dated)
