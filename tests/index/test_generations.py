from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.documents import extract_pages
from corpus.page import SourceFile
from index.build import rebuild
from index.errors import (
    IndexDamagedError,
    IndexForeignError,
    IndexMissingError,
    IndexOutdatedError,
    IndexWriteError,
)
from index.generations import Generation, IndexFolder
from index.manifest import MANIFEST_NAME, Manifest
from index.schema import SCHEMA_VERSION
from index.soundness import verify
from index.storage import open_generation
from index.survey import Reader

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


@pytest.fixture
def root(article: MakeArticle, build_index: BuildIndex) -> Path:
    return build_index([article()])


def test_the_first_rebuild_publishes_the_first_generation(root: Path) -> None:
    folder = IndexFolder(root)
    assert folder.current_name() == "gen-000001"
    assert sorted(path.name for path in root.iterdir()) == ["CURRENT", "LOCK", "gen-000001"]


def test_the_generation_before_the_live_one_is_kept_and_no_older_one(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    for _ in range(3):
        build_index([article()], root)
    assert IndexFolder(root).names() == ["gen-000003", "gen-000004"]
    assert IndexFolder(root).current_name() == "gen-000004"


def test_the_manifest_names_every_file_but_itself_and_no_lock(root: Path) -> None:
    generation = IndexFolder(root).current()
    files = {
        path.relative_to(generation.path).as_posix() for path in generation.path.rglob("*") if path.is_file()
    }
    assert set(generation.manifest.files) == files - {MANIFEST_NAME}
    assert not [name for name in files if name.endswith("LOCK")]
    verify(generation)


def test_a_folder_without_an_index_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="suara index rebuild"):
        IndexFolder(tmp_path / "nowhere").current()


@pytest.mark.parametrize("text", ["", "gen-1\n", "../../etc\n", "gen-000001 gen-000002"])
def test_a_pointer_that_names_no_generation_is_damage(root: Path, text: str) -> None:
    (root / "CURRENT").write_text(text)
    with pytest.raises(IndexDamagedError, match="CURRENT"):
        IndexFolder(root).current()


def test_a_pointer_that_is_no_text_is_damage(root: Path) -> None:
    (root / "CURRENT").write_bytes(b"\xff\xfe")
    with pytest.raises(IndexDamagedError, match="CURRENT"):
        IndexFolder(root).current()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": 3}', "[" * 100_000, "null"])
def test_a_manifest_that_cannot_be_read_is_damage(root: Path, text: str) -> None:
    (IndexFolder(root).current().path / MANIFEST_NAME).write_text(text)
    with pytest.raises(IndexDamagedError, match=MANIFEST_NAME):
        IndexFolder(root).current()


def test_a_rebuild_mends_a_damaged_index(root: Path, article: MakeArticle, build_index: BuildIndex) -> None:
    build_index([article()], root)
    (root / "CURRENT").write_text("")
    build_index([article()], root)
    verify(IndexFolder(root).current())
    # Which one was live cannot be known, so the newest is kept.
    assert IndexFolder(root).names() == ["gen-000002", "gen-000003"]


def test_a_changed_byte_is_found(root: Path) -> None:
    generation = IndexFolder(root).current()
    name = max(generation.manifest.files, key=lambda each: generation.manifest.files[each].size)
    path = generation.path / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(IndexDamagedError, match=path.name):
        verify(generation)


def test_a_lost_segment_is_found_when_the_index_is_verified(root: Path) -> None:
    generation = IndexFolder(root).current()
    next((generation.path / "articles").glob("*.seg")).unlink()
    with pytest.raises(IndexDamagedError, match="articles"):
        verify(generation)


def test_a_lost_list_of_segments_is_found_when_the_index_is_opened(root: Path) -> None:
    generation = IndexFolder(root).current()
    for path in (generation.path / "quotes").glob("SEGMENTS.json"):
        path.unlink()
    with pytest.raises(IndexDamagedError, match="quotes"):
        open_generation(generation)


def test_an_index_of_another_schema_is_outdated(root: Path) -> None:
    generation = IndexFolder(root).current()
    text = (generation.path / MANIFEST_NAME).read_text()
    (generation.path / MANIFEST_NAME).write_text(text.replace(f'"schema": {SCHEMA_VERSION}', '"schema": 99'))
    with pytest.raises(IndexOutdatedError, match="suara index rebuild"):
        IndexFolder(root).current()


def test_an_index_of_other_rules_is_outdated(root: Path) -> None:
    generation = IndexFolder(root).current()
    older = Generation(generation.path, replace(generation.manifest, analyzer="0"))
    with pytest.raises(IndexOutdatedError, match="suara index rebuild"):
        open_generation(older)


def test_what_a_dead_writer_left_is_cleared_by_the_next(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    leftover = root / "gen-000002.tmp"
    leftover.mkdir()
    (leftover / "half").write_text("written")
    build_index([article()], root)
    assert not leftover.exists()


def test_a_folder_with_something_else_in_it_is_never_touched(
    tmp_path: Path, build_index: BuildIndex, article: MakeArticle
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(IndexForeignError, match=r"thesis\.txt"):
        build_index([article()], tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_place_of_the_folder_is_refused(
    tmp_path: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    (tmp_path / "index").write_text("")
    with pytest.raises(IndexForeignError, match="not a folder"):
        build_index([article()], tmp_path / "index")


def test_a_folder_that_cannot_be_made_is_refused(
    tmp_path: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexWriteError, match="cannot be written"):
        build_index([article()], tmp_path / "file" / "index")


def test_a_failed_rebuild_leaves_the_live_generation_alone(root: Path) -> None:
    def broken() -> Iterator[SourceFile]:
        raise RuntimeError("power")
        yield SourceFile(root, "", 0)

    with pytest.raises(RuntimeError, match="power"):
        rebuild(root, Reader(broken(), lambda _: (), extract_pages))
    assert IndexFolder(root).current_name() == "gen-000001"
    verify(IndexFolder(root).current())


def test_a_manifest_comes_back_as_it_was_written(root: Path) -> None:
    generation = IndexFolder(root).current()
    assert Manifest.read(generation.path) == generation.manifest


def test_a_hidden_file_of_the_desktop_is_no_stranger(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    (root / ".DS_Store").write_text("")
    build_index([article()], root)
    assert (root / ".DS_Store").exists()


def test_a_lock_that_cannot_be_taken_is_told_in_one_sentence(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    (root / "LOCK").unlink()
    (root / "LOCK").mkdir()
    with pytest.raises(IndexWriteError, match="LOCK: cannot be written"):
        build_index([article()], root)


@pytest.mark.parametrize("data", [b"", b"garbage", bytes(200)])
def test_a_list_of_segments_that_is_no_such_thing_is_damage(root: Path, data: bytes) -> None:
    generation = IndexFolder(root).current()
    listed = generation.path / "articles" / "SEGMENTS.json"
    listed.write_bytes(data.ljust(listed.stat().st_size, b"\0"))
    with pytest.raises(IndexDamagedError, match="articles"):
        open_generation(generation)


def test_a_file_of_another_size_is_found_when_the_index_is_opened(root: Path) -> None:
    generation = IndexFolder(root).current()
    segment = next((generation.path / "articles").glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:-1])
    with pytest.raises(IndexDamagedError, match=segment.name):
        open_generation(generation)


def test_a_rollback_makes_the_generation_before_live_again(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    build_index([article(), article()], root)
    assert IndexFolder(root).roll_back(0, verify).manifest.articles == 1
    assert IndexFolder(root).current().manifest.articles == 1
    verify(IndexFolder(root).current())
    build_index([article() for _ in range(3)], root)
    assert IndexFolder(root).names() == ["gen-000001", "gen-000003"]


def test_a_rollback_without_an_earlier_generation_is_refused(root: Path) -> None:
    with pytest.raises(IndexMissingError, match=r"before gen-000001 is kept.*'suara index update'"):
        IndexFolder(root).roll_back(0, verify)


def test_a_rollback_to_a_damaged_generation_is_refused(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    build_index([article()], root)
    (root / "gen-000001" / "articles" / "SEGMENTS.json").unlink()
    with pytest.raises(IndexDamagedError, match=r"gen-000001: is damaged, so gen-000002 stays.*index verify"):
        IndexFolder(root).roll_back(0, verify)
    assert IndexFolder(root).current_name() == "gen-000002"


def test_a_rollback_to_a_generation_of_other_rules_is_refused(
    root: Path, article: MakeArticle, build_index: BuildIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.manifest.rules_fingerprint", lambda: "others")
    build_index([article()], root)
    with pytest.raises(IndexOutdatedError, match=r"go back with what made it\. gen-000002 stays"):
        IndexFolder(root).roll_back(0, verify)
    assert IndexFolder(root).current_name() == "gen-000002"


def test_pruning_leaves_the_live_generation_alone(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    build_index([article()], root)
    assert IndexFolder(root).prune(0) == ["gen-000001"]
    assert IndexFolder(root).names() == ["gen-000002"]
    verify(IndexFolder(root).current())
    assert IndexFolder(root).prune(0) == []


def test_a_pointer_to_another_generation_than_was_published_is_damage(
    root: Path, article: MakeArticle, build_index: BuildIndex
) -> None:
    build_index([article()], root)
    text = (root / "CURRENT").read_text()
    (root / "CURRENT").write_text(text.replace("gen-000002", "gen-000001"))
    with pytest.raises(IndexDamagedError, match="CURRENT"):
        IndexFolder(root).current()
