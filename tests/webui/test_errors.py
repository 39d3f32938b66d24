from pathlib import Path

import pytest
from flask import Flask, abort
from lxml.html import document_fromstring

from index.errors import IndexMissingError
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

    def refuse() -> str:
        abort(502, "a secret")

    app.add_url_rule("/refusal", view_func=refuse)
    app.add_url_rule("/api/refusal", endpoint="api_refusal", view_func=refuse)
    return app


def test_a_crash_is_a_page_without_its_traceback(broken: Flask, caplog: pytest.LogCaptureFixture) -> None:
    answer = broken.test_client().get("/crash")
    assert answer.status_code == 500
    assert "Terjadi kesalahan" in answer.text
    assert "secret" not in answer.text
    assert "ZeroDivisionError" in caplog.text
    assert len(caplog.records) == 1
    assert "Content-Security-Policy" in answer.headers


def test_a_crash_under_the_api_is_a_record(broken: Flask) -> None:
    answer = broken.test_client().get("/api/crash")
    assert (answer.status_code, answer.get_json()) == (500, {"error": {"message": "Internal Server Error."}})


@pytest.mark.parametrize("path", ["/refusal", "/api/refusal"])
def test_an_error_of_the_server_is_logged_once(
    broken: Flask, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    answer = broken.test_client().get(path)
    assert answer.status_code == 502
    assert "secret" not in answer.text
    (told,) = caplog.messages
    assert "a secret" in told
    assert told.endswith(f"[GET {path}]")


@pytest.mark.parametrize("path", ["/nope", "/search?q=(", "/api/search?q=(", "/api/article/" + "0" * 20])
def test_what_a_reader_does_wrong_is_not_logged(
    app: Flask, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    assert app.test_client().get(path).status_code in {400, 404}
    assert caplog.messages == []


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
    assert page.xpath("//main//form[@role='search']/@action") == ["/search"]
    assert page.xpath("//form//input[@name='q']")
    assert not page.xpath("//@autofocus")


def test_an_index_that_cannot_be_used_is_said_to_be_so_and_its_path_is_only_logged(
    index_dir: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings(index_dir))

    def look_up() -> str:
        raise IndexMissingError("/srv/suara-index: there is no index; run `suara index rebuild`.")

    app.add_url_rule("/gone", view_func=look_up)
    app.add_url_rule("/api/gone", endpoint="api_gone", view_func=look_up)
    page = app.test_client().get("/gone")
    record = app.test_client().get("/api/gone")
    assert (page.status_code, record.status_code) == (503, 503)
    assert "suara index rebuild" in page.text
    assert record.get_json() == {"error": {"message": "Service Unavailable."}}
    assert "/srv" not in page.text
    assert [message.partition(":")[0] for message in caplog.messages] == ["/srv/suara-index"] * 2
