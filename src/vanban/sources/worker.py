"""The process in which a stranger's file is opened: `python -m vanban.sources.worker`.

Input: the file name as one line of JSON, then the bytes of the file. Output: one JSON object,
either the `Source` or ``{"refused": sentence}``. Whatever else happens ends the process with an
error.
"""

import json
import resource
import sys
from dataclasses import asdict

from vanban.sources import limits
from vanban.sources.errors import Refused
from vanban.sources.load import load


def main() -> None:
    """Read standard input under limits of memory and time."""
    memory, seconds = limits.WORKER_MEMORY_BYTES, limits.WORKER_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    filename = json.loads(sys.stdin.buffer.readline())
    try:
        answer = asdict(load(sys.stdin.buffer.read(), filename))
    except Refused as refused:
        answer = {"refused": str(refused)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
