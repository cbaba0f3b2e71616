"""What a simulated year does not hold: a running round of reports and certificates."""

import datetime as dt
import secrets

from django.db.models import F

from thidua.awards.models import Award
from thidua.certificates.models import Certificate
from thidua.core import clock
from thidua.files.models import StoredFile
from thidua.org.actor import Actor, and_above
from thidua.org.models import Placement, Tree, Unit, User
from thidua.org.rights import Right
from thidua.plans.models import Phase
from thidua.reports.actions.opening import Due, open_period
from thidua.reports.models import Period, Report

EVERY = 3


def running_rounds(province: Unit, by: User, on: dt.date) -> list[Period]:
    """The province and every union of a district or sector ask for the phase that is running."""
    path = province.path_on(on)
    phases = Phase.objects.filter(
        starts_on__lte=on,
        ends_on__gte=on,
        plan__document__unit__placements__path__startswith=path,
        plan__document__unit__placements__tree=Tree.LINE,
        plan__document__unit__placements__ends_on=None,
        plan__document__unit__kind__above_grassroots=True,
        periods=None,
    ).select_related("plan__document__unit")
    rounds = []
    for phase in phases.distinct():
        unit = phase.plan.document.unit
        officer = _who_reviews(unit, on)
        if officer is None:
            continue
        due = Due(reports=phase.ends_on, summary=phase.ends_on)
        rounds.append(
            open_period(plan=phase.plan, phase=phase, due=due, by=officer, at=clock.now())
        )
    for one in rounds:
        _begun(one, by)
    return rounds


def _who_reviews(unit: Unit, on: dt.date) -> Actor | None:
    posts = unit.posts.filter(ends_on=None, person__user__isnull=False)
    users = User.objects.filter(person__posts__in=posts)
    actors = (Actor.of(user, on) for user in users)
    return next((one for one in actors if one.can(Right.REPORT_REVIEW, unit)), None)


def _begun(period: Period, by: User) -> None:
    """Every third unit that is asked has a draft."""
    asked = Placement.objects.filter(
        tree=Tree.LINE,
        ends_on=None,
        path__startswith=period.unit_path,
        unit__kind__keeps_register=True,
    ).exclude(unit=period.unit)
    rows = list(asked.order_by("path").values_list("unit", "unit__name", "path"))
    units = {path: unit for unit, _name, path in rows} | {period.unit_path: period.unit_id}
    now = clock.now()
    Report.objects.bulk_create(
        [
            Report(
                period=period,
                unit_id=unit,
                unit_path=path,
                unit_name=name,
                superior_id=next(units[one] for one in and_above(path)[-2::-1] if one in units),
                edited_at=now,
                edited_by=by,
            )
            for unit, name, path in rows[::EVERY]
        ],
        batch_size=2_000,
    )


def certificates(province: Unit, by: User, on: dt.date) -> int:
    """One for every third award that was given below the province."""
    path = province.path_on(on)
    paper, _made = StoredFile.objects.get_or_create(
        sha256=f"{province.pk:064}",
        defaults={"size": 1, "media_type": "application/pdf", "stored_at": clock.now()},
    )
    awards = Award.objects.annotate(third=F("pk") % EVERY).filter(
        third=0, unit_path__startswith=path, certificates=None
    )
    made = Certificate.objects.bulk_create(
        [
            Certificate(
                award=award, code=secrets.token_hex(8), pdf=paper, made_at=clock.now(), made_by=by
            )
            for award in awards
        ],
        batch_size=2_000,
    )
    return len(made)
