import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from corpus.errors import SuaraError
from webui.commands import BROKEN_PIPE, INTERRUPTED, CommandGroup

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
GROUP = """
import errno, os
from webui.commands import CommandGroup

group = CommandGroup()

@group.command()
def deny():
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "pages/a.txt")

@group.command()
def interrupt():
    raise KeyboardInterrupt

@group.command()
def talk():
    print("words " * 10)

group()
"""
PLACES = {"inspect": "corpus.cli:inspect_command"}


@pytest.fixture
def group() -> CommandGroup:
    made = CommandGroup(places=PLACES)

    @made.command("fail")
    def fail() -> None:
        raise SuaraError("pages/a.txt: cannot be read; close the program that holds it.")

    return made


def test_an_error_is_one_line_and_exit_code_two(group: CommandGroup) -> None:
    result = CliRunner().invoke(group, ["fail"])
    assert result.exit_code == 2
    assert result.stderr == "Error: pages/a.txt: cannot be read; close the program that holds it.\n"


def test_commands_kept_elsewhere_are_listed_and_found(group: CommandGroup) -> None:
    context = click.Context(group)
    assert group.list_commands(context) == ["fail", "inspect"]
    assert [
        getattr(group.get_command(context, name), "name", None) for name in ("inspect", "fail", "no")
    ] == [
        "inspect",
        "fail",
        None,
    ]


def test_a_reader_that_leaves_early_ends_a_command_quietly() -> None:
    program = "from webui.cli import main; main(prog_name='suara')"
    command = [sys.executable, "-c", program, "inspect", str(SAMPLE), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == BROKEN_PIPE


def run_alone(*arguments: str, stdout: Any = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run a group in a process of its own: it may take its standard output away."""
    return subprocess.run(
        [sys.executable, "-c", GROUP, *arguments],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )


def test_an_error_of_the_system_is_one_line() -> None:
    result = run_alone("deny")
    assert (result.returncode, result.stderr) == (2, "Error: pages/a.txt: Permission denied.\n")


def test_ctrl_c_is_no_traceback() -> None:
    result = run_alone("interrupt")
    assert (result.returncode, result.stderr) == (INTERRUPTED, "Stopped.\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_behind_the_output_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        result = run_alone("talk", stdout=full)
    assert (result.returncode, result.stderr) == (2, "Error: The output: No space left on device.\n")
