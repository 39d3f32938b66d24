import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from corpus.article import Article
from corpus.page import Extraction, Problem, RawPage
from index.build import rebuild, update
from index.catalog import layer_paths, open_catalog
from index.errors import IndexBuildError, IndexDamagedError, IndexLockedError
from index.generations import Generation, IndexFolder
from index.lock import writer_lock
from index.manifest import describe
from index.soundness import find_damage
from index.storage import open_generation
from index.survey import Reader

MakeArticle = Callable[..., Article]
MakeReader = Callable[..., Reader]

FLIPS = 60


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
    with open_catalog(report.generation) as catalog:
        (claim,) = catalog.claims(one.id)
    assert (claim.path, claim.entry.line) == (b"pages.jsonl", 7)


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
    rebuild(root, reader_of([extraction(article(title="Lain"))]))
    rebuild(root, reader_of([extraction(article(title="Lagi"))]))
    assert IndexFolder(root).names() == ["gen-000002", "gen-000003"]
    (record,) = opened.articles.records([0])
    assert Article.from_json(record).title != "Lain"


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


def many(article: MakeArticle, count: int, path: str = "many.jsonl") -> list[Extraction]:
    made = [article(body=f"Lembayung. Tahap {number} dimulai.", url=None) for number in range(count)]
    return [Extraction(Path(path), number, each) for number, each in enumerate(made, 1)]


def names(generation: Generation) -> list[str]:
    return [path.name for path in layer_paths(generation)]


def test_an_update_links_the_layers_of_what_did_not_change_and_merges_the_small_ones(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root, items = tmp_path / "index", many(article, 30)
    layers = [names(rebuild(root, reader_of(items)).generation)]
    for number, count in enumerate((1, 3, 1)):
        items += many(article, count, f"new{number}.jsonl")
        generation = update(root, reader_of(items)).generation
        layers.append(names(generation))
    first, second, third, fourth = (f"00000{number}.layer" for number in range(1, 5))
    assert layers == [[first], [first, second], [first, third], [first, third, fourth]]
    assert (generation.path / "catalog" / third).samefile(root / "gen-000003" / "catalog" / third)
    assert find_damage(IndexFolder(root)) == []


def test_a_page_that_moved_to_another_file_is_not_extracted_again(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root, items = tmp_path / "index", many(article, 30)
    rebuild(root, reader_of(items))
    update(root, reader_of([*items, *many(article, 1, "b.jsonl")]))
    moved = [replace(each, path=Path("c.jsonl")) for each in items]
    read = reader_of(moved)

    def refuse(pages: Iterable[RawPage]) -> Iterator[Extraction | Problem]:
        return (Problem(page.path, page.line, "is extracted again") for page in pages)

    report = update(root, replace(read, articles=refuse))
    assert (report.articles, report.written, report.taken_out, report.refused) == (30, 0, 1, 0)


def test_a_page_that_was_refused_is_counted_and_not_extracted_again(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    items = many(article, 3)
    read, told = reader_of(items), list[str]()

    def refuse_second(pages: Iterable[RawPage]) -> Iterator[Extraction | Problem]:
        for page, item in zip(pages, items, strict=False):
            yield Problem(page.path, page.line, "holds no article") if page.line == 2 else item

    reader = replace(read, articles=refuse_second)
    report = rebuild(tmp_path / "index", reader, on_problem=lambda problem: told.append(str(problem)))
    assert (report.articles, report.refused, told) == (2, 1, ["many.jsonl:2: holds no article"])
    moved = reader_of([replace(each, path=Path("moved.jsonl")) for each in items])
    report = update(tmp_path / "index", replace(moved, articles=lambda pages: iter(list(pages)[:0])))
    assert (report.generation.name, report.articles, report.refused) == ("gen-000002", 2, 1)


def damaged(path: Path, position: int) -> None:
    data = bytearray(path.read_bytes())
    data[position] ^= 1
    path.write_bytes(data)


def test_a_damaged_layer_is_not_merged_into_a_good_one(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root, items = tmp_path / "index", many(article, 3)
    (path,) = layer_paths(rebuild(root, reader_of(items)).generation)
    # A byte of the header that no look-up minds: the version of SQLite that wrote the file.
    damaged(path, 99)
    with pytest.raises(IndexDamagedError, match=r"000001\.layer"):
        update(root, reader_of([*items, *many(article, 9, "new.jsonl")]))
    assert IndexFolder(root).current_name() == "gen-000001"


def test_damage_in_a_row_that_is_looked_up_is_met(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root, items = tmp_path / "index", many(article, 30)
    (path,) = layer_paths(rebuild(root, reader_of(items)).generation)
    for position in (each.start() for each in re.finditer(items[7].article.id.encode(), path.read_bytes())):
        damaged(path, position)
    new = [Extraction(Path("new.jsonl"), 1, replace(items[7].article, title="Lain"))]
    with pytest.raises(IndexDamagedError, match=r"000001\.layer"):
        update(root, reader_of([*items, *new]))


def test_a_catalog_of_another_index_is_met_and_not_believed(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    root, items = tmp_path / "index", many(article, 30)
    generation = rebuild(root, reader_of(items)).generation
    other = rebuild(tmp_path / "other", reader_of(many(article, 30, "other.jsonl"))).generation
    layer_paths(generation)[0].write_bytes(layer_paths(other)[0].read_bytes())
    held = generation.manifest
    manifest = describe(generation.path, held.articles, held.quotes, held.people, {})
    manifest.write(generation.path)
    (root / "CURRENT").write_text(f"{generation.name} {manifest.digest()}\n")
    with pytest.raises(IndexDamagedError, match="where its catalog says"):
        update(root, reader_of(items))


def held(generation: Generation) -> list[str]:
    articles = open_generation(generation).articles
    ids = {Article.from_json(record).id for record in articles.records(range(articles.documents))}
    return sorted(articles.records([number for each in ids for number in articles.alive_with("id", each)]))


def test_an_update_over_a_flipped_bit_in_the_catalog_is_refused_or_right(
    tmp_path: Path, article: MakeArticle, reader_of: MakeReader
) -> None:
    old, more = many(article, 60, "old.jsonl"), many(article, 5, "more.jsonl")
    # Another file holds rows of the first with another title, wins them, and is replaced by a third.
    twins = [replace(each, article=replace(each.article, title="Lain")) for each in old]
    second = [replace(each, path=Path("b.jsonl")) for each in twins[:20]]
    third = [replace(each, path=Path("c.jsonl")) for each in twins[10:25]]
    rebuild(tmp_path / "whole", reader_of([*old, *more, *second]))
    right = held(rebuild(tmp_path / "right", reader_of([*old, *more, *third])).generation)
    layer = Path("gen-000001/catalog/000001.layer")
    random, whole, refused = Random(20241127), (tmp_path / "whole" / layer).read_bytes(), 0
    for number in range(FLIPS):
        root = tmp_path / f"{number}"
        shutil.copytree(tmp_path / "whole", root)
        data = bytearray(whole)
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        (root / layer).write_bytes(data)
        try:
            generation = update(root, reader_of([*old, *more, *third])).generation
        except IndexDamagedError as error:
            refused += "000001.layer" in str(error)
        else:
            assert held(generation) == right
            assert names(generation) == ["000001.layer", "000002.layer"]
        shutil.rmtree(root)
    assert 0 < refused < FLIPS
