"""A district with its unions, and a decision carried out in every room, for tests."""

from django.apps import apps

from factories import DAY
from org.reorganised import decision
from thidua.org.journal import Journal
from thidua.org.models import ActKind, Reorganisation, State
from thidua.org.reorganising import plan_for, undo_all, write
from thidua.oversight.reorganising.rooms import follow

WATCHED = (
    "activities",
    "awards",
    "cascade",
    "certificates",
    "councils",
    "documents",
    "notify",
    "plans",
    "pledges",
    "progress",
    "reports",
    "stories",
)


def carried_out(unit, *acts, on=DAY):
    """The decision in `org` and in every room that follows."""
    one = decision(unit, *acts, on=on)
    planned = plan_for(one)
    assert [problem.sentence for problem in planned.problems] == []
    journal = Journal(one)
    follow(write(planned, journal), journal)
    Reorganisation.objects.filter(pk=one.pk).update(state=State.DONE)
    return one


def ended(unit, target=None, **more):
    return {"kind": ActKind.END, "unit": unit, "target": target} | more


def moved(unit, target):
    return {"kind": ActKind.MOVE, "unit": unit, "target": target}


def merged(unit, target):
    return {"kind": ActKind.MERGE, "unit": unit, "target": target}


def rooms_as_they_are():
    """Every row of every room, to be compared."""
    models = [model for app in WATCHED for model in apps.get_app_config(app).get_models()]
    return {model._meta.label: list(model.objects.order_by("pk").values()) for model in models}


__all__ = ["carried_out", "ended", "merged", "moved", "rooms_as_they_are", "undo_all"]
