import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from corpus.commands import BROKEN_PIPE, CommandGroup
from corpus.errors import SuaraError

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
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
