"""The steps of one import, each as the jobs do it."""

import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from django.core.management import call_command

from thidua.core import clock
from thidua.org import actions as org
from thidua.org.actor import Actor
from thidua.org.models import Membership, Person, PostKind, Unit, UnitKind
from thidua.oversight.actions import importing
from thidua.oversight.jobs.importing import apply_import, check_import, undo_import
from thidua.oversight.models import Import
from thidua.oversight.reference import load_all_reference

Step = tuple[str, float, str]
FIRST_TIME = SimpleNamespace(attempt=1)


def steps(path: Path, units: int) -> Iterator[Step]:
    """Name, seconds and what came of it, one after the other."""
    call_command("migrate", verbosity=0)
    keeper, root = _organisation(units)
    began = time.perf_counter()
    owner = importing.begin_import(
        unit=root,
        kind="members",
        data=path.read_bytes(),
        filename=path.name,
        day=clock.today(),
        by=keeper,
        at=clock.now(),
    )
    yield "choosing the file and guessing the columns", time.perf_counter() - began, ""
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
    began, worked = time.perf_counter(), time.process_time()
    job.call(FIRST_TIME, owner.pk)
    owner.refresh_from_db()
    took, used = time.perf_counter() - began, time.process_time() - worked
    rows = f"{Person.objects.count()} people, {Membership.objects.count()} memberships"
    return (
        name,
        took,
        f"({used:.1f} s of CPU) {owner.counts}, {rows}, {owner.rows.count()} rows to look at",
    )


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
