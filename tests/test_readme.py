"""The README's promises: its commands run, and every command and field is in it."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from index.cli import index_group
from search.cli import search_command
from search.lexer import DATE_FIELDS, FIELDS
from search.request import SORTS
from webui.cli import PLACES, main

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(?:sh|console)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.removeprefix("$ ")
    for block in BLOCKS
    for line in block.splitlines()
    if line.removeprefix("$ ").startswith("suara ")
]
# It runs until it is stopped; the browser tests start it.
ENDLESS = "suara serve"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("readme")
    (made / "corpus").symlink_to(TOP / "corpus")
    return made


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 6


def test_every_command_of_the_readme_runs_in_the_order_it_is_written(folder: Path) -> None:
    for command in COMMANDS:
        if not command.startswith(ENDLESS):
            result = run(command, folder)
            assert result.returncode == 0, f"{command}\n{result.stdout}\n{result.stderr}"


def test_the_python_of_the_readme_runs(folder: Path) -> None:
    run("suara index rebuild --corpus corpus/sample --index suara-index", folder)
    for block in re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL):
        result = run(shlex.join([sys.executable, "-c", block]), folder)
        assert (result.returncode, bool(result.stdout)) == (0, True), result.stderr


def test_the_answer_shown_is_the_answer_of_the_demo(folder: Path) -> None:
    demo = re.search(r"suara (search .*) --index", (TOP / "Makefile").read_text(encoding="utf-8"))
    shown = re.search(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert demo
    assert shown
    run("suara index rebuild --corpus corpus/sample --index demo", folder)
    assert run(f"suara {demo[1]} --index demo", folder).stdout == shown[1]


def test_every_command_is_described() -> None:
    names = [*PLACES, *(f"index {name}" for name in index_group.commands)]
    assert [name for name in names if f"suara {name}" not in README] == []


def test_every_option_of_a_search_is_described() -> None:
    options = [option for each in search_command.params for option in (*each.opts, *each.secondary_opts)]
    assert [option for option in options if option.startswith("--") and option not in README] == []


def options_of(command: click.Command, name: str) -> Iterator[tuple[str, click.Parameter]]:
    """Yield the options of a command and of those below it, with the variables the README promises."""
    for each in getattr(command, "commands", {}).values():
        yield from options_of(each, f"{name}_{each.name}")
    for option in command.params:
        if isinstance(option, click.Option) and not option.is_eager:
            yield f"{name}_{option.opts[0].removeprefix('--')}".replace("-", "_").upper(), option


def test_every_option_can_be_set_in_the_environment() -> None:
    context = click.Context(main)
    commands = [(name, main.get_command(context, name)) for name in PLACES]
    options = [
        found for name, command in commands if command for found in options_of(command, f"suara_{name}")
    ]
    shared = {"corpus_dir": "SUARA_CORPUS", "index_dir": "SUARA_INDEX", "people_file": "SUARA_PEOPLE"}
    missing = [
        variable
        for variable, option in options
        if option.name not in shared
        and option.envvar != variable
        and not variable.endswith(f"_{(option.name or '').upper()}")
    ]
    assert missing == []
    assert all(option.envvar == shared[option.name] for _, option in options if option.name in shared)


@pytest.mark.parametrize("field", [*FIELDS, *DATE_FIELDS])
def test_every_query_field_is_described(field: str) -> None:
    assert f"{field}:" in README


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_is_described(sort: str) -> None:
    assert sort in README


def test_every_make_target_is_described() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (TOP / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [target for target in targets if f"make {target}" not in README] == []


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{program}:{os.environ['PATH']}"}
    return subprocess.run(
        shlex.split(command),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
