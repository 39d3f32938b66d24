"""Fixtures that all rooms share: invented articles, indexes of them, and the sample corpus indexed once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.article import Article, Quote
from corpus.documents import extract_pages
from corpus.page import Extraction, Problem, RawPage, SourceFile
from corpus.readers import find_files, read_file
from index.arrays.article_writer import article_arrays
from index.arrays.both import open_both
from index.arrays.index_writer import IndexWriter
from index.arrays.layout import ARTICLES, QUOTES
from index.arrays.segment_list import read_segments
from index.build import rebuild
from index.generations import Generation
from index.people import Person
from index.storage import OpenGeneration
from index.survey import Reader
from search.arrays.engine import ArraysEngine

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]
OpenArrays = Callable[..., ArraysEngine]
MakeReader = Callable[[Iterable[Extraction | Problem]], Reader]

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"


def _quote(speaker: str | None, text: str, body: str) -> Quote:
    start = body.index(text)
    return Quote(speaker, None, text, "direct", start, start + len(text), "kata")


@pytest.fixture(scope="session")
def article() -> MakeArticle:
    """Make an article of its own id; fields by name, quotes as (speaker, text) pairs of its body."""
    numbers = count(1)

    def make(*, quotes: Iterable[tuple[str | None, str]] = (), **fields: Any) -> Article:
        given = {
            "id": f"{next(numbers):020x}",
            "title": "KPU Arunika tetapkan daftar pemilih",
            "body": "Lembayung. Daftar pemilih di Arunika sudah tetap.",
            "date": date(2024, 9, 20),
            "source": "lentera.example",
        } | fields
        said = tuple(_quote(speaker, text, given["body"]) for speaker, text in quotes)
        names = tuple(dict.fromkeys(quote.speaker for quote in said if quote.speaker))
        return Article(**{"quotes": said, "speakers": names} | given)

    return make


@pytest.fixture(scope="session")
def reader_of() -> MakeReader:
    """Make a reader of articles that are there already, in files of the paths they name."""

    def make(items: Iterable[Extraction | Problem]) -> Reader:
        found = list(items)
        paths = dict.fromkeys(item.path for item in found)
        extracted: dict[str, Extraction] = {}

        def pages(file: SourceFile) -> Iterator[RawPage | Problem]:
            for item in found:
                if item.path == file.path and isinstance(item, Problem):
                    yield item
                elif item.path == file.path:
                    page = RawPage(item.path, item.line, "plain", item.article.to_json())
                    extracted[page.digest] = item
                    yield page

        files = [SourceFile(path, f"{number}", 0) for number, path in enumerate(paths)]
        return Reader(files, pages, lambda each: (extracted[page.digest] for page in each))

    return make


@pytest.fixture(scope="session")
def build_index(tmp_path_factory: pytest.TempPathFactory, reader_of: MakeReader) -> BuildIndex:
    """Index articles; into `root` if given, as its next generation, else into a folder of its own."""

    def build(articles: Iterable[Article], root: Path | None = None) -> Path:
        target = root or tmp_path_factory.mktemp("index")
        items = [Extraction(Path("arunika.jsonl"), number, each) for number, each in enumerate(articles, 1)]
        rebuild(target, reader_of(items))
        return target

    return build


@pytest.fixture(scope="session")
def open_arrays(tmp_path_factory: pytest.TempPathFactory) -> OpenArrays:
    """Write articles into arrays, commit by commit: each takes out the articles of some ids, then adds some.

    The engine goes by the name of a generation that is there already. Where deleted documents are to stay,
    no segment is written anew for having many of them.
    """

    def build(
        generation: Generation,
        commits: Iterable[tuple[Iterable[str], Iterable[Article]]],
        people: Sequence[Person] = (),
        *,
        merged: bool = False,
        deleted_stay: bool = False,
    ) -> ArraysEngine:
        folder = tmp_path_factory.mktemp("arrays")
        with pytest.MonkeyPatch.context() as patch:
            if deleted_stay:
                patch.setattr("index.arrays.policy.DELETED_SHARE_MOST", 1.0)
            for gone, articles in commits:
                with article_arrays(folder) as writer:
                    writer.take_out(gone)
                    for each in articles:
                        writer.add(each)
        both = open_both(_merged(folder) if merged else folder)
        return ArraysEngine(OpenGeneration(generation, both.articles, both.quotes, tuple(people)))

    return build


def _merged(folder: Path) -> Path:
    """Return a folder with the same documents in one segment, without deleted ones."""
    target = folder / "merged"
    target.mkdir()
    for name, layout in (("articles", ARTICLES), ("quotes", QUOTES)):
        writer = IndexWriter(target / name, layout)
        segments = [(folder / name, entry) for entry in read_segments(folder / name)]
        for part in writer.parts_of(segments):
            part.write()
        writer.take_in(segments)
        writer.commit()
    return target


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus, indexed once for the whole session; nobody may write to it."""
    root = tmp_path_factory.mktemp("sample")
    rebuild(root, Reader(find_files([SAMPLE]), read_file, extract_pages))
    return root


@pytest.fixture
def runner() -> CliRunner:
    """Run a command in this process; stdout and stderr come apart."""
    return CliRunner()
