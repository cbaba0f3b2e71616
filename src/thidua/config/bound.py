"""Run a command that ends when the one who started it does, also when that is killed.

`python -m thidua.config.bound <pid of the starter> <command…>`. Without it a supervisor that was
killed would leave a server behind that holds the port. The order is given before the command
begins, for only the process itself can give it.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(starter: int, command: list[str]) -> None:
    """Become `command`; Linux sends it SIGTERM when its starter is gone."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() == starter:  # or it died before the order was given
        os.execvp(command[0], command)  # noqa: S606 -- our own commands


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
