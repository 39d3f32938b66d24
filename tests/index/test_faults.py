"""Kills and full disks at every step of a build: the old generation or the new one, whole, and nothing else.

strace ends a build, or refuses it a system call, at points drawn with a seed from all those it makes.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from corpus.documents import extract_pages
from corpus.readers import find_files, read_file
from index.build import rebuild, update
from index.generations import IndexFolder
from index.lock import writer_lock
from index.soundness import find_damage
from index.survey import Reader
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.request import SearchRequest

STRACE = shutil.which("strace")
WITHOUT_STRACE = "strace is not installed: kills and full disks are NOT tested here (apt-get install strace)"
SYSCALLS = ("write", "pwrite64", "rename", "unlink", "fsync", "mkdir", "link", "rmdir")
KILLS = 200
FULL_DISKS = 60
BUILD = """
import sys
from pathlib import Path
from corpus.documents import extract_pages
from corpus.errors import SuaraError
from corpus.readers import find_files, read_file
from index import build
from index.survey import Reader

reader = Reader(find_files([Path(sys.argv[2])]), read_file, extract_pages)
try:
    getattr(build, sys.argv[1])(Path(sys.argv[3]), reader)
except SuaraError as error:
    sys.exit(f"told: {error}")
"""


Result = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Rig:
    """A corpus before and after a change, an index of the first, and what each answers."""

    before: Path
    after: Path
    index: Path
    old: list[str]
    new: list[str]


@dataclass(frozen=True)
class Fault:
    """One fault: in which build, at which call of which kind."""

    command: str
    syscall: str
    number: int
    what: str


def row(number: int) -> str:
    text = f"KPU Arunika membahas tahap {number} pilkada. “Semua siap {number},” kata Siti Marlupi, Senin."
    return json.dumps(
        {"url": f"https://lenteraarunika.com/{number}", "title": f"Tahap {number}", "text": text}
    )


def reader(folder: Path) -> Reader:
    return Reader(find_files([folder]), read_file, extract_pages)


def answers(root: Path) -> list[str]:
    engine = ArraysEngine.open(root)
    pages = [answer(SearchRequest("", target, limit=100), engine) for target in ("articles", "quotes")]  # type: ignore[arg-type]
    return sorted(json.dumps({**hit.to_record(), "score": 0}) for page in pages for hit in page.hits)


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Rig:
    base = tmp_path_factory.mktemp("rig")
    for name, numbers in (("before", range(6)), ("after", range(3, 12))):
        (base / name).mkdir()
        (base / name / "rows.jsonl").write_text("".join(row(number) + "\n" for number in numbers))
        rebuild(base / f"index-{name}", reader(base / name))
    return Rig(
        base / "before",
        base / "after",
        base / "index-before",
        answers(base / "index-before"),
        answers(base / "index-after"),
    )


def strace(options: list[str], fault_command: str, rig: Rig, root: Path) -> Result:
    program = [sys.executable, "-c", BUILD, fault_command, str(rig.after), str(root)]
    command = [str(STRACE), "-f", "-qq", "-o", str(root) + ".trace", *options, *program]
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)


def calls_of(command: str, rig: Rig, folder: Path) -> dict[str, int]:
    """Count the system calls of a build that succeeds."""
    root = folder / f"count-{command}"
    shutil.copytree(rig.index, root)
    done = strace(["-e", f"trace={','.join(SYSCALLS)}"], command, rig, root)
    assert done.returncode == 0, done.stderr
    trace = Path(str(root) + ".trace").read_text()
    return {name: len(re.findall(rf"^(?:\d+ +)?{name}\(", trace, re.MULTILINE)) for name in SYSCALLS}


def drawn(rig: Rig, folder: Path, what: str, count: int) -> list[Fault]:
    faults = [
        Fault(command, syscall, number, what)
        for command in ("rebuild", "update")
        for syscall, calls in calls_of(command, rig, folder).items()
        for number in range(1, calls + 1)
    ]
    # The rare calls are the ones that publish: each of them, then as many of the others as are wanted.
    rare = [fault for fault in faults if fault.syscall != "write"]
    Random(count).shuffle(rare)
    writes = [fault for fault in faults if fault.syscall == "write"]
    Random(count).shuffle(writes)
    chosen = rare[: count * 2 // 3] + writes
    return (chosen * (count // len(chosen) + 1))[:count] if len(chosen) < count else chosen[:count]


def suffer(fault: Fault, rig: Rig, root: Path) -> Result:
    shutil.copytree(rig.index, root)
    inject = f"inject={fault.syscall}:{fault.what}:when={fault.number}"
    return strace(["-e", f"trace={fault.syscall}", "-e", inject], fault.command, rig, root)


def check(fault: Fault, rig: Rig, root: Path) -> None:
    """The index is whole, old or new, free, and the next update makes it new."""
    folder = IndexFolder(root)
    assert list(find_damage(folder)) == [], fault
    assert answers(root) in (rig.old, rig.new), fault
    with writer_lock(root / "LOCK", 0):
        pass
    update(root, reader(rig.after))
    assert answers(root) == rig.new, fault
    assert not list(root.glob("*.tmp")), fault


def each(
    faults: list[Fault], rig: Rig, folder: Path
) -> Iterator[tuple[Fault, subprocess.CompletedProcess[str]]]:
    """Suffer every fault, a few at a time, and check the index after each."""
    roots = [folder / f"{number:03}" for number in range(len(faults))]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda pair: suffer(pair[0], rig, pair[1]), zip(faults, roots, strict=True))
        for fault, root, result in zip(faults, roots, results, strict=True):
            yield fault, result
            check(fault, rig, root)
            shutil.rmtree(root)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    if not STRACE:
        if os.environ.get("CI"):
            pytest.fail(WITHOUT_STRACE)
        pytest.skip(WITHOUT_STRACE)
    return tmp_path


def test_a_build_killed_at_any_step_leaves_one_whole_generation(rig: Rig, folder: Path) -> None:
    faults = drawn(rig, folder, "signal=KILL", KILLS)
    assert len(faults) == KILLS
    killed = sum(result.returncode != 0 for _, result in each(faults, rig, folder))
    # A call may come once less when what it would unlink is not there.
    assert killed > KILLS * 0.9


def test_a_full_disk_at_any_step_is_told_and_leaves_one_whole_generation(rig: Rig, folder: Path) -> None:
    faults = drawn(rig, folder, "error=ENOSPC", FULL_DISKS)
    told = 0
    for fault, result in each(faults, rig, folder):
        assert "Traceback" not in result.stderr, f"{fault}\n{result.stderr}"
        told += result.stderr.startswith("told: ")
    assert told > FULL_DISKS / 2


def test_a_failing_fsync_is_told_and_leaves_one_whole_generation(rig: Rig, folder: Path) -> None:
    calls = calls_of("update", rig, folder)["fsync"]
    numbers = sorted(Random(calls).sample(range(1, calls + 1), min(12, calls)))
    faults = [Fault("update", "fsync", number, "error=EIO") for number in numbers]
    for fault, result in each(faults, rig, folder):
        assert result.stderr.startswith("told: "), f"{fault}\n{result.stderr}"
