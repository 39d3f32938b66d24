"""What somebody denies, and what somebody is said not to have said."""

from itertools import pairwise

from corpus.adjuncts import NAME_OF_SPEAKER
from corpus.lexicon import CUE, QUOTED
from corpus.runs import Tokens

# What somebody says of a claim: `Klaim itu dibantah Sari`.
ANSWERED = frozenset(
    {"dibantah", "dibenarkan", "disangkal", "ditampik", "ditepis", "diklarifikasi", "diluruskan"}
)
NOT = frozenset({"tidak", "tak", "belum", "bukan"})
_FOUND = frozenset({"ada", "ditemukan", "terdapat", "menemukan", "didapati"})
# Tokens: `tidak pernah mengatakan`, `tidak pernah sekali pun menyatakan`.
_FARTHEST_NOT = 3
# `Hal itu tidak benar seperti diutarakan NAME`
_AS = frozenset({"seperti", "sebagaimana", "yang", "bahwa", "dan", "tetapi", "tapi", "namun"})


def denies(tokens: Tokens) -> bool:
    """Tell a sentence about what somebody did not say: `NAME tidak mengatakan jalan itu rusak`."""
    return any(token.kinds & CUE and is_denied(tokens, place) for place, token in enumerate(tokens))


def is_denied(tokens: Tokens, cue: int) -> bool:
    """Tell what somebody did not say: `tidak pernah mengatakan`, `tidak ada catatan NAME mengatakan`."""
    missing = [
        place
        for place, (token, following) in enumerate(pairwise(tokens))
        if token.key in NOT and following.key in _FOUND
    ]
    if any(place < cue for place in missing) or (missing and _points_at_words(tokens, cue)):
        return True
    # Who `tak ingin disebut namanya` does speak.
    if any(token.key.startswith(NAME_OF_SPEAKER) for token in tokens[cue + 1 : cue + 2]):
        return False
    return _negates(tokens[max(0, cue - _FARTHEST_NOT) : cue])


def _negates(before: Tokens) -> bool:
    """Tell `tidak pernah` right before a verb from `tidak benar,` before one that tells who said so."""
    for token in reversed(before):
        if token.key in _AS or "," in token.gap or token.kinds & QUOTED:
            return False
        if token.key in NOT:
            return True
    return False


def _points_at_words(tokens: Tokens, cue: int) -> bool:
    """Tell `mengatakan hal itu`, where the words stand elsewhere."""
    return any(token.key == "hal" for token in tokens[cue + 1 : cue + 2])
