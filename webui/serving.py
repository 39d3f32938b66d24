"""The command of this layer: `suara serve`."""

from pathlib import Path

import click

from index.options import VALUES, index_option
from webui.app import create_app
from webui.hosts import LOOPBACK
from webui.server import Binding, serve, serve_for_debugging
from webui.settings import Settings


@click.command("serve")
@index_option
@click.option(
    "--host", default=LOOPBACK[0], show_default=True, help="Address to listen on; 0.0.0.0 is every one."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that answer."
)
@click.option(
    "--trusted-host",
    "trusted_hosts",
    multiple=True,
    type=VALUES,
    envvar="SUARA_SERVE_TRUSTED_HOST",
    help="Host name the page answers to, repeatable; unless given, it answers to 127.0.0.1, localhost and ::1"
    " where --host is one of them, and otherwise to any.",
)
@click.option(
    "--debug", is_flag=True, help="Use Flask's own server, whose tracebacks run code: on this machine only."
)
def serve_command(
    index_dir: Path, host: str, port: int, workers: int, trusted_hosts: tuple[str, ...], *, debug: bool
) -> None:
    """Serve the search page and its JSON until Ctrl-C.

    Example: suara serve --index suara-index --port 8000
    """
    if debug and host not in LOOPBACK:
        raise click.UsageError(
            f"--debug lets whoever reaches the page run code; leave it out, or use --host {LOOPBACK[0]}."
        )
    settings = Settings(index_dir, trusted_hosts or (LOOPBACK if host in LOOPBACK else ()))
    # What is wrong with the index is said here, once, rather than by each worker.
    create_app(settings)
    binding = Binding(host, port)
    listener = binding.listen()
    click.echo(f"Serving {index_dir} at {binding.url} (Ctrl-C stops it).", err=True)
    if debug:
        listener.close()
        serve_for_debugging(settings, binding)
    else:
        serve(settings, listener, workers)
