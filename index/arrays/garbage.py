"""Python's search for cycles of objects, put off while many objects without any are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycles_put_off() -> Iterator[None]:
    """Look for no cycles inside the block: for a short one that makes many objects.

    The words of a few hundred articles make Python look through all that the analyzer remembers, again and
    again, which takes a fifth of the time of indexing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
