"""Fixtures that all rooms share: invented articles, indexes of them, and the sample corpus indexed once."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from corpus.article import Article, Quote
from corpus.page import Extraction
from index.build import rebuild

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

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
def build_index(tmp_path_factory: pytest.TempPathFactory) -> BuildIndex:
    """Index articles; into `root` if given, as its next generation, else into a folder of its own."""

    def build(articles: Iterable[Article], root: Path | None = None) -> Path:
        target = root or tmp_path_factory.mktemp("index")
        rebuild(target, (Extraction(Path("arunika.jsonl"), n, each) for n, each in enumerate(articles, 1)))
        return target

    return build


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus, indexed once for the whole session; nobody may write to it."""
    # Its modules are imported here, so that a test of another room runs without them.
    from corpus.documents import read_articles  # noqa: PLC0415

    root = tmp_path_factory.mktemp("sample")
    rebuild(root, read_articles([SAMPLE]))
    return root


@pytest.fixture
def runner() -> CliRunner:
    """Run a command in this process; stdout and stderr come apart."""
    return CliRunner()
