"""What stands between a subject and its reporting verb and belongs to the subject."""

from corpus.lexicon import (
    BASE_CUE,
    CAPITAL,
    CUE,
    DEMONSTRATIVE,
    HONORIFIC,
    NICKNAME,
    PREPOSITION,
    QUOTED,
    VERB_FORM,
)
from corpus.runs import Tokens, is_adjacent
from corpus.sentences import Token

TIMES = frozenset(
    {"saat", "ketika", "usai", "seusai", "setelah", "sebelum", "ditemui", "dihubungi", "dikonfirmasi"}
    | {"selepas", "sebelumnya", "menurut", "menanggapi", "merespons", "kala", "dalam", "lewat", "melalui"}
    | {"selain", "didampingi", "ditemani", "sebagaimana", "seperti", "dikutip", "dilansir"}
)
_WAYS = frozenset(
    {"yang", "dari", "di", "kepada", "pada", "selaku", "sebagai", "dengan", "bersama", "terkait"}
)
ADJUNCTS = TIMES | _WAYS | {"sambil"}
# `Sari Melati dari Universitas Arunika`
FROM = frozenset({"dari", "asal"})
# `Pemkot Arunika melalui Lurah Sari menegaskan`
THROUGH = frozenset({"melalui", "lewat"})
# `Sumber lain yang mengetahui hal itu`
_DETERMINERS = frozenset({"lain", "lainnya"})
# What somebody keeps to themselves who does not want to be named.
NAME_OF_SPEAKER = ("nama", "identitas", "jati")
_OWN_CUES, _CUES_OF_UNNAMED = 1, 3
_CALLED = frozenset(
    {"disapa", "dipanggil", "dikenal", "dijuluki", "disebut", "sebutan", "julukan", "bernama"}
    | {"sapaan", "panggilan"}
)
_LONGEST_CLAUSE = 14
_CONJUNCTIONS = frozenset({"dan", "sedangkan", "sementara", "tetapi", "tapi", "namun", "sehingga", "karena"})
_INDEFINITE = frozenset({"seorang", "satu", "seseorang", "sejumlah", "sebagian"})
_BETWEEN = frozenset({"akrab", "dengan", "sebagai", "nama"})


def opens_clause(tokens: Tokens, position: int) -> bool:
    """Tell `, dan dokter`: who stands behind a comma and a word that joins clauses."""
    joined = position > 1 and tokens[position - 1].key in _CONJUNCTIONS
    return joined and "," in tokens[position - 2].gap


def is_adjunct(between: Tokens) -> bool:
    """Tell words that belong to the subject before them: `saat ditemui`, `dari Yayasan Arunika`."""
    if between[0].key in FROM:
        return any(token.kinds & CAPITAL for token in between[1:2])
    return between[0].key in ADJUNCTS


def governs(token: Token) -> bool:
    """Tell a word whose object comes next: in `diketuai Sari, jaksa …` that is not the jaksa."""
    verb = token.kinds & (BASE_CUE | PREPOSITION) or VERB_FORM.match(token.key)
    return bool(verb) and is_adjacent(token)


def without_determiner(between: Tokens) -> Tokens:
    """Return the words between subject and verb without `lain`, which belongs to the noun itself."""
    return between[1:] if len(between) > 1 and between[0].key in _DETERMINERS else between


def own_cues(between: Tokens) -> int:
    """Return how many reporting words may be those of a relative clause: `yang menolak disebut namanya`."""
    if between[0].key != "yang":
        return 0
    unnamed = any(token.key.startswith(NAME_OF_SPEAKER) for token in between)
    return _CUES_OF_UNNAMED if unnamed else _OWN_CUES


def called_by_name(before: Tokens) -> bool:
    """Tell the words before the name in `Pria yang akrab disapa Sari itu`."""
    for token in reversed(before):
        if token.key in _CALLED:
            return True
        if token.key not in _BETWEEN and not token.kinds & (HONORIFIC | NICKNAME):
            return False
    return False


def pointed_end(tokens: Tokens, first: int, end: int) -> int:
    """Return where `itu` ends behind a role from `first` to `end`, which is returned where there is none.

    That is `dosen itu` and `dosen yang lama diam itu`, but not `seorang dosen yang memuji rapat itu`.
    """
    if first and tokens[first - 1].key in _INDEFINITE:
        return end
    for place in range(end, min(end + _LONGEST_CLAUSE, len(tokens))):
        if not is_adjacent(tokens[place - 1]) or tokens[place].kinds & (CUE | QUOTED):
            break
        if tokens[place].kinds & DEMONSTRATIVE:
            closes = place == end or place + 1 == len(tokens) or not is_adjacent(tokens[place])
            return place + 1 if closes or tokens[place + 1].kinds & PREPOSITION else end
        if tokens[end].key != "yang":
            break
    return end
