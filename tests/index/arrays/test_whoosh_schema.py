"""How Whoosh cuts a query's words: as the arrays have them."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import analyze, name_words, tokens
from index.arrays.layout import ARTICLES, QUOTES
from index.arrays.whoosh_codec import COLUMN_NAMES
from index.arrays.whoosh_schema import (
    NameTokenizer,
    StemTokenizer,
    SurfaceTokenizer,
    article_schema,
    quote_schema,
)


def test_the_schemas_have_the_fields_and_columns_of_the_layouts() -> None:
    for schema, layout in ((article_schema(), ARTICLES), (quote_schema(), QUOTES)):
        fields = {field.name for field in layout.fields}
        assert set(schema.names()) == fields | set(COLUMN_NAMES) | {"record"}
        assert {COLUMN_NAMES[name] for name in COLUMN_NAMES} <= {column.name for column in layout.columns}


@given(st.text())
def test_the_tokenizers_give_whoosh_the_terms_of_the_analyzer(text: str) -> None:
    found = list(tokens(text))
    surfaces = [(token.text, token.pos) for token in SurfaceTokenizer()(text)]
    names = [(token.text, token.pos) for token in NameTokenizer()(text)]
    assert surfaces == [(token.surface, token.position) for token in found]
    assert names == list(
        zip(name_words(word for word, _ in surfaces), [at for _, at in surfaces], strict=True)
    )
    assert [token.text for token in StemTokenizer()(text)] == list(analyze(text).terms())


def test_tokenizers_survive_pickling_because_whoosh_pickles_its_schema() -> None:
    for tokenizer in (SurfaceTokenizer(), StemTokenizer(), NameTokenizer()):
        assert pickle.loads(pickle.dumps(tokenizer)) == tokenizer  # noqa: S301  # our own bytes
