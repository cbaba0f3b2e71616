"""Issuing: number, freeze, Word and PDF, and on their way, all at once or not at all."""

from datetime import date, datetime

from django.db import transaction

from thidua.audit.actions import record
from thidua.documents import actions as documents
from thidua.documents.models import BookEntry, FileRole
from thidua.org.actor import Actor
from thidua.plans.actions.drafting import locked
from thidua.plans.actions.rows import link_citations, write_structure
from thidua.plans.filenames import file_name
from thidua.plans.models import Plan
from thidua.plans.noted import note
from thidua.plans.understanding import checked
from thidua.plans.written import official, profile_of, written
from vanban.reading.model import Reading
from vanban.writing.docx import write_docx
from vanban.writing.pdf import write_pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


@transaction.atomic
def issue_plan(
    *, plan: Plan, dated: date, reserved: BookEntry | None, by: Actor, at: datetime
) -> Plan:
    """Give the signed plan its number and send it out.

    Numbering, findings, files and deliveries are one transaction: a number is never spent on a
    plan that could not be written.
    """
    plan = locked(plan)
    paper = documents.issue_document(
        document=plan.document, dated=dated, reserved=reserved, by=by, at=at
    )
    plan.document = paper
    clauses = list(plan.clauses.order_by("position"))
    lines = list(paper.recipients.order_by("position").values_list("printed", flat=True))
    document, profile = official(plan, clauses, lines), profile_of(plan, dated)
    read = checked(written(document, profile).text)
    write_structure(plan, read, day=dated)
    plan.findings = _findings(read, numbered=document.numbered)
    plan.save(update_fields=["findings"])
    for role, media_type, data in (
        (FileRole.WORD, WORD, write_docx(document, profile)),
        (FileRole.PDF, PDF, write_pdf(document, profile)),
    ):
        name = file_name(paper, role)
        documents.attach(
            document=paper, data=data, name=name, role=role, media_type=media_type, by=by, at=at
        )
    link_citations(paper)
    documents.distribute(document=paper, by=by, at=at)
    record("plan.issued", on=plan, by=by, unit=paper.unit, at=at, number=paper.full_number)
    return plan


def _findings(read: Reading, *, numbered: bool) -> list[dict[str, str]]:
    """What the checker says of the plan as issued; a group is not asked for a number."""
    return [
        {
            "rule": finding.rule,
            "severity": str(finding.severity),
            "message": finding.message,
            "quote": note(finding, read.text).quote,
            "state": "open",
        }
        for finding in read.findings
        if numbered or finding.rule != "missing-number"
    ]
