"""The list a decision awards: drawn up, changed, submitted, dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.awards import policies
from thidua.awards.models import AwardList, ListLine, Nomination, NominationStatus
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.documents.actions.locking import locked_unit
from thidua.documents.models import Document, RecipientKind
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries import parent_of

TYPE_NAME = "Quyết định"
AS_ARTICLE_3 = "Như Điều 3"
ARCHIVE = "Lưu: VT"
WORDS = ("occasion", "bases", "articles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a decision says beside its list."""

    title: str
    symbol: str
    place: str
    occasion: str
    bases: str
    articles: str


@transaction.atomic
def start_list(
    *, unit: Unit, nominations: Sequence[Nomination], wording: Wording, by: Actor, at: datetime
) -> AwardList:
    """A draft decision of the unit about nominations that its council has recommended.

    A nomination stands on one list only, so pressing twice makes one list.
    """
    unit = locked_unit(unit)
    require(policies.may_list(by, unit))
    kinds = {one.kind for one in nominations}
    if len(kinds) != 1:
        raise DomainError(
            _("Một quyết định tặng một hình thức. Hãy chọn các đề nghị cùng hình thức.")
            if kinds
            else _("Chưa chọn đề nghị nào cho quyết định.")
        )
    name, above = unit.named_on(by.day), parent_of(unit, by.day)
    paper = documents.create_draft(
        unit=unit,
        type_name=TYPE_NAME,
        title=wording.title,
        symbol=wording.symbol,
        place=wording.place,
        issuer_name=name.name,
        parent_name=above.named_on(by.day).name if above else "",
        by=by,
        at=at,
    )
    sessions = {one.item.session_id for one in nominations if one.item}
    award_list = AwardList.objects.create(
        document=paper,
        session_id=sessions.pop() if len(sessions) == 1 else None,
        kind=kinds.pop(),
        **{name: getattr(wording, name) for name in WORDS},
    )
    _set_lines(award_list, nominations)
    _address(award_list, above, by, at)
    record("award_list.started", on=award_list, by=by, unit=unit, at=at, people=len(nominations))
    return award_list


@transaction.atomic
def change_list(
    *,
    award_list: AwardList,
    wording: Wording,
    nominations: Sequence[Nomination],
    by: Actor,
    at: datetime,
) -> AwardList:
    """The words of a draft, and who stands on it."""
    award_list = locked(award_list)
    require(policies.may_edit_list(by, award_list))
    documents.update_draft(
        document=award_list.document,
        title=wording.title,
        symbol=wording.symbol,
        place=wording.place,
        by=by,
        at=at,
    )
    changes = differences(award_list, {name: getattr(wording, name) for name in WORDS})
    for name in WORDS:
        setattr(award_list, name, getattr(wording, name))
    award_list.save(update_fields=WORDS)
    _set_lines(award_list, nominations)
    _address(award_list, parent_of(award_list.document.unit, by.day), by, at)
    told: dict[str, Any] = {"people": len(nominations), "changes": changes}
    record("award_list.edited", on=award_list, by=by, unit=award_list.document.unit, at=at, **told)
    return award_list


@transaction.atomic
def submit_list(*, award_list: AwardList, by: Actor, at: datetime) -> AwardList:
    """Hand the decision to whoever signs; one that awards nobody goes nowhere."""
    award_list = locked(award_list)
    require(policies.may_submit_list(by, award_list))
    award_list.document = documents.submit_document(document=award_list.document, by=by, at=at)
    return award_list


@transaction.atomic
def drop_list(*, award_list: AwardList, by: Actor, at: datetime) -> AwardList:
    """Give a draft decision up; its nominations wait for another one."""
    award_list = locked(award_list)
    require(policies.may_edit_list(by, award_list))
    award_list.lines.all().delete()
    award_list.document = documents.discard_draft(document=award_list.document, by=by, at=at)
    unit = award_list.document.unit
    record("award_list.dropped", on=award_list, by=by, unit=unit, at=at)
    return award_list


def locked(award_list: AwardList) -> AwardList:
    """Read list and paper again under a lock, so that policies judge what is true now."""
    found = (
        AwardList.objects.select_for_update(of=("self",))
        .select_related("kind", "session")
        .get(pk=award_list.pk)
    )
    found.document = Document.objects.select_related("unit__kind").get(pk=found.document_id)
    return found


def _set_lines(award_list: AwardList, nominations: Sequence[Nomination]) -> None:
    """Units first, then persons, by name; each must be recommended and on no other list."""
    rows = Nomination.objects.select_for_update(of=("self",)).filter(
        pk__in=[one.pk for one in nominations],
        decided_by=award_list.document.unit,
        kind=award_list.kind,
        status=NominationStatus.RECOMMENDED,
    )
    free = [one for one in rows.order_by("pk") if _list_of(one) in {None, award_list.pk}]
    if len(free) != len(nominations):
        raise DomainError(
            _("Có đề nghị chưa được hội đồng đề nghị khen, hoặc đã nằm trong quyết định khác.")
        )
    award_list.lines.all().delete()
    ordered = sorted(free, key=lambda one: (one.person_id is not None, one.subject_name, one.pk))
    ListLine.objects.bulk_create(
        ListLine(of=award_list, nomination=one, position=position)
        for position, one in enumerate(ordered, 1)
    )


def _list_of(nomination: Nomination) -> int | None:
    line = ListLine.objects.filter(nomination=nomination).first()
    return line.of_id if line else None


def _address(award_list: AwardList, above: Unit | None, by: Actor, at: datetime) -> None:
    """To the units concerned (*như Điều 3*), to the superior, into the archive.

    What concerns a unit that has ended goes to whoever keeps its records.
    """
    paper = award_list.document
    report = [f"{above.named_on(by.day).name} (để báo cáo)"] if above else []
    lines = documents.set_recipients(
        document=paper, lines=[AS_ARTICLE_3, *report, ARCHIVE], by=by, at=at
    )
    units = award_list.lines.values_list("nomination__unit", "nomination__unit__kept_by")
    concerned = {keeper or unit for unit, keeper in units} - {paper.unit_id}
    documents.choose_targets(
        recipient=lines[0],
        kind=RecipientKind.UNITS if concerned else RecipientKind.ARCHIVE,
        unit_ids=sorted(concerned),
        by=by,
        at=at,
    )
