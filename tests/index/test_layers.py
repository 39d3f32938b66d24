import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import IndexDamagedError
from index.layers import Layer, new_layer
from index.records import Entry, FileRecord

IDS = "abcdef0123456789"
ENTRIES = st.builds(
    Entry,
    line=st.none() | st.integers(1, 9),
    digest=st.text(IDS, max_size=2),
    article=st.none() | st.text(IDS, min_size=1, max_size=1),
)
FILES = st.dictionaries(st.binary(min_size=1, max_size=4), st.lists(ENTRIES, max_size=5), max_size=5)
FLIPS = 300


def record(path: bytes, entries: list[Entry], *, gone: bool = False) -> FileRecord:
    refused = sum(entry.article is None for entry in entries)
    return FileRecord(path, "1:2:3", 10**18, len(entries), refused, gone)


def write(path: Path, files: dict[bytes, list[Entry]]) -> Path:
    with new_layer(path) as writer:
        for name, entries in files.items():
            writer.add(record(name, entries), entries)
    return path


@given(FILES)
def test_what_was_written_is_found_by_file_by_digest_and_by_article(
    tmp_path_factory: pytest.TempPathFactory, files: dict[bytes, list[Entry]]
) -> None:
    layer = Layer(write(tmp_path_factory.mktemp("layer") / "000001.layer", files))
    assert list(layer.files) == [record(path, entries) for path, entries in files.items()]
    assert layer.rows == sum(len(entries) + 1 for entries in files.values())
    for number, entries in enumerate(files.values()):
        assert list(layer.entries(number)) == entries
    held = [
        (number, place, entry)
        for number, entries in enumerate(files.values())
        for place, entry in enumerate(entries)
    ]
    for text in [*IDS, "aa", "fz"]:
        assert layer.asking(text) == [each for each in held if each[2].article == text]
        expected = [(number, entry) for number, _, entry in held if entry.digest == text]
        assert sorted(layer.having(text), key=repr) == sorted(expected, key=repr)
    assert layer.having("") == []
    layer.close()


@pytest.mark.parametrize("name", [b"a?b#c%41 d", b"berita\xff", b"mode=memory&x", "Arunikå".encode()])
def test_a_folder_of_any_name_holds_layers(tmp_path: Path, name: bytes) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    folder.mkdir()
    path = write(folder / "000001.layer", {b"\xff?": [Entry(1, "aa", "a")]})
    layer = Layer(path)
    assert layer.files[0].path == b"\xff?"
    layer.close()
    assert list(folder.iterdir()) == [path]


def test_a_file_that_is_gone_leaves_a_record_without_documents(tmp_path: Path) -> None:
    with new_layer(tmp_path / "1.layer") as writer:
        writer.add(FileRecord(b"a", gone=True))
    layer = Layer(tmp_path / "1.layer")
    assert layer.files == (FileRecord(b"a", gone=True),)
    assert (list(layer.entries(0)), layer.asking("a"), layer.rows) == ([], [], 1)
    layer.close()


@pytest.mark.parametrize("content", [b"", b"no database at all " * 99, None])
def test_what_is_no_layer_is_damage(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "000001.layer"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(IndexDamagedError, match=r"000001\.layer.*suara index rebuild"):
        Layer(path)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A layer whose trees are several pages deep; every other article is asked for twice."""
    files = {
        f"{number}.jsonl".encode(): [
            Entry(n, f"{number:04}{n:028}", f"{(number * 20 + n) // 3 * 2:020x}") for n in range(20)
        ]
        for number in range(40)
    }
    return write(tmp_path_factory.mktemp("many") / "000001.layer", files)


def seen(look: Callable[[], object]) -> object:
    """Return what a look-up finds, None where it meets damage."""
    try:
        return look()
    except IndexDamagedError:
        return None


def look_up(path: Path) -> list[object]:
    try:
        layer = Layer(path)
    except IndexDamagedError:
        return [None] * 642
    looks = [seen(lambda number=number: list(layer.entries(number))) for number in range(40)]  # type: ignore[misc]
    looks += [seen(lambda number=number: layer.asking(f"{number:020x}")) for number in range(600)]  # type: ignore[misc]
    looks.append([seen(lambda number=number: layer.having(f"{number:04}{7:028}")) for number in range(40)])  # type: ignore[misc]
    layer.close()
    return [layer.files, *looks]


def test_a_flipped_bit_hides_nothing_and_invents_nothing(many: Path, tmp_path: Path) -> None:
    random, whole, truth = Random(20241127), many.read_bytes(), look_up(many)
    path, met = tmp_path / "000001.layer", 0
    for _ in range(FLIPS):
        data = bytearray(whole)
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        path.write_bytes(data)
        found = look_up(path)
        # A page that is not found by its digest is extracted once more; a wrong one must not be found.
        pages, true_pages = found.pop() or [], truth[-1]
        assert all(page in (None, [], other) for page, other in zip(pages, true_pages, strict=False))  # type: ignore[call-overload]
        assert all(one is None or one == other for one, other in zip(found, truth[:-1], strict=True))
        met += found != truth[:-1]
    assert met > FLIPS / 3


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM claims WHERE article = (SELECT max(article) FROM claims WHERE article < '~')",
        "DELETE FROM claims WHERE (file, place) = (SELECT min(file), min(place) FROM claims)",
        "DELETE FROM claims",
        "UPDATE claims SET line = line + 1",
        "UPDATE entries SET place = place + 100",
        "DELETE FROM entries WHERE place = 19",
        "UPDATE files SET modified = modified + 1",
        "DELETE FROM files WHERE number = 39",
        "DELETE FROM summary",
        "DROP TABLE claims",
    ],
)
def test_a_row_that_is_missing_or_another_is_met(many: Path, tmp_path: Path, change: str) -> None:
    path = tmp_path / "000001.layer"
    path.write_bytes(many.read_bytes())
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(change)
    connection.close()
    assert None in look_up(path)


@pytest.mark.parametrize(
    ("written", "damaged"),
    [
        (b"copies INTEGER", b"cop\xe9es INTEGER"),
        (b"CREATE TABLE claims (", b"CREATE TABLE claims '"),
        (b"CREATE TABLE claims (", b"CREATE TABLE claims\xe9("),
    ],
)
def test_a_layout_that_makes_no_sense_or_is_no_text_is_met(
    many: Path, tmp_path: Path, written: bytes, damaged: bytes
) -> None:
    path = tmp_path / "000001.layer"
    path.write_bytes(many.read_bytes().replace(written, damaged))
    assert None in look_up(path)


def test_a_look_up_of_pages_meets_damage_and_finds_no_other_page(many: Path, tmp_path: Path) -> None:
    path = tmp_path / "000001.layer"
    path.write_bytes(many.read_bytes())
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE entries SET article = 'f' WHERE place = 3")
    connection.close()
    layer = Layer(path)
    with pytest.raises(IndexDamagedError, match=r"000001\.layer"):
        layer.having(f"{0:04}{3:028}")
    assert layer.having(f"{0:04}{4:028}")
    layer.close()
