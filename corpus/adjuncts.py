"""What stands between a subject and its reporting verb and belongs to the subject."""

from corpus.lexicon import HONORIFIC, NICKNAME
from corpus.runs import Tokens

TIMES = frozenset(
    {"saat", "ketika", "usai", "seusai", "setelah", "sebelum", "ditemui", "dihubungi", "dikonfirmasi"}
    | {"selepas", "sebelumnya", "menurut", "menanggapi", "merespons", "kala", "dalam", "lewat", "melalui"}
    | {"selain"}
)
_WAYS = frozenset({"yang", "di", "kepada", "pada", "selaku", "sebagai", "dengan", "bersama", "terkait"})
ADJUNCTS = TIMES | _WAYS | {"sambil", "didampingi", "ditemani"}
# `Sari Melati dari Universitas Arunika`
FROM = frozenset({"dari", "asal"})
# `Sumber lain yang mengetahui hal itu`
_DETERMINERS = frozenset({"lain", "lainnya"})
# What somebody keeps to themselves who does not want to be named.
NAME_OF_SPEAKER = ("nama", "identitas", "jati")
_OWN_CUES, _CUES_OF_UNNAMED = 1, 3
_CALLED = frozenset(
    {"disapa", "dipanggil", "dikenal", "dijuluki", "disebut", "sebutan", "julukan", "bernama"}
    | {"sapaan", "panggilan"}
)
_BETWEEN = frozenset({"akrab", "dengan", "sebagai", "nama"})


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
