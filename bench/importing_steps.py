"""The steps of one import, each as the jobs do it."""

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from django.core.management import call_command
from server_time import server_seconds

from thidua.core import clock
from thidua.org import actions as org
from thidua.org.actor import Actor
from thidua.org.models import Membership, Person, PostKind, Unit, UnitKind
from thidua.oversight.actions import importing
from thidua.oversight.jobs.importing import apply_import, check_import, undo_import
from thidua.oversight.models import Import
from thidua.oversight.reference import load_all_reference

Step = tuple[str, float, float, float, str]
FIRST_TIME = SimpleNamespace(attempt=1)


def steps(path: Path, units: int) -> Iterator[Step]:
    """Name; seconds by the clock, of ours, of the database server; what came of it."""
    call_command("migrate", verbosity=0)
    keeper, root = _organisation(units)
    began, worked = time.perf_counter(), time.process_time()
    owner = importing.begin_import(
        unit=root,
        kind="members",
        data=path.read_bytes(),
        filename=path.name,
        day=clock.today(),
        by=keeper,
        at=clock.now(),
    )
    took, used = time.perf_counter() - began, time.process_time() - worked
    yield "choosing the file and guessing the columns", took, used, 0.0, ""
    importing.map_columns(
        owner=owner,
        columns=owner.columns,
        first_row=owner.first_row,
        day=clock.today(),
        by=keeper,
        at=clock.now(),
    )
    yield _job("checking, up to the preview", check_import, owner)
    owner.refresh_from_db()
    importing.apply_import(owner=owner, by=keeper, at=clock.now())
    yield _job("taking over", apply_import, owner)
    owner.refresh_from_db()
    importing.undo_import(owner=owner, by=keeper, at=clock.now())
    yield _job("undoing", undo_import, owner)


def _job(name: str, job, owner: Import) -> Step:
    began, worked, served = time.perf_counter(), time.process_time(), server_seconds()
    job.call(FIRST_TIME, owner.pk)
    owner.refresh_from_db()
    took, used = time.perf_counter() - began, time.process_time() - worked
    answered = server_seconds() - served
    rows = f"{Person.objects.count():,} people, {Membership.objects.count():,} memberships"
    return name, took, used, answered, f"{rows}, {owner.rows.count()} rows to look at"


def _organisation(units: int) -> tuple[Actor, Unit]:
    load_all_reference()
    day, now = clock.today().replace(year=2020), clock.now()
    kinds = {kind.code: kind for kind in UnitKind.objects.all()}

    def naming(name: str) -> org.Naming:
        return org.Naming(name=name, short_name=name, symbol="CĐ", place="Ninh Bình", body="BCH")

    keeper = org.found_installation(
        kind=kinds["ldld_tinh"],
        naming=naming("Liên đoàn Lao động tỉnh"),
        keeper=PostKind.objects.get(code="keeper"),
        username="quantri",
        on=day,
        at=now,
    )
    root = Unit.objects.get()
    for number in range(units):
        org.establish_unit(
            under=root,
            kind=kinds["cdcs"],
            naming=naming(f"CĐCS Trường số {number}"),
            on=day,
            by=keeper,
            at=now,
        )
    return Actor.of(keeper.user, clock.today()), root
