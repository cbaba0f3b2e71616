"""The process that opens strangers' files: `python -m vanban.sources.worker`, a Unix socket on 0.

Every message on that socket brings the descriptor of a connection, one for each file. This process
has imported all readers and never looks into a file itself: it forks, and the fork reads that one
file under its own limits. So a file waits for no imports, spends no other file's seconds, and meets
nothing that another file left behind. Ends when the socket closes or nobody has called for a while.
"""

import json
import os
import signal
import socket
import sys

from vanban.sources import limits
from vanban.sources.tasks import TASKS, answer_to, limit, limit_time


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
        limit_time()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        with connection.makefile("rwb") as stream:
            stream.write(b"\n")
            stream.flush()
            asked = json.loads(stream.readline())
            limit(TASKS[asked["task"]])
            answer, made = answer_to(asked, stream.read(), connection)
            stream.write(json.dumps({**answer, "bytes": len(made)}).encode() + b"\n" + made)
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
