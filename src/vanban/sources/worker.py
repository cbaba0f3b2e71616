"""The process that opens strangers' files: `python -m vanban.sources.worker`, a Unix socket on 0.

Every message on that socket brings the descriptor of a connection, one for each file. This process
has imported all readers and never looks into a file itself: it forks, and the fork reads that one
file under its own limits. So a file waits for no imports, spends no other file's seconds, and meets
nothing that another file left behind. Ends when the socket closes or nobody has called for a while.
"""

import json
import os
import resource
import signal
import socket
import sys
from dataclasses import asdict

from vanban.sources import limits
from vanban.sources.errors import Refused
from vanban.sources.load import load


def main() -> None:
    """Fork for every call that arrives on standard input."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the forks
    with socket.socket(fileno=sys.stdin.fileno()) as calls:
        calls.settimeout(limits.WORKER_IDLE_SECONDS)
        while connection := _next(calls):
            with connection:
                if os.fork() == 0:
                    calls.close()
                    _answer_and_end(connection)


def _next(calls: socket.socket) -> socket.socket | None:
    try:
        _, descriptors, _, _ = socket.recv_fds(calls, 1, 1)
    except TimeoutError:
        return None
    return socket.socket(fileno=descriptors[0]) if descriptors else None


def _answer_and_end(connection: socket.socket) -> None:
    """Greet, read what is sent, answer, and end: whatever happens, never return to the loop."""
    try:
        _limit()
        with connection.makefile("rwb") as stream:
            stream.write(b"\n")
            stream.flush()
            answer = _answer(json.loads(stream.readline()), stream.read())
            stream.write(json.dumps(answer).encode() + b"\n")
    finally:
        os._exit(0)


def _limit() -> None:
    """From here on the kernel ends this process when it takes too much or too long."""
    memory, seconds = limits.WORKER_MEMORY_BYTES, limits.WORKER_CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # A signal that whoever started us held back would stay held back here.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.WORKER_WALL_SECONDS)


def _answer(filename: str, data: bytes) -> dict[str, object]:
    try:
        return asdict(load(data, filename))
    except Refused as refused:
        return {"refused": str(refused)}


if __name__ == "__main__":
    main()
