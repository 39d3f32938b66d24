"""Articles and their quotes in arrays: what stock Whoosh holds of them, whatever the resources."""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.article import Article
from index.analysis import BREAK, tokens
from index.arrays import article_writer, gathering, runs
from index.arrays.array_index import ArrayIndex, open_arrays
from index.arrays.article_writer import article_arrays
from index.arrays.gathering import Resources
from index.arrays.layout import ARTICLES, QUOTES
from index.arrays.run import Run
from index.errors import IndexBuildError, IndexDamagedError
from index.manifest import not_as_written
from index.schema import QuoteEntry
from index.voices import voice_text, voices_of
from stock.documents import article_document, article_schema, quote_documents, quote_schema

MakeArticle = Callable[..., Article]

BODY = "Ketua KPU Arunika, Sari Wulandari, berkata pemilihan berjalan aman. Anak-anak menonton di Wali Kota."


@pytest.fixture(scope="module")
def articles(article: MakeArticle) -> list[Article]:
    """Forty articles, of which every third says something, some without a title, a source or a date."""
    return [
        article(
            body=f"{BODY} Berita ke-{number}. " * (1 + number % 4),
            title=None if number % 7 == 0 else f"Pemilu Arunika hari ke-{number}",
            source=None if number % 11 == 0 else f"kabar{number % 3}.example",
            date=None if number % 13 == 0 else date(2024, 1, 1 + number % 28),
            quotes=[("Sari Wulandari", "pemilihan berjalan aman"), (None, "Anak-anak menonton")]
            if number % 3 == 0
            else [],
        )
        for number in range(40)
    ]


def write(folder: Path, articles: Iterable[Article], resources: Resources | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    with article_arrays(folder, resources) as writer:
        for each in articles:
            writer.add(each)
    return folder


def opened(folder: Path) -> tuple[ArrayIndex, ArrayIndex]:
    return open_arrays(folder / "articles", ARTICLES), open_arrays(folder / "quotes", QUOTES)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def terms_of(found: ArrayIndex, field: str) -> dict[bytes, list[tuple[int, int]]]:
    (segment,) = found.segments
    reader = segment.field(field)
    return {
        term: list(zip(reader.docs_of(number).tolist(), reader.freqs_of(number).tolist(), strict=True))
        for number, term in enumerate(reader.terms)
    }


def terms_in_whoosh(
    schema: Any, documents: list[dict[str, Any]], field: str
) -> dict[bytes, list[tuple[int, int]]]:
    """Invert a field as Whoosh does when it indexes."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        if document.get(field) is not None:
            for text, freq, _, _ in schema[field].index(document[field]):
                found.setdefault(text, []).append((number, freq))
    return dict(sorted(found.items()))


def test_fields_hold_the_terms_that_whoosh_would_index(articles: list[Article], tmp_path: Path) -> None:
    found, said = opened(write(tmp_path / "out", articles))
    documents = [article_document(each) for each in articles]
    for field in ARTICLES.fields:
        assert terms_of(found, field.name) == terms_in_whoosh(article_schema(), documents, field.name)
    quotes = [document for each in articles for document in quote_documents(each)]
    for field in QUOTES.fields:
        assert terms_of(said, field.name) == terms_in_whoosh(quote_schema(), quotes, field.name)


def test_columns_and_records_hold_what_the_articles_do(articles: list[Article], tmp_path: Path) -> None:
    found, said = opened(write(tmp_path / "out", articles))
    (segment,) = found.segments
    sources, kinds = segment.name_column("source"), segment.name_column("kind")
    for number, each in enumerate(articles):
        assert sources.values[sources.ordinals[number]] == (each.source or "")
        assert segment.names("speaker").of(number) == tuple(
            voice_text(voices_of(each)[name]) for name in each.speakers
        )
        assert kinds.values[kinds.ordinals[number]] == each.kind
        assert segment.number("day").values[number] == (each.date.toordinal() if each.date else 0)
        assert segment.key().get(number) == each.id.encode()
        assert Article.from_json(segment.record(number)) == each
    quotes = [quote for each in articles for quote in each.quotes]
    entries = [QuoteEntry.from_json(record) for record in said.records(range(said.documents))]
    assert [entry.quote for entry in entries] == quotes
    assert [said.segments[0].names("speaker").of(number) for number in range(len(quotes))] == [
        (voice_text(voices_of(each)[quote.speaker]),) if quote.speaker else ()
        for each in articles
        for quote in each.quotes
    ]


def test_spans_cut_the_words_out_of_the_text(articles: list[Article], tmp_path: Path) -> None:
    found, _ = opened(write(tmp_path / "out", articles))
    (segment,) = found.segments
    for number, each in enumerate(articles):
        said = BREAK.join(quote.text for quote in each.quotes)
        for field, text in (("title", each.title or ""), ("body", each.body), ("quote", said)):
            wanted = [(token.position, token.start, token.end) for token in tokens(text)]
            spans = segment.field(field).spans([number])
            assert spans.counts.tolist() == [len(wanted)]
            assert list(zip(*(part.tolist() for part in spans[:3]), strict=True)) == wanted


def test_spans_of_many_texts_stand_one_after_another(articles: list[Article], tmp_path: Path) -> None:
    found, _ = opened(write(tmp_path / "out", articles))
    (segment,) = found.segments
    numbers = range(0, len(articles), 2)
    for field in ("title", "body", "quote"):
        apart = [segment.field(field).spans([number]) for number in numbers]
        together = segment.field(field).spans(numbers)
        assert [part.tolist() for part in together] == [
            np.concatenate(parts).tolist() for parts in zip(*apart, strict=True)
        ]


@pytest.mark.parametrize("resources", [Resources(1), Resources(512, 2), Resources(3, 2)])
def test_the_files_are_the_same_whatever_the_resources(
    articles: list[Article], tmp_path: Path, resources: Resources, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (runs, gathering):
        monkeypatch.setattr(module, "BATCH", 8)
    monkeypatch.setattr(gathering, "FIRST_BATCHES", 1)
    alone = contents(write(tmp_path / "alone", articles))
    monkeypatch.setattr(Run, "memory", property(lambda run: 200_000 * run.documents))
    monkeypatch.setattr(runs, "MERGED_MOST", 2)
    spilled: list[runs.Spilled] = []
    add_runs = runs.add_runs
    monkeypatch.setattr(
        article_writer, "add_runs", lambda found, *to: spilled.extend(found) or add_runs(found, *to)
    )
    assert contents(write(tmp_path / "spilled", articles, resources)) == alone
    assert len(spilled) == 5


def test_an_update_takes_out_articles_with_their_quotes(articles: list[Article], tmp_path: Path) -> None:
    folder = write(tmp_path / "out", articles)
    with article_arrays(folder) as writer:
        writer.take_out([articles[0].id, articles[1].id])
        writer.add(articles[1])
    found, said = opened(folder)
    assert found.alive == len(articles) - 1
    assert said.alive == sum(len(each.quotes) for each in articles[1:])
    left = [number for each in articles for number in found.alive_with("id", each.id)]
    assert found.records(left) == [each.to_json() for each in articles[1:]]


def test_what_an_update_leaves_is_never_written_into(articles: list[Article], tmp_path: Path) -> None:
    before = write(tmp_path / "before", articles)
    after = tmp_path / "after"
    shutil.copytree(before, after, copy_function=lambda source, target: Path(target).hardlink_to(source))
    written = contents(before)
    (after / "articles" / "SEGMENTS.json").unlink()
    shutil.copy(before / "articles" / "SEGMENTS.json", after / "articles")
    with article_arrays(after) as writer:
        writer.take_out([articles[3].id])
    assert {name: text for name, text in contents(before).items() if name.endswith(".seg")} == {
        name: text for name, text in written.items() if name.endswith(".seg")
    }


def test_damage_met_before_a_merge_stops_it(articles: list[Article], tmp_path: Path) -> None:
    folder = write(tmp_path / "out", articles)

    def refuse(name: str) -> None:
        raise not_as_written(folder / name)

    with (
        pytest.raises(IndexDamagedError, match=r"articles/\w+\.postings\.seg"),
        article_arrays(folder, check=refuse) as writer,
    ):
        writer.take_out(each.id for each in articles[:30])


def test_a_block_that_raises_leaves_no_runs(articles: list[Article], tmp_path: Path) -> None:
    lost = replace(articles[0], body="\ud800")
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path, [articles[1], lost], Resources(1))
    assert not list(tmp_path.rglob("runs.tmp"))
    assert not list(tmp_path.rglob("*.seg"))


def test_a_few_articles_start_no_process(articles: list[Article], tmp_path: Path) -> None:
    alone = contents(write(tmp_path / "alone", articles))
    assert contents(write(tmp_path / "crew", articles, Resources(512, 2))) == alone


def test_a_stretch_is_written_as_runs_within_the_bound(articles: list[Article], tmp_path: Path) -> None:
    lines = [each.to_json() for each in articles]
    (run,) = gathering.collect_stretch(tmp_path, "stretch", lines, 1)
    assert run.articles.documents == len(articles)
    assert run.quotes is not None
    assert run.quotes.documents == sum(len(each.quotes) for each in articles)


def test_a_process_that_breaks_down_is_told(
    articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (runs, gathering):
        monkeypatch.setattr(module, "BATCH", 8)
    monkeypatch.setattr(gathering, "FIRST_BATCHES", 1)
    monkeypatch.setattr(gathering, "collect_stretch", _break_down)
    with pytest.raises(IndexBuildError, match="try again with --jobs 1"):
        write(tmp_path / "out", articles, Resources(512, 2))


def test_so_is_one_that_broke_down_before_the_next_is_asked(
    articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "BATCH", 8)
    monkeypatch.setattr(gathering, "FIRST_BATCHES", 1)
    monkeypatch.setattr(gathering, "collect_stretch", _break_down)
    with closing(gathering.Crew(tmp_path, Resources(512, 2))) as crew:
        _add_all(crew, articles[:8])
        for _ in range(2):
            with pytest.raises(IndexBuildError, match="try again with --jobs 1"):
                crew.each(_break_down, [0])
        with pytest.raises(IndexBuildError, match="try again with --jobs 1"):
            _add_all(crew, articles[8:16])


def _add_all(crew: gathering.Crew, articles: list[Article]) -> None:
    for each in articles:
        crew.add(each)


def _break_down(*_: object) -> None:
    os._exit(1)
