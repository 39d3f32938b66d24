"""Invented Indonesian news with the statistics of real text.

The words follow Zipf and Mandelbrot's law: the one of rank r comes in proportion to 1 / (r + SHIFT). The real
function words hold the first ranks and make some thirty in a hundred of a text. The vocabulary is open and
grows by Heaps's law: after n words there are HEAPS_FACTOR * n ** HEAPS_POWER of them to draw from. An article
comes back to a few words of its own, some of which stand in pairs. A seed always gives the same articles, and
the first of many are those of few.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from random import Random

from bench.syllables import name, root_of, word
from corpus.article import Article, Quote

_FUNCTION_WORDS = (
    "yang dan di itu dengan untuk dari ini dalam pada tidak akan juga ada ke karena bisa oleh sudah saat kami"
    " mereka kita saya atau agar para telah lebih tersebut hanya sebagai bahwa seperti menjadi adalah secara"
    " harus dia dapat setelah masih lalu antara bagi tetapi hingga sampai serta namun belum jika maka"
)
# The most frequent first; a dictionary, to look them up in.
FUNCTION_WORDS = dict.fromkeys(_FUNCTION_WORDS.split())
SHIFT = 2.7
HEAPS_FACTOR, HEAPS_POWER = 20.0, 0.57
# How much the vocabulary may grow before the weights are made anew.
_STEP = 1.05
_VOCABULARY_LEAST = 2_000

# Words of a body: the median, and the spread of its logarithm.
LENGTH, SPREAD = 250, 0.45
LENGTH_LEAST, LENGTH_MOST = 60, 2_000
OUTLETS = 40
FIRST_DAY, DAYS = date(2023, 1, 1), 730
_UNDATED = 0.03
_TOPIC_WORDS, _TOPIC_SHARE = 10, 0.15
_SENTENCE_WORDS = (8, 22)
_SENTENCES_PER_QUOTE = 5


class Vocabulary:
    """Words to draw from, more of them the more were drawn."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._drawn = 0
        self._words: list[str] = []
        self._weights: list[float] = []
        self._grow()

    def draw(self, count: int) -> list[str]:
        """Return so many words, function words among them."""
        self._drawn += count
        if self._size() > _STEP * len(self._words):
            self._grow()
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def topic(self) -> list[str]:
        """Return what one article is about: words, and pairs of words that stand side by side."""
        drawn = [each for each in self.draw(3 * _TOPIC_WORDS) if each not in FUNCTION_WORDS][:_TOPIC_WORDS]
        return [*drawn, *map(" ".join, zip(drawn[::2], drawn[1::2], strict=False))]

    def _size(self) -> int:
        return max(_VOCABULARY_LEAST, round(HEAPS_FACTOR * math.pow(self._drawn, HEAPS_POWER)))

    def _grow(self) -> None:
        invented = range(len(self._words) - len(FUNCTION_WORDS) if self._words else 0, self._size())
        self._words = [*(self._words or FUNCTION_WORDS), *map(word, invented)]
        self._weights = list(accumulate(1 / (rank + SHIFT) for rank in range(1, len(self._words) + 1)))


@dataclass(slots=True)
class _Body:
    """A text as it grows, and the quotes in it."""

    text: str
    quotes: list[Quote]

    def add(self, sentence: str) -> None:
        self.text += sentence + "."
        self.text += "\n" if len(self.text) % 3 == 0 else " "

    def quote(self, sentence: str, speaker: str) -> None:
        start = len(self.text) + 1
        said = sentence + ","
        self.quotes.append(
            Quote(speaker, "anggota panitia", said, "direct", start, start + len(said), "kata")
        )
        self.add(f"“{said}” kata {speaker}")


def invented(count: int, seed: int = 1) -> Iterator[Article]:
    """Yield so many articles."""
    random = Random(seed)
    vocabulary = Vocabulary(random)
    for number in range(count):
        yield _article(number, seed, random, vocabulary)


def _article(number: int, seed: int, random: Random, vocabulary: Vocabulary) -> Article:
    topic = vocabulary.topic()
    body = _body(_words(random, vocabulary, topic), random, number)
    source = f"{root_of(90_000 + int(OUTLETS * random.random() ** 2))}.example"
    day = FIRST_DAY + timedelta(int(DAYS * random.random() ** 0.5))
    return Article(
        id=sha256(f"{seed} {number}".encode()).hexdigest()[:20],
        title=" ".join([*vocabulary.draw(4), *topic[-2:]]).capitalize(),
        body=body.text.rstrip(),
        date=None if random.random() < _UNDATED else day,
        date_origin="given",
        source=source,
        url=f"https://{source}/{number}",
        quotes=tuple(body.quotes),
        speakers=tuple(dict.fromkeys(quote.speaker for quote in body.quotes if quote.speaker)),
    )


def _words(random: Random, vocabulary: Vocabulary, topic: list[str]) -> list[str]:
    length = min(max(round(random.lognormvariate(0, SPREAD) * LENGTH), LENGTH_LEAST), LENGTH_MOST)
    words = vocabulary.draw(length)
    for place in random.sample(range(length), round(_TOPIC_SHARE * length)):
        words[place] = random.choice(topic)
    return words


def _body(words: list[str], random: Random, number: int) -> _Body:
    body = _Body("", [])
    # People become more with the articles, and the same ones speak again and again.
    speakers = [name(int((30 + number**0.8) * random.random() ** 3)) for _ in range(2)]
    first = sentences = 0
    while first < len(words):
        last = first + random.randint(*_SENTENCE_WORDS)
        sentence = " ".join(words[first:last]).capitalize()
        sentences += 1
        if sentences % _SENTENCES_PER_QUOTE == 0:
            body.quote(sentence, random.choice(speakers))
        else:
            body.add(sentence)
        first = last
    return body
