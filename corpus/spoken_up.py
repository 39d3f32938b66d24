"""Verbs of two words: `angkat suara`, `memberikan klarifikasi`."""

from corpus.lexicon import CUE
from corpus.runs import Tokens

_RAISED = frozenset({"angkat", "buka"})
_VOICE = frozenset({"suara", "bicara", "mulut"})
_GIVEN = frozenset({"memberi", "memberikan", "membuat", "mengeluarkan", "merilis", "melontarkan"})
_WORDS = frozenset(
    {"klarifikasi", "bantahan", "penjelasan", "tanggapan", "pernyataan", "keterangan", "komentar"}
)
# What somebody is to say, or will not: `diminta memberikan klarifikasi`.
_NOT_YET = frozenset(
    {"untuk", "guna", "agar", "supaya", "tanpa", "menolak", "diminta", "diundang", "dipanggil", "akan"}
    | {
        "enggan",
        "belum",
        "tidak",
        "tak",
        "harus",
        "bisa",
        "dapat",
        "mampu",
        "perlu",
        "mau",
        "ingin",
        "pernah",
    }
    | {"bersedia", "wajib", "hendak", "bakal", "pun", "segera"}
)
# Behind it stands what is spoken of.
_OF = frozenset({"soal", "terkait", "mengenai", "tentang", "atas", "ihwal", "perihal", "bahwa", "menanggapi"})


def speaks_up(tokens: Tokens, position: int) -> bool:
    """Tell the first word of a verb of two: somebody does speak, of what is said right behind or nowhere."""
    following = tokens[position + 1].key if position + 1 < len(tokens) else ""
    raised = tokens[position].key in _RAISED and following in _VOICE
    given = tokens[position].key in _GIVEN and following in _WORDS
    if not (raised or given) or tokens[position - 1].key in _NOT_YET:
        return False
    behind = position + 2
    return names_topic(tokens, behind) or not any(token.kinds & CUE for token in tokens[behind:])


def names_topic(tokens: Tokens, first: int) -> bool:
    """Tell `soal jalan itu` or `bahwa jalan itu rusak` behind such a verb."""
    return first < len(tokens) and tokens[first].key in _OF
