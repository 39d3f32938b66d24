"""Roles and names that a comma parts: `Kapolda Arunika, Abdul Halim,` and `Abdul Halim, Kapolda Arunika,`."""

from collections.abc import Iterable

from corpus.lexicon import CUE, DEGREE, DEMONSTRATIVE, QUOTED, ROLE
from corpus.names import Mention
from corpus.runs import Tokens, is_adjacent

_LONGEST_OFFICE = 8


class Appositions:
    """The mentions of one sentence by where they stand."""

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention]) -> None:
        self._tokens = tokens
        self.by_first = {mention.first: mention for mention in mentions}
        self.by_last = {mention.last: mention for mention in self.by_first.values()}

    def office_before(self, mention: Mention) -> Mention | None:
        """Return the role that ends at the comma before a bare name."""
        comma = mention.first - 1
        if mention.has_role or comma < 0 or self._tokens[comma].gap.strip() != ",":
            return None
        office = self.by_last.get(mention.first)
        if office and office.has_role:
            return office
        return self._plain_office(mention.first)

    def after(self, mention: Mention) -> Mention | None:
        """Return the mention behind the comma after this one; degrees in between do not count."""
        position = mention.last
        while position < len(self._tokens) and self._tokens[position - 1].gap.startswith((",", ".,")):
            if not self._tokens[position].kinds & DEGREE:
                return self.by_first.get(position)
            position += 1
        return None

    def closing_office(self, mention: Mention) -> Mention | None:
        """Return the role in plain words with which a sentence ends: `disampaikan Tumini, penjual nasi`."""
        first, last = mention.last, len(self._tokens)
        if not first < last <= first + _LONGEST_OFFICE or self._tokens[first - 1].gap.strip() != ",":
            return None
        words = self._tokens[first:last]
        if not words[0].kinds & ROLE or any(word.kinds & (CUE | QUOTED) for word in words):
            return None
        return office_of(first, last) if all(map(is_adjacent, words[:-1])) else None

    def apposed_name(self, last: int) -> Mention | None:
        """Return the name before the comma of a role that ends at `last`: `Gabriel Manu, penjual air`."""
        for position in range(last - 1, max(0, last - _LONGEST_OFFICE), -1):
            if self._tokens[position - 1].gap.strip() == ",":
                mention = self.by_last.get(position)
                return mention if mention and self._tokens[position].kinds & ROLE else None
        return None

    def _plain_office(self, end: int) -> Mention | None:
        """Read a role with plain words in it, from its first word up to the comma: `Calon nomor urut 2`."""
        found = None
        for position in range(end - 1, max(-1, end - 1 - _LONGEST_OFFICE), -1):
            token = self._tokens[position]
            if token.kinds & (CUE | QUOTED) or (position < end - 1 and not is_adjacent(token)):
                break
            if token.kinds & ROLE:
                found = position
        if found is None:
            return None
        return office_of(found, end - 1 if self._tokens[end - 1].kinds & DEMONSTRATIVE else end)


def office_of(first: int, last: int) -> Mention:
    """Return the mention of a role alone."""
    return Mention(first, last, role_end=last, name=None, has_role=True, is_honoured=False)
