"""Options that commands of several layers take."""

from pathlib import Path
from typing import Any

import click


class Folder(click.Path):
    """A folder's path; an empty one is refused rather than read as the folder one stands in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; fails on an empty one."""
        if not str(value).strip():
            self.fail("Name a folder; it is empty.", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = Folder(path_type=Path)

corpus_option = click.option(
    "--corpus",
    "corpus_dir",
    type=FOLDER,
    default=Path("pages"),
    show_default=True,
    envvar="SUARA_CORPUS",
    show_envvar=True,
    help="Folder or file with the documents.",
)
