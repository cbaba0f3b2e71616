"""*Hướng dẫn*: how the units below carry out a plan."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vanban.reading.model import Phase, Reading, ReportingDuty
from vanban.writing.born.facts import (
    Office,
    PlanFacts,
    cited,
    listed,
    named,
    plan_facts,
    short_date,
)
from vanban.writing.born.paper import paper_of
from vanban.writing.model import OfficialDocument

if TYPE_CHECKING:
    from vanban.writing.born.template import Fact

AUDIENCE = "các công đoàn cơ sở trực thuộc"


def guidance(
    plan: PlanFacts,
    office: Office,
    *,
    clauses: Sequence[str],
    targets: Sequence[str] = (),
    phases: Sequence[Phase] = (),
    duties: Sequence[str] = (),
    audience: str = AUDIENCE,
    own_plan_by: dt.date | None = None,
) -> OfficialDocument:
    """A draft of the guidance; it says of each clause what the officer leaves standing.

    `clauses` are the contents of the plan, a paragraph each; `duties` say who reports what and
    when, in whole sentences; `own_plan_by` is the day by which the units send in their own plan.
    """
    by = f", gửi {office.name} chậm nhất ngày {short_date(own_plan_by)}" if own_plan_by else ""
    facts: dict[str, Fact] = {
        "plan": cited(plan),
        "plan_named": named(plan),
        "kind": plan.kind,
        "audience": audience,
        "clauses": [f"{clause.strip().rstrip(' .;:,')}." for clause in clauses if clause.strip()],
        "targets": listed(targets),
        "phases": listed([_phase(phase) for phase in phases]),
        "duties": listed(duties),
        "own_plan_by": by,
    }
    above = [f"{office.parent} (để báo cáo)"] if office.parent else []
    below = f"{audience[:1].upper()}{audience[1:]} (để thực hiện)"
    return paper_of("guidance", facts, office, [*above, below, "Lưu: VT"])


def guidance_for(
    reading: Reading,
    office: Office,
    *,
    audience: str = AUDIENCE,
    own_plan_by: dt.date | None = None,
) -> OfficialDocument:
    """The guidance for a plan that was read: its contents, targets, phases and reports."""
    return guidance(
        plan_facts(reading),
        office,
        clauses=[item.text for item in reading.content_items],
        targets=[target.text for target in reading.targets],
        phases=reading.phases,
        duties=[_duty(duty, audience) for duty in reading.reporting_duties],
        audience=audience,
        own_plan_by=own_plan_by,
    )


def _phase(phase: Phase) -> str:
    days = [f"từ ngày {short_date(phase.start)}"] if phase.start else []
    days += [f"đến ngày {short_date(phase.end)}"] if phase.end else []
    theme = [f"chủ đề “{phase.theme}”"] if phase.theme else []
    after = ", ".join([*([" ".join(days)] if days else []), *theme])
    return f"{phase.name}: {after}" if after else phase.name


def _duty(duty: ReportingDuty, audience: str) -> str:
    who = duty.who or audience
    to = f" về {duty.to}" if duty.to else ""
    return f"{who[:1].upper()}{who[1:]} gửi báo cáo{to} {duty.when or ''}".strip()
