"""Which workers live: each holds a file in the data folder, and the system lets go of it for them.

A lock needs no clock and no patience: however a worker ends, also by `kill -9` or a power cut, its
lock is gone at once, and as long as it works, however slowly, the lock is held.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from thidua.core import clock

ENDING = ".worker"
LONG = 24 * 60 * 60


@contextmanager
def living(worker: str) -> Iterator[None]:
    """Hold the sign that `worker` lives until it has ended in order."""
    _sweep()
    sign = _sign(worker)
    made = sign.with_suffix(f".{os.getpid()}")
    with made.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        # Only under its last name can others meet it, and then it is held already.
        made.rename(sign)
        yield
        sign.unlink(missing_ok=True)


def is_alive(worker: str) -> bool | None:
    """Nothing for a worker that ended in order, or that has its data folder elsewhere."""
    sign = _sign(worker)
    return not _let_go(sign) if sign.exists() else None


def _sign(worker: str) -> Path:
    folder: Path = settings.DATA_DIR / "workers"
    folder.mkdir(exist_ok=True)
    return folder / f"{worker}{ENDING}"


def _let_go(sign: Path) -> bool:
    try:
        with sign.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True


def _sweep() -> None:
    """Take away signs of workers that died long ago; their jobs have been taken up since."""
    long_ago = clock.real_now().timestamp() - LONG
    for sign in _sign("").parent.glob(f"*{ENDING}"):
        if sign.stat().st_mtime < long_ago and _let_go(sign):
            sign.unlink(missing_ok=True)
