"""What an indirect statement says: the clause that a reporting clause stands beside."""

from itertools import pairwise

from corpus.denials import ANSWERED
from corpus.interruptions import CIRCUMSTANCES, has_main_part_behind, has_predicate, parts_subject
from corpus.lexicon import (
    ACTIVE_CUE,
    ADVERB,
    ASSENT_CUE,
    CALENDAR,
    CUE,
    DEMONSTRATIVE,
    NEUTRAL_CUE,
    PASSIVE_CUE,
    PREPOSITION,
    QUOTED,
    VERB_FORM,
)
from corpus.reports import Report
from corpus.runs import Tokens
from corpus.sentences import Token
from corpus.spoken_up import names_topic
from corpus.wordlists import read_words

# Words between a reporting verb and what is said.
_THAT = frozenset({"bahwa", "bahwasanya", "bahwasannya"})
_OPENERS = _THAT | {"agar", "supaya", "jika", "mengapa", "apakah"}
_ADDRESSED = frozenset({"kepada", "pada"})
_LONGEST_ADDRESS = 15
# Of the verbs that have a topic those that may have a clause.
_TELLING = frozenset({"melaporkan", "membocorkan", "memandang", "mempersilakan", "mempersilahkan"})
_NAMING = frozenset({"hal", "pernyataan", "penegasan", "penjelasan", "imbauan", "pesan", "oleh", "yang"})
_FIRMLY = frozenset({"keras", "tegas"})
_ANSWERS = frozenset({"membantah", "menampik", "menepis", "menyangkal", "membenarkan", "mengonfirmasi"})
# A shot is warded off, a stance approved: these need a rumour or what happened before them.
_AMBIGUOUS = frozenset({"dibenarkan", "ditampik", "ditepis"})
_EVENTS = frozenset(
    {"hal", "kabar", "isu", "informasi", "rumor", "gosip", "klaim", "tuduhan", "tudingan", "anggapan"}
    | {"pernyataan", "dugaan", "spekulasi", "hoaks", "hoax", "berita", "kejadian", "peristiwa", "insiden"}
    | {"penangkapan", "penahanan", "kecelakaan", "penyebab", "kematian", "meninggalnya", "tewasnya"}
)
# `Seperti dikatakan Sari, …`
_CONFIRMED = frozenset({"diakui", "dilontarkan", "diungkap", "dikeluhkan", "diusulkan", *ANSWERED})
_AGREED = frozenset({"diakui", *ANSWERED})
_LEADING_IN = frozenset({"seperti", "sebagaimana", "juga", "yang"})
_ASKED = frozenset(
    {"surat", "pertanyaan", "panggilan", "telepon", "pesan", "tudingan", "kritik", "tantangan"}
)
_FAVOURS = frozenset(
    {"bantuan", "pertolongan", "izin", "restu", "waktu", "keterangan", "klarifikasi", "uang", "dana", "foto"}
)
# `Mengomentari usul itu dengan menganggapnya lucu` does tell what was said.
_TAKING = ("menganggap", "menyebut", "menilai", "mengatakan", "menuding")
_NOT = frozenset({"tidak", "tak", "belum", "bukan", "bisa", "dapat", "harus", "perlu", "akan", "jika"})
# `Berterima kasih atas dukungan warga`: the verb is what was said.
_THANKING = frozenset({"berterima", "berterimakasih"})
_AND = frozenset({"dan", "serta", "atau"})
_SWORN = frozenset({"sumpah", "janji", "syahadat"})
_AIMED = frozenset(
    {"kritik", "kritikan", "tudingan", "tuduhan", "senjata", "perhatian", "pandangan", "tatapan"}
)
# What follows such a verb is what is answered or asked for, and no statement.
_DEEDS = {
    "mengancam": _AND,
    "mengarahkan": _AIMED,
    "menekan": _AND,
    "menjawab": _ASKED,
    "meminta": _FAVOURS,
    "minta": _FAVOURS,
    "mengucap": _SWORN,
    "mengucapkan": _SWORN,
}
_AS_SAID = [["seperti"], ["sebagaimana"], ["seperti", "yang"], ["sebagaimana", "yang"]]
# `Menyampaikan permintaan maaf` says nothing of what was said.
_SPEECH = frozenset(
    {"permintaan", "keluhan", "keluhannya", "aspirasi"}
    | {"pendapat", "pendapatnya", "pandangan", "pandangannya"}
    | {"tanggapan", "apresiasi", "klarifikasi", "orasi"}
    | {"sambutan", "pidato", "harapannya", "arahan", "kritik"}
)
# `Memaparkan rencana pembangunan jalan`
_PLANS = frozenset(
    {"rencana", "program", "visi", "kronologi", "tahapan", "capaian", "strategi", "gagasan", "proses"}
    | {"hasil", "pengalaman", "pengalamannya", "kisah", "kisahnya", "sejarah"}
)
# `Melaporkan pria berinisial AR yang menipunya` reports a man.
_OF_NOUNS = frozenset({"yang", "terkait", "berinisial", "bernama", "soal"})
_LONGEST_SPEECH, _LONGEST_OBJECT = 2, 5
_OF_CLAUSES = DEMONSTRATIVE | ADVERB | PREPOSITION | QUOTED
_SHORTEST_BEFORE = 3
_LONGEST_POINTER = 3


def statement_of(tokens: Tokens, report: Report) -> tuple[int, int] | None:
    """Return the tokens of what is said without its speaker, reporting word and `bahwa`, if anything is."""
    kinds = tokens[report.position].kinds
    if kinds & ASSENT_CUE or (kinds & NEUTRAL_CUE and kinds & ACTIVE_CUE and _is_pointed_at(tokens, report)):
        return None
    if kinds & ACTIVE_CUE and report.position + 1 == report.last:
        if tokens[report.position].key in read_words("cues_topic.txt") and not _is_opened(tokens, report):
            return _clause_behind(tokens, report)
        if _is_deed(tokens, report.position) or _is_object(tokens, report):
            return None
        span = _behind(tokens, report)
    elif " " in report.cue:
        span = _behind(tokens, report) if names_topic(tokens, report.last) else (0, 0)
    elif kinds & PASSIVE_CUE:
        span = _said_passively(tokens, report)
    else:
        span = _said_beside(tokens, report)
    neutral = bool(kinds & NEUTRAL_CUE)
    return span if span[0] < span[1] and not _points_back(tokens, *span, neutral=neutral) else None


def _said_beside(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return what stands behind or before `kata Sari`, and behind `pernyataan Sari bahwa`."""
    if tokens[report.position].key in _OPENERS:
        return _behind(tokens, report)
    if report.first < _SHORTEST_BEFORE and _tells_when(tokens, report):
        return 0, 0
    return _around(tokens, report)


def _tells_when(tokens: Tokens, report: Report) -> bool:
    """Tell `begitu kata Sari saat menutup rapat`: a circumstance and no comma before it."""
    if report.last >= len(tokens) or "," in tokens[report.last - 1].gap:
        return False
    return tokens[report.last].key in CIRCUMSTANCES or bool(tokens[report.last].kinds & CALENDAR)


def _is_opened(tokens: Tokens, report: Report) -> bool:
    """Tell `menanggapi bahwa …` and `melaporkan, …` from `menanggapi poster itu`."""
    if "," in tokens[report.position].gap:
        return True
    behind = tokens[report.last : report.last + _LONGEST_ADDRESS + 1]
    if any(token.key in _OPENERS for token in behind):
        return True
    return any(token.key == "dengan" and after.key.startswith(_TAKING) for token, after in pairwise(behind))


def _clause_behind(tokens: Tokens, report: Report) -> tuple[int, int] | None:
    """Return `dana telah tersalurkan` in `melaporkan dana telah tersalurkan`, which no `bahwa` opens."""
    if tokens[report.position].key not in _TELLING:
        return None
    words = tokens[report.last : report.last + _LONGEST_ADDRESS]
    end = next((place for place, word in enumerate(words) if _ends_noun(word)), len(words))
    return (report.last, len(tokens)) if has_predicate(words[1:end]) else None


def _ends_noun(word: Token) -> bool:
    return bool(word.kinds & (PREPOSITION | QUOTED)) or "," in word.gap or word.key in _OF_NOUNS


def _is_deed(tokens: Tokens, position: int) -> bool:
    """Tell `menjawab surat itu` and `meminta bantuan Lurah`: deeds rather than statements."""
    following = tokens[position + 1 : position + 2]
    return bool(following) and following[0].key in _DEEDS.get(tokens[position].key, ())


def _is_object(tokens: Tokens, report: Report) -> bool:
    """Tell `membenarkan kerusakan itu` from `membenarkan kerusakan itu parah`, which says something."""
    if tokens[report.position].key not in read_words("cues_object.txt") or "," in tokens[report.position].gap:
        return False
    words = tokens[report.last :]
    if words and tokens[report.position].key in _ANSWERS and words[0].key in _EVENTS | {"adanya"}:
        return False
    if words and words[0].key in _SPEECH and len(words) <= _LONGEST_SPEECH:
        return True
    if words and words[0].key in _PLANS and not has_predicate(words):
        return True
    if not 1 < len(words) <= _LONGEST_OBJECT or not words[-1].kinds & DEMONSTRATIVE:
        return False
    return not any(word.kinds & _OF_CLAUSES or VERB_FORM.match(word.key) for word in words[:-1])


def _behind(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return what follows a clause, without `bahwa` and whom something is said to: `kepada pers bahwa`."""
    first, last = report.last, len(tokens)
    if tokens[report.position].key in _THANKING:
        return report.position, last
    if first < last and tokens[first].key in _ADDRESSED:
        places = range(first, min(first + _LONGEST_ADDRESS, last))
        first = next((place for place in places if tokens[place].key in _OPENERS), first)
    while first < last and tokens[first].key in _OPENERS:
        first += 1
    return first, last


def _said_passively(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return what follows `bahwa`, or the comma of a clause that opens its sentence: `Dikatakan Sari, …`."""
    if tokens[0].key in _THAT:
        return 1, report.position
    for place in range(report.last, len(tokens)):
        if tokens[place].key in _THAT:
            return place + 1, len(tokens)
    if report.first and any(token.key not in _LEADING_IN for token in tokens[: report.first]):
        whole = tokens[report.position].key in _AGREED and _is_told_of(tokens[: report.position])
        return 0, report.position if whole else _told_before(tokens, report.position)
    return _behind(tokens, report) if "," in tokens[report.last - 1].gap else (0, 0)


def _is_told_of(before: Tokens) -> bool:
    """Tell `Status tersangka Sari` from `Hal itu`, which means what stands before."""
    if len(before) <= _LONGEST_POINTER or before[-1].key == "yang":
        return False
    return not any("," in token.gap or token.kinds & (CUE | QUOTED) for token in before)


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
    """Tell a clause that interrupts what is said and has the main part behind its comma."""
    behind = tokens[report.last :]
    if not behind or "," not in tokens[report.last - 1].gap or behind[0].kinds & CALENDAR:
        return False
    return has_main_part_behind(tokens[: report.first], behind)


def _around(tokens: Tokens, report: Report) -> tuple[int, int]:
    """Return the part that is said before or behind a clause, both where neither says anything alone."""
    if report.first < _SHORTEST_BEFORE or _says_more(tokens, report):
        return _behind(tokens, report)
    return (0, len(tokens) if _is_parted(tokens, report) else report.first)


def _is_parted(tokens: Tokens, report: Report) -> bool:
    """Tell a long subject and a short verb that the clause parts: `Jalan itu, kata Sari, sudah rusak`."""
    behind = tokens[report.last :]
    if not behind or "," not in tokens[report.last - 1].gap:
        return False
    return behind[0].key not in CIRCUMSTANCES and parts_subject(tokens[: report.first], behind)


def points_at_words(tokens: Tokens, report: Report) -> bool:
    """Tell `Hal itu disampaikan NAME`, after the words themselves."""
    before = tokens[: report.position]
    while before and before[-1].kinds & ADVERB and not before[-1].kinds & DEMONSTRATIVE:
        before = before[:-1]
    cue = tokens[report.position]
    tells = cue.kinds & NEUTRAL_CUE or cue.key in _CONFIRMED
    if not tells or not cue.kinds & PASSIVE_CUE or not 0 < len(before) <= _LONGEST_POINTER:
        return False
    return before[-1].key in read_words("pointing_words.txt")


def is_answer(tokens: Tokens, report: Report) -> bool:
    """Tell `Kabar itu dibantah NAME` and `NAME membantah keras`: that alone says what NAME holds true."""
    cue = tokens[report.position].key
    before = [token.key for token in tokens[: report.position]]
    if cue in _ANSWERS:
        return report.last == len(tokens) or tokens[report.last].key in _FIRMLY
    if cue not in ANSWERED or not _NOT.isdisjoint(before[-_LONGEST_POINTER:]):
        return False
    return cue not in _AMBIGUOUS or not _EVENTS.isdisjoint(before)


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
    if not 1 < report.first <= _LONGEST_POINTER or report.cue != tokens[report.position].key:
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
    circumstance = dated or tokens[place].kinds & PREPOSITION or tokens[place].key in CIRCUMSTANCES
    return bool(circumstance) and neutral and (pointed or dated)
