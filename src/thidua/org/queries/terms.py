"""Terms of a unit's bodies, with what the rules of the time say about their size (ORG-22)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import Body, BodySize, Post, Term, Unit, UnitKind
from thidua.org.queries.units import headcount_on
from thidua.org.rights import Right
from vanban.writing.numbers import roman


@dataclass(frozen=True, slots=True)
class TermLine:
    """A term, how many hold posts of its body, and a hint where that is out of the ordinary."""

    term: Term
    seated: int
    hint: str
    source: str

    @property
    def ordinal(self) -> str:
        """As on paper, in Roman numerals (ORG-21)."""
        return roman(self.term.ordinal)


def terms_kept_by(actor: Actor) -> QuerySet[Term]:
    """Those whose page they may open, to mend them: see `policies.units.may_keep`."""
    own = Q(unit__in=actor.holding(Right.PEOPLE_KEEP))
    return Term.objects.filter(own | actor.reach(Right.UNIT_MANAGE))


def terms_of(unit: Unit, day: date) -> list[TermLine]:
    """The terms of the unit, the running ones first; hints only for those of `day`."""
    terms = list(unit.terms.select_related("body").order_by("-to_year", "body__rank", "-ordinal"))
    running = [term for term in terms if term.from_year <= day.year <= term.to_year]
    if not running:
        return [TermLine(term, 0, "", "") for term in terms]
    seated = _seated(unit, day)
    members = headcount_on(unit, day)
    lines = []
    for term in terms:
        count = seated[term.body_id] if term in running else 0
        size = size_of(term.body, unit.kind, members, day) if term in running else None
        said = size_hint(size, count) if size else ""
        lines.append(TermLine(term, count, said, size.source if size and said else ""))
    return lines


def size_of(body: Body, kind: UnitKind, members: int, day: date) -> BodySize | None:
    """The row that holds for a unit of that kind with so many members."""
    begun = Q(starts_on=None) | Q(starts_on__lte=day)
    lasting = Q(ends_on=None) | Q(ends_on__gt=day)
    rows = BodySize.objects.filter(begun & lasting, body=body, unit_kind=kind)
    return rows.filter(from_members__lte=members).order_by("-from_members", "-starts_on").first()


def size_hint(size: BodySize, seated: int) -> str:
    """A sentence where `seated` is more or less than usual; nobody is ever stopped by it."""
    if size.most == 0:
        return _("Dưới 10 đoàn viên thì không bầu tập thể này, chỉ bầu Chủ tịch.") if seated else ""
    if size.most is not None and seated > size.most:
        return _("Đang có %(seated)s người, quy định không quá %(most)s người.") % {
            "seated": seated,
            "most": size.most,
        }
    if size.least is not None and 0 < seated < size.least:
        return _("Đang có %(seated)s người, quy định ít nhất %(least)s người.") % {
            "seated": seated,
            "least": size.least,
        }
    return ""


def _seated(unit: Unit, day: date) -> Counter[int | None]:
    """How many persons hold a post of each body that day; two posts of one body count once."""
    held = Post.objects.filter(in_force(day), unit=unit).exclude(kind__body=None)
    return Counter(body for body, _person in set(held.values_list("kind__body", "person")))
