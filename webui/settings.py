"""What the web page must be told before it can answer."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the index lies, and which host names the page answers to; without any it answers to all."""

    index_dir: Path
    trusted_hosts: tuple[str, ...] = ()
