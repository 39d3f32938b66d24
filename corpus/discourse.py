"""Who is meant by `katanya`, by `ujar dia` and by a quotation that stands alone."""

from corpus.identification import Speaker

# A quotation alone goes on with the last speaker only near what that person said.
_FARTHEST_CONTINUATION = 2
# In sentences.
_BOTH, _FARTHEST_BOTH = 2, 4
# In paragraphs: so long after a speech, whom the text turned to is meant for some sentences.
_LONG_AGO = 4
_LONGEST_TURN = 3


class Discourse:
    """Remembers, sentence after sentence, who spoke last and whom the text turned to since."""

    def __init__(self) -> None:
        self._paragraph = 0
        self._spoke: tuple[Speaker, ...] = ()
        self._spoke_in = 0
        self._named: list[tuple[int, Speaker]] = []
        self._sentence = 0
        self._turned: tuple[Speaker, ...] = ()
        self._is_introduced = False
        self._age = 0
        self._turned_in = -1

    def begin(self, persons: tuple[Speaker, ...]) -> None:
        """Note whom the headline is about: a pronoun means them as long as nobody else was named."""
        self._turned, self._age = persons, 2

    def enter(self, paragraph: int) -> None:
        """Begin the next sentence, which stands in the given paragraph."""
        self._age += 1
        self._sentence += 1
        self._paragraph = paragraph

    def speak(self, speakers: tuple[Speaker, ...]) -> None:
        """Note who speaks in the sentence."""
        self._spoke, self._spoke_in = speakers, self._paragraph
        named = {speaker.name: speaker for speaker in speakers if speaker.name}
        others = [(place, each) for place, each in self._named if each.name not in named]
        self._named = [*others, *((self._sentence, speaker) for speaker in named.values())][-_BOTH:]
        self._turned = ()

    def turn_to(self, persons: tuple[Speaker, ...], *, is_new: bool) -> None:
        """Note whom a sentence without a reporting verb is about; `is_new` where it brings them in."""
        introduced = is_new or all(person.is_introduced for person in persons) or self._stays_with(persons)
        if (
            not introduced
            and (self._spoke or self._turned)
            and all(person.name is None for person in persons)
        ):
            return
        self._turned, self._is_introduced, self._age = persons, introduced, 0
        self._turned_in = self._paragraph

    def _stays_with(self, persons: tuple[Speaker, ...]) -> bool:
        """Tell whether the sentence before was about the same persons: `Sari berdiri. Sari pun keluar`."""
        names = [person.name for person in self._turned]
        return None not in names and names == [person.name for person in persons]

    def go_on(self) -> None:
        """Note a sentence about whoever was meant before: `Ia lalu menatap Petrus`."""
        self._turned, self._is_introduced, self._age = self.who_is_meant(), True, 0
        self._spoke_in = self._paragraph

    def who_is_meant(self) -> tuple[Speaker, ...]:
        """Return whom a pronoun means: who was just brought in or acted last, else who spoke."""
        if self._turned and (self._is_introduced or self._is_recent() or not self._spoke):
            return self._turned
        return self._spoke

    def who_are_both(self) -> tuple[Speaker, ...]:
        """Return whom `keduanya` means: the two meant, else two who spoke one right after the other."""
        meant = self.who_is_meant()
        near = [each for place, each in self._named if self._sentence - place <= _FARTHEST_BOTH]
        return meant if len(meant) > 1 or len(near) < _BOTH else tuple(near)

    def _is_recent(self) -> bool:
        """Tell whether the text turned to somebody just now, or lately and long after any speech."""
        if self._turned_in == self._paragraph != self._spoke_in:
            return True
        far = self._paragraph - self._spoke_in > _LONG_AGO
        return self._age <= (_LONGEST_TURN if far else 1)

    def who_spoke(self) -> tuple[Speaker, ...]:
        """Return who spoke last."""
        return self._spoke

    def is_speech(self) -> bool:
        """Tell whether somebody spoke in this very paragraph."""
        return bool(self._spoke) and self._spoke_in == self._paragraph

    def has_spoken(self, persons: tuple[Speaker, ...]) -> bool:
        """Tell whether the persons were the last or the last but one to speak."""
        return {person.name for person in persons} <= {each.name for _, each in self._named}

    def who_goes_on(self) -> tuple[Speaker, ...]:
        """Return who says a quotation that stands alone, nobody far from where somebody spoke."""
        if self._turned and self._age <= 1:
            return self.who_is_meant()
        return self._spoke if self._paragraph - self._spoke_in <= _FARTHEST_CONTINUATION else ()
