import re
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from webui.cli import PLACES, main


def test_the_page_is_served_and_ctrl_c_ends_it_quietly(serve: Callable[..., Any], index_dir: Path) -> None:
    served = serve()
    assert served.status_of("/search?q=pilkada") == 200
    assert served.status_of("/", Host="evil.example") == 400
    assert served.end(signal.SIGINT) == (
        0,
        f"Serving {index_dir} at http://127.0.0.1:{served.port}/ (Ctrl-C stops it).\n",
    )


def test_requests_beyond_all_measure_are_refused(serve: Callable[..., Any]) -> None:
    served = serve("--workers", "1")
    assert served.status_of("/search?" + "a=1&" * 20_000) == 414
    assert served.status_of("/", Cookie="a" * 100_000) == 431
    assert served.status_of("/") == 200


def test_a_trusted_host_is_answered_instead_of_localhost(serve: Callable[..., Any]) -> None:
    served = serve("--workers", "1", "--trusted-host", "suara.example")
    assert served.status_of("/", Host="suara.example") == 200
    assert served.status_of("/") == 400


def test_flask_s_own_server_serves_with_debug(serve: Callable[..., Any]) -> None:
    served = serve("--debug")
    assert served.status_of("/search?q=pilkada") == 200
    status, told = served.end(signal.SIGINT)
    assert (status, "Traceback" in told) == (0, False)


def test_a_port_in_use_is_one_sentence(index_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["serve", "--index", str(index_dir), "--port", port])
    assert result.exit_code == 2
    assert re.fullmatch(
        rf"Error: Cannot listen on 127\.0\.0\.1, port {port} \(.*\); give another .*\n", result.stderr
    )
    assert result.stdout == ""


@pytest.mark.parametrize("port", ["0", "-1", "65536", "70000", "abc", ""])
def test_a_port_out_of_range_is_refused(index_dir: Path, port: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--index", str(index_dir), "--port", port])
    assert result.exit_code == 2
    assert "--port" in result.stderr


def test_a_missing_index_names_the_command_that_makes_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--index", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Error: {tmp_path / 'none'}: ")
    assert "suara index rebuild" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["search", "pilkada"], ["quotes", "janji"], ["index", "status"]])
def test_every_command_reads_the_index_from_the_environment(index_dir: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments, env={"SUARA_INDEX": str(index_dir)})
    assert (result.exit_code, result.exception) == (0, None)


def test_serve_reads_its_options_from_the_environment(tmp_path: Path) -> None:
    result = CliRunner().invoke(
        main, ["serve"], env={"SUARA_INDEX": str(tmp_path / "none"), "SUARA_SERVE_PORT": "70000"}
    )
    assert "70000" in result.stderr
    result = CliRunner().invoke(main, ["serve"], env={"SUARA_INDEX": str(tmp_path / "none")})
    assert str(tmp_path / "none") in result.stderr


def test_the_group_holds_the_commands_of_every_room() -> None:
    assert main.list_commands(click.Context(main)) == [
        "analyze",
        "evaluate",
        "index",
        "inspect",
        "people",
        "quotes",
        "search",
        "serve",
        "speakers",
    ]
    for name in PLACES:
        result = CliRunner().invoke(main, [name, "--help"])
        assert result.exit_code == 0


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert re.fullmatch(r"suara, version \d+\.\d+\.\d+.*\n", result.stdout)
