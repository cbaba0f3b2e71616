"""Reading a stranger's Word or PDF file in a process that may die without harm."""

import json
import os
import subprocess
import sys
from pathlib import Path

from vanban.sources import limits, refusals
from vanban.sources.errors import Refused
from vanban.sources.load import load, screen
from vanban.sources.model import Source

_PACKAGES = Path(__file__).resolve().parents[2]


def load_guarded(data: bytes, filename: str) -> Source:
    """Like `load`, within 512 MiB and 5 seconds whatever the file does to its parser.

    Text files are read here; Word and PDF files in a process of their own, which costs about a
    fifth of a second. Its death, whatever the cause, is a `Refused`.
    """
    if screen(data) == "text":
        return load(data, filename)
    answer = json.loads(_run_worker(json.dumps(filename).encode() + b"\n" + data))
    if "refused" in answer:
        raise Refused(answer["refused"])
    return Source(
        answer["kind"],
        answer["text"],
        tuple(answer["pages"]),
        answer["has_text"],
        tuple(answer["notes"]),
    )


def _run_worker(sent: bytes) -> bytes:
    try:
        finished = subprocess.run(
            [sys.executable, "-P", "-m", "vanban.sources.worker"],
            input=sent,
            capture_output=True,
            timeout=limits.WORKER_WALL_SECONDS,
            check=True,
            env={"PYTHONPATH": str(_PACKAGES), "PATH": os.defpath},
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise Refused(refusals.TOO_HEAVY) from error
    return finished.stdout
