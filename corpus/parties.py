"""Whom a sentence names: persons with the roles beside them, and roles alone."""

from collections.abc import Iterable
from typing import NamedTuple

from corpus.adjuncts import FROM, TIMES, called_by_name, governs, opens_clause, pointed_end
from corpus.lexicon import (
    ACCORDING,
    ADVERB,
    CAPITAL,
    CUE,
    DEGREE,
    DEMONSTRATIVE,
    GIVEN_NAME,
    HONORIFIC,
    NICKNAME,
    OPEN_ORGANISATION,
    PREPOSITION,
    PRONOUN,
    RELATION,
    ROLE,
    ROLE_WORD,
)
from corpus.names import Mention
from corpus.role_spans import LONGEST_ROLE, VERB_LIKE, RoleSpans
from corpus.runs import Tokens, is_adjacent
from corpus.sentences import Token

# In words; "Anggota KPPS perempuan yang …" has a description of one.
_LONGEST_DESCRIPTION, _LONGEST_JOINT = 2, 5
# Words before a role that are no part of it: "seorang warga", "salah satu penggugat".
ARTICLES = frozenset({"seorang", "salah", "satu", "sang", "si", "para", "sejumlah", "seseorang", "sebagian"})
_WHEN, _AS, _DASHES = frozenset({"ketika", "saat"}), frozenset({"selaku", "sebagai"}), frozenset("—–")
_INSIDE = frozenset({"di", "dan", "dalam", "pada", "untuk"})
# "yang juga menjabat sebagai Ketua KPU"
_BEING = frozenset({"juga", "merupakan", "adalah", "menjabat", "sebagai", "kini", "saat", "ini", "masih"})
# What opens a sentence before its subject: `Kepada wartawan, Sari mengatakan`.
_ADDRESSING = frozenset({"kepada", "pada", "di", "dalam", "bagi", "untuk", "melalui", "lewat"})
# `Putra sulung NAME`; a bare `Putra` may be a name.
_CHILDREN = frozenset({"putra", "putri", "anak", "cucu", "menantu", "adik", "kakak"})
_WHICH = frozenset(
    {"sulung", "bungsu", "kandung", "pertama", "kedua", "ketiga", "tunggal", "dari", "ipar", "tiri", "angkat"}
    | {"perempuan", "laki-laki", "lelaki", "semata", "wayang"}
)
_LEADING = frozenset({"oleh", "bersama"})
_NO_DESCRIPTION = CAPITAL | CUE | PREPOSITION | PRONOUN


class Party(NamedTuple):
    """A person or a role from token `first` up to `last`, the role and its commas included.

    `role` is the span of the role, None for a bare name; `is_pointed` for `politikus senior itu`, which means
    who was spoken of before.
    """

    first: int
    last: int
    mention: Mention | None
    role: tuple[int, int] | None
    is_pointed: bool = False

    @property
    def is_named(self) -> bool:
        """Tell whether a name stands here."""
        return self.mention is not None and self.mention.name is not None


class Parties:
    """The parties of one sentence by where they stand."""

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention]) -> None:
        self._tokens = tokens
        self._by_end = {mention.last: mention for mention in mentions}
        self._by_start = {mention.first: mention for mention in self._by_end.values()}
        self._roles = RoleSpans(tokens, self._by_start)
        self.by_first: dict[int, Party] = {}
        self.by_last: dict[int, Party] = {}
        self.named: list[Party] = []
        self.unnamed = [(each.first, each.last) for each in self._by_end.values() if each.name is None]
        for mention in self._by_end.values():
            self._add(self._person(mention) if mention.name else self._office(mention))
        roled = [party for party in self.named if party.role]
        self.named = [party for party in self.named if not self._is_in_role(party, roled)]
        for parent in self.named:
            if parent.first > 1 and self._tokens[parent.first - 1].key in _WHICH:
                self._add_child(parent)

    def _add_child(self, parent: Party) -> None:
        """Add `putra sulung Gubernur Sari`, who is not Sari; with `itu`, who was spoken of before."""
        tokens, first, last = self._tokens, parent.first - 1, parent.last
        while first and tokens[first].key in _WHICH:
            first -= 1
        if tokens[first].key not in _CHILDREN or "," in tokens[last - 1].gap:
            return
        # `Putra bungsu Presiden Joko Widodo Kaesang Pangarep`
        if parent.role and any(token.kinds & GIVEN_NAME for token in tokens[slice(*parent.role)]):
            return
        behind = tokens[last : last + 1] if is_adjacent(tokens[last - 1]) else ()
        pointed = any(token.kinds & DEMONSTRATIVE for token in behind)
        child = Party(first, last + pointed, None, (first, last), is_pointed=pointed)
        self.by_first[first] = self.by_last[last] = self.by_last[last + pointed] = child
        self.named = [party for party in self.named if not parent.first <= party.first < last]

    def role_at(self, position: int, *, is_subject: bool = False) -> Party | None:
        """Return the role in plain words that begins at a position: `warga setempat`.

        What follows a subject up to the end of its sentence is not its role.
        """
        while position < len(self._tokens) - 1 and self._tokens[position].key in ARTICLES:
            position += 1
        if position in self.by_first:
            return self.by_first[position]
        if position >= len(self._tokens) or not self._roles.heads(position):
            return None
        end = self._roles.end(position, is_subject=is_subject)
        named = self.by_first.get(end)
        if named and named.is_named and named.role is None and is_adjacent(self._tokens[end - 1]):
            return Party(position, named.last, named.mention, (position, end))
        last = pointed_end(self._tokens, position, end)
        return Party(position, last, None, (position, end), is_pointed=last > end)

    def role_before(self, end: int) -> Party | None:
        """Return the role in plain words that ends at a position and opens its clause: `Ajudan bupati`."""
        for position in range(end - 1, max(-1, end - LONGEST_ROLE), -1):
            token = self._tokens[position]
            if position < end - 1 and not is_adjacent(token):
                return None
            opens = position == 0 or not is_adjacent(self._tokens[position - 1])
            opens = (
                opens or self._tokens[position - 1].key in ARTICLES or opens_clause(self._tokens, position)
            )
            opens = opens or (position == 1 and self._tokens[0].key in _WHEN)
            if opens and self._roles.heads(position):
                return Party(position, end, None, (position, end))
            before = self.by_last.get(position) if token.key in FROM else None
            if self._roles.stops_at(position) or (before and before.is_named):
                return None
        return None

    def is_kin(self, party: Party) -> bool:
        """Tell `sepupu Gubernur Sari Melati ini`: somebody by whom they are kin to."""
        if party.role is None or not is_adjacent(self._tokens[party.last - 1]):
            return False
        pointed = any(token.kinds & DEMONSTRATIVE for token in self._tokens[party.last : party.last + 1])
        return pointed and bool(self._tokens[party.role[0]].kinds & RELATION)

    def called_before(self, last: int) -> Party | None:
        """Return the name that ends at a position behind `bernama`: `Pria yang akrab disapa Sari`."""
        party = self.by_last.get(last)
        named = party is not None and party.is_named and party.first
        return party if party and named and called_by_name(self._tokens[: party.first]) else None

    def called_behind(self, party: Party) -> Party | None:
        """Return the name that a role alone goes on with: `pria yang akrab disapa Sari`."""
        if party.is_named:
            return None
        first = party.role[1] if party.role else party.last
        names = (self.by_first.get(place) for place in range(first, first + _LONGEST_JOINT))
        named = next((name for name in names if name and name.is_named), None)
        return self.called_before(named.last) if named else None

    def _add(self, party: Party) -> None:
        ending = self.by_last.get(party.last)
        if ending and ending.is_named and ending.role and ending.role[0] <= party.first:
            return
        self.by_first[party.first] = party
        if ending is None or party.is_named or not ending.is_named:
            self.by_last[party.last] = party
        if party.mention and party.is_named:
            self.by_first[party.mention.first] = party
            self.by_last[party.mention.last] = party
            self.named.append(party)

    def _is_in_role(self, party: Party, roled: list[Party]) -> bool:
        """Tell a would-be name that is part of another's role: `Arunika` in `Ketua KPU Arunika, Sari`."""
        before = party.role and party.mention and party.role[0] < party.mention.last and party.role[0]
        if before and self._tokens[before - 1].key == "selaku":
            return True
        return any(
            other.role and other.role[0] <= party.first and party.last <= other.role[1]
            for other in roled
            if other is not party
        )

    def _office(self, mention: Mention) -> Party:
        """Return a role alone, `anggota DPR dua periode itu` with its last words."""
        first = self._head(mention.first, mention.last)
        last, tokens = mention.last, self._tokens
        if not mention.has_role:
            return Party(mention.first, last, mention, None)
        for place in range(last, min(last + LONGEST_ROLE // 2, len(tokens))):
            ends = tokens[place].kinds & _NO_DESCRIPTION or tokens[place].key in TIMES
            if ends or not is_adjacent(tokens[place - 1]):
                break
            if tokens[place].kinds & DEMONSTRATIVE:
                return Party(mention.first, place + 1, mention, (first, place), is_pointed=True)
            if tokens[place].key == "yang" and 0 < place - last <= _LONGEST_DESCRIPTION:
                return Party(mention.first, place, mention, (first, place))
        return Party(mention.first, last, mention, (first, last))

    def _person(self, mention: Mention) -> Party:
        """Join a name with the role in its run, before its comma or after it."""
        last = self._behind_degrees(mention.last)
        held = mention.has_role and mention.role_end > mention.first
        # "Juru bicara Polda, Komisaris Besar Sari"
        ranked = self._tokens[mention.first].kinds & HONORIFIC
        before = None if held and not ranked else self._role_before_comma(mention.first)
        if before:
            return Party(before[0], last, mention, before)
        if held:
            role = (self._head(mention.first, mention.role_end), mention.role_end)
            return Party(mention.first, last, mention, role)
        after = self._role_after_comma(mention, last)
        return Party(mention.first, after[1] if after else last, mention, after)

    def _head(self, first: int, last: int) -> int:
        return next((place for place in range(first, last) if self._tokens[place].kinds & ROLE), first)

    def _behind_degrees(self, last: int) -> int:
        tokens = self._tokens
        while last < len(tokens) and tokens[last].kinds & DEGREE and not tokens[last].kinds & NICKNAME:
            last += 1
        return last

    def _role_before_comma(self, first: int) -> tuple[int, int] | None:
        """Return the role that ends at the comma before a bare name: `Kapolda Arunika, Halim Wira`."""
        if not first or self._tokens[first - 1].gap.strip() != "," or self._is_addressed(first):
            return None
        beside = self._by_end.get(first)
        if beside and beside.has_role and self._is_whole_role(beside):
            return self._head(beside.first, first), first
        found = None
        for position in range(first - 1, max(-1, first - LONGEST_ROLE), -1):
            token = self._tokens[position]
            if (position < first - 1 and not is_adjacent(token)) or self._roles.begins_name(position):
                break
            pointed = position == first - 1 and token.kinds & DEMONSTRATIVE
            if not pointed and self._roles.stops_at(position) and token.key not in _INSIDE:
                break
            if token.kinds & ROLE:
                found = position
        pointed = bool(self._tokens[first - 1].kinds & DEMONSTRATIVE)
        return None if found is None else (found, first - pointed)

    def _is_addressed(self, first: int) -> bool:
        """Tell `Kepada jaksa, Sari` and `Mendengar jaksa, Sari`: whom she spoke to is no role of hers."""
        opening = self._tokens[0]
        acts = VERB_LIKE.match(opening.key) and not opening.kinds & (ROLE | ROLE_WORD | CUE | GIVEN_NAME)
        return bool(opening.key in _ADDRESSING or acts) and not any(
            "," in token.gap for token in self._tokens[: first - 1]
        )

    def _is_whole_role(self, beside: Mention) -> bool:
        """Tell a role before the comma of a bare name from a person in a list."""
        if not beside.name or beside.is_loose or self._is_of_kin(beside):
            return True
        # "Masjid Agung", "Universitas Ahmad Dahlan": buildings and schools are called like persons.
        office = self._tokens[max(0, beside.role_end - 2) : beside.role_end]
        if office and office[-1].kinds & OPEN_ORGANISATION:
            return True
        words = self._tokens[beside.role_end : beside.last]
        before = self._tokens[beside.first - 1] if beside.first else None
        opens = before is None or bool(before.kinds & CUE) or before.key in _LEADING
        opens = opens or any(word.kinds & OPEN_ORGANISATION for word in office)
        return (opens or beside.words == 1) and not any(word.kinds & GIVEN_NAME for word in words)

    def _is_of_kin(self, beside: Mention) -> bool:
        """Tell `Istri penyanyi Halim Wira, Sari`: who stands beside somebody else."""
        return any(token.kinds & RELATION for token in self._tokens[beside.first : beside.role_end])

    def _role_after_comma(self, mention: Mention, last: int) -> tuple[int, int] | None:
        """Return the role behind the comma after a name: `Gabriel Manu, penjual air`."""
        tokens = self._tokens
        # `Kepada Sari, warga bertanya`: who asks is no role of hers.
        if last >= len(tokens) or (mention.first == 1 and tokens[0].key in _ADDRESSING):
            return None
        joined = self._behind_joint(last)
        gap = tokens[last - 1].gap
        if joined == last and gap.strip(" .)") != "," and gap not in _DASHES:
            return None
        first = joined
        while first < len(tokens) - 1 and tokens[first].key in ARTICLES:
            first += 1
        inside, as_such = self._by_start.get(first), tokens[joined - 1].key in _AS
        if not self._roles.heads(first) or (inside and not as_such and self._names_another(inside, mention)):
            return None
        end = self._roles.end(first, is_subject=False)
        inside = inside or (self._by_start.get(end) if as_such else None)
        end = max(end, inside.last) if inside else self._roles.behind_place(end)
        before = tokens[mention.first - 1] if mention.first else None
        if before and governs(before) and self._goes_on(first, end, before):
            return None
        return (first, end) if end - first < LONGEST_ROLE else None

    def _behind_joint(self, position: int) -> int:
        """Return where a role may begin behind `selaku` or `yang juga`, else the position."""
        tokens = self._tokens
        if tokens[position].key in _AS:
            return position + 1
        if tokens[position].key != "yang":
            return position
        following = position + 1
        while following < min(len(tokens), position + _LONGEST_JOINT) and tokens[following].key in _BEING:
            following += 1
        return following if following > position + 1 and following < len(tokens) else position

    def _goes_on(self, first: int, end: int, verb: Token) -> bool:
        """Tell `kata Sari, petugas juga kelelahan`: what was said goes on with a noun."""
        tokens = self._tokens
        following = tokens[end] if end < len(tokens) and is_adjacent(tokens[end - 1]) else None
        if following is None:
            return False
        # "Menurut Sari, petugas seharusnya datang"
        plain = end == first + 1 and not tokens[first].kinds & CAPITAL and verb.kinds & ACCORDING
        said = plain and not following.kinds & PREPOSITION and following.key != "yang"
        return bool(said or following.kinds & ADVERB or VERB_LIKE.match(following.key))

    def _names_another(self, inside: Mention, mention: Mention) -> bool:
        """Tell a second person behind a comma from an organisation in the role of the first."""
        if not inside.name or inside.is_loose:
            return False
        words = self._tokens[inside.role_end : inside.last]
        following = self._tokens[inside.last : inside.last + 1]
        closes = not following or following[0].kinds & (CUE | ADVERB) or not is_adjacent(words[-1])
        return not closes or mention.words == 1 or any(word.kinds & GIVEN_NAME for word in words)
