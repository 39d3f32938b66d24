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


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000"])
def test_a_trusted_host_is_answered(index_dir: Path, host: str) -> None:
    client = create_app(Settings(index_dir, ("localhost", "127.0.0.1"))).test_client()
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:8000", "a b", "x/y"]
)
@pytest.mark.parametrize(
    "path", ["/", "/search?q=pilkada", "/api/search?q=pilkada", "/nope", "/static/style.css"]
)
def test_a_foreign_host_is_refused(index_dir: Path, host: str, path: str) -> None:
    client = create_app(Settings(index_dir, ("localhost", "127.0.0.1"))).test_client()
    answer = client.get(path, headers={"Host": host}, buffered=True)
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_without_a_list_any_host_is_answered(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "suara.example"}).status_code == 200


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


def test_double_slashes_are_not_turned_into_a_redirect(app: Flask) -> None:
    answer = app.test_client().open(environ_overrides={"PATH_INFO": "//evil.example/"}, path="/")
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
