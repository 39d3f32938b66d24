from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webui.app import create_app
from webui.hosts import LOOPBACK
from webui.settings import Settings


def client_for(index_dir: Path, *trusted: str) -> FlaskClient:
    return create_app(Settings(index_dir, trusted)).test_client()


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]", "[::1]:8000"]
)
def test_a_trusted_host_is_answered(index_dir: Path, host: str) -> None:
    assert client_for(index_dir, *LOOPBACK).get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("trusted", ["Suara.example", "suara.example:8000", "[2001:DB8::7]", "2001:db8::7"])
def test_a_host_is_trusted_however_it_is_given(index_dir: Path, trusted: str) -> None:
    client = client_for(index_dir, trusted)
    answers = [client.get("/", headers={"Host": host}) for host in ("suara.example", "[2001:db8::7]:8000")]
    assert sorted(answer.status_code for answer in answers) == [200, 400]


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil.example:8000",
        "[::2]",
        "[::1].evil.example",
        "a b",
        "x/y",
        ":8000",
        "",
    ],
)
@pytest.mark.parametrize(
    "path", ["/", "/search?q=pilkada", "/api/search?q=pilkada", "/nope", "//search", "/static/style.css"]
)
def test_a_foreign_host_is_refused(index_dir: Path, host: str, path: str) -> None:
    answer = client_for(index_dir, *LOOPBACK).get(path, headers={"Host": host}, buffered=True)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert "evil" not in answer.text
    assert "Content-Security-Policy" in answer.headers


def test_without_a_list_any_host_is_answered(client: FlaskClient) -> None:
    assert client.get("/", headers={"Host": "suara.example"}).status_code == 200
