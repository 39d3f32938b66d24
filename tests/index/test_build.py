import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.page import Extraction, Problem
from index.build import rebuild
from index.catalog import Catalog, admit
from index.errors import IndexBuildError, IndexLockedError
from index.generations import IndexFolder
from index.lock import writer_lock
from index.storage import open_generation
from index.survey import Reader

MakeArticle = Callable[..., Article]
MakeReader = Callable[..., Reader]


def extraction(article: Article, line: int = 1) -> Extraction:
    return Extraction(Path("pages.jsonl"), line, article)


def test_a_report_counts_articles_quotes_and_problems(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    told: list[Problem] = []
    one = article(body="“Ayo memilih,” kata Siti Marlupi.", quotes=[("Siti Marlupi", "Ayo memilih,")])
    problem = Problem(Path("broken.txt"), None, "is empty")
    report = rebuild(tmp_path / "index", reader_of([problem, extraction(one)]), on_problem=told.append)
    assert (report.articles, report.quotes, report.refused) == (1, 1, 1)
    assert told == [problem]


def test_the_catalog_says_which_document_gave_which_article(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    one = article()
    report = rebuild(tmp_path / "index", reader_of([extraction(one, line=7)]))
    (claim,) = admit(Catalog.read(report.generation.path).files.values()).winners.items()
    assert (claim[0], claim[1].path, claim[1].line) == (one.id, "pages.jsonl", 7)


def test_the_same_url_twice_is_kept_once_and_reported(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    told: list[Problem] = []
    one = article(url="https://lenteraarunika.com/a")
    twin = replace(one, body=one.body + " Diperbarui.")
    report = rebuild(
        tmp_path / "index", reader_of([extraction(one), extraction(twin, 2)]), on_problem=told.append
    )
    assert report.articles == 1
    assert str(told[0]) == "pages.jsonl:2: the same article as pages.jsonl:1, which was kept"


def test_the_same_text_twice_without_a_url_is_one_article(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    one = article(url=None)
    report = rebuild(tmp_path / "index", reader_of([extraction(one), extraction(one, 2)]))
    assert (report.articles, report.duplicates) == (1, 1)


def test_an_empty_corpus_is_refused_and_the_index_stays(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root = tmp_path / "index"
    rebuild(root, reader_of([extraction(article())]))
    with pytest.raises(IndexBuildError, match="no article"):
        rebuild(root, reader_of([Problem(Path("x"), None, "is empty")]))
    assert IndexFolder(root).current_name() == "gen-000001"


def test_a_second_writer_waits_no_longer_than_it_is_told(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root = tmp_path / "index"
    rebuild(root, reader_of([extraction(article())]))
    with writer_lock(root / "LOCK", 0), pytest.raises(IndexLockedError, match="--timeout"):
        rebuild(root, reader_of([extraction(article())]), timeout=0)


def test_an_open_generation_goes_on_answering_while_the_next_is_published(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root = tmp_path / "index"
    rebuild(root, reader_of([extraction(article())]))
    opened = open_generation(IndexFolder(root).current())
    with opened.articles.searcher() as searcher:
        rebuild(root, reader_of([extraction(article(title="Lain"))]))
        assert searcher.doc_count() == 1
        assert [fields["id"] for fields in searcher.all_stored_fields()]


def test_everything_is_flushed_before_it_is_named(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "new" / "index"
    events: list[tuple[str, object]] = []
    fsync, rename, replace_file = os.fsync, Path.rename, Path.replace

    def watched_fsync(descriptor: int) -> None:
        events.append(("flushed", os.fstat(descriptor).st_ino))
        fsync(descriptor)

    def watched_rename(path: Path, target: Path) -> Path:
        events.append(("named", target.name))
        return rename(path, target)

    def watched_replace(path: Path, target: Path) -> Path:
        events.append(("live", path.stat().st_ino))
        return replace_file(path, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "rename", watched_rename)
    monkeypatch.setattr(Path, "replace", watched_replace)
    generation = rebuild(root, reader_of([extraction(article())])).generation

    named = events.index(("named", "gen-000001"))
    live = events.index(("live", (root / "CURRENT").stat().st_ino))
    flushed = {kind_and_inode[1] for kind_and_inode in events[:named]}
    made = [generation.path, *generation.path.rglob("*"), root.parent, tmp_path]
    assert {path.stat().st_ino for path in made} <= flushed
    root_inode, current_inode = root.stat().st_ino, (root / "CURRENT").stat().st_ino
    assert named < live
    assert ("flushed", root_inode) in events[named:live]
    assert ("flushed", current_inode) in events[named:live]
    assert ("flushed", root_inode) in events[live:]
