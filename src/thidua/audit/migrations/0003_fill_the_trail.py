"""Who did what was recorded before names were written down, where it is known; then all of it
waits to be sealed."""

from bisect import bisect_right
from collections import defaultdict

from django.db import migrations
from django.utils import timezone

from thidua.core.filling import pieces, write
from thidua.core.folded import folded

COLUMNS = ("actor_name", "post", "seat", "unit_name", "folded")


def name_everybody(apps, _editor):
    events = apps.get_model("audit", "AuditEvent").objects.all()
    for piece in pieces(events, "actor", "unit_path", "at", "actor_name"):
        nameless = [row for row in piece if not row[-1]]
        known = Known(apps, {row[1] for row in nameless}, {row[2] for row in nameless})
        write(events, COLUMNS, [(key, *known.cells(*row)) for key, *row, _name in nameless])


class Known:
    """The people, posts, units and names behind some events, each asked for once."""

    def __init__(self, apps, actors, paths):
        model = lambda name: apps.get_model("org", name).objects  # noqa: E731
        users = model("User").filter(username__in=actors, person__isnull=False)
        self.people = {
            user: (person, name)
            for user, person, name in users.values_list("username", "person", "person__name")
        }
        self.posts = defaultdict(list)
        held = model("Post").filter(
            person__in={person for person, _name in self.people.values()},
            unit__placements__tree="line",
        )
        columns = ("starts_on", "ends_on", "unit__placements__path", "kind__name", "unit")
        for person, *post in held.values_list("person", *columns):
            self.posts[person].append(post)
        placed = model("Placement").filter(path__in=paths, tree="line").order_by("-pk")
        self.units = dict(placed.values_list("path", "unit"))
        units = {post[-1] for posts in self.posts.values() for post in posts}
        self.names = defaultdict(list)
        called = model("UnitName").filter(unit__in=units | set(self.units.values()))
        for unit, *name in called.order_by("starts_on").values_list("unit", "starts_on", "name"):
            self.names[unit].append(name)

    def cells(self, actor, path, at):
        day = timezone.localtime(at).date()
        name, post, seat = self._who(actor, path, day)
        unit = self._called(self.units.get(path), day)[:200]
        return name[:150], post[:150], seat[:200], unit, folded(f"{name} {unit}")

    def _who(self, actor, path, day):
        """Name, and the nearest post at or above the unit that was held on the day."""
        person, name = self.people.get(actor, (None, actor))
        held = [
            (len(place), post, unit)
            for starts_on, ends_on, place, post, unit in self.posts[person]
            if path.startswith(place) and starts_on <= day and (ends_on is None or ends_on > day)
        ]
        if not held:
            return name, "", ""
        _length, post, unit = max(held)
        return name, post, self._called(unit, day)

    def _called(self, unit, day):
        names = self.names.get(unit, [])
        if not names:
            return ""
        return names[max(0, bisect_right([since for since, _name in names], day) - 1)][1]


def queue_everything(apps, _editor):
    UnsealedEvent = apps.get_model("audit", "UnsealedEvent")
    for piece in pieces(apps.get_model("audit", "AuditEvent").objects.all()):
        UnsealedEvent.objects.bulk_create(
            [UnsealedEvent(event_id=key) for (key,) in piece], ignore_conflicts=True
        )


class Migration(migrations.Migration):
    atomic = False  # rows are filled and committed in pieces

    dependencies = [("audit", "0002_memory"), ("org", "0004_fill_is_complete")]

    operations = [
        migrations.RunPython(name_everybody, migrations.RunPython.noop),
        migrations.RunPython(queue_everything, migrations.RunPython.noop),
    ]
