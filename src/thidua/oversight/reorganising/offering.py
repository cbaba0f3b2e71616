"""The units that an act of a decision may name, and what is meant by what somebody typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.folded import folded
from thidua.org.models import Act, ActKind, Reorganisation, Unit
from thidua.org.queries import parent_of
from thidua.org.reorganising.finding import key_in, units_like, units_meant, with_key


class Unclear(Exception):
    """No unit, or several. `choices` are offered instead: what to type, and how it reads."""

    def __init__(self, sentence: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(sentence)
        self.choices = choices


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything below the unit of the decision, and what its own acts establish."""

    scope: Unit
    day: date
    new: Sequence[Act]

    @classmethod
    def of(cls, reorganisation: Reorganisation, day: date) -> "Offer":
        new = reorganisation.acts.filter(kind=ActKind.ESTABLISH, unit=None)
        return cls(reorganisation.unit, day, list(new))

    def established(self, typed: str) -> Act | None:
        """The act of this decision that establishes a unit of that name."""
        name = folded(typed)
        return next((act for act in self.new if folded(act.naming.get("name", "")) == name), None)

    def unit(self, typed: str) -> Unit:
        """The one unit that is meant; raises `Unclear`."""
        exact = units_meant(self.scope, self.day, [typed])[typed]
        if len(exact) == 1:
            return exact[0]
        near = exact or ([] if key_in(typed) else units_like(self.scope, self.day, typed))
        words = {"typed": typed, "unit": self.scope}
        if not near:
            raise Unclear(_("Không có đơn vị nào tên “%(typed)s” trong %(unit)s.") % words)
        raise Unclear(
            _("Có nhiều đơn vị tên gần giống “%(typed)s”. Hãy chọn đúng đơn vị.") % words
            if len(near) > 1
            else _("Không có đơn vị nào tên đúng là “%(typed)s”. Hãy chọn hoặc gõ lại.") % words,
            [(with_key(unit), self._described(unit)) for unit in near],
        )

    def _described(self, unit: Unit) -> str:
        above = parent_of(unit, self.day)
        return f"{unit.name} [{unit.key}]" + (f" · {above}" if above else "")
