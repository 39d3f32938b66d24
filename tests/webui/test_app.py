from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from index.errors import IndexMissingError
from webui.app import create_app
from webui.settings import Settings


def test_an_app_without_an_index_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="suara index rebuild"):
        create_app(Settings(tmp_path))


@pytest.mark.parametrize(
    "path",
    [
        "/article/../../etc/passwd",
        "/article/%2e%2e/%2e%2e/etc/passwd",
        "/article/..%2f..%2fetc%2fpasswd",
        "/article/0123",
        "/article/" + "0" * 21,
        "/article/" + "g" * 20,
        "/article/" + "A" * 20,
        "/article/" + "0" * 19 + "%0a",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/redirect?u=javascript:alert(1)",
        "/search/",
    ],
)
def test_nothing_but_the_known_addresses_is_answered(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    "path",
    ["/api//search", "/article//" + "0" * 20, "//api//search", "//evil.example/", "//evil.example//api"],
)
def test_double_slashes_are_not_turned_into_a_redirect(app: Flask, path: str) -> None:
    answer = app.test_client().open(environ_overrides={"PATH_INFO": path}, path="/")
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/search", "/api/search", "/static/style.css", "/article/" + "0" * 20])
def test_nothing_can_be_changed(client: FlaskClient, method: str, path: str) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD"}


@pytest.mark.parametrize("path", ["/", "/search", "/search?q=pilkada", "/api/search?q=pilkada"])
def test_head_answers_as_get_does_without_the_text(client: FlaskClient, path: str) -> None:
    head, got = client.head(path), client.get(path)
    assert (head.status_code, head.headers["ETag"]) == (got.status_code, got.headers["ETag"])
    assert head.data == b""


@pytest.mark.parametrize("path", ["/search?", "/api/search?"])
def test_an_endless_address_is_refused(client: FlaskClient, path: str) -> None:
    assert client.get(path + "a=1&" * 20_000).status_code == 414


def test_an_address_full_of_filters_is_answered(client: FlaskClient) -> None:
    assert client.get("/search?" + "source=a&speaker=b&" * 400).status_code == 200
