"""Words for what a sentence is about: a person, an event around one, or a thing."""

import re

from corpus.adjuncts import TIMES
from corpus.lexicon import ADVERB, CALENDAR, CAPITAL, DEMONSTRATIVE, PRONOUN, ROLE
from corpus.runs import Tokens, is_adjacent
from corpus.sentences import Token

# Of whoever speaks, not of the page.
_OWN_WORDS = frozenset(
    {"saya", "aku", "gue", "gua", "kami", "kita", "nggak", "enggak", "gak", "udah", "gitu", "sih", "dong"}
    | {"nih", "lho", "loh", "deh", "tuh", "ndak", "kalo", "banget"}
)
_DESCRIBING = frozenset(
    {"adalah", "ialah", "merupakan", "menjadi", "menjabat", "berusia", "berstatus", "berasal", "berprofesi"}
)
_ADDRESSES = frozenset({"mas", "mbak", "pak", "bapak", "bu", "ibu", "bang", "kang"})
_ONLY = frozenset({"cuma", "hanya", "sekadar"})
_PERSONS = frozenset(
    {"sosok", "orang", "figur", "tokoh", "nama", "pria", "wanita", "perempuan", "korban", "pelaku", "satunya"}
)
# `Survei Sari menyebut`, `Kubu Sari meminta`: a thing or a group says so, whosever it is.
_THINGS = frozenset(
    {"anak-anak", "fans", "hukum", "kampanye", "kubu", "kantor", "keluarga", "pihak", "tim", "kelompok"}
    | {"loyalis", "massa", "pemenangan", "pendukung", "penggemar", "pemerintahan", "rezim", "simpatisan"}
    | {"sukses", "survei", "hasil", "data", "riset", "dokumen", "berkas", "putusan", "dakwaan", "aturan"}
    | {"buku", "laman", "situs", "kanal", "resmi", "partai", "pimpinan", "asuhan", "besutan"}
    | {"gugatan", "permohonan", "praperadilan", "kasasi", "banding"}
    | {"foto", "gambar", "poster", "spanduk", "baliho", "patung", "makam", "mobil", "rumah", "kediaman"}
)
GROUPS = frozenset({"kubu", "keluarga", "pihak", "tim", "massa", "simpatisan"})
# `Bagaimana NAME mengatakan`, `kalau NAME bilang`: nobody is quoted.
_SUPPOSING = frozenset(
    {"bagaimana", "dengar", "kalau", "jika", "apakah", "apabila", "bila", "seandainya", "andai", "andaikan"}
)
NO_SUBJECT_BEHIND = _THINGS | _SUPPOSING
# `Langkah Sari`, `Pencalonan Sari`, `Mundurnya Sari`: what is told of her, who may not speak next.
_EVENT = re.compile(
    r"(?!kemudian|belakangan|keseluruhan|kebetulan|pengamat)(?:ke|pe)\w{4,}an|(?:ter|di)\w{4,}nya"
    r"|(?:mundur|maju|muncul|hadir|gagal|batal|menang|kalah|masuk|gabung|bergabung|keluar|naik|turun)nya"
    r"|langkah|jabatan|posisi|kursi|elektabilitas|suara|nama|foto|kubu|pihak"
)
# "Dilantik", "tercatat"; but who smiles does something.
_PASSIVE = re.compile(r"di\w{3}|ter(?!tawa|senyum|kekeh|isak|bahak|diam)\w{3}")
_LONGEST_PREFIX = 4
# `Saya Sari` is how somebody speaks of herself, and `Sari-Darwis` is how pairs do.
_WORD = re.compile(r"(?P<own>\b(?:[Ss]aya|[Aa]ku) )?(?<![-–/\w])(?P<word>\w+)(?![-–/\w])")


def first_own_word(tokens: Tokens) -> int:
    """Return where words show of somebody who speaks without marks: `Saya dengar Sari menolak`."""
    for place, token in enumerate(tokens):
        if token.key in _OWN_WORDS and not (place and token.kinds & CAPITAL) and not _is_only(tokens, place):
            return place
    return len(tokens)


def _is_only(tokens: Tokens, place: int) -> bool:
    """Tell `Nggak cuma itu, Sari juga meminta`, which is the page's own."""
    return place + 1 < len(tokens) and tokens[place + 1].key in _ONLY


def names_other(said: str, words: set[str]) -> bool:
    """Tell whether a quotation holds one of the words of a name as others say it."""
    return any(match["word"] in words and not match["own"] for match in _WORD.finditer(said))


def is_event(token: Token) -> bool:
    """Tell `Langkah` before `Sari`: the sentence is not about her."""
    return is_adjacent(token) and _EVENT.fullmatch(token.key) is not None


def is_addressed(tokens: Tokens, first: int) -> bool:
    """Tell `Mas Sari tiba`, which somebody says whose marks are lost, from the page's own `Sari tiba`."""
    return first < len(tokens) and tokens[first].key in _ADDRESSES


def is_person(token: Token) -> bool:
    """Tell a word for somebody, `Saksi itu adalah Sari`, from `Hasil survei itu adalah Sari unggul`."""
    return bool(token.kinds & (ROLE | PRONOUN)) or token.key in _PERSONS


def is_passive(tokens: Tokens, behind: int) -> bool:
    """Tell what follows somebody in `Sari dilantik`: what is done to somebody is not done by them."""
    for token in tokens[behind : behind + _LONGEST_PREFIX]:
        if token.key in TIMES:
            return False
        if not token.kinds & (ADVERB | CALENDAR | DEMONSTRATIVE):
            return bool(_PASSIVE.match(token.key)) and not token.kinds & CAPITAL
    return False


def is_described(tokens: Tokens, behind: int) -> bool:
    """Tell `Sari sendiri merupakan guru` by what stands behind her name: it only says who she is."""
    words = (token.key for token in tokens[behind : behind + _LONGEST_PREFIX] if not token.kinds & ADVERB)
    return next(words, "") in _DESCRIBING
