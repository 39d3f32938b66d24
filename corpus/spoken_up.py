"""Verbs of two words, `angkat suara`, and what a check says that somebody talked of."""

from corpus.lexicon import CUE
from corpus.runs import Tokens

_RAISED = frozenset({"angkat", "buka"})
_VOICE = frozenset({"suara", "bicara", "mulut"})
_GIVEN = frozenset({"memberi", "memberikan", "membuat", "mengeluarkan", "merilis", "melontarkan"})
_WORDS = frozenset(
    {"klarifikasi", "bantahan", "penjelasan", "tanggapan", "pernyataan", "keterangan", "komentar"}
)
# `Faktanya, Sari justru berpidato tentang jalan itu`
_TALKED = frozenset(
    {"membahas", "membicarakan", "berbicara", "bicara", "berpidato", "berorasi", "berceramah"}
)
_INDEED = frozenset(
    {"faktanya", "asli", "aslinya", "sebenarnya", "momen", "wawancara", "pidato", "pidatonya"}
)
# What somebody is to say, or will not: `diminta memberikan klarifikasi`.
_NOT_YET = frozenset(
    {"untuk", "guna", "agar", "supaya", "tanpa", "menolak", "diminta", "diundang", "dipanggil", "akan"}
    | {"enggan", "belum", "tidak", "tak", "harus", "bisa", "dapat", "mampu", "perlu", "mau", "ingin"}
    | {"pernah", "bersedia", "wajib", "hendak", "bakal", "pun", "segera"}
)
# Behind it stands what is spoken of.
_OF = frozenset({"soal", "terkait", "mengenai", "tentang", "atas", "ihwal", "perihal", "bahwa", "menanggapi"})
VERBS = _RAISED | _GIVEN | _TALKED


def verb_length(tokens: Tokens, position: int) -> int:
    """Count the words of a verb of two that begins here, or of one that a check tells of; 0 without one.

    Somebody does speak, of what is said right behind or nowhere: `angkat suara soal jalan itu`.
    """
    following = tokens[position + 1].key if position + 1 < len(tokens) else ""
    raised = tokens[position].key in _RAISED and following in _VOICE
    given = tokens[position].key in _GIVEN and following in _WORDS
    if position and tokens[position - 1].key in _NOT_YET:
        return 0
    if raised or given:
        behind = position + 2
        spoken = names_topic(tokens, behind) or not any(token.kinds & CUE for token in tokens[behind:])
        return 2 * spoken
    talked = tokens[position].key in _TALKED and following in _OF
    return int(talked and any(token.key in _INDEED for token in tokens[:position]))


def names_topic(tokens: Tokens, first: int) -> bool:
    """Tell `soal jalan itu` or `bahwa jalan itu rusak` behind such a verb."""
    return first < len(tokens) and tokens[first].key in _OF
