"""What every command of Suara shares: loaded when it is called, errors told in one line."""

import os
import sys
from importlib import import_module
from typing import Any

import click

from corpus.errors import SuaraError

WRONG_INPUT = 2
# What a shell reports of a program that SIGPIPE ended.
BROKEN_PIPE = 141
# The same of SIGINT.
INTERRUPTED = 130


class WrongInput(click.ClickException):
    """An error that the user can mend, told in one line."""

    exit_code = WRONG_INPUT


class CommandGroup(click.Group):
    """A group that imports a command when it is wanted, and reports a SuaraError on stderr with exit code 2.

    `places` maps the names of commands to `module:attribute`. A search in a shell then does not wait for the
    libraries that read HTML or serve pages.
    """

    def __init__(self, *args: Any, places: dict[str, str] | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.places = places or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(ctx), *self.places])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now if it was not yet."""
        if cmd_name not in self.places:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.places[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return self._invoke(ctx)
        except SuaraError as error:
            raise WrongInput(str(error)) from error
        except BrokenPipeError:
            # The reader of a pipe has seen enough.
            _silence_stdout()
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except OSError as error:
            _silence_stdout()
            raise WrongInput(f"{error.filename or 'The output'}: {error.strerror}.") from error
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None

    def _invoke(self, ctx: click.Context) -> Any:
        result = super().invoke(ctx)
        # A full disk or a closed pipe shows here rather than at exit, where nobody could say so.
        sys.stdout.flush()
        return result


def _silence_stdout() -> None:
    """Let what is still buffered go nowhere: it must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
