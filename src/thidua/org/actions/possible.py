"""What no list of members can hold: a day still to come, a unit that had ended."""

from datetime import date

from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.org.models import Unit
from thidua.org.queries.keeping import ended_on


def require_possible(unit: Unit, day: date, today: date) -> None:
    """Raise `DomainError` where nobody can have joined `unit` on `day`.

    A day before the unit is known is possible: people joined before anybody used this system.
    """
    if day > today:
        raise DomainError(
            _("Ngày %(day)s chưa tới. Hãy ghi biến động vào ngày đã diễn ra.")
            % {"day": f"{day:%d/%m/%Y}"}
        )
    end = ended_on(unit)
    if end is not None and day >= end:
        raise DomainError(
            _("%(unit)s đã kết thúc hoạt động từ ngày %(day)s nên không nhận thêm đoàn viên.")
            % {"unit": unit, "day": f"{end:%d/%m/%Y}"}
        )
