"""What the commands that ask a question share: filters as options, and errors shown under the query."""

import re
import shlex
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click
from click.core import ParameterSource

from index.options import VALUES
from search.answer import is_blank
from search.errors import QueryError
from search.request import FACET_FIELDS, KINDS, SearchRequest, Target

Command = Callable[..., None]

FILTER_OPTIONS = (
    click.option(
        "--source", multiple=True, type=VALUES, metavar="S", help="Only this outlet; may be repeated."
    ),
    click.option(
        "--speaker", multiple=True, type=VALUES, metavar="S", help="Only this speaker; may be repeated."
    ),
    click.option(
        "--date",
        multiple=True,
        type=VALUES,
        metavar="D",
        help="Only this year, month (2024-11), week (2024-W48) or day, or 'undated'; may be repeated.",
    ),
    click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only news, or only fact checks."),
    click.option(
        "--since",
        metavar="D",
        help="From this day, week, month or year on: 2024-11-27, 27/11/2024, 2024-W48, nov-2024 or 2024.",
    ),
    click.option("--until", metavar="D", help="Up to the end of this day, week, month or year."),
)


class QueryCommand(click.Command):
    """A command whose arguments are a query: what a dash before a word does to it is told."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; raises UsageError for a dash that a shell's user can put right."""
        given = tuple(args)
        self._check_behind_dashes(ctx, given)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            if error.option_name.startswith("--"):
                raise
            # It names one letter alone, and what stands before the word may be the value of an option.
            letter = error.option_name.removeprefix("-")
            word = next(each for each in given if re.match("-[^-]", each) and letter in each)
            raise click.UsageError(
                f"'{word}' is no option. Put -- behind the options and before such a query:"
                f" {ctx.command_path} --limit 3 -- {shlex.quote(word)}",
                ctx,
            ) from error

    def _check_behind_dashes(self, ctx: click.Context, args: Sequence[str]) -> None:
        """Refuse options behind the -- that makes all behind it the query."""
        names = {name for param in self.get_params(ctx) for name in (*param.opts, *param.secondary_opts)}
        behind = args[args.index("--") + 1 :] if "--" in args else ()
        for each in behind:
            if each.startswith("--") and each.partition("=")[0] in names:
                raise click.UsageError(
                    f"'{each}' stands behind --, where all is the query; put it before.", ctx
                )


def with_options(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Give a command options, in the order in which its help shall list them."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def read_request(
    target: Target, query: tuple[str, ...], options: Mapping[str, Any], others: Iterable[str] = ()
) -> SearchRequest:
    """Read the filters and the other options named, as URL parameters are read: both are cleaned alike."""
    params = [("q", " ".join(query)), ("in", target)]
    for facet in FACET_FIELDS:
        params += [(facet, value) for value in options[facet]]
    for name in ("since", "until", *others):
        params.append((name, "" if options[name] is None else str(options[name])))
    return SearchRequest.from_params(params)


def check_asked(request: SearchRequest, *, or_all: bool) -> None:
    """Refuse a question that asks for nothing; `or_all` lets one without a query mean everything."""
    if is_blank(request) and (request.query or not or_all):
        raise click.UsageError("Type something to search for, or choose a --source, --speaker or date.")


def refuse_beside_all(*names: str) -> None:
    """Refuse options on the command line that choose a part of what --all asks for."""
    context = click.get_current_context()
    given = [
        f"--{name}" for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
    ]
    if given:
        raise click.UsageError(f"--all gives everything at once; leave out {' and '.join(given)}.")


@contextmanager
def pointing_into(query: str) -> Iterator[None]:
    """Show under an error of the query where in it the error is, and the query mended where that is plain."""
    try:
        yield
    except QueryError as error:
        shown = re.sub(r"\s", " ", query)
        pointer = f"  {shown}\n  {' ' * _columns(shown[: error.position])}^"
        if error.suggestion:
            pointer += f"\nDid you mean: {error.suggestion}"
        raise QueryError("{error}\n{pointer}", error.position, error=error, pointer=pointer) from error


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: none for an accent, two for a wide character."""
    widths = {"W": 2, "F": 2}
    return sum(
        0 if unicodedata.combining(letter) else widths.get(unicodedata.east_asian_width(letter), 1)
        for letter in text
    )
