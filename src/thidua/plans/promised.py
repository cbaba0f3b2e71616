"""What the page of a plan tells of its promises: each day once, each figure as it was promised."""

import re
from collections.abc import Iterable

from thidua.core.templatetags.vn import vn_number
from thidua.documents.naming import folded
from thidua.plans.models import Commemoration, Target

_BEFORE = r"(?:trên|hơn|ít nhất|tối thiểu|tối đa|không quá|dưới|khoảng)"
_BEHIND = r"trở lên"


def each_once(days: Iterable[Commemoration]) -> list[Commemoration]:
    """A day that title and phase both name stands once: with its count, and in its phase."""
    best_first = sorted(days, key=lambda day: (day.ordinal is None, day.phase is None))
    found: list[Commemoration] = []
    for day in best_first:
        named = [one for one in found if folded(one.name) == folded(day.name)]
        if not any(day.ordinal in (None, one.ordinal) for one in named):
            found.append(day)
    return sorted(found, key=lambda day: day.position)


def figure_of(target: Target) -> str:
    """*Trên 95%*, *ít nhất 3 sáng kiến*: a floor is told as one; a per cent stands close."""
    if target.value is None:
        return ""
    number = vn_number(target.value)
    told = rf"(?P<before>{_BEFORE}) (?:có )?0*{re.escape(number)}(?![\d,])"
    before = re.search(told, target.text, re.IGNORECASE)
    behind = re.search(rf"(?<![\d,.])0*{re.escape(number)}\s*\S+ {_BEHIND}", target.text)
    figure = f"{number}%" if target.unit == "%" else f"{number} {target.unit}".strip()
    words = (before["before"].lower() if before else "", figure, _BEHIND if behind else "")
    return " ".join(word for word in words if word)
