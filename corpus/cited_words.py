"""Words that a sentence only refers to: `menanggapi pernyataan Sari Melati yang menyebut sawah itu subur`."""

from collections.abc import Iterator

from corpus.lexicon import ACTIVE_CUE, ADVERB, NEUTRAL_CUE, QUOTED
from corpus.parties import Parties, Party
from corpus.reports import Report
from corpus.runs import Tokens, is_adjacent
from corpus.sentences import Token
from corpus.wordlists import read_words

# `Demikian isi surat NAME`, `Begitulah pernyataan tertulis NAME`
_CONCLUDING = frozenset({"demikian", "demikianlah", "begitu", "begitulah", "itulah"})
_BUNDLES = frozenset({"bunyi", "isi", "petikan", "kutipan", "penggalan", "sebagian"})
_LONGEST_CONCLUSION = 3
_ANSWERING = frozenset({"membantah", "membenarkan", "memastikan", "menilai", "mengimbau", "mengklarifikasi"})
# What a lawsuit demands is nobody's statement: `gugatan NAME yang meminta …`.
_SUITS = frozenset(
    {"gugatan", "permohonan", "banding", "kasasi", "praperadilan", "peninjauan", "eksepsi", "tuntutan"}
)
_LONGEST_SUIT = 4
# `Keterangan langsung dari NAME bahwa …`
_KINDS = frozenset({"langsung", "resmi", "tertulis"})
_OPENERS = frozenset({"bahwa", "bahwasanya", "agar", "supaya"})
# `NAME yang sejak lama mendesak …`
_LONG_SINCE = frozenset(
    {"sejak", "lama", "awal", "dulu", "selama", "ini", "beberapa", "waktu", "lalu", "kemarin"}
)


def cited_words(tokens: Tokens, parties: Parties) -> Iterator[Report]:
    """Yield the clauses about words of somebody who is not the one that speaks in the sentence.

    They are `NAME yang menyebut …`, `pernyataan NAME bahwa …` and `“…,” demikian pernyataan NAME`, never of
    anybody without a name.
    """
    for party in parties.named:
        word = _word_of(tokens, party)
        if word is not None and _concludes(tokens, word):
            yield Report(tokens[word].key, word, word, party.last, (party,))
        elif party.last >= len(tokens) - 1 or not _goes_on(tokens, party.last):
            continue
        elif tokens[party.last].key == "yang" and not _sues(tokens, party):
            report = _relative(tokens, party)
            if report:
                yield report
        elif tokens[party.last].key in _OPENERS and word is not None:
            yield Report(tokens[word].key, party.last, word, party.last, (party,))


def _concludes(tokens: Tokens, position: int) -> bool:
    """Tell `“…,” demikian bunyi pernyataan` up to its last word, right behind the quotation."""
    before = tokens[max(0, position - _LONGEST_CONCLUSION) : position]
    keys = [token.key for token in before if token.key not in _BUNDLES]
    quoted = any(token.kinds & QUOTED for token in before)
    return quoted and bool(keys) and keys[-1] in _CONCLUDING


def _word_of(tokens: Tokens, party: Party) -> int | None:
    """Return where `pernyataan` or `keterangan langsung dari` stands before a party, if it does."""
    place = party.first - 1
    if place > 0 and tokens[place].key == "dari":
        place -= 1 + (tokens[place - 1].key in _KINDS)
    said = place >= 0 and tokens[place].key in read_words("said_words.txt") and is_adjacent(tokens[place])
    return place if said else None


def _goes_on(tokens: Tokens, behind: int) -> bool:
    """Tell `Sari bahwa` and `Camat Lereng, Sari, yang menyebut`."""
    if tokens[behind - 1].gap.strip() == "," and tokens[behind].key == "yang":
        following = tokens[behind + 1]
        return bool(following.kinds & NEUTRAL_CUE) or following.key in _ANSWERING
    return is_adjacent(tokens[behind - 1])


def _sues(tokens: Tokens, party: Party) -> bool:
    """Tell `gugatan Sari`, `gugatan yang diajukan Sari`: whoever sues speaks to a court alone."""
    before = tokens[max(0, party.first - _LONGEST_SUIT) : party.first]
    return any(token.key in _SUITS for token in before) and not any("," in token.gap for token in before)


def _relative(tokens: Tokens, party: Party) -> Report | None:
    cue = party.last + 1
    while cue < len(tokens) - 1 and _parts(tokens[cue]):
        cue += 1
    if cue == len(tokens) - 1 or not tokens[cue].kinds & ACTIVE_CUE:
        return None
    return Report(tokens[cue].key, cue, party.first, cue + 1, (party,))


def _parts(token: Token) -> bool:
    """Tell a word between `yang` and its verb."""
    return token.key in _LONG_SINCE or bool(token.kinds & ADVERB and not token.kinds & ACTIVE_CUE)
