import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from webui.server import Binding, ServeError, Server
from webui.settings import Settings


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    """Give a socket that listens on a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("localhost", "http://localhost:8000/"),
        ("::1", "http://[::1]:8000/"),
    ],
)
def test_a_binding_says_its_url(host: str, url: str) -> None:
    assert Binding(host, 8000).url == url


def test_a_port_in_use_is_one_sentence(taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    with pytest.raises(
        ServeError, match=rf"Cannot listen on 127\.0\.0\.1, port {port} .*give another --port"
    ):
        Binding("127.0.0.1", port).listen()


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 300, "exa mple", ""])
def test_a_host_that_is_none_of_ours_is_one_sentence(host: str) -> None:
    with pytest.raises(ServeError, match="--host"):
        Binding(host, 1).listen()


def test_the_socket_listens_before_the_server_starts() -> None:
    with Binding("127.0.0.1", 0).listen() as listener:
        assert listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN) == 1


def test_the_server_is_set_up_without_a_file_or_the_environment(
    index_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUNICORN_CMD_ARGS", "--limit-request-line 0 --workers 9")
    server = Server(Settings(index_dir), Binding("127.0.0.1", 0).listen(), workers=3)
    try:
        assert (server.cfg.workers, server.cfg.limit_request_line) == (3, 8190)
        assert server.cfg.address == [server.descriptor]
        assert isinstance(server.load(), Flask)
    finally:
        socket.close(server.descriptor)
