"""Power cuts: the image of a file system, copied at random moments, mounted again.

What was published before the copy must be there, whole. It needs root, loop devices and ext4; elsewhere it is
skipped, and says so.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from corpus.documents import extract_pages
from corpus.readers import find_files, read_file
from index.build import rebuild, update
from index.generations import IndexFolder
from index.soundness import find_damage
from index.survey import Reader

CUTS = 20
# Seconds after publishing within which the power goes; 40 is what a disk's own delays may take.
SECONDS = float(os.environ.get("SUARA_POWER_SECONDS", "6"))
IMAGE_MB = 48


def run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


def can_mount(folder: Path) -> bool:
    if os.geteuid() or not shutil.which("mkfs.ext4"):
        return False
    probe = folder / "probe.img"
    make_image(probe)
    try:
        run("mount", "-o", "loop", probe, folder)
    except subprocess.CalledProcessError:
        return False
    run("umount", folder)
    return True


def make_image(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(IMAGE_MB << 20)
    run("mkfs.ext4", "-q", "-F", path)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a new file system; give the folder it is mounted on, its image beside it."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    if not can_mount(mounted):
        pytest.skip("no root, loop devices or ext4 here: power cuts are NOT tested")
    make_image(tmp_path / "disk.img")
    run("mount", "-o", "loop", tmp_path / "disk.img", mounted)
    yield mounted
    run("umount", mounted)


def reader(folder: Path) -> Reader:
    return Reader(find_files([folder]), read_file, extract_pages)


def write_row(folder: Path, number: int) -> None:
    text = f"KPU Arunika membahas tahap {number} pilkada. “Semua siap,” kata Siti Marlupi, Senin."
    (folder / f"{number}.txt").write_text(text)


def surviving_generation(image: Path, folder: Path) -> str:
    """Mount a copy of the disk as the power cut left it; return its live generation, checked whole."""
    copy = folder / "cut.img"
    shutil.copyfile(image, copy)
    mounted = folder / "cut"
    mounted.mkdir(exist_ok=True)
    run("mount", "-o", "loop", copy, mounted)
    try:
        index_folder = IndexFolder(mounted / "index")
        assert list(find_damage(index_folder)) == []
        return index_folder.current_name()
    finally:
        run("umount", mounted)


def test_what_was_published_survives_a_power_cut(disk: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    write_row(pages, 0)
    root = disk / "index"
    rebuild(root, reader(pages))
    write_row(pages, 1)
    published, since = update(root, reader(pages)).generation.name, time.monotonic()
    random = Random(CUTS)
    for wait in [0.0, *sorted(random.uniform(0, SECONDS) for _ in range(CUTS - 1))]:
        time.sleep(max(0.0, since + wait - time.monotonic()))
        assert surviving_generation(tmp_path / "disk.img", tmp_path) == published
