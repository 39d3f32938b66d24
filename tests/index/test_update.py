"""Updates: whatever happens to a corpus, an updated index answers as one made anew."""

import gzip
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from corpus.documents import extract_pages
from corpus.page import Extraction, Problem, RawPage
from corpus.readers import find_files, read_file
from index.arrays.policy import DELETED_SHARE_MOST, SEGMENTS_MOST
from index.build import BuildReport, rebuild, update
from index.errors import IndexBuildError, IndexDamagedError, IndexMissingError
from index.generations import IndexFolder
from index.people import PEOPLE_NAME, Person, read_people
from index.soundness import find_damage
from index.storage import open_generation
from index.survey import RACY_NANOSECONDS, Reader
from search.answer import answer
from search.arrays.engine import ArraysEngine
from search.request import SearchRequest

SUBJECTS = ("logistik", "debat publik", "daftar pemilih", "politik uang")
NAMES = ("Siti Marlupi", "Darwis Lesmana", "Nu'man Saefudin")
# Whose these are the other articles decide.
SHORT_NAMES = (
    "Ketua KPU Arunika, Siti Endah Marlupi",
    "Ketua KPU Arunika Marlupi",
    "Darwis Lesmana Putra",
    "Saefudin",
)
OUTLETS = ("lenteraarunika.com", "wartaarunika.id", None)
QUERIES = (
    "",
    "logistik",
    '"politik uang"',
    "pemilih -debat",
    'speaker:"Siti Marlupi"',
    "date:2024-11",
    "speaker:marlupi",
)


def row(number: int, subject: str, name: str, outlet: str | None, *, url: bool) -> dict[str, Any]:
    """Return an invented article; numbers make texts differ."""
    return {
        "url": f"https://lenteraarunika.com/berita/{number % 7}" if url else None,
        "title": f"Soal {subject} di Arunika",
        "date": f"2024-{10 + number % 3}-0{1 + number % 9}",
        "source": outlet,
        "text": f"KPU Arunika membahas {subject} untuk kali ke-{number} pada rapat pleno di Lembayung.\n"
        f"“Kami urus {subject} sebaik-baiknya sampai hari pemungutan suara,” kata {name}, Senin.",
    }


ROWS = st.builds(
    row,
    number=st.integers(0, 30),
    subject=st.sampled_from(SUBJECTS),
    name=st.sampled_from((*NAMES, *SHORT_NAMES)),
    outlet=st.sampled_from(OUTLETS),
    url=st.booleans(),
)


class Counted:
    """A reader of a folder that counts what it reads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.read: list[str] = []
        self.extracted = 0

    def reader(self) -> Reader:
        return Reader(find_files([self._folder]), self._pages, self._articles)

    def _pages(self, file: Any) -> Iterator[RawPage | Problem]:
        self.read.append(file.path.name)
        yield from read_file(file)

    def _articles(self, pages: Any) -> Iterator[Extraction | Problem]:
        for result in extract_pages(pages):
            self.extracted += 1
            yield result


def write(path: Path, rows: list[dict[str, Any]], age: int = 0) -> None:
    """Write rows, `age` seconds ago as far as the file's time goes."""
    path.write_text("".join(json.dumps(each) + "\n" for each in rows))
    os.utime(path, ns=(1_700_000_000_000_000_000 - age * 10**9,) * 2)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        rows = [row(number * 10 + n, SUBJECTS[n], NAMES[n % 3], OUTLETS[n % 3], url=False) for n in range(4)]
        write(folder / f"{number}.jsonl", rows, age=number)
    return folder


@pytest.fixture
def root(tmp_path: Path, pages: Path) -> Path:
    rebuild(tmp_path / "index", Counted(pages).reader())
    return tmp_path / "index"


def updated(root: Path, pages: Path) -> tuple[BuildReport, Counted]:
    counted = Counted(pages)
    return update(root, counted.reader()), counted


def test_an_update_of_nothing_keeps_the_generation_and_reads_no_file(root: Path, pages: Path) -> None:
    report, counted = updated(root, pages)
    assert (report.generation.name, report.written, report.taken_out) == ("gen-000001", 0, 0)
    assert (counted.read, counted.extracted) == ([], 0)
    assert IndexFolder(root).names() == ["gen-000001"]


def test_only_the_changed_file_is_read_and_only_its_new_row_extracted(root: Path, pages: Path) -> None:
    path = pages / "1.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    write(path, [row(99, "logistik", NAMES[0], None, url=False), *rows], age=-5)
    report, counted = updated(root, pages)
    assert (counted.read, counted.extracted) == (["1.jsonl"], 1)
    assert (report.articles, report.written, report.taken_out) == (13, 1, 0)


def test_a_changed_row_is_replaced_and_a_removed_file_taken_out(root: Path, pages: Path) -> None:
    path = pages / "0.jsonl"
    write(
        path, [{**json.loads(line), "title": "Judul baru"} for line in path.read_text().splitlines()], age=-5
    )
    (pages / "2.jsonl").unlink()
    report, _ = updated(root, pages)
    assert report.articles == 8
    engine = ArraysEngine.open(root)
    assert answer(SearchRequest("judul:baru"), engine).total == 4
    assert answer(SearchRequest(""), engine).total == 8
    assert answer(SearchRequest("", target="quotes"), engine).total == 8


def test_a_file_that_was_only_touched_costs_no_extraction(root: Path, pages: Path) -> None:
    os.utime(pages / "0.jsonl", ns=(1_700_000_100_000_000_000,) * 2)
    report, counted = updated(root, pages)
    assert (counted.read, counted.extracted) == (["0.jsonl"], 0)
    assert (report.written, report.taken_out) == (0, 0)
    assert updated(root, pages)[1].read == []


def test_an_update_that_changes_no_article_leaves_what_a_rollback_goes_back_to(
    root: Path, pages: Path
) -> None:
    (pages / "2.jsonl").unlink()
    bad, _ = updated(root, pages)
    for number in (1, 2):
        os.utime(pages / "0.jsonl", ns=(1_700_000_100_000_000_000 + number,) * 2)
        report, _ = updated(root, pages)
        assert report.articles == bad.articles
    restored = IndexFolder(root).roll_back(1.0, lambda _: None)
    assert (restored.name, restored.manifest.articles) == ("gen-000001", 12)


def test_a_file_as_young_as_the_survey_is_read_again(tmp_path: Path, pages: Path) -> None:
    os.utime(pages / "0.jsonl")
    rebuild(tmp_path / "index", Counted(pages).reader())
    assert updated(tmp_path / "index", pages)[1].read == ["0.jsonl"]


def test_a_file_that_is_no_longer_young_is_read_once_more_and_then_no_more(
    tmp_path: Path, pages: Path
) -> None:
    os.utime(pages / "0.jsonl", ns=(time.time_ns() - RACY_NANOSECONDS + 10**9,) * 2)
    root = tmp_path / "index"
    rebuild(root, Counted(pages).reader())
    time.sleep(1.1)
    report, counted = updated(root, pages)
    assert (report.generation.name, report.written, counted.read) == ("gen-000002", 0, ["0.jsonl"])
    assert updated(root, pages)[1].read == []


def test_a_file_from_the_future_is_read_each_time_and_publishes_nothing_by_it(
    tmp_path: Path, pages: Path
) -> None:
    os.utime(pages / "0.jsonl", ns=(4_000_000_000_000_000_000,) * 2)
    root = tmp_path / "index"
    rebuild(root, Counted(pages).reader())
    for _ in range(2):
        report, counted = updated(root, pages)
        assert (report.generation.name, counted.read, counted.extracted) == ("gen-000001", ["0.jsonl"], 0)


def test_a_clock_set_back_hides_no_change(root: Path, pages: Path) -> None:
    write(pages / "0.jsonl", [row(77, "logistik", NAMES[0], None, url=False)], age=10**6)
    report, _ = updated(root, pages)
    assert (report.articles, report.written, report.taken_out) == (9, 1, 4)


def test_the_newest_file_of_one_url_wins_and_when_it_goes_the_other_comes_back(
    tmp_path: Path, pages: Path
) -> None:
    old, new = row(1, "logistik", NAMES[0], None, url=True), row(1, "debat publik", NAMES[0], None, url=True)
    write(pages / "old.jsonl", [old], age=9)
    write(pages / "new.jsonl", [new], age=8)
    root = tmp_path / "index"
    told: list[Problem] = []
    rebuild(root, Counted(pages).reader(), on_problem=told.append)
    assert [str(problem) for problem in told] == [
        f"{pages}/old.jsonl:1: the same article as {pages}/new.jsonl:1, which was kept"
    ]
    found = answer(SearchRequest("judul:logistik"), ArraysEngine.open(root)).hits
    assert old["url"] not in [hit.url for hit in found]
    (pages / "new.jsonl").unlink()
    report, counted = updated(root, pages)
    assert (report.written, report.taken_out, counted.read) == (1, 1, ["old.jsonl"])


def test_a_corpus_that_lost_everything_is_refused(root: Path, pages: Path) -> None:
    for path in pages.iterdir():
        path.unlink()
    with pytest.raises(IndexBuildError, match="no article"):
        updated(root, pages)
    assert IndexFolder(root).current_name() == "gen-000001"


def test_an_update_without_an_index_asks_for_a_rebuild(tmp_path: Path, pages: Path) -> None:
    with pytest.raises(IndexMissingError, match="suara index rebuild"):
        updated(tmp_path / "none", pages)
    assert not (tmp_path / "none").exists()


def test_what_did_not_change_is_linked_and_the_old_generation_still_answers(root: Path, pages: Path) -> None:
    before = ArraysEngine.open(root)
    segment = next((root / "gen-000001" / "articles").glob("*.seg"))
    content = segment.read_bytes()
    write(pages / "3.jsonl", [row(50, "logistik", NAMES[0], None, url=False)])
    updated(root, pages)
    twin = root / "gen-000002" / "articles" / segment.name
    assert not twin.exists() or twin.samefile(segment)
    assert segment.read_bytes() == content
    assert answer(SearchRequest(""), before).total == 12
    assert list(find_damage(IndexFolder(root))) == []


def test_where_links_fail_segments_are_copied(
    root: Path, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write(pages / "3.jsonl", [row(50, "logistik", NAMES[0], None, url=False)])
    assert updated(root, pages)[0].articles == 13
    assert list(find_damage(IndexFolder(root))) == []


@pytest.mark.parametrize(("read_before", "articles"), [(0, 8), (2, 10)])
def test_a_file_that_could_not_be_read_in_passing_comes_back_with_the_next_update(
    root: Path, pages: Path, read_before: int, articles: int
) -> None:
    def failing(file: Any) -> Iterator[RawPage | Problem]:
        if file.path.name != "1.jsonl":
            yield from read_file(file)
            return
        yield from islice(read_file(file), read_before)
        yield Problem(file.path, None, "the file cannot be read: Input/output error")

    os.utime(pages / "1.jsonl", ns=(1_700_000_200_000_000_000,) * 2)
    report = update(root, Reader(find_files([pages]), failing, extract_pages))
    assert (report.articles, report.refused) == (articles, 1)
    assert updated(root, pages)[0].articles == 12


def test_a_file_of_bad_rows_is_read_once(root: Path, pages: Path) -> None:
    write(pages / "3.jsonl", [{"title": "tanpa isi"}])
    assert updated(root, pages)[0].refused == 1
    assert updated(root, pages)[1].read == []


def test_a_page_that_changed_while_it_was_read_is_told_in_one_sentence(tmp_path: Path, pages: Path) -> None:
    write(pages / "old.jsonl", [row(1, "logistik", NAMES[0], None, url=True)], age=9)
    write(pages / "new.jsonl", [row(1, "debat publik", NAMES[0], None, url=True)], age=8)
    root = tmp_path / "index"
    rebuild(root, Counted(pages).reader())
    (pages / "new.jsonl").unlink()
    gone = Reader(find_files([pages]), lambda _: (), extract_pages)
    with pytest.raises(IndexBuildError, match=r"old\.jsonl: changed while it was read"):
        update(root, gone)
    assert IndexFolder(root).current_name() == "gen-000001"
    assert sorted(path.name for path in root.iterdir()) == ["CURRENT", "LOCK", "gen-000001"]


def test_an_update_over_damage_is_refused_and_not_taken_for_good(root: Path, pages: Path) -> None:
    path = root / "gen-000001" / "articles" / "SEGMENTS.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
    with pytest.raises(IndexDamagedError, match=path.name):
        updated(root, pages)
    path.write_bytes(whole)
    assert updated(root, pages)[0].articles == 12


def test_many_updates_leave_few_segments_and_few_deleted_documents(root: Path, pages: Path) -> None:
    for number in range(25):
        rows = [
            row(100 + n, SUBJECTS[number % 4], NAMES[n % 3], None, url=False) for n in range(number % 3 + 1)
        ]
        write(pages / f"{number % 5}.jsonl", rows, age=-number - 10)
        updated(root, pages)
    generation = IndexFolder(root).current()
    articles = open_generation(generation).articles
    assert len(articles.segments) <= SEGMENTS_MOST + 1
    assert articles.documents <= articles.alive / (1 - DELETED_SHARE_MOST) + 1
    assert answers(root) == answers_of_a_rebuild(root, pages)


def test_a_damaged_segment_is_not_merged_into_a_good_one(root: Path, pages: Path) -> None:
    segment = next((root / "gen-000001" / "articles").glob("*.seg"))
    data = bytearray(segment.read_bytes())
    data[len(data) // 3] ^= 1
    segment.write_bytes(data)
    for path in list(pages.iterdir())[1:]:
        path.unlink()
    with pytest.raises(IndexDamagedError, match=segment.name):
        updated(root, pages)


def answers_of_a_rebuild(root: Path, pages: Path) -> list[object]:
    fresh = root.with_name("fresh")
    rebuild(fresh, Counted(pages).reader())
    return answers(fresh)


class Corpus(RuleBasedStateMachine):
    """Files come, change, go and move; after each update the index answers as one made anew."""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(self.make())
        self.pages = self.base / "pages"
        self.pages.mkdir()
        write(self.pages / "first.jsonl", [row(0, "logistik", NAMES[0], None, url=False)])
        self.root = self.base / "index"
        rebuild(self.root, Counted(self.pages).reader())
        self.time = 0

    make: Any = None

    @rule(name=st.sampled_from("abc"), rows=st.lists(ROWS, min_size=1, max_size=4))
    def write_file(self, name: str, rows: list[dict[str, Any]]) -> None:
        self.time += 1
        write(self.pages / f"{name}.jsonl", rows, age=-self.time)

    @rule(name=st.sampled_from("abc"))
    def compress_file(self, name: str) -> None:
        self.time += 1
        path = self.pages / f"{name}.jsonl"
        if path.exists():
            packed = path.with_suffix(".jsonl.gz")
            packed.write_bytes(gzip.compress(path.read_bytes()))
            os.utime(packed, ns=(1_700_000_000_000_000_000 + self.time * 10**9,) * 2)
            path.unlink()

    @precondition(lambda self: len(list(self.pages.iterdir())) > 1)
    @rule(number=st.integers(0, 9))
    def remove_file(self, number: int) -> None:
        found = sorted(path for path in self.pages.iterdir() if path.name != "first.jsonl")
        if found:
            found[number % len(found)].unlink()

    @rule(number=st.integers(0, 9))
    def rename_file(self, number: int) -> None:
        found = sorted(self.pages.iterdir())
        path = found[number % len(found)]
        if path.name != "first.jsonl":
            path.rename(path.with_name(f"z{path.name}"))

    @rule()
    def update_index(self) -> None:
        update(self.root, Counted(self.pages).reader())
        fresh = self.base / "fresh"
        rebuild(fresh, Counted(self.pages).reader())
        assert answers(self.root) == answers(fresh)
        assert people(self.root) == people(fresh)

    @invariant()
    def index_is_sound(self) -> None:
        assert list(find_damage(IndexFolder(self.root))) == []


def answers(root: Path) -> list[object]:
    """Return what a reader sees of an index, but for scores, which depend on how segments were merged."""
    engine = ArraysEngine.open(root)
    found: list[object] = []
    for query in QUERIES:
        for target in ("articles", "quotes"):
            page = answer(SearchRequest(query, target, sort="newest", limit=100), engine)  # type: ignore[arg-type]
            hits = sorted(json.dumps(hit.to_record() | {"score": 0}, sort_keys=True) for hit in page.hits)
            found.append((query, target, page.total, hits, asdict(page.facets)))
    return found


def people(root: Path) -> tuple[Person, ...]:
    return read_people(IndexFolder(root).current().path / PEOPLE_NAME)


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    path = tmp_path / "people.tsv"
    path.write_text("merge\tSiti Marlupi\tDarwis Lesmana\n")
    return path


def test_other_merges_make_other_persons_though_no_article_changed(
    root: Path, pages: Path, decided: Path
) -> None:
    before = people(root)
    report = update(root, Counted(pages).reader(), people=decided)
    assert (report.generation.name, report.written, report.rejoined) == ("gen-000002", 0, True)
    facet = answer(SearchRequest(""), ArraysEngine.open(root)).facets.speaker
    assert [(value.value, value.count) for value in facet] == [("Siti Marlupi", 9), ("Nu'man Saefudin", 3)]
    report = update(root, Counted(pages).reader(), people=decided)
    assert (report.generation.name, report.rejoined) == ("gen-000002", False)
    fresh = root.with_name("fresh")
    rebuild(fresh, Counted(pages).reader(), people=decided)
    assert people(root) == people(fresh)
    assert list(find_damage(IndexFolder(root))) == []
    IndexFolder(root).roll_back(1.0, lambda _: None)
    assert people(root) == before
    assert update(root, Counted(pages).reader(), people=decided).rejoined


def test_merges_hold_for_what_an_update_brings(root: Path, pages: Path, decided: Path) -> None:
    update(root, Counted(pages).reader(), people=decided)
    write(pages / "3.jsonl", [row(99, "logistik", NAMES[1], None, url=False)])
    update(root, Counted(pages).reader(), people=decided)
    facet = answer(SearchRequest(""), ArraysEngine.open(root)).facets.speaker
    assert (facet[0].value, facet[0].count) == ("Siti Marlupi", 10)


def test_a_line_that_meets_nobody_is_told_once_and_waits(root: Path, pages: Path, decided: Path) -> None:
    with decided.open("a") as file:
        file.write("merge\tSiti Marlupi\tEndah Entah\n")
    told = [(f"{decided}:2", "Endah Entah")]

    def unmet(build: Callable[..., BuildReport], target: Path) -> list[tuple[str, str]]:
        report = build(target, Counted(pages).reader(), people=decided)
        return [(line.origin, line.name) for line in report.unmet]

    assert unmet(update, root) == told
    assert unmet(update, root) == []
    write(pages / "3.jsonl", [row(98, "logistik", NAMES[0], None, url=False)])
    assert unmet(update, root) == []
    assert unmet(rebuild, root.with_name("fresh")) == told
    write(pages / "3.jsonl", [row(99, "logistik", "Endah Entah", None, url=False)])
    assert unmet(update, root) == []
    assert unmet(rebuild, root.with_name("fresh")) == []
    facet = answer(SearchRequest(""), ArraysEngine.open(root)).facets.speaker
    assert (facet[0].value, facet[0].count) == ("Siti Marlupi", 10)


def test_a_damaged_people_file_is_named(root: Path, pages: Path) -> None:
    path = root / "gen-000001" / PEOPLE_NAME
    path.write_bytes(b"\xff" + path.read_bytes()[1:])
    assert [str(path) in str(error) for error in find_damage(IndexFolder(root))] == [True]
    with pytest.raises(IndexDamagedError, match=PEOPLE_NAME):
        open_generation(IndexFolder(root).current())
    with pytest.raises(IndexDamagedError, match=PEOPLE_NAME):
        updated(root, pages)


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory) -> type[Corpus]:
    return type("CorpusHere", (Corpus,), {"make": staticmethod(lambda: tmp_path_factory.mktemp("corpus"))})


def test_any_sequence_of_updates_answers_as_one_rebuild(machine: type[Corpus]) -> None:
    from hypothesis.stateful import run_state_machine_as_test  # noqa: PLC0415

    run_state_machine_as_test(
        machine, settings=settings(max_examples=25, stateful_step_count=12, deadline=None)
    )
