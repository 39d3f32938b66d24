"""A reporting verb that is the second thing a subject does: `Sari menemui warga dan meminta …`."""

from corpus.lexicon import CUE, QUOTED
from corpus.runs import Tokens

_JOINING = frozenset(
    {"dan", "serta", "lalu", "kemudian", "seraya", "sambil", "sembari", "sekaligus", "dengan"}
)
# `Sari bertugas untuk mengawasi dan memastikan` tells what for, `warga yang datang dan meminta` is others.
# Who might do something has said nothing.
_APART = frozenset({"yang", "untuk", "guna", "rangka", "agar", "supaya"}) | frozenset(
    {"bisa", "dapat", "harus", "akan", "ingin", "hendak", "mau"}
)
# `Terbukti secara sah dan meyakinkan`
_PROVEN = "meyakinkan"


def is_joined(tokens: Tokens, first: int, last: int, cue: int) -> bool:
    """Tell whether a verb at `cue` is joined to the predicate from `first` up to `last`.

    Adverbs may stand between `last`, where a word that joins is, and the verb.
    """
    words = {token.key for token in tokens[last - 1 : cue]}
    if tokens[cue].key == _PROVEN and tokens[last - 1].key == "dan":
        return False
    if words.isdisjoint(_JOINING) or not tokens[cue].key.startswith(("me", "be")):
        return False
    if any(token.key in _APART for token in tokens[first:cue]):
        return False
    return not any(token.kinds & (CUE | QUOTED) for token in tokens[first : last - 1])
