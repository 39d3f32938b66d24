from pathlib import Path

import pytest
from click.testing import CliRunner

from webui.serving import serve_command


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "suara.example"])  # noqa: S104  # what is refused
def test_debugging_is_for_this_machine_alone(index_dir: Path, runner: CliRunner, host: str) -> None:
    result = runner.invoke(serve_command, ["--index", str(index_dir), "--host", host, "--debug"])
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert "--debug lets whoever reaches the page run code" in result.stderr
    assert "Serving" not in result.stderr
