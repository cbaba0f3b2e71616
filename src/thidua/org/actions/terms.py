"""Terms of office of the bodies of a unit (ORG-20)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Term, Unit
from thidua.org.policies.units import may_keep
from thidua.org.term_facts import TermFacts

BEGUN, CORRECTED, DROPPED = "term.begun", "term.corrected", "term.dropped"
COLUMNS = ("body", "ordinal", "from_year", "to_year", "congress_on", "decision")


@transaction.atomic
def begin_term(*, unit: Unit, facts: TermFacts, by: Actor, at: datetime) -> Term:
    """Write down a term of a body of `unit`."""
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    require(may_keep(by, unit))
    _refuse_a_second(unit, facts)
    term = Term.objects.create(unit=unit, **facts)
    record(BEGUN, on=term, by=by, unit=unit, at=at, body=term.body.name, about=_named(term))
    return term


@transaction.atomic
def correct_term(*, term: Term, facts: TermFacts, by: Actor, at: datetime) -> Term:
    """Mend what was written down of a term."""
    term = _locked(term)
    require(may_keep(by, term.unit))
    _refuse_a_second(term.unit, facts, but=term)
    changes = differences(term, facts)
    for column, value in facts.items():
        setattr(term, column, value)
    term.save(update_fields=COLUMNS)
    record(CORRECTED, on=term, by=by, unit=term.unit, at=at, changes=changes, about=_named(term))
    return term


@transaction.atomic
def drop_term(*, term: Term, by: Actor, at: datetime) -> None:
    """Take away a term written down by mistake; one in which posts are held stays."""
    term = _locked(term)
    require(may_keep(by, term.unit))
    if term.posts.exists():
        raise DomainError(_("Nhiệm kỳ này đã có người giữ chức vụ nên không xóa được."))
    record(DROPPED, on=term, by=by, unit=term.unit, at=at, body=term.body.name, about=_named(term))
    term.delete()


def _locked(term: Term) -> Term:
    rows = Term.objects.select_for_update(of=("self",)).select_related("unit", "body")
    return rows.get(pk=term.pk)


def _named(term: Term) -> str:
    return f"{term.body.name} {term.from_year} - {term.to_year}"


def _refuse_a_second(unit: Unit, facts: TermFacts, but: Term | None = None) -> None:
    others = Term.objects.exclude(pk=but.pk) if but else Term.objects.all()
    same = others.filter(
        unit=unit,
        body=facts["body"],
        ordinal=facts["ordinal"],
        from_year=facts["from_year"],
    )
    if same.exists():
        raise DomainError(_("Nhiệm kỳ này của đơn vị đã được ghi rồi."))
