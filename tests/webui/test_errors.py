import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from flask import Flask
from lxml.html import document_fromstring

from corpus.article import Article
from webui.app import create_app
from webui.settings import Settings


@pytest.fixture
def broken(index_dir: Path) -> Flask:
    """Give an app with views that fail in ways no reader causes."""
    app = create_app(Settings(index_dir))

    def crash() -> str:
        raise ZeroDivisionError("a secret")

    app.add_url_rule("/crash", view_func=crash)
    app.add_url_rule("/api/crash", endpoint="api_crash", view_func=crash)
    return app


def test_a_crash_is_a_page_without_its_traceback(broken: Flask, caplog: pytest.LogCaptureFixture) -> None:
    answer = broken.test_client().get("/crash")
    assert answer.status_code == 500
    assert "Terjadi kesalahan" in answer.text
    assert "secret" not in answer.text
    assert "ZeroDivisionError" in caplog.text
    assert "Content-Security-Policy" in answer.headers


def test_a_crash_under_the_api_is_a_record(broken: Flask) -> None:
    answer = broken.test_client().get("/api/crash")
    assert (answer.status_code, answer.get_json()) == (500, {"error": {"message": "Internal Server Error."}})


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nope", 404, "Halaman tidak ditemukan"),
        ("GET", "/article/" + "0" * 20, 404, "Halaman tidak ditemukan"),
        ("POST", "/search", 405, "Cara meminta ini tidak diterima"),
        ("GET", "/search?" + "a" * 9000, 414, "Alamat terlalu panjang"),
    ],
)
def test_each_error_has_a_page_with_a_way_back(
    app: Flask, method: str, path: str, status: int, title: str
) -> None:
    answer = app.test_client().open(path, method=method)
    page = document_fromstring(answer.text)
    assert answer.status_code == status
    assert page.xpath("string(//h1)") == title
    assert page.xpath("//main//a/@href") == ["/"]
    assert page.xpath("//form[@role='search']")


def test_an_index_that_went_away_is_said_to_be_so(
    tmp_path: Path, publish: Callable[[Path, Iterable[Article]], None], logistics: Article
) -> None:
    publish(tmp_path / "i", [logistics])
    client = create_app(Settings(tmp_path / "i")).test_client()
    shutil.rmtree(tmp_path / "i")
    page = client.get("/search?q=politik")
    assert page.status_code == 503
    assert "suara index rebuild" in page.text
    record = client.get("/api/search?q=politik")
    assert record.status_code == 503
    assert "suara index rebuild" in record.get_json()["error"]["message"]
