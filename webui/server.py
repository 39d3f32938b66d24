"""Servers for the page: gunicorn for readers, Flask's own for whoever works on it."""

import os
import signal
import socket
from dataclasses import dataclass
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.workers.gthread import ThreadWorker

from corpus.errors import SuaraError
from webui.app import URL_MOST, create_app
from webui.settings import Settings

THREADS = 4
BACKLOG = 512
ENDING = (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM)


class ServeError(SuaraError):
    """An address that cannot be listened on."""


@dataclass(frozen=True, slots=True)
class Binding:
    """The address to listen on."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Return what a browser is given."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"

    def listen(self) -> socket.socket:
        """Open the listening socket; raises ServeError with the reason and the next step."""
        try:
            family, _, _, _, address = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)[0]
        except (socket.gaierror, UnicodeError) as error:
            raise ServeError(f"'{self.host}' is no address of this machine; give another --host.") from error
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(BACKLOG)
        except OSError as error:
            listener.close()
            raise ServeError(
                f"Cannot listen on {self.host}, port {self.port} ({error.strerror});"
                " give another --port or --host."
            ) from error
        return listener


class Worker(ThreadWorker):
    """gunicorn's worker of threads, which Ctrl-C ends at any moment."""

    def handle_quit(self, *_: Any) -> None:
        """Exit at once: gunicorn's own way waits for a lock that the interrupted thread may hold itself."""
        os._exit(0)


class Server(BaseApplication):
    """gunicorn over one listening socket, each worker with the page and an engine of its own."""

    def __init__(self, settings: Settings, listener: socket.socket, workers: int) -> None:
        self.settings = settings
        # gunicorn takes the descriptor over and closes it.
        self.descriptor = listener.detach()
        self.workers = workers
        super().__init__()

    def load_config(self) -> None:
        """Set gunicorn's options; no configuration file or environment is read."""
        options = {
            "bind": f"fd://{self.descriptor}",
            "workers": self.workers,
            "worker_class": Worker,
            "threads": THREADS,
            "timeout": 30,
            "graceful_timeout": 5,
            "limit_request_line": URL_MOST,
            "limit_request_fields": 100,
            "limit_request_field_size": 8190,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Return the application, made in the worker."""
        return create_app(self.settings)


def serve(settings: Settings, listener: socket.socket, workers: int) -> None:
    """Serve until interrupted."""
    os.register_at_fork(
        before=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, ENDING),
        after_in_parent=lambda: signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING),
        after_in_child=_end_on_signal,
    )
    Server(settings, listener, workers).run()


def _end_on_signal() -> None:
    """Let a signal end a worker that has just begun: with its parent's handlers it would only note it."""
    for each in ENDING:
        signal.signal(each, lambda *_: os._exit(0))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def serve_for_debugging(settings: Settings, binding: Binding) -> None:
    """Serve with Flask's own server: tracebacks in the browser, templates read anew."""
    create_app(settings).run(binding.host, binding.port, debug=True, use_reloader=False)
