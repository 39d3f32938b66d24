"""Words for what a sentence is about: a person, an event around one, or a thing."""

import re

from corpus.lexicon import CAPITAL, PRONOUN, ROLE
from corpus.runs import Tokens, is_adjacent
from corpus.sentences import Token

# Of whoever speaks, not of the page.
_OWN_WORDS = frozenset(
    {
        "saya",
        "aku",
        "gue",
        "gua",
        "kami",
        "kita",
        "nggak",
        "enggak",
        "gak",
        "udah",
        "gitu",
        "sih",
        "dong",
        "nih",
    }
)
_ONLY = frozenset({"cuma", "hanya", "sekadar"})
_PERSONS = frozenset(
    {"sosok", "orang", "figur", "tokoh", "nama", "pria", "wanita", "perempuan", "korban", "pelaku", "satunya"}
)
# `Survei Sari menyebut`, `Kubu Sari meminta`: a thing or a group says so, whosever it is.
_THINGS = frozenset(
    {
        "kubu",
        "kantor",
        "keluarga",
        "pihak",
        "tim",
        "kelompok",
        "massa",
        "pemerintahan",
        "rezim",
        "simpatisan",
        "survei",
        "hasil",
        "data",
        "riset",
        "dokumen",
        "berkas",
        "putusan",
        "dakwaan",
        "aturan",
        "buku",
    }
    | {"foto", "gambar", "poster", "spanduk", "baliho", "patung", "makam", "mobil", "rumah", "kediaman"}
)
GROUPS = frozenset({"kubu", "keluarga", "pihak", "tim", "massa", "simpatisan"})
# `Bagaimana NAME mengatakan`, `kalau NAME bilang`: nobody is quoted.
_SUPPOSING = frozenset(
    {"bagaimana", "kalau", "jika", "apakah", "apabila", "bila", "seandainya", "andai", "andaikan"}
)
NO_SUBJECT_BEHIND = _THINGS | _SUPPOSING
# `Langkah Sari`, `Pencalonan Sari`, `Mundurnya Sari`: what is told of her, who may not speak next.
_EVENT = re.compile(
    r"(?!kemudian|belakangan|keseluruhan|kebetulan|pengamat)(?:ke|pe)\w{4,}an|(?:ter|di)\w{4,}nya"
    r"|(?:mundur|maju|muncul|hadir|gagal|batal|menang|kalah|masuk|gabung|bergabung|keluar|naik|turun)nya"
    r"|langkah|jabatan|posisi|kursi|elektabilitas|suara|nama|foto|kubu|pihak"
)


def first_own_word(tokens: Tokens) -> int:
    """Return where words show of somebody who speaks without marks: `Saya dengar Sari menolak`."""
    for place, token in enumerate(tokens):
        if token.key in _OWN_WORDS and not (place and token.kinds & CAPITAL) and not _is_only(tokens, place):
            return place
    return len(tokens)


def _is_only(tokens: Tokens, place: int) -> bool:
    """Tell `Nggak cuma itu, Sari juga meminta`, which is the page's own."""
    return place + 1 < len(tokens) and tokens[place + 1].key in _ONLY


def is_event(token: Token) -> bool:
    """Tell `Langkah` before `Sari`: the sentence is not about her."""
    return is_adjacent(token) and _EVENT.fullmatch(token.key) is not None


def is_person(token: Token) -> bool:
    """Tell a word for somebody, `Saksi itu adalah Sari`, from `Hasil survei itu adalah Sari unggul`."""
    return bool(token.kinds & (ROLE | PRONOUN)) or token.key in _PERSONS
