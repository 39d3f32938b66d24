"""What an engine without Suara's Indonesian finds, to measure by: PyStemmer's stems alone, and plain BM25.

The words are those of Suara's own tokenizer, without its function words; each is indexed by the stem that
PyStemmer gives it and by nothing else, and scored by Whoosh's BM25F with k1 0.9 and b 0.4.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory

import Stemmer
from whoosh import query as whoosh
from whoosh.fields import ID, KEYWORD, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.scoring import BM25F
from whoosh.searching import SearchContext, Searcher

from corpus.article import Article
from index.analysis import STOPWORDS, tokens
from search.evaluation import DEPTH, Ask

K1, B = 0.9, 0.4
_BUFFER_MB = 256


def plain_stemmer() -> Callable[[str], str]:
    """Return PyStemmer's Indonesian stemmer; what is not made of letters alone stays as it is."""
    stemmer = Stemmer.Stemmer("indonesian")
    return lambda word: stemmer.stemWord(word) if word.isalpha() else word


@contextmanager
def baseline(articles: Mapping[str, Article]) -> Iterator[Ask]:
    """Index the bodies of articles in a temporary folder, and give what answers from that."""
    stem = plain_stemmer()
    with _searcher(articles.values(), stem) as searcher:
        yield lambda query: _first(searcher, _stems(query, stem))


@contextmanager
def _searcher(articles: Iterable[Article], stem: Callable[[str], str]) -> Iterator[Searcher]:
    schema = Schema(id=ID(stored=True), stems=KEYWORD(scorable=True))
    with TemporaryDirectory(prefix="suara-baseline-") as folder:
        made = FileStorage(folder).create_index(schema)
        writer = made.writer(limitmb=_BUFFER_MB)
        for article in articles:
            writer.add_document(id=article.id, stems=" ".join(_stems(article.body, stem)))
        writer.commit()
        with made.searcher(weighting=BM25F(B=B, K1=K1)) as searcher:
            yield searcher


def _first(searcher: Searcher, stems: Iterable[str]) -> list[str]:
    scores = _scores(searcher, dict.fromkeys(stems))
    best = heapq.nsmallest(DEPTH, scores, key=lambda document: (-scores[document], document))
    return [searcher.stored_fields(document)["id"] for document in best]


def _scores(searcher: Searcher, stems: Iterable[str]) -> dict[int, float]:
    """Return the score of every document that has any of the stems, in the one segment there is."""
    context = SearchContext(needs_current=True, weighting=searcher.weighting)
    scores: dict[int, float] = {}
    for stem in stems:
        matcher = whoosh.Term("stems", stem).matcher(searcher, context)
        while matcher.is_active():
            scores[matcher.id()] = scores.get(matcher.id(), 0.0) + matcher.score()
            matcher.next()
    return scores


def _stems(text: str, stem: Callable[[str], str]) -> Iterator[str]:
    return (stem(token.surface) for token in tokens(text) if token.surface not in STOPWORDS)
