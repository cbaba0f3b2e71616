"""Lines of one file that may be about the same person."""

from django.utils.translation import gettext as _

from thidua.core.folded import folded
from thidua.org.birth import is_day
from thidua.oversight.importing.lines import Line, Problem, problem


class Twins:
    """Remembers every line it was shown, as small numbers: a file may have 200,000.

    The first of several alike is in order; the others are doubtful.
    """

    def __init__(self) -> None:
        self._seen: dict[int, int] = {}
        self._units: dict[int, int] = {}

    def of(self, line: Line, unit_id: int, also: str = "") -> Problem | None:
        """What makes this line doubtful beside those before it.

        `also` tells apart lines of one person that are meant, such as two posts.
        """
        name = folded(line.values.get("name", ""))
        self._units[line.number] = unit_id
        found: Problem | None = None
        for sort, key in self._keys(line, name, unit_id, also):
            first = self._seen.setdefault(hash((sort, key)), line.number)
            if first != line.number and found is None:
                found = self._said(sort, first, unit_id)
        return found

    @staticmethod
    def _keys(line: Line, name: str, unit_id: int, also: str) -> list[tuple[str, object]]:
        values = line.values
        born, code, phone = (values.get(key, "") for key in ("birth_on", "code", "phone"))
        keys: list[tuple[str, object]] = []
        if code:
            keys.append(("code", (code, also)))
        if is_day(born):
            keys.append(("born", (name, born, also)))
        elif not code:
            sort = "year" if born else "name" if name else "unit"
            keys.append((sort, (name, born, unit_id, also)))
        if phone and not also:
            keys.append(("phone", phone))
        return keys

    def _said(self, sort: str, first: int, unit_id: int) -> Problem:
        here = self._units.get(first) == unit_id
        line = {"line": first}
        if sort == "code":
            said = _("Trùng mã số đoàn viên với dòng %(line)s.") % line
        elif sort == "unit":
            said = _("Đơn vị này đã có ở dòng %(line)s, cùng ngày.") % line
        elif sort == "phone":
            said = _("Trùng số điện thoại với dòng %(line)s.") % line
        elif sort == "year":
            said = _("Trùng họ tên, năm sinh với dòng %(line)s, cùng đơn vị.") % line
        elif sort == "name":
            said = _("Trùng họ tên với dòng %(line)s, cùng đơn vị, chưa có ngày sinh.") % line
        elif here:
            said = _("Lặp lại dòng %(line)s: cùng họ tên, cùng ngày sinh, cùng đơn vị.") % line
        else:
            said = _("Người này đã có ở dòng %(line)s, thuộc đơn vị khác.") % line
        return problem(f"twin_{sort}" if here or sort != "born" else "twin_units", said)
