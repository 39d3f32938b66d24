from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.article import Article
from webui.app import create_app
from webui.freshness import look_of
from webui.settings import Settings

PATHS = ["/", "/search", "/search?q=pilkada", "/api/search?q=pilkada"]


@pytest.mark.parametrize("path", PATHS)
def test_an_answer_that_is_still_good_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Content-Security-Policy" in again.headers


@pytest.mark.parametrize("path", PATHS)
def test_answers_name_their_generation_and_are_asked_for_anew(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Suara-Generation"] == "gen-000001"
    assert headers["Cache-Control"] == "no-cache"


def test_each_address_has_a_tag_of_its_own(client: FlaskClient) -> None:
    tags = {client.get(path).headers["ETag"] for path in PATHS}
    assert len(tags) == len(PATHS)


def test_errors_are_not_kept(client: FlaskClient) -> None:
    for path in ("/search?q=(", "/nope", "/api/search"):
        assert "ETag" not in client.get(path).headers


def test_a_new_generation_is_answered_from_at_once(
    tmp_path: Path,
    build_index: Callable[[Iterable[Article], Path], Path],
    logistics: Article,
    untitled: Article,
) -> None:
    build_index([logistics], tmp_path)
    client = create_app(Settings(tmp_path)).test_client()
    before = client.get("/")
    assert "<strong>1</strong> berita" in before.text
    build_index([logistics, untitled], tmp_path)
    after = client.get("/", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    assert "<strong>2</strong> berita" in after.text
    assert after.headers["X-Suara-Generation"] == "gen-000002"


def test_the_stylesheet_may_be_kept_for_long_since_its_address_changes_with_it(client: FlaskClient) -> None:
    page = client.get("/").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "?v=" in address
    assert client.get(address, buffered=True).cache_control.max_age == 31536000


def test_a_changed_template_changes_the_look(tmp_path: Path) -> None:
    for folder in ("templates", "static"):
        (tmp_path / folder).mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text("a", encoding="utf-8")
    before = look_of(tmp_path)
    page.write_text("b", encoding="utf-8")
    assert look_of(tmp_path) != before
