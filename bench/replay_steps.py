"""One decision like that of 2025: prepared, previewed, carried out, looked at, taken back."""

import resource
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from django.db import connection

from thidua.core import clock
from thidua.org.actor import Actor
from thidua.org.models import Reorganisation, Unit
from thidua.org.reorganising import Planned, plan_for
from thidua.oversight.actions.reorganising_drafts import Head, add_acts, draft
from thidua.oversight.reorganising.executing import carry_out_now, planned_well, undo_now
from thidua.oversight.reorganising.previewing import Preview, preview_of
from thidua.oversight.reorganising.tables.judging import judge
from thidua.oversight.reorganising.tables.of_2025 import reorganisation_of_2025

Thing = TypeVar("Thing")
TICKS = 100
NUMBER = "2025/QĐ-TLĐ"


@dataclass
class Watch:
    """What each step took: by the clock, of our processor, of that of the server's process."""

    steps: list[tuple[str, float, float, float]] = field(default_factory=list)
    server: int = 0

    def __post_init__(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.server = cursor.fetchone()[0]

    def __call__(self, name: str, work: Callable[[], Thing]) -> Thing:
        began, own, there = time.perf_counter(), time.process_time(), self._there()
        answer = work()
        step = (
            name,
            time.perf_counter() - began,
            time.process_time() - own,
            self._there() - there,
        )
        self.steps.append(step)
        print(f"{name}: {step[1]:.1f} s, {step[2]:.1f} s here, {step[3]:.1f} s there", flush=True)
        return answer

    def _there(self) -> float:
        """Processor time of the server's process: it runs on this machine, or we do not know."""
        stat = Path(f"/proc/{self.server}/stat")
        if not stat.exists():
            return 0.0
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def peak(self) -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def written_down(province: Unit, by: Actor, on: date, watch: Watch) -> Reorganisation:
    """The table of 2025 for the province as the acts of a draft."""
    head = Head(
        title=f"Sắp xếp tổ chức công đoàn: {province}",
        type_name="Quyết định",
        number=NUMBER,
        dated_on=on,
        issuer="Đoàn Chủ tịch",
        on=on,
    )
    one = draft(unit=province, head=head, by=by, at=clock.now())
    rows = watch("the table", lambda: reorganisation_of_2025(province, on))
    judged = watch("reading it", lambda: judge(one, rows, on))
    if judged.wrong:
        raise SystemExit(f"{len(judged.wrong)} rows are wrong: {list(judged.wrong.values())[:3]}")
    watch(
        "writing the acts",
        lambda: add_acts(reorganisation=one, acts=judged.acts, by=by, at=clock.now()),
    )
    return one


def looked_at(one: Reorganisation, watch: Watch) -> tuple[Planned, Preview]:
    planned = watch("the plan", lambda: plan_for(one))
    return planned, watch("the preview", lambda: preview_of(one, planned))


def carried_out(one: Reorganisation, by: Actor, watch: Watch) -> Counter[str]:
    planned = watch("the plan and what stands in the way", lambda: planned_well(one))
    watch("carrying it out", lambda: carry_out_now(one, planned, by=by, at=clock.now()))
    rows: Counter[str] = Counter()
    for model, keys in one.steps.values_list("model", "rows").iterator(100):
        rows[model] += len(keys)
    return rows


def taken_back(one: Reorganisation, by: Actor, watch: Watch) -> None:
    watch(
        "taking it back",
        lambda: undo_now(one, reason="Diễn tập", by=by, at=clock.now()),
    )
