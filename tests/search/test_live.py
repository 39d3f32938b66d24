"""An engine that moves on when a generation is published."""

import os
import shutil
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from corpus.article import Article
from index.errors import IndexMissingError
from search.answer import answer, plan_of
from search.errors import UnknownArticleError
from search.live import LiveEngine
from search.request import SearchRequest
from search.results import ArticleHit
from search.spelling import Indexed

MakeArticle = Callable[..., Article]
BuildIndex = Callable[..., Path]


def test_a_new_generation_answers_from_the_next_query_on(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    first, second = article(), article()
    root = build_index([first])
    live = LiveEngine(root)
    before = answer(SearchRequest("pemilih"), live)
    assert (before.total, before.generation, live.generation) == (1, "gen-000001", "gen-000001")
    build_index([first, second], root)
    after = answer(SearchRequest("pemilih"), live)
    assert (after.total, after.generation, live.generation) == (2, "gen-000002", "gen-000002")
    assert live.article(second.id) == second


def test_words_near_another_are_those_of_the_live_generation(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    root = build_index([article(body="Debat.")])
    live = LiveEngine(root)
    assert live.words_near("debta", None, "articles", 1) == (Indexed("debat", 1),)
    build_index([article(body="Delta."), article(body="Delta.")], root)
    assert live.words_near("debta", None, "articles", 1) == (Indexed("delta", 2),)


def test_the_generation_before_still_answers_who_holds_it(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    first, second = article(), article()
    root = build_index([first])
    live = LiveEngine(root)
    held = live.current()
    build_index([second], root)
    assert answer(SearchRequest("pemilih"), live).hits != answer(SearchRequest("pemilih"), held).hits
    assert held.article(first.id) == first
    with pytest.raises(UnknownArticleError):
        live.article(first.id)


def test_the_engine_stays_the_same_while_its_generation_is_live(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    live = LiveEngine(build_index([article()]))
    assert live.current() is live.current()


def test_threads_that_ask_during_a_rebuild_see_whole_generations(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    made = [article() for _ in range(4)]
    root = build_index(made[:1])
    live = LiveEngine(root)

    def ask(_: int) -> tuple[str, int]:
        page = answer(SearchRequest("pemilih"), live)
        return page.generation, page.total

    with ThreadPoolExecutor(3) as pool:
        asked = pool.map(ask, range(60))
        for number in range(2, 5):
            build_index(made[:number], root)
        assert set(asked) <= {(f"gen-{number:06d}", number) for number in range(1, 5)}
    assert answer(SearchRequest("pemilih"), live).total == 4


@pytest.mark.parametrize(
    "spoil",
    [lambda path: path.write_text("gen-000009\n"), Path.unlink, lambda path: shutil.rmtree(path.parent)],
)
def test_an_engine_goes_on_answering_while_the_next_generation_cannot_be_opened(
    article: MakeArticle,
    build_index: BuildIndex,
    caplog: pytest.LogCaptureFixture,
    spoil: Callable[[Path], object],
) -> None:
    root = build_index([article()])
    live = LiveEngine(root)
    spoil(root / "CURRENT")
    assert [answer(SearchRequest("pemilih"), live).total for _ in range(3)] == [1, 1, 1]
    (hit,) = answer(SearchRequest("pemilih"), live).hits
    assert isinstance(hit, ArticleHit)
    assert live.article(hit.id).title == hit.title
    assert [record.message.split(":")[0] for record in caplog.records] == ["Answering from gen-000001 still"]
    build_index([article(), article()], root)
    assert answer(SearchRequest("pemilih"), live).total == 2


def test_a_folder_made_anew_is_followed_although_its_names_begin_again(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    root = build_index([article()])
    live = LiveEngine(root)
    before = live.identity
    shutil.rmtree(root)
    build_index([article(), article()], root)
    assert answer(SearchRequest("pemilih"), live).total == 2
    assert (live.generation, live.identity != before) == ("gen-000001", True)


def test_while_one_query_opens_the_next_generation_others_are_answered_from_the_one_before(
    article: MakeArticle, build_index: BuildIndex, tmp_path: Path
) -> None:
    root = build_index([article()])
    live = LiveEngine(root)
    build_index([article(), article()], root)
    # Who reads this pipe, to open the generation, waits until it is written to.
    pipe, whole = root / "CURRENT", (root / "CURRENT").rename(tmp_path / "CURRENT")
    os.mkfifo(pipe)
    with ThreadPoolExecutor(2) as pool:
        asked = {pool.submit(answer, SearchRequest("pemilih"), live) for _ in range(2)}
        done, waiting = wait(asked, timeout=20, return_when=FIRST_COMPLETED)
        with pipe.open("w") as written:
            written.write(whole.read_text())
            whole.replace(pipe)
    assert [page.result().total for page in done] == [1]
    assert [page.result().total for page in waiting] == [2]


def test_no_index_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        LiveEngine(tmp_path)


def test_readers_during_forty_updates_see_whole_generations_and_no_error(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    made = [article() for _ in range(6)]
    root = build_index(made[:1])
    live = LiveEngine(root)
    done = threading.Event()
    seen: set[tuple[str, int, int]] = set()

    def ask() -> None:
        while not done.is_set():
            page = answer(SearchRequest("pemilih"), live)
            seen.add((page.generation, page.total, len(page.hits)))

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask) for _ in range(3)]
        for number in range(2, 42):
            build_index(made[: number % 6 + 1], root)
        done.set()
        for each in asking:
            each.result()
    expected = {(f"gen-{number:06d}", number % 6 + 1, number % 6 + 1) for number in range(2, 42)}
    assert seen <= expected | {("gen-000001", 1, 1)}
    assert len(seen) > 1
    assert answer(SearchRequest("pemilih"), live).generation == "gen-000041"


def test_speakers_are_counted_in_the_generation_that_is_live(
    article: MakeArticle, build_index: BuildIndex
) -> None:
    root = build_index([article()])
    live = LiveEngine(root)
    build_index([article(body="“Aman,” kata Siti.", quotes=[("Siti", "Aman,")])], root)
    table = live.speakers(plan_of(SearchRequest(target="quotes")), None)
    assert [(row.speaker, row.quotes) for row in table.rows] == [("Siti", 1)]
    assert table.generation == "gen-000002"
