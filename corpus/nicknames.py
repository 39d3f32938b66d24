"""Nicknames and short names that an article gives its persons: `Tarmuji Sastra (Mang Uji)`."""

import re
from collections.abc import Iterable

from corpus.lexicon import CALENDAR, HONORIFIC, OFFICE, PLAIN, classify, known_names
from corpus.names import Mention
from corpus.parties import Party
from corpus.sentences import Sentence

_IN_PARENTHESES = re.compile(r"[\s,]{0,3}\(([A-Z][^()\n,;:/0-9]{1,30})\)")
_NO_NICKNAME = OFFICE | PLAIN | CALENDAR
# Before the nickname; "akrab" and "dengan" may part them.
# `Orang sekampung memanggilnya Pak Long`: whom, was said before.
_CALLS_HER = frozenset({"memanggilnya", "menyapanya", "menjulukinya"})
_CALLED = _CALLS_HER | {"alias", "disapa", "dipanggil", "dikenal", "panggilan", "sapaan", "atau", "dijuluki"}
_BETWEEN = frozenset({"akrab", "dengan", "sebagai", "dari", "karib", "nama", "sebutan", "julukan"})
# Behind the nickname and its comma.
_SO_CALLED = frozenset({"sapaan", "panggilan", "panggilannya", "sapaannya", "begitu", "demikian", "biasa"})
_INTIMATE = ("akrab", "karib")
_LONGEST_CALL = 3
_LONGEST_CLAUSE = 6
_LONGEST_NICKNAME = 2
_SHORTEST_INITIALS = 2
# In sentences.
_LONGEST_AGO = 3
# In letters.
_ALIKE = 3
_BEGINNING = 2


class Nicknames:
    """The nicknames of an article in lower case with the names they stand for, gathered as it is read."""

    def __init__(self, body: str) -> None:
        self.names: dict[str, str] = {}
        self._body = body
        self._last: str | None = None
        self._since = 0

    def read(self, sentence: Sentence, parties: Iterable[Party]) -> None:
        """Note the nicknames of the next sentence."""
        previous: Mention | None = None
        self._since += 1
        for party in parties:
            mention = party.mention
            if mention is None or mention.name is None:
                continue
            self._note_parenthesis(sentence, mention, mention.name)
            if previous and previous.name and _is_apposed(sentence, previous) and mention.words > 1:
                self.names[previous.name.lower()] = mention.name
            elif self._last and self._is_nickname(sentence, mention):
                self.names[mention.name.lower()] = self._last
            elif mention.words > 1 or _is_held(party) or _goes_on_about(sentence, mention.last):
                self._last, self._since = mention.name, 0
            elif self._last and mention.name in self._last.split():
                self._since = 0
            previous = mention

    def _note_parenthesis(self, sentence: Sentence, mention: Mention, name: str) -> None:
        match = _IN_PARENTHESES.match(self._body, sentence.tokens[mention.last - 1].end)
        if match and mention.words > 1 and is_nickname_of(match[1], name):
            self.names[match[1].lower()] = name

    def _is_nickname(self, sentence: Sentence, mention: Mention) -> bool:
        known = known_names().get((mention.name or "").lower(), self._last)
        if known != self._last:  # `Pendamping Sari yang akrab disapa Cak Imin`
            return False
        if mention.words > _LONGEST_NICKNAME or mention.role_end - mention.first > 1:
            return False
        if _is_apposed(sentence, mention):
            return True
        call = _call_before(sentence, mention.first)
        if call is None:
            return False
        latest = _LONGEST_AGO if call in _CALLS_HER else 1
        return self._since <= latest or _sounds_like(mention.name or "", self._last or "")


def is_nickname_of(text: str, name: str) -> bool:
    """Tell whether what stands in parentheses behind a name may be called so; initials must be its own."""
    if text.isupper() and len(text) >= _SHORTEST_INITIALS:
        initials = "".join(word[0] for word in name.split()).upper()
        return initials in (text, text[-len(initials) :])
    words = text.split()
    return len(words) <= _LONGEST_CALL and not classify(words[-1])[1] & _NO_NICKNAME


def _is_held(party: Party) -> bool:
    """Tell a name of one word with an office before its comma: `Lurah Arunika, Sarmidi`."""
    return party.role is not None and party.mention is not None and not party.mention.has_role


def _sounds_like(nickname: str, name: str) -> bool:
    """Tell whether a nickname begins like a name or shares three letters: `Mang Uji` and `Tarmuji`."""
    word, full = nickname.rsplit(maxsplit=1)[-1].lower(), name.lower()
    begins = any(part.startswith(word[:_BEGINNING]) for part in full.split())
    return begins or any(word[place : place + _ALIKE] in full for place in range(len(word) - _ALIKE + 1))


def _call_before(sentence: Sentence, first: int) -> str | None:
    """Return `disapa` of `yang akrab disapa` right before a token."""
    for token in reversed(sentence.tokens[max(0, first - _LONGEST_CALL) : first]):
        if token.key in _CALLED:
            return token.key
        if token.key not in _BETWEEN and not token.kinds & HONORIFIC:
            return None
    return None


def _goes_on_about(sentence: Sentence, position: int) -> bool:
    """Tell a name of one word that a clause goes on about: `Sumirah, yang dipanggil Mbok Sum`."""
    following = sentence.tokens[position : position + 1 + _LONGEST_CLAUSE]
    return bool(following) and following[0].key == "yang" and any(token.key in _CALLED for token in following)


def _is_apposed(sentence: Sentence, mention: Mention) -> bool:
    """Tell `, sapaan akrabnya` right behind a mention, or `Emil sapaan akrabnya`."""
    following = sentence.tokens[mention.last : mention.last + 2]
    comma = "," in sentence.tokens[mention.last - 1].gap
    intimate = bool(following) and following[-1].key.startswith(_INTIMATE)
    return (comma or intimate) and bool(following) and following[0].key in _SO_CALLED
