"""The shape of the house: data flows corpus -> index -> search -> webui, and rooms stay small."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
LAYERS = ("corpus", "index", "search", "webui")
MODULES = sorted(path for layer in LAYERS for path in (TOP / layer).rglob("*.py"))
FUNCTION_LINES_MOST = 50
FILE_LINES_MOST = 400
CATCH_ALL = ("Exception", "BaseException")


def name_of(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported_layers(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name.split(".")[0] for name in names if name.split(".")[0] in LAYERS)


def test_imports_never_turn_back(module: Path) -> None:
    layer = LAYERS.index(module.relative_to(TOP).parts[0])
    assert [name for name in imported_layers(module) if LAYERS.index(name) > layer] == []


def test_files_and_functions_stay_small(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES_MOST
    functions = [node for node in ast.walk(parsed(module)) if isinstance(node, ast.FunctionDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LINES_MOST} == {}


def test_no_name_hides_a_package(module: Path) -> None:
    bound = {
        node.id
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    arguments = {node.arg for node in ast.walk(parsed(module)) if isinstance(node, ast.arg)}
    functions = {
        node.name for node in parsed(module).body if isinstance(node, (ast.FunctionDef, ast.ClassDef))
    }
    assert (bound | arguments | functions) & set(LAYERS) == set()


def test_no_handler_catches_everything(module: Path) -> None:
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            reraises = any(isinstance(each, ast.Raise) and each.exc is None for each in node.body)
            assert caught not in (*CATCH_ALL, "everything") or reraises, f"{name_of(module)}:{node.lineno}"


@pytest.mark.parametrize("layer", LAYERS)
def test_the_package_names_are_ours_alone(layer: str) -> None:
    assert set(packages_distributions()[layer]) == {"suara"}


def test_the_newest_change_is_of_this_version() -> None:
    headings = re.findall(r"^## (\S+)", (TOP / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == version("suara")
