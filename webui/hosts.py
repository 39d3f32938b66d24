"""The host names that the page answers to.

Otherwise a page whose name is made to point to this machine could read everything through its reader's
browser.
"""

import re
from collections.abc import Iterable

from flask import Flask, request
from werkzeug.exceptions import SecurityError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PORT = re.compile(r":[0-9]+$")


def refuse_foreign_hosts(app: Flask, trusted: Iterable[str]) -> None:
    """Let the app answer requests for these hosts alone, at any port; without any it answers all.

    Flask's own TRUSTED_HOSTS cuts its entries at the first colon, so that no IPv6 address is ever trusted.
    """
    names = frozenset(map(_name_of, trusted))

    def refuse_foreign_host() -> None:
        if names and _name_of(request.host) not in names:
            raise SecurityError

    app.before_request(refuse_foreign_host)


def _name_of(host: str) -> str:
    """Return a host as browsers name it: in lower case, IPv6 in brackets, and here without its port."""
    lower = host.lower()
    if lower.count(":") > 1 and not lower.startswith("["):
        return f"[{lower}]"
    return _PORT.sub("", lower)
