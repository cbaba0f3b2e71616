"""A draft under the eyes of the checker, and as a paper."""

from dataclasses import replace
from datetime import date

from django.urls import reverse

from thidua.plans.fix_words import fix_label
from thidua.plans.models import Plan
from thidua.plans.noted import note
from thidua.plans.shown import Act, Shown, shown
from thidua.plans.understanding import checked
from thidua.plans.written import OF_THE_OFFICE, official, profile_of, written
from vanban.writing.model import OfficialDocument
from vanban.writing.profiles import Profile


def as_paper(plan: Plan, today: date) -> tuple[OfficialDocument, Profile]:
    """The plan as the writers take it, with the layout of its day."""
    clauses = list(plan.clauses.all())
    lines = plan.document.recipients.order_by("position").values_list("printed", flat=True)
    return official(plan, clauses, list(lines)), profile_of(plan, today)


def draft_findings(plan: Plan, today: date) -> list[Shown]:
    """What the checker says; what is added on signing and issuing is not asked for yet."""
    text = written(*as_paper(plan, today))
    read = checked(text.text)
    fix = reverse("plans:check", args=[plan.pk])
    found = []
    for finding in read.findings:
        if finding.rule in OF_THE_OFFICE:
            continue
        noted = note(finding, read.text)
        acts: tuple[Act, ...] = ()
        if finding.fix and text.clause_at(finding.fix.span) is not None:
            acts = (Act(fix, fix_label(noted), "finding", f"{plan.version}:{noted.key}", "wand"),)
        found.append(replace(shown(noted, acts), anchor="", place=""))
    return found
