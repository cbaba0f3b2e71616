"""What a new sheet says until its leader writes it otherwise."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from thidua.documents.naming import folded
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase, Plan
from thidua.plans.naming import phase_words

MOST_LINES = 8
LONGEST_LINE = 220
OPEN_DAYS = 14
FIRST_THOUGHT = re.compile(r".+?(?=[;.](?:\s|$)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prefill:
    title: str
    words: str
    purpose: str
    contact: str
    opens_on: date
    closes_on: date


def prefill(unit: Unit, phase: Phase, by: Actor) -> Prefill:
    """Words from the contents and targets of the plan, days of two weeks inside the phase."""
    opens_on = max(by.day, phase.starts_on)
    return Prefill(
        title=_("Giao ước thi đua, %(phase)s") % {"phase": phase_words(phase)},
        words="\n".join(words_of(phase.plan)),
        purpose=purpose(),
        contact=_("%(name)s, %(post)s, %(unit)s")
        % {"name": by.user, "post": _post_in(unit, by), "unit": unit},
        opens_on=opens_on,
        closes_on=min(opens_on + timedelta(days=OPEN_DAYS), phase.ends_on),
    )


def purpose() -> str:
    """What every member is told of their data, until a leader writes it otherwise (PDP)."""
    return _(
        "Ghi nhận việc bạn ký giao ước và tính tỷ lệ đoàn viên đã ký. Chỉ ghi họ tên hoặc mã "
        "bạn gõ, việc làm cụ thể và giờ ký. Chỉ người giữ bản giao ước của đơn vị và tổ trưởng "
        "của bạn xem được tên; cấp trên chỉ thấy con số. Bạn rút lại lúc nào cũng được."
    )


def words_of(plan: Plan) -> list[str]:
    """The first thought of each content, then targets that no line has said already."""
    lines: list[str] = []
    contents = plan.clauses.filter(content=True).values_list("text", flat=True)
    targets = plan.targets.values_list("text", flat=True)
    for text in (*contents, *targets):
        line = _first_thought(text)
        said = folded(line).rstrip(" .")
        if said and not any(said in folded(known) for known in lines):
            lines.append(line)
    return lines[:MOST_LINES]


def _first_thought(text: str) -> str:
    found = FIRST_THOUGHT.match(" ".join(text.split()))
    thought = found[0] if found else ""
    if len(thought) > LONGEST_LINE:
        thought = thought[:LONGEST_LINE].rsplit(" ", 1)[0].rstrip(",:–-") + "…"
    return thought[:1].upper() + thought[1:]


def _post_in(unit: Unit, by: Actor) -> str:
    return next((post.name for post in by.posts if post.unit_id == unit.pk), "")
