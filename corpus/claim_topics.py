"""A claim that somebody only speaks about: the topic of what is said, not the source of it."""

from corpus.claim_words import is_cue
from corpus.lexicon import ACTIVE_CUE, CLITIC_CUE, PASSIVE_CUE, QUOTED
from corpus.runs import Tokens

# Tokens before the word that opens a topic: `Namun, terkait unggahan itu, …`.
_LATEST_TOPIC = 3
# Tokens from there to the last word for a claim: `soal video lama yang beredar`.
_LONGEST_TOPIC = 5
# `Menanggapi unggahan itu, …` says what somebody speaks about.
_CONCERNING = frozenset(
    {"mengenai", "terkait", "soal", "tentang", "ihwal", "perihal", "menanggapi", "merespons"}
)
_ABOUT = (
    _CONCERNING
    | {"merespon", "menyikapi", "atas", "sehubungan"}
    # `Guna mencegah hoaks meluas, …`, `Ditanya tentang unggahan itu, …`
    | {"mencegah", "menangkal", "mengantisipasi", "menghadapi", "menjawab", "menepis", "membantah"}
    | {"mengetahui", "mendapati", "melihat", "mendengar", "menyadari"}
    | {"ditanya", "dikonfirmasi", "dimintai", "diminta", "ditemui", "dihubungi"}
)
# `Video itu hanya mengulas pernyataan NAME yang …` tells what was said indeed.
_REALLY = frozenset({"hanya", "sebenarnya", "sejatinya", "sesungguhnya", "aslinya", "justru", "sebetulnya"})
_SHOWS = frozenset(
    {"mengulas", "membahas", "membacakan", "menampilkan", "memperlihatkan", "memuat", "berisi", "menayangkan"}
    | {"menyiarkan", "menyajikan", "mengutip", "merekam", "memberitakan", "melaporkan"}
)


def topic_end(tokens: Tokens) -> int:
    """Return where the speech begins behind its topic, `Menanggapi unggahan itu, …`; 0 without one."""
    if not any(token.key in _ABOUT for token in tokens[:_LATEST_TOPIC]):
        return 0
    for place, token in enumerate(tokens):
        if (is_cue(tokens, place) or token.kinds & QUOTED) and token.key not in _ABOUT:
            return 0
        if "," in token.gap and place >= _LATEST_TOPIC:
            return place + 1
    return 0


def show_end(tokens: Tokens) -> int:
    """Return where words stand that are all a page shows, `Video itu hanya mengulas …`; 0 without them."""
    shown = (place for place in range(1, len(tokens)) if tokens[place].key in _SHOWS)
    return next((place + 1 for place in shown if tokens[place - 1].key in _REALLY), 0)


def is_topic(tokens: Tokens, place: int) -> bool:
    """Tell what somebody is asked about: `Sari, saat dikonfirmasi mengenai narasi itu, mengatakan …`."""
    for token in reversed(tokens[max(0, place - _LONGEST_TOPIC) : place]):
        if token.key in _CONCERNING:
            return True
        if "," in token.gap or token.kinds & (ACTIVE_CUE | PASSIVE_CUE | CLITIC_CUE):
            return False
    return False
