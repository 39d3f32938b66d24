"""Which quotations are statements, and which are words held at a distance, titles and inscriptions."""

from corpus.chosen_clauses import Clause, is_led_up_to, is_second_half
from corpus.lexicon import ADVERB, BASE_CUE, CLITIC_CUE, CUE, QUOTED
from corpus.quotations import Quotation
from corpus.sentences import Sentence, Token
from corpus.topics import names_other
from corpus.wordlists import read_words

# Shorter quotations are words held at a distance unless a reporting verb stands right behind them.
_SHORTEST_STATEMENT = 4
_SHORTEST_NAMING = 4
_LEADS = frozenset({"begitu", "begitulah", "demikian"})
# `Dalam artikel “…”, Sari mengatakan …`
_TITLED = frozenset({"artikel", "berita", "pemberitaan", "video", "siniar", "buku", "film", "lagu", "judul"})
_ENDS = frozenset(".!?…")


def is_statement(position: int, clause: Clause, sentence: Sentence, body: str) -> bool:
    """Tell whether the quotation that is the token at a position is what the speakers of a clause say.

    Words right beside a reporting verb are, however few; others must be a sentence or long enough.
    """
    tokens, cue = sentence.tokens, clause.report.position
    held = position > 0 and _is_held(tokens[position - 1])
    if held and tokens[position - 1].key in _TITLED:
        return False
    followed = position + 1 < len(tokens) and tokens[position + 1].kinds & (BASE_CUE | CLITIC_CUE)
    behind = followed and not held
    led = cue == position + 2 and tokens[position + 1].key in _LEADS
    if led or (behind and cue == position + 1) or is_second_half(position, clause, tokens):
        return True
    if position and not behind and is_inscribed(tokens[position - 1]):
        return False
    quotation = sentence.quotations[tokens[position].start]
    if is_led_up_to(position, cue, tokens) or _is_alone(quotation, sentence, body):
        return True
    return len(body[quotation.start : quotation.end].split()) >= _SHORTEST_STATEMENT


def _is_alone(quotation: Quotation, sentence: Sentence, body: str) -> bool:
    """Tell a quotation that is a sentence of its own: `“Doakan saja.”`."""
    return len(sentence.tokens) == 1 and body[quotation.end - 1] in _ENDS


def _is_held(before: Token) -> bool:
    """Tell a word that a quotation belongs to: `istilah “politik amplop”`."""
    return not before.gap.strip() and not before.kinds & (CUE | QUOTED | ADVERB)


def lone_quotation(sentence: Sentence) -> Quotation | None:
    """Return the quotation that is all of a sentence: `“…” Sari mengatakan itu`."""
    return sentence.quotations.get(sentence.start) if len(sentence.tokens) == 1 else None


def is_spoken_of(name: str | None, sentence: Sentence, body: str) -> bool:
    """Tell whether a quotation of the sentence names somebody as others do."""
    words = {word for word in (name or "").split() if len(word) >= _SHORTEST_NAMING}
    for token in sentence.tokens:
        if not token.kinds & QUOTED:
            continue
        quotation = sentence.quotations[token.start]
        said = body[quotation.start : quotation.end]
        if any(word in said for word in words) and names_other(said, words):
            return True
    return False


def is_inscribed(token: Token) -> bool:
    """Tell a word behind which a quotation is what stands on something: `spanduk bertuliskan`."""
    return token.key in read_words("inscribed.txt")
