"""The fields and columns of the two indexes, as Whoosh's schema describes them, and how it cuts its words.

Every text field stands twice: as written (`title`, with positions) and stemmed (`title_stem`). Columns are
`source_value`, `speaker_values`, `day_value` and `kind_value`; `key_value` puts in order what ties. `record`
is the stored article or quote.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.columns import NumericColumn, RefBytesColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, TEXT, Schema

from index.analysis import Analysis, analyze, name_words
from index.tokenization import Words, tokenize
from index.voices import NO_DAY


class SurfaceTokenizer(Tokenizer):
    """Give Whoosh the surface forms with their positions.

    It keeps no state, so Whoosh can pickle it into the schema; and it reuses one token, as Whoosh's own do.
    """

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        """Yield the tokens of a field's text."""
        words = _analysis_of(value).words
        return _tokens(words, words.surfaces)


class StemTokenizer(Tokenizer):
    """Give Whoosh the stems, function words left out; no positions, which no query asks of stems."""

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        """Yield the tokens of a field's text."""
        shared = Token(chars=True, boost=1.0)
        analysis = _analysis_of(value)
        starts, ends = analysis.words.starts, analysis.words.ends
        for shared.text, shared.startchar, shared.endchar in zip(analysis.stems, starts, ends, strict=True):
            if shared.text:
                yield shared
        for first, length, shared.text in analysis.wide:
            shared.startchar, shared.endchar = starts[first], ends[first + length - 1]
            yield shared


class NameTokenizer(Tokenizer):
    """Give Whoosh the words of names with their positions: never stemmed, Ma'ruf and Maruf alike."""

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        """Yield the tokens of a field's text."""
        words = tokenize(value)
        return _tokens(words, name_words(words.surfaces))


def article_schema() -> Schema:
    """Return the schema of the articles index."""
    return Schema(
        id=ID(stored=True, unique=True),
        **_text_fields("title", "body", "quote"),
        **_shared_fields(),
    )


def quote_schema() -> Schema:
    """Return the schema of the quotes index."""
    return Schema(article=ID(), **_text_fields("title", "quote"), **_shared_fields())


def _text_fields(*names: str) -> dict[str, TEXT]:
    surfaces = {name: TEXT(analyzer=SurfaceTokenizer(), phrase=True) for name in names}
    stems = {f"{name}_stem": TEXT(analyzer=StemTokenizer(), phrase=False) for name in names}
    return surfaces | stems


def _shared_fields() -> dict[str, Any]:
    return {
        "source": TEXT(analyzer=NameTokenizer(), phrase=True),
        "speaker": TEXT(analyzer=NameTokenizer(), phrase=True),
        "source_value": COLUMN(RefBytesColumn()),
        "speaker_values": COLUMN(VarBytesColumn()),
        "day_value": COLUMN(NumericColumn("i", default=NO_DAY)),
        "kind_value": COLUMN(RefBytesColumn()),
        "key_value": COLUMN(VarBytesColumn()),
        "record": STORED(),
    }


def _tokens(words: Words, texts: Iterable[str]) -> Iterator[Token]:
    shared = Token(positions=True, chars=True, boost=1.0)
    parts = zip(texts, words.positions, words.starts, words.ends, strict=True)
    for shared.text, shared.pos, shared.startchar, shared.endchar in parts:
        yield shared


@lru_cache(maxsize=1)
def _analysis_of(text: str) -> Analysis:
    """Keep the analysis of the last text: Whoosh asks for its surface forms, then for its stems."""
    return analyze(text)
