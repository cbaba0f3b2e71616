"""What has to be done with papers, and who holds it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from itertools import groupby

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.core.dated import in_force
from thidua.core.days import next_working_day
from thidua.documents.models import (
    Delivery,
    Direction,
    Document,
    DocumentStatus,
    Recipient,
    RecipientKind,
)
from thidua.documents.places import place_of
from thidua.documents.queries.visible import arrivals_for
from thidua.notify import queries as notices
from thidua.notify.tasks import Task
from thidua.org.actor import Actor
from thidua.org.models import Post
from thidua.org.rights import Right

WAITING = (DocumentStatus.DRAFT, DocumentStatus.SUBMITTED, DocumentStatus.SIGNED)


def tasks_of(actor: Actor) -> list[Task]:
    """Papers to open, to write on, to sign, to number, to address; mails that did not leave.

    What somebody else in the unit holds is told too, with the holder's name.
    """
    papers = list(_on_their_way(actor))
    desk = Desk(actor, {paper.unit_id for paper in papers})
    tasks = [_to_open(actor, delivery) for delivery in _unopened(actor)]
    tasks += [task for paper in papers if (task := desk.task_for(paper))]
    tasks += _open_lines(actor)
    return [*tasks, *notices.tasks_of(actor)]


class Desk:
    """Who in each unit signs, and who gives the numbers, on the actor's day."""

    def __init__(self, actor: Actor, units: set[int]) -> None:
        self.actor = actor
        self.units = units

    @cached_property
    def posts(self) -> list[Post]:
        """Asked for only when somebody else holds a paper."""
        return list(
            Post.objects.filter(in_force(self.actor.day), unit__in=self.units)
            .select_related("kind", "person")
            .order_by("kind__rank", "pk")
        )

    def task_for(self, paper: Document) -> Task | None:
        """The next step with `paper`; a draft concerns only those who draft."""
        match paper.status:
            case DocumentStatus.SUBMITTED:
                deed, act = _("Duyệt ký"), _("Xem và duyệt ký")
                return self._step(paper, Right.DOCUMENT_SIGN, deed, act, paper.submitted_at)
            case DocumentStatus.SIGNED:
                deed, act = _("Cấp số, ban hành"), _("Cấp số")
                if not paper.unit.kind.keeps_register:
                    deed, act = _("Ban hành"), _("Ban hành")
                return self._step(paper, Right.DOCUMENT_ISSUE, deed, act, paper.signed_at)
        return self._draft(paper) if self.actor.can(Right.PLAN_DRAFT, paper.unit) else None

    def _draft(self, paper: Document) -> Task:
        mine = paper.drafted_by_id == self.actor.user.pk
        deed = _("Sửa và trình lại") if paper.returned else _("Soạn tiếp")
        holder = str(paper.drafted_by)
        return _task(paper, deed, _("Soạn tiếp") if mine else _("Xem"), holder, mine=mine)

    def _step(
        self, paper: Document, right: Right, deed: str, act: str, since: datetime | None
    ) -> Task:
        mine = self.actor.can(right, paper.unit)
        holder = str(self.actor.user) if mine else self._holder(right, paper)
        task = _task(paper, deed, act if mine else _("Xem"), holder, mine=mine, since=since)
        # A paper gets its number at the latest on the working day after the signature (DOC-25).
        due = next_working_day(task.since) if right == Right.DOCUMENT_ISSUE else None
        return replace(task, due=due)

    def _holder(self, right: Right, paper: Document) -> str:
        """The highest post signs; numbers are given by the lowest, whose daily work it is."""
        names = [
            post.person.name
            for post in self.posts
            if post.unit_id == paper.unit_id and right in post.kind.grants()
        ]
        if not names:
            return _("Chưa có người giữ")
        return names[0] if right == Right.DOCUMENT_SIGN else names[-1]


def _task(
    paper: Document, deed: str, act: str, holder: str, *, mine: bool, since: datetime | None = None
) -> Task:
    return Task(
        title=f"{deed} {paper}",
        detail=paper.return_reason if paper.returned else paper.title,
        url=place_of(paper),
        act=act,
        holder=holder,
        mine=mine,
        since=timezone.localtime(since or paper.created_at).date(),
        room="documents",
    )


def _unopened(actor: Actor) -> QuerySet[Delivery]:
    """What was sent to them and nobody has opened, with no more columns than a task shows."""
    paper = ("full_number", "type_name", "title", "issuer_name")
    return (
        arrivals_for(actor)
        .filter(opened_at=None)
        .select_related(None)
        .select_related("recipient__document")
        .only("sent_at", *(f"recipient__document__{name}" for name in paper))
    )


def _on_their_way(actor: Actor) -> QuerySet[Document]:
    """Papers of their units that are written, signed or numbered, and that they work on."""
    working = actor.holding(Right.PLAN_DRAFT) | actor.holding(Right.DOCUMENT_SIGN)
    working |= actor.holding(Right.DOCUMENT_ISSUE)
    return (
        Document.objects.filter(
            status__in=WAITING, unit__in=working & actor.holding(Right.DOCUMENT_READ)
        )
        .select_related("unit__kind", "drafted_by__person", "plan", "award_list", "follow_up")
        .order_by("created_at", "pk")
    )


def _to_open(actor: Actor, delivery: Delivery) -> Task:
    """A paper is opened at the latest on the working day after it came (DOC-50)."""
    paper = delivery.recipient.document
    came = timezone.localtime(delivery.sent_at).date()
    return Task(
        title=_("Mở và xem %(paper)s") % {"paper": paper},
        detail=f"{paper.issuer_name}: {paper.title}",
        url=paper.get_absolute_url(),
        act=_("Mở xem"),
        holder=str(actor.user),
        mine=True,
        since=came,
        due=next_working_day(came),
        room="incoming",
    )


def _open_lines(actor: Actor) -> Iterator[Task]:
    """Papers signed here some of whose lines nobody has matched to a recipient."""
    lines = Recipient.objects.filter(
        kind=RecipientKind.OPEN,
        document__unit__in=actor.holding(Right.DOCUMENT_ISSUE) & actor.holding(Right.DOCUMENT_READ),
        document__status__in=(DocumentStatus.SIGNED, DocumentStatus.ISSUED),
        document__signed_at__isnull=False,
        document__direction=Direction.OUT,
    )
    ordered = lines.select_related("document").order_by("document__created_at", "document")
    for _number, same in groupby(ordered, key=lambda line: line.document_id):
        papers = [line.document for line in same]
        yield _open_task(actor, papers[0], len(papers))


def _open_task(actor: Actor, paper: Document, open_lines: int) -> Task:
    return Task(
        title=_("Xác định nơi nhận của %(paper)s") % {"paper": paper},
        detail=ngettext(
            "%(count)s dòng chưa khớp với đơn vị, người hay cơ quan nào",
            "%(count)s dòng chưa khớp với đơn vị, người hay cơ quan nào",
            open_lines,
        )
        % {"count": open_lines},
        url=reverse("documents:recipients", args=[paper.pk]),
        act=_("Chọn nơi nhận"),
        holder=str(actor.user),
        mine=True,
        since=timezone.localtime(paper.signed_at or paper.created_at).date(),
        room="documents",
    )
