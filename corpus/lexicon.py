"""What a word may be in a news sentence: a role, an organisation, a place, a reporting verb."""

import re
from functools import cache, lru_cache
from typing import Final

from corpus.characters import ascii_apostrophes
from corpus.wordlists import read_lines

# Bits, because one word may be several things ("kota" is a place head and part of "wali kota").
ROLE: Final = 1
ROLE_WORD: Final = 1 << 1
LOCAL_OFFICE: Final = 1 << 2
ORGANISATION: Final = 1 << 3
OPEN_ORGANISATION: Final = 1 << 4
PLACE_HEAD: Final = 1 << 5
DIRECTION: Final = 1 << 6
HONORIFIC: Final = 1 << 7
NICKNAME: Final = 1 << 8
DEGREE: Final = 1 << 9
CALENDAR: Final = 1 << 10
PLAIN: Final = 1 << 11
ADVERB: Final = 1 << 12
GIVEN_NAME: Final = 1 << 13
BASE_CUE: Final = 1 << 14
CLITIC_CUE: Final = 1 << 15
ACTIVE_CUE: Final = 1 << 16
PASSIVE_CUE: Final = 1 << 17
ACCORDING: Final = 1 << 18
PRONOUN: Final = 1 << 19
DEMONSTRATIVE: Final = 1 << 20
PREPOSITION: Final = 1 << 21
NAME_LINK: Final = 1 << 22
CAPITAL: Final = 1 << 23
ACRONYM: Final = 1 << 24
QUOTED: Final = 1 << 25
ABBREVIATED: Final = 1 << 26
NEUTRAL_CUE: Final = 1 << 27
ASSENT_CUE: Final = 1 << 28
RELATION: Final = 1 << 29
PLACE_OPENER: Final = 1 << 30

OFFICE: Final = ROLE | ROLE_WORD | ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD
BODY_OF_PEOPLE: Final = ORGANISATION | OPEN_ORGANISATION | PLACE_HEAD | ACRONYM
NO_NAME: Final = OFFICE | DIRECTION | PLAIN | CALENDAR | ACRONYM
_LISTED: Final = ORGANISATION | OPEN_ORGANISATION | PLAIN | CALENDAR
CUE: Final = BASE_CUE | CLITIC_CUE | ACTIVE_CUE | PASSIVE_CUE | ACCORDING

# Before the office itself: "Plt. Kepala Dinas".
SHORT_OFFICES: Final = frozenset({"plt", "plh", "pj", "pjs"})
_FILES: Final = {
    "roles": ROLE,
    "role_words": ROLE_WORD,
    "local_offices": LOCAL_OFFICE,
    "organisations": ORGANISATION,
    "open_organisations": OPEN_ORGANISATION,
    "place_heads": PLACE_HEAD,
    "directions": DIRECTION,
    "honorifics": HONORIFIC,
    "nicknames": NICKNAME,
    "degrees": DEGREE,
    "calendar": CALENDAR,
    "plain_words": PLAIN,
    "adverbs": ADVERB,
    "given_names": GIVEN_NAME,
    "cues_base": BASE_CUE,
    "cues_active": ACTIVE_CUE,
    "cues_passive": PASSIVE_CUE,
    "cues_neutral": NEUTRAL_CUE,
    "cues_assent": ASSENT_CUE | PASSIVE_CUE,
    "relations": RELATION,
    "place_openers": PLACE_OPENER,
}
_SMALL: Final = {
    **dict.fromkeys(("menurut", "menurit", "menurt", "menuru", "menurur", "menutur", "menrut"), ACCORDING),
    "menurutnya": CLITIC_CUE,
    **dict.fromkeys(("ia", "dia", "beliau", "dirinya"), PRONOUN),
    **dict.fromkeys(("itu", "ini", "tersebut"), DEMONSTRATIVE),
    **dict.fromkeys(
        ("di", "ke", "dari", "kepada", "oleh", "dengan", "bersama", "untuk", "pada"), PREPOSITION
    ),
    **dict.fromkeys(("terhadap", "tentang", "bagi", "antara", "atas", "dalam"), PREPOSITION),
    **dict.fromkeys(("bin", "binti", "al", "el", "van", "de", "da", "der", "dos", "ibn"), NAME_LINK),
    **dict.fromkeys(("br", "bte"), NAME_LINK | ABBREVIATED),
    **dict.fromkeys(("tb", "pt", "cv"), ABBREVIATED),
}
_NOUN: Final = re.compile(r"^(?:anti-|non-)\w+$|^(?:ke\w{5,}|pe[mnrl]\w{4,})an(?:nya)?$|\w{3}(?:isasi|itas)$")
# Anak-anak, Undang-undangnya
_DOUBLED: Final = re.compile(r"(\w{3,})-\1(?:an|nya)?$")
_VERB: Final = re.compile(r"^(?:me(?:ng|ny|mp|mb)\w{3,}|di\w{4,}kan|\w{3,}nya|.+-nya)$")
# What may be a verb by its form alone; so are `mereka` and `terkait`.
VERB_FORM: Final = re.compile(r"(?:me|ber|ter|di)\w{4}")
# Warta.id; M.Si. is a degree.
_SITE: Final = re.compile(r"\w{3,}\.(?:com|co\.id|id|net|org|it|tv|info)$")
# Kemenparekraf, Disnakertrans, Pemkab
_OFFICE_FORM: Final = re.compile(
    r"^(?:kemen(?!an)|pem(?:prov|kab|kot|das)|dis(?:nak|dik|hub|kom|duk|bud|par|por|perin|ker)|kanwil|ditjen)"
)
# Kasatlantas, Wakapolresta, Pangkoarmada, Danlanal, Wamenpar, Wadirtipikor
_ROLE_FORM: Final = re.compile(
    r"^(?:(?:wa)?ka(?:pol(?:res|sek)|sat(?:lantas|reskrim|narkoba|res|intel|samapta|polair)|nit(?:reskrim)?$"
    r"|dis(?:dik|par|kes|hub|pora|kominfo|sos|bud|naker|dag|perin)|sub(?:dit|bag|bid|sie?)|kan(?:im|reg|menag)"
    r"|sudin|bag(?:ops|sumda)|si(?:e|humas|intel|propam))|pang(?:ko|dam)|dan(?:lan|pus|sat)|wamen"
    r"|(?:wa)?dir(?:dik|intel|krim|lantas|narkoba|polair|pol|res|samapta|tah|tipi))\w*$"
)
# Daryanto, Wahyuningsih, Nasruddin: endings that names alone have
_NAME_FORM: Final = re.compile(
    r"^(?!rasulull|ushul)\w{2,}(?:[imswy]anto|[jty]ono|[dt]oyo|yoto|[lnry]awati|yanti|ningsih|ningrum|astuti"
    r"|yadi|ansyah|ud?din|ullah)$"
)
# SpOG, SpB-KBD, Sp.P, Sp.A.K, MHKes, SKom; but MTs is a school.
_SPECIALIST: Final = re.compile(r"Sp\.?[A-Z]\w*(?:[-.]\w+)*|(?!MTs)[MS][A-Z]{1,2}[a-z]{1,4}")
# A. Riza, B.J. Habibie
_INITIALS: Final = re.compile(r"[A-Z](?:\.[A-Z])+")
# TurnBackHoax, YouTube, Liputan6; but McDonald.
_BRAND: Final = re.compile(r"^(?!Mac|Mc|(?:De|Di|La|Le)[A-Z]|O')\w*[a-z][A-Z]|\d")


@lru_cache(maxsize=1 << 16)
def classify(word: str) -> tuple[str, int]:
    """Return a word's key (lower case, ASCII apostrophes) and the bits of what it may be."""
    key = ascii_apostrophes(word).lower()
    kinds = _kinds_of_keys().get(key, 0)
    # "Sultan HB X" is the tenth, and his name ends with no stop.
    if (len(word) == 1 and word != "X") or (_INITIALS.fullmatch(word) and not kinds & DEGREE):
        kinds |= ABBREVIATED
    if word[:1].isupper():
        kinds |= CAPITAL
        if _SPECIALIST.fullmatch(word):
            return key, kinds | DEGREE
        # "TNI AL", but "Al Munawar".
        if (
            _BRAND.search(word)
            or _SITE.search(key)
            or (kinds & NAME_LINK and len(word) > 1 and word.isupper())
        ):
            kinds |= ORGANISATION
        if not kinds & GIVEN_NAME:
            form = _by_form(key)
            kinds |= 0 if form == GIVEN_NAME and kinds & ~CAPITAL else form
        # Two letters are a person's (Mahfud MD) unless they are listed.
        capitals = word.isupper() and not kinds & (ABBREVIATED | GIVEN_NAME)
        if capitals and (len(word) > 2 or (len(word) == 2 and kinds & _LISTED)):  # noqa: PLR2004
            kinds |= ACRONYM
    return key, kinds


def _by_form(key: str) -> int:
    """Judge a word by its affixes: `Pemberantasan` and `Mengacu` are no names, `Daryanto` is one."""
    if _NOUN.search(key):
        return ROLE_WORD
    if _DOUBLED.match(key):
        return PLAIN
    if _ROLE_FORM.search(key):
        return ROLE
    if _OFFICE_FORM.search(key):
        return ORGANISATION
    if _NAME_FORM.search(key):
        return GIVEN_NAME
    return PLAIN if _VERB.search(key) else 0


@cache
def _kinds_of_keys() -> dict[str, int]:
    kinds = dict(_SMALL)
    for name, bit in _FILES.items():
        for term in read_lines(f"{name}.txt"):
            kinds[term] = kinds.get(term, 0) | bit
    for term in [term for term, bits in kinds.items() if bits & (BASE_CUE | PASSIVE_CUE)]:
        kinds[f"{term}nya"] = kinds.get(f"{term}nya", 0) | CLITIC_CUE
    return kinds


@cache
def known_names() -> dict[str, str]:
    """Return the full names by the short names that the press uses for them."""
    return dict(line.split(" = ") for line in read_lines("known_as.txt"))


@cache
def role_short_forms() -> dict[str, str]:
    """Return the words that short forms of roles stand for: `sekda`, `sekretaris daerah`."""
    return dict(line.split(" = ") for line in read_lines("role_short_forms.txt"))


@cache
def place_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the known places by their first word, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for term in read_lines("places.txt"):
        words = tuple(term.split())
        phrases.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in phrases.items()}
