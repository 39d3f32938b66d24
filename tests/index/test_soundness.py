"""Every flipped bit and every cut file of an index is found."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from corpus.article import Article
from index.errors import IndexMissingError
from index.generations import CURRENT_NAME, LOCK_NAME, IndexFolder
from index.soundness import find_damage

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]

DAMAGES = 300


@pytest.fixture(scope="module")
def sound(article: MakeArticle, build_index: BuildIndex) -> Path:
    """An index of two generations."""
    body = "“Ayo memilih,” kata Siti Marlupi."
    quotes = [("Siti Marlupi", "Ayo memilih,")]
    root = build_index([article(body=body, quotes=quotes)])
    return build_index([article(body=body, quotes=quotes), article()], root)


def test_an_index_as_it_was_written_has_no_damage(sound: Path) -> None:
    assert list(find_damage(IndexFolder(sound))) == []


def flip(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def cut(path: Path, random: Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: random.randrange(len(data))])


def test_every_flipped_bit_and_every_cut_is_found(sound: Path, tmp_path: Path) -> None:
    random = Random(20241127)
    files = sorted(path.relative_to(sound) for path in sound.rglob("*") if path.is_file())
    files.remove(Path(LOCK_NAME))  # it holds nothing but the name of the last writer
    for number in range(DAMAGES):
        root = tmp_path / str(number)
        shutil.copytree(sound, root)
        name = files[number % len(files)]
        damage = random.choice([flip, cut])
        damage(root / name, random)
        found = [str(error) for error in find_damage(IndexFolder(root))]
        assert found, f"{damage.__name__} of {name}"
        assert any("run 'suara index rebuild'" in error for error in found)
        shutil.rmtree(root)


def test_every_cut_and_every_flipped_bit_of_the_pointer_is_found(sound: Path, tmp_path: Path) -> None:
    root = tmp_path / "index"
    shutil.copytree(sound, root)
    whole = (root / CURRENT_NAME).read_bytes()
    cuts = [whole[:length] for length in range(len(whole))]
    flips = [
        whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
        for place in range(len(whole))
        for bit in range(8)
    ]
    for damaged in [*cuts, *flips, whole + b"\n", whole.replace(b"\n", b"\r\n")]:
        (root / CURRENT_NAME).write_bytes(damaged)
        assert find_damage(IndexFolder(root)), damaged


@pytest.mark.parametrize("name", ["articles", "MANIFEST.json", "catalog"])
def test_a_lost_file_is_named(sound: Path, tmp_path: Path, name: str) -> None:
    root = tmp_path / "index"
    shutil.copytree(sound, root)
    path = root / "gen-000002" / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert any(name in str(error) for error in find_damage(IndexFolder(root)))


def test_damage_of_the_kept_generation_is_found_too(sound: Path, tmp_path: Path) -> None:
    root = tmp_path / "index"
    shutil.copytree(sound, root)
    (root / "gen-000001" / "catalog" / "000001.layer").write_text("")
    assert ["gen-000001" in str(error) for error in find_damage(IndexFolder(root))] == [True]


def test_no_index_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        list(find_damage(IndexFolder(tmp_path)))
