"""What is the statement where its speaker interrupts it: `Jalan itu, kata Sari, sudah rusak`."""

from corpus.adjuncts import TIMES
from corpus.lexicon import ADVERB, CAPITAL, DEMONSTRATIVE, PREPOSITION, VERB_FORM
from corpus.runs import Tokens
from corpus.sentences import Token
from corpus.wordlists import read_words

CIRCUMSTANCES = TIMES | {"terkait", "soal", "mengenai"}
# `Tidak hanya itu`, `Pada kesempatan yang sama`.
_MORE = frozenset(
    {"tidak", "tak", "bukan", "cukup", "hanya", "sampai", "berhenti", "oleh", "karena", "lebih", "di", "pada"}
    | {"dalam", "hal", "kesempatan", "saat", "yang", "selain", "sisi", "pihak", "atas", "dengan", "untuk"}
)
_POINTED = frozenset({"itu", "ini", "tersebut", "situ", "sana", "lain", "sama", "lanjut"})
_COPULAS = frozenset({"adalah", "ialah", "merupakan", "bukan", "yakni", "yaitu", "ada"})
# By their form alone.
_NO_VERBS = frozenset(
    {"terkait", "terhadap", "tersebut", "terutama", "mengenai", "menjelang", "melalui", "menurut", "termasuk"}
    | {"berdasarkan", "bersama", "berupa", "berbagai"}
    | {"beberapa", "berikut", "bersamaan", "menteri", "merdeka"}
)
# What goes on from a main clause: `Jalan itu mahal, kata dia, sehingga …`.
_CONTINUATIONS = frozenset(
    {"sehingga", "karena", "sebab", "lantaran", "agar", "supaya", "meski", "meskipun", "walau", "walaupun"}
    | {"dan", "serta", "tetapi", "tapi", "namun", "melainkan", "sedangkan", "sementara"}
)


def has_main_part_behind(before: Tokens, behind: Tokens) -> bool:
    """Return whether what stands before the speaker leads in to what stands behind.

    Where neither is plain, the longer part is the statement.
    """
    if _only_points(before):
        return True
    if behind[0].key in CIRCUMSTANCES and behind[0].key != "dalam":
        return False
    if _leads_in(before):
        return True
    if behind[0].key in _CONTINUATIONS and not before[-1].kinds & DEMONSTRATIVE:
        return False
    return len(behind) > len(before)


def parts_subject(before: Tokens, behind: Tokens) -> bool:
    """Return whether the speaker parts a subject from its verb: neither half says anything alone."""
    return not _leads_in(before) and _is_predicate(behind[0]) and not has_predicate(before)


def _only_points(words: Tokens) -> bool:
    """Tell `Tidak sampai di situ` and `Pada kesempatan yang sama`, which say nothing."""
    return words[-1].key in _POINTED and all(word.key in _MORE for word in words[:-1])


def _leads_in(words: Tokens) -> bool:
    """Tell `Dari hasil pemeriksaan` and `Dilansir dari KabarTeluk.id`, which open a sentence."""
    if any("," in word.gap for word in words[:-1]):
        return False
    first = words[0]
    return (
        bool(first.kinds & PREPOSITION)
        or first.key in CIRCUMSTANCES
        or first.key in read_words("lead_ins.txt")
    )


def _is_predicate(token: Token) -> bool:
    if token.kinds & (CAPITAL | DEMONSTRATIVE) or token.key in _NO_VERBS:
        return False
    return bool(token.kinds & ADVERB) or token.key in _COPULAS or bool(VERB_FORM.match(token.key))


def has_predicate(words: Tokens) -> bool:
    """Return whether words are a clause rather than a noun and what a `yang` says of it."""
    for word in words:
        if word.key == "yang":
            return False
        if _is_predicate(word):
            return True
    return False
