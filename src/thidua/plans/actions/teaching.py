"""What the officer corrected stays as an example for the next paper of the same issuer."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from thidua.documents.models import Reading
from thidua.documents.naming import folded
from thidua.org.actor import Actor
from thidua.plans.lessons import KEPT, Lesson, lessons_of
from thidua.plans.models import Example
from thidua.plans.understanding import Understood
from vanban.reading.as_json import from_json


def remember(
    *, reading: Reading, now: Understood, confirmed: dict[str, str], by: Actor, at: datetime
) -> None:
    """Keep every correction of an accepted reading. Called in the transaction that accepts it.

    `confirmed` are values of the head as the officer wrote them while accepting, by field path.
    """
    issuer = folded(now.reading.issuing_body or reading.unit.named_on(by.day).name)
    read = from_json(reading.data, reading.blocks)
    said = {path: value for path, value in confirmed.items() if value}
    lessons = lessons_of(reading.data, read, said | reading.corrections)
    for lesson in [*lessons, *_kept(reading)]:
        _keep(reading, issuer[:_NAME], lesson, by, at)


def _kept(reading: Reading) -> Iterable[Lesson]:
    """Places that were left as printed; what was left because of an earlier one teaches no more."""
    for row in reading.kept_findings:
        if row["quote"] and not row.get("taught"):
            yield Lesson(KEPT + row["rule"], row["quote"], None)


def _keep(reading: Reading, issuer: str, lesson: Lesson, by: Actor, at: datetime) -> None:
    fresh = {
        "read": lesson.read,
        "said": lesson.said,
        "context": lesson.context,
        "reading": reading,
        "taught_by": by.user,
        "taught_at": at,
    }
    Example.objects.update_or_create(
        unit=reading.unit,
        issuer_fold=issuer,
        field=lesson.field[:_FIELD],
        read_fold=folded(lesson.read)[:_READ],
        defaults=fresh | {"times": F("times") + 1},
        create_defaults=fresh,
    )


_NAME, _FIELD, _READ = 200, 100, 300
