"""The command `suara`, tied together from the commands of every room."""

import click

from webui.commands import CommandGroup

PLACES = {
    "analyze": "index.cli:analyze_command",
    "evaluate": "search.evaluate_cli:evaluate_command",
    "index": "index.cli:index_group",
    "inspect": "corpus.cli:inspect_command",
    "people": "search.people_cli:people_command",
    "quotes": "search.cli:quotes_command",
    "search": "search.cli:search_command",
    "serve": "webui.serving:serve_command",
    "speakers": "search.speakers_cli:speakers_command",
}


@click.group(
    cls=CommandGroup,
    places=PLACES,
    context_settings={"auto_envvar_prefix": "SUARA", "help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="suara", prog_name="suara")
def main() -> None:
    """Search Indonesian election coverage: who said what, when, and where."""
