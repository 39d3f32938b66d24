"""Options that commands of several layers take."""

from pathlib import Path

import click

index_option = click.option(
    "--index",
    "index_dir",
    type=click.Path(path_type=Path),
    default=Path("suara-index"),
    show_default=True,
    envvar="SUARA_INDEX",
    show_envvar=True,
    help="Folder that holds the index.",
)

corpus_option = click.option(
    "--corpus",
    "corpus_dir",
    type=click.Path(path_type=Path),
    default=Path("pages"),
    show_default=True,
    envvar="SUARA_CORPUS",
    show_envvar=True,
    help="Folder or file with the documents.",
)
