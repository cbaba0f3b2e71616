"""A worker that stops in the middle of its work, so that it can be killed there.

`python -m oversight.kills.halting <JSON>`: after the call number `turn` of the function `at` it
writes the file `flag` and does nothing any more. `set` gives other values to constants.
"""

import json
import os
import sys
import time
from functools import wraps
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
FOR_EVER = 600


def main(*, at: str, turn: int, flag: str, set: dict[str, object]) -> None:  # noqa: A002 -- a word of the order
    django.setup()
    for where, value in set.items():
        module, _dot, name = where.rpartition(".")
        setattr(import_module(module), name, value)
    module, _dot, name = at.rpartition(".")
    whole, calls = getattr(import_module(module), name), []

    @wraps(whole)
    def halting(*args, **kwargs):
        answer = whole(*args, **kwargs)
        calls.append(args)
        if len(calls) == turn:
            Path(flag).touch()
            time.sleep(FOR_EVER)
        return answer

    setattr(import_module(module), name, halting)
    call_command("worker", batch=True, startup_delay=False, verbosity=0)


if __name__ == "__main__":
    main(**json.loads(sys.argv[1]))
