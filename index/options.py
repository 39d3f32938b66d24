"""Options that commands of several layers take."""

from pathlib import Path

import click

from corpus.options import FOLDER


class Values(click.types.StringParamType):
    """Text of an option that may be repeated; in the environment, values are parted by semicolons."""

    envvar_list_splitter = ";"


VALUES = Values()

index_option = click.option(
    "--index",
    "index_dir",
    type=FOLDER,
    default=Path("suara-index"),
    show_default=True,
    envvar="SUARA_INDEX",
    show_envvar=True,
    help="Folder that holds the index.",
)
