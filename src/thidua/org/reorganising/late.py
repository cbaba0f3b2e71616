"""Members and posts that began in a unit on or after the day on which it is to end."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from thidua.org.models import Membership, Post
from thidua.org.reorganising.effects import Planned, Problem
from thidua.org.reorganising.judging import written
from thidua.org.reorganising.loading import CHUNK


def late_problems(planned: Planned) -> Iterator[Problem]:
    """One for each act that would end what had not begun."""
    late = _late(planned)
    for effect in planned.effects:
        key = next((key for key in effect.ended if key in late), None)
        if key is None:
            continue
        what = _(
            "%(unit)s có đoàn viên hoặc chức vụ ghi từ ngày %(since)s, không trước ngày có hiệu "
            "lực %(day)s. Hãy chọn ngày sau đó, hoặc sửa ngày bắt đầu đã ghi."
        )
        words = {
            "unit": planned.world.units[key].name,
            "since": written(late[key]),
            "day": written(planned.world.day),
        }
        yield Problem(effect.wanted, what % words)


def _late(planned: Planned) -> dict[str, date]:
    pks = sorted(planned.ended())
    found: dict[str, date] = {}
    for start in range(0, len(pks), CHUNK):
        late = {"unit__in": pks[start : start + CHUNK], "starts_on__gte": planned.world.day}
        for rows in (Membership.objects.filter(**late), Post.objects.filter(**late)):
            found.update(rows.values_list("unit__key", "starts_on"))
    return found
