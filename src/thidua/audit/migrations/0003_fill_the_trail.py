"""Who did what was recorded before names were written down, where it is known; then all of it
waits to be sealed."""

from itertools import islice

from django.db import migrations
from django.db.models import Max, Min, Q

from thidua.core.folded import folded

CHUNK = 2_000


def name_everybody(apps, _editor):
    AuditEvent = apps.get_model("audit", "AuditEvent")
    groups = (
        AuditEvent.objects.filter(actor_name="")
        .order_by()
        .values_list("actor", "unit_path")
        .annotate(Min("at"), Max("at"))
    )
    for actor, path, first, last in list(groups):
        name, post, seat = _who(apps, actor, path, first.date(), last.date())
        unit = _unit_at(apps, path)
        unit_name = _called(apps, unit, last.date()) if unit else ""
        AuditEvent.objects.filter(actor=actor, unit_path=path, actor_name="").update(
            actor_name=name[:150],
            post=post[:150],
            seat=seat[:200],
            unit_name=unit_name[:200],
            folded=folded(f"{name} {unit_name}"),
        )


def _who(apps, actor, path, first, last):
    """Name, post and its unit; the post must have been held on all the days in question."""
    user = (
        apps.get_model("org", "User")
        .objects.filter(username=actor)
        .select_related("person")
        .first()
    )
    if user is None or user.person is None:
        return actor, "", ""
    held = (
        apps.get_model("org", "Post")
        .objects.filter(Q(ends_on=None) | Q(ends_on__gt=last), person=user.person)
        .filter(starts_on__lte=first, unit__placements__tree="line")
        .values_list("unit__placements__path", "kind__name", "unit")
    )
    above = [row for row in held if path.startswith(row[0])]
    if not above:
        return user.person.name, "", ""
    _path, post, unit = max(above, key=lambda row: len(row[0]))
    return user.person.name, post, _called(apps, unit, last)


def _unit_at(apps, path):
    placements = apps.get_model("org", "Placement").objects.filter(path=path, tree="line")
    return placements.values_list("unit", flat=True).first()


def _called(apps, unit, day):
    names = apps.get_model("org", "UnitName").objects.filter(unit=unit).order_by("-starts_on")
    row = names.filter(starts_on__lte=day).first() or names.last()
    return row.name if row else ""


def queue_everything(apps, _editor):
    AuditEvent = apps.get_model("audit", "AuditEvent")
    UnsealedEvent = apps.get_model("audit", "UnsealedEvent")
    keys = AuditEvent.objects.order_by("pk").values_list("pk", flat=True).iterator()
    while some := list(islice(keys, CHUNK)):
        UnsealedEvent.objects.bulk_create(
            [UnsealedEvent(event_id=key) for key in some], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_memory"), ("org", "0004_fill_is_complete")]

    operations = [
        migrations.RunPython(name_everybody, migrations.RunPython.noop),
        migrations.RunPython(queue_everything, migrations.RunPython.noop),
    ]
