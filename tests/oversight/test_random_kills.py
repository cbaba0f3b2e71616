"""Server and worker die at random while people sign, submit and issue: `make drill`.

On SQLite, and on PostgreSQL where DATABASE_URL names one (in a database of its own there).
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import psycopg
import pytest

from oversight.kills.crowd import Crowd
from oversight.kills.town import ALL, MASTER, SERVER, SERVING, WORKER, Town

pytestmark = pytest.mark.slow

SEED = 20240315
KILLS, TARGETS = 16, [SERVER, SERVING, MASTER, WORKER, WORKER, ALL]
PATIENT = 0.8
"""How often everything stands again before the next moment is drawn."""
TESTS = Path(__file__).parents[1]
DATABASE = "thidua_kills"


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(request, tmp_path):
    """An empty installation, on SQLite or in a fresh database of the given PostgreSQL."""
    paths = {"THIDUA_DATA": str(tmp_path), "THIDUA_SAMPLE": "1", "PYTHONPATH": str(TESTS)}
    inherited = {name: kept for name, kept in os.environ.items() if name != "DATABASE_URL"}
    if request.param == "sqlite":
        yield inherited | paths
        return
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        server.execute(f"CREATE DATABASE {DATABASE}")
        yield inherited | paths | {"DATABASE_URL": f"{url.rpartition('/')[0]}/{DATABASE}"}
        server.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)")


def python(environment, *words):
    command = [sys.executable, "-m", *words]
    done = subprocess.run(  # noqa: S603 -- our own command
        command, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def keep_killing(town, chance):
    """One part after the other, mostly when everything stands again, sometimes before."""
    killed = []
    while len(killed) < KILLS:
        time.sleep(chance.uniform(0.3, 4))
        target = chance.choice(TARGETS)
        if town.kill(target):
            killed.append(target)
        if target == ALL:
            town.start()
        elif chance.random() < PATIENT:
            town.wait()
    return killed


def test_what_was_acknowledged_stands_and_stands_once(environment, tmp_path, capsys):
    python(environment, "thidua.config", "migrate", "-v", "0")
    python(environment, "thidua.config", "sample")
    waiting = json.loads(python(environment, "oversight.kills.stage"))
    python(environment, "thidua.config", "db_worker", "--batch", "--no-startup-delay")
    town = Town(environment, free_port(), tmp_path / "log")
    town.start()
    crowd, began = Crowd(waiting, town.port), time.monotonic()
    crowd.begin()
    try:
        killed = keep_killing(town, Random(SEED))  # noqa: S311 -- chance, no secret
        town.start()
        crowd.end(patience=90)
        took = time.monotonic() - began
    finally:
        crowd.enough.set()
        town.stop()
    found = json.loads(python(environment, "oversight.kills.ledger", str(waiting["book"])))

    with capsys.disabled():
        print(figures(killed, took, crowd.book, found))  # noqa: T201 -- what a drill is run for
    assert len(killed) >= 15
    assert crowd.book.odd == []
    the_pledges_stand_once(crowd.book, found)
    the_reports_stand_once(crowd.book, found)
    the_plans_stand_once(crowd.book, found, waiting)
    nothing_is_broken(found)


def the_pledges_stand_once(book, found):
    kept = found["pledges"]
    for who, receipt in book.pledged.items():
        pledge = kept[receipt.strip("/").rpartition("/")[2]]
        assert (pledge["who"], pledge["noted"]) == (who, 1)
    assert len(kept) == len({pledge["who"] for pledge in kept.values()})
    assert {pledge["noted"] for pledge in kept.values()} == {1}


def the_reports_stand_once(book, found):
    kept = {int(pk): report for pk, report in found["reports"].items()}
    submitted = {pk for pk, report in kept.items() if report["status"] == "submitted"}
    assert set(book.acknowledged["submit"]) <= submitted
    for pk, report in kept.items():
        assert report["noted"] == (pk in submitted)
        assert bool(report["mails"]) == (pk in submitted)
    assert len({kept[pk]["figures"] for pk in submitted}) == 1


def the_plans_stand_once(book, found, waiting):
    kept = {int(pk): plan for pk, plan in found["plans"].items()}
    issued = {pk for pk, plan in kept.items() if plan["status"] == "issued"}
    assert set(book.acknowledged["issue"]) <= issued
    for pk, plan in kept.items():
        if pk in issued:
            assert (plan["noted"], plan["files"], plan["sent"]) == ([1, 1], ["pdf", "word"], 5)
        else:
            assert (plan["noted"], plan["files"], plan["sent"]) == ([0, 0], [], 0)
    first = waiting["last"] + 1
    fresh = list(range(first, first + len(issued)))
    assert [number for number in found["numbers"] if number >= first] == fresh
    numbers = {kept[pk]["number"] for pk in issued}
    assert numbers == {f"{number:02d}/KH-CĐGD" for number in fresh}


def nothing_is_broken(found):
    assert found["unsound"] == []
    assert found["broken files"] == []
    assert set(found["jobs"]) == {"SUCCESSFUL"}
    mails = found["mails"]
    assert set(mails["states"]) == {"sent"}
    assert mails["missing"] == 0
    # A worker killed between sending and noting it sends that one mail again: never more.
    assert mails["sent twice"] <= mails["tried twice"]


def figures(killed, took, book, found):
    """The drill in a few lines."""
    done = {"ký": len(book.pledged)} | {"nộp": len(book.acknowledged["submit"])}
    done |= {"cấp số": len(book.acknowledged["issue"])}
    kept = {
        "ký": len(found["pledges"]),
        "nộp": sum(one["status"] == "submitted" for one in found["reports"].values()),
        "cấp số": sum(one["status"] == "issued" for one in found["plans"].values()),
    }
    broken = {what: count for what, count in book.answers.items() if what.endswith("broken off")}
    rows = {
        "kills": f"{len(killed)} in {took:.0f} s {dict(Counter(killed))}",
        "acknowledged": done,
        "kept": kept,
        "broken off in the middle": broken,
        "of these found done": {
            what: count for what, count in book.answers.items() if what.endswith("found done")
        },
        "jobs left open by killed workers": found["jobs before"],
        "mails": found["mails"],
        "half-written files left": found["half files"],
    }
    return "\n".join(["", *(f"{name}: {told}" for name, told in rows.items())])
