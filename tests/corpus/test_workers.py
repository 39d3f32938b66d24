import os
import sys
from pathlib import Path

import pytest

from corpus.documents import extract_page, extract_pages
from corpus.page import Extraction, Problem, RawPage
from corpus.workers import Limits, Workers

LEAD = "Ketua KPU Arunika membuka pendaftaran calon gubernur di Lembayung, Senin pagi."
GOOD = f"<p>{LEAD}</p><p>{LEAD}</p>"
# A tag that the guard against attributes does not see through, and libxml2 takes minutes for.
SLOW = "<p x=< " + " ".join(f"a{number}" for number in range(200_000)) + ">"


def html(name: str, content: str) -> RawPage:
    return RawPage(Path(name), None, "html", content)


def misbehave(page: RawPage) -> Extraction | Problem:
    if page.content == "rusak":
        os.abort()
    if page.content == "rakus":
        bytearray(1_000_000_000)
    return extract_page(page)


def names(found: list[Extraction | Problem]) -> list[str]:
    return [each.path.name for each in found]


def test_a_page_over_its_time_is_a_problem_and_the_rest_goes_on() -> None:
    pages = [html("a", GOOD), html("b", SLOW), html("c", GOOD), RawPage(Path("d"), 1, "plain", LEAD)]
    found = list(extract_pages(pages, Limits(seconds=1)))
    assert names(found) == ["a", "b", "c", "d"]
    assert found[1] == Problem(Path("b"), None, "the page took longer than 1 s and was left out")
    assert all(isinstance(found[place], Extraction) for place in (0, 2, 3))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits a process's memory")
def test_a_page_over_its_memory_is_a_problem_and_the_rest_goes_on() -> None:
    with Workers(misbehave, Limits(memory=500_000_000)) as workers:
        large, good = workers.submit(html("a", "rakus")), workers.submit(html("b", GOOD))
        reason = "the page needed more than 0.5 GB of memory and was left out"
        assert large.result() == Problem(Path("a"), None, reason)
        assert isinstance(good.result(), Extraction)


def test_a_page_that_ends_its_process_is_a_problem_and_the_rest_goes_on() -> None:
    with Workers(misbehave, Limits()) as workers:
        broken, good = workers.submit(html("a", "rusak")), workers.submit(html("b", GOOD))
        assert broken.result() == Problem(
            Path("a"), None, "the process that read the page broke down and was left out"
        )
        assert isinstance(good.result(), Extraction)


def test_results_are_the_same_in_a_worker_and_outside() -> None:
    pages = [html(f"{number}", GOOD.replace("Senin", f"Senin ({number}/11/2024)")) for number in range(1, 30)]
    assert list(extract_pages(pages)) == [extract_page(page) for page in pages]


def test_text_alone_starts_no_process() -> None:
    with Workers(extract_page, Limits()) as workers:
        assert workers._pool is None  # noqa: SLF001
    assert len(list(extract_pages([RawPage(Path("a"), None, "saved", LEAD)]))) == 1


def test_a_reader_that_stops_early_leaves_no_process() -> None:
    found = extract_pages(html(f"{number}", GOOD) for number in range(1000))
    assert isinstance(next(found), Extraction)
    found.close()
