"""Files shared between generations."""

import errno
import shutil
from pathlib import Path

# What a file system that cannot link, or not here, says.
_NO_LINKS = (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EACCES)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never written again a second name, or copy it where the file system cannot link."""
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)
