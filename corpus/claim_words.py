"""Which words of a fact check's sentence speak of a claim, or of the pages that spread it."""

import re
from collections.abc import Iterator

from corpus.adjuncts import THROUGH
from corpus.lexicon import ACCORDING, BASE_CUE, CAPITAL, CLITIC_CUE, CUE, PRONOUN, QUOTED, ROLE
from corpus.runs import PLATFORMS, Tokens
from corpus.sentences import Sentence
from corpus.wordlists import read_words

# `Pengelola akun Cermin Cembung, Sari` is a person.
_KEEPERS = frozenset({"pengelola", "pengasuh", "pendiri", "pembuat"})
# `Melalui akun Instagram resminya, …` is where somebody speaks.
_OWN = frozenset(
    {"resmi", "resminya", "pribadi", "pribadinya", "terverifikasi", "miliknya", "akunnya", "medsosnya"}
)
_ACCOUNTS = frozenset({"akun", "konten", "kanal", "video", "unggahan", "postingan"})
_OF_OWNERS = _ACCOUNTS | {"mengklaim", "diunggah", "mengunggah"}
_PUBLISHED = frozenset({"unggahannya", "postingannya", "cuitannya", "captionnya", "videonya"})
_WHERE = frozenset({"dalam", "lewat", "melalui", "pada", "di"})
# `Kata Sari, dikutip dari video itu`: the video is where she was heard.
CITED = frozenset({"dikutip", "dilansir", "mengutip", "melansir", "disitat", "dinukil", "menukil"})
_LONGEST_CITATION = 8
# `Keterangan foto` is a claim's, `keterangan tertulis` a spokesman's.
_RELEASED = frozenset({"tertulis", "tertulisnya", "resmi", "resminya", "pers", "persnya", "saksi", "ahli"})
_ATTACHED = frozenset(
    {"dengan", "disertai", "disertakan", "menyertakan", "menyertai", "beserta", "diberi", "dibubuhi"}
    | {"membubuhkan", "menambahkan", "ditambahkan", "menuliskan", "dituliskan", "ditulis", "menulis", "tulis"}
)
_SHOWN = frozenset({"foto", "gambar", "video", "unggahan", "postingan", "konten"})
_WRITTEN = frozenset({"tertulis", "tertulisnya"})
_RELEASES = frozenset({"keterangan", "pernyataan", "siaran", "secara", "jawaban", "pesan"})
# `Artikel berjudul “…”` is what the check has found.
_TITLED = frozenset({"judul", "berjudul", "bertajuk"})
_ARTICLES = frozenset({"artikel", "berita", "pemberitaan", "laporan", "artikelnya", "beritanya"})
_TITLE_OF = 4
# `Dalam video aslinya, Sari mengatakan …` is what she did say.
_RECORDED = frozenset({"video", "rekaman", "unggahan", "postingan", "cuplikan", "narasi", "keterangan"})
_GENUINE = frozenset(
    {"asli", "aslinya", "utuh", "utuhnya", "lengkap", "lengkapnya", "sebenarnya", "orisinal", "orisinalnya"}
    | {"klarifikasi", "klarifikasinya", "bantahan", "bantahannya"}
)
# `Dalam video yang tayang Agustus 2021, …` is where the check found it.
_AIRED = frozenset({"tayang", "terbit", "disiarkan"})
_FIRST_WORD = re.compile(r"\A\w+")
_SPREADS = frozenset(
    {"mengunggah", "memposting", "memosting", "membagikan"}
    | {"menyebarkan", "diunggah", "menulis", "menuliskan"}
    | {"mencuit", "mencuitkan", "menarasikan", "bernarasi", "mengklaim", "menayangkan", "memublikasikan"}
    | {"mempublikasikan", "membuat", "memuat", "menyiarkan"}
)
# `Akun Facebook dengan nama Damar`
_HELD = PLATFORMS | {"media", "sosial", "dengan", "nama", "bernama", "atas", "milik", "pengguna"}
# Tokens before the account that opens a sentence: `Sebuah akun`.
_LATEST_ACCOUNT = 3


def is_claim_word(key: str) -> bool:
    """Tell a word, in lower case, that may speak of a claim or of a page that spreads it."""
    return key in read_words("claim_words.txt")


def claim_words_in(tokens: Tokens) -> list[int]:
    """Return where a sentence speaks of claims and the pages that spread them."""
    return list(_telling(tokens))


def _telling(tokens: Tokens) -> Iterator[int]:
    words = read_words("claim_words.txt")
    own = any(map(_is_own, (token.key for token in tokens)))
    for place, token in enumerate(tokens):
        if token.key not in words or (own and token.key in _OF_OWNERS):
            continue
        if _is_cited(tokens, place) or _is_source(tokens, place) or _is_person_s(tokens, place):
            continue
        if not _is_through(tokens, place):
            yield place


def _is_own(key: str) -> bool:
    """Tell `resminya` and `Instagram-nya`."""
    return key in _OWN or (key.endswith("nya") and key[:-3].removesuffix("-") in PLATFORMS)


def _is_cited(tokens: Tokens, place: int) -> bool:
    """Tell a page that the check itself cites: `Dikutip dari unggahan kanal Kabar Arunika, …`."""
    for before in reversed(tokens[max(0, place - _LONGEST_CITATION) : place]):
        if "," in before.gap:
            return False
        if before.key in CITED or before.key in _GENUINE:
            return True
    return False


def _is_source(tokens: Tokens, place: int) -> bool:
    """Tell what a check quotes from: a release, a report by its title, an original recording."""
    key = tokens[place].key
    before = [token.key for token in tokens[max(0, place - _TITLE_OF) : place]]
    behind = [token.key for token in tokens[place + 1 : place + 3]]
    if key in _WRITTEN:
        return not _RELEASES.isdisjoint(before[-1:])
    if key in _TITLED:
        return not _ARTICLES.isdisjoint(before)
    if key == "keterangan" and behind[:1] and behind[0] not in _SHOWN:
        return not _RELEASED.isdisjoint(behind) or _ATTACHED.isdisjoint(before[-1:])
    aired = behind[:1] == ["yang"] and not _AIRED.isdisjoint(behind)
    return key in _RECORDED and (aired or not _GENUINE.isdisjoint(behind))


def _is_person_s(tokens: Tokens, place: int) -> bool:
    """Tell what is a person's own: `pengelola akun`, `dalam unggahannya, Sari …`, `Sari mengklaim`."""
    key = tokens[place].key
    before = tokens[place - 1] if place else None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if key in _ACCOUNTS:
        return before is not None and before.key in _KEEPERS
    if key in _PUBLISHED and before and following and before.key in _WHERE:
        return _may_name(following.key, following.kinds)
    return key == "mengklaim" and before is not None and _may_name(before.key, before.kinds)


def _is_through(tokens: Tokens, place: int) -> bool:
    """Tell where the holder of an office speaks: `Camat Sari melalui unggahan video menegaskan …`."""
    way = any(token.key in THROUGH for token in tokens[max(0, place - 2) : place])
    return way and any(token.kinds & ROLE and token.kinds & CAPITAL for token in tokens[: place - 1])


def _may_name(key: str, kinds: int) -> bool:
    named = kinds & CAPITAL and not kinds & (CUE | QUOTED) and key not in read_words("claim_words.txt")
    return bool(named or kinds & PRONOUN)


def interrupts(tokens: Tokens, cue: int) -> bool:
    """Tell a verb that parts what was said: `Foto itu, kata Sari, diambil setahun sebelumnya`."""
    if not cue or not tokens[cue].kinds & (BASE_CUE | CLITIC_CUE | ACCORDING):
        return False
    return "," in tokens[cue - 1].gap and not tokens[cue - 1].kinds & QUOTED


def spreaders_in(sentence: Sentence, body: str) -> Iterator[str]:
    """Yield in lower case the first name of an account that spreads: `Akun bernama “Damar” membagikan …`."""
    tokens = sentence.tokens
    place = next(
        (at for at, token in enumerate(tokens[:_LATEST_ACCOUNT]) if token.key == "akun"), len(tokens)
    )
    if not any(token.key in _SPREADS for token in tokens):
        return
    name = next((token for token in tokens[place + 1 :] if token.key not in _HELD), None)
    if name is None:
        return
    quotation = sentence.quotations.get(name.start)
    first = _FIRST_WORD.findall(body[quotation.start : quotation.end].lower()) if quotation else [name.key]
    # `Akun “Sari Melati” membagikan video Sari Melati` holds her name, not her.
    shown = any(token.key in first for token in tokens if token is not name)
    if (quotation or name.kinds & CAPITAL) and not shown:
        yield from first


def is_cue(tokens: Tokens, place: int) -> bool:
    """Tell a reporting word from a name, `Kapolda Jabar`, where no quotation stands before it."""
    kinds = tokens[place].kinds
    named = place > 0 and kinds & CAPITAL and not tokens[place - 1].kinds & QUOTED
    return bool(kinds & CUE and not named)
