"""Taking a decision back, as long as nothing has been built on it."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.org.journal import take_back
from thidua.org.models import Placement, Reorganisation, Unit
from thidua.org.reorganising.loading import CHUNK, PREFIXES


def undo_all(reorganisation: Reorganisation) -> None:
    """Put every row back as it was, inside the caller's transaction.

    Raises `DomainError` where something has changed since, or has been placed below a unit that
    the decision established or moved.
    """
    _nothing_new_below(reorganisation)
    take_back(reorganisation)


def created_units(reorganisation: Reorganisation) -> list[int]:
    """The units that a decision established."""
    steps = reorganisation.steps.filter(model=Unit._meta.label_lower, before=None)
    return [pk for step in steps for pk in step.rows]


def _nothing_new_below(reorganisation: Reorganisation) -> None:
    steps = reorganisation.steps.filter(model=Placement._meta.label_lower)
    written = {pk for step in steps for pk in step.rows}
    for prefixes in _prefixes(written):
        below = Placement.objects.filter(prefixes, ends_on=None).select_related("unit")
        for row in below.iterator(CHUNK):
            if row.pk not in written:
                raise DomainError(
                    _(
                        "Không hoàn tác được: %(unit)s đã được đặt vào phần tổ chức này sau quyết "
                        "định. Hãy hoàn tác hoặc điều chỉnh việc đó trước."
                    )
                    % {"unit": row.unit}
                )


def _prefixes(written: set[int]) -> Iterator[Q]:
    """Filters for everything below the places that the decision wrote and that are still open."""
    topmost: list[str] = []
    ordered = sorted(written)
    paths: list[str] = []
    for start in range(0, len(ordered), CHUNK):
        rows = Placement.objects.filter(pk__in=ordered[start : start + CHUNK], ends_on=None)
        paths += rows.values_list("path", flat=True)
    for path in sorted(paths):
        if not topmost or not path.startswith(topmost[-1]):
            topmost.append(path)
    for start in range(0, len(topmost), PREFIXES):
        below = Q(pk__in=[])
        for path in topmost[start : start + PREFIXES]:
            below |= Q(path__startswith=path)
        yield below
