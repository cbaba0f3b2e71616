"""Putting somebody forward: write, send, take back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.awards import policies
from thidua.awards.models import Nomination, NominationStatus, form_of
from thidua.awards.offers import deciders_for, kinds_of, phases_of
from thidua.awards.subjects import Subject, post_of, require_of_unit
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.actions.locking import locked_unit
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans.models import Phase
from thidua.rulebook.models import AwardKind

WORDS = ("decided_by", "phase", "kind", "person", "subject_unit", "subject_name", "subject_post")
TYPED = ("merit", "achievements")
NOTED = (*TYPED, "subject_name", "subject_post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is put forward to whom, for what and why. An empty post is filled in from the posts."""

    decided_by: Unit
    phase: Phase
    kind: AwardKind
    subject: Subject
    subject_post: str = ""
    merit: str
    achievements: str


@transaction.atomic
def start_nomination(
    *, unit: Unit, wanted: Wanted, once: str = "", by: Actor, at: datetime
) -> Nomination:
    """A draft nomination. The same page pressed again gives the first one back.

    Raises `DomainError` when the subject is not of the unit, or is put forward already.
    """
    require(policies.may_begin(by, unit))
    locked_unit(wanted.decided_by)
    key = f"{by.user.pk}.{once}" if once else None
    begun = Nomination.objects.filter(once=key).first() if key else None
    if begun is not None:
        return begun
    nomination = Nomination(
        unit=unit,
        unit_path=unit.path_on(by.day),
        created_by=by.user,
        created_at=at,
        once=key,
    )
    _fill(nomination, wanted, by.day)
    nomination.save()
    record("nomination.started", on=nomination, by=by, unit=unit, at=at)
    return nomination


@transaction.atomic
def change_nomination(
    *, nomination: Nomination, wanted: Wanted, by: Actor, at: datetime
) -> Nomination:
    """Write a draft or a returned nomination anew."""
    locked_unit(wanted.decided_by)
    nomination = locked(nomination)
    require(policies.may_edit(by, nomination))
    before = {name: getattr(nomination, name) for name in NOTED}
    _fill(nomination, wanted, by.day)
    nomination.save(update_fields=[*WORDS, *TYPED])
    changes = {name: (old, getattr(nomination, name)) for name, old in before.items()}
    record("nomination.edited", on=nomination, by=by, unit=nomination.unit, at=at, changes=changes)
    return nomination


@transaction.atomic
def submit_nomination(*, nomination: Nomination, by: Actor, at: datetime) -> Nomination:
    """Send it to the reviewers of the deciding unit; the subject still belongs to the unit."""
    nomination = locked(nomination)
    require(policies.may_submit(by, nomination))
    subject = Subject(nomination.person, nomination.subject_unit)
    require_of_unit(subject, nomination.unit, by.day)
    nomination.move_to(NominationStatus.SUBMITTED)
    nomination.submitted_at, nomination.reason = at, ""
    nomination.save(update_fields=["status", "submitted_at", "reason"])
    record("nomination.submitted", on=nomination, by=by, unit=nomination.unit, at=at)
    return nomination


@transaction.atomic
def withdraw_nomination(*, nomination: Nomination, by: Actor, at: datetime) -> Nomination:
    """Take it back to go on writing, until it is put before the council."""
    nomination = locked(nomination)
    require(policies.may_withdraw(by, nomination))
    nomination.move_to(NominationStatus.DRAFT)
    nomination.submitted_at = None
    nomination.save(update_fields=["status", "submitted_at"])
    record("nomination.withdrawn", on=nomination, by=by, unit=nomination.unit, at=at)
    return nomination


def locked(nomination: Nomination) -> Nomination:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("unit", "decided_by__kind", "kind", "person", "subject_unit", "item")
        .get(pk=nomination.pk)
    )


def _fill(nomination: Nomination, wanted: Wanted, day: date) -> None:
    unit, subject = nomination.unit, wanted.subject
    _require_offered(unit, wanted, day)
    require_of_unit(subject, unit, day)
    _require_first(nomination, wanted)
    nomination.decided_by, nomination.phase = wanted.decided_by, wanted.phase
    nomination.kind = wanted.kind
    nomination.person, nomination.subject_unit = subject.person, subject.unit
    nomination.subject_name = subject.name
    nomination.subject_post = wanted.subject_post.strip() or post_of(subject, unit, day)
    nomination.merit = wanted.merit.strip()
    nomination.achievements = wanted.achievements.strip()


def _require_offered(unit: Unit, wanted: Wanted, day: date) -> None:
    if wanted.decided_by not in deciders_for(unit, day):
        raise DomainError(
            _("%(unit)s chỉ đề nghị lên cấp trên trực tiếp hoặc tự khen.") % {"unit": unit}
        )
    if wanted.kind not in kinds_of(wanted.decided_by, day):
        raise DomainError(
            _("%(unit)s không có thẩm quyền tặng %(kind)s theo quy định ngày %(day)s.")
            % {"unit": wanted.decided_by, "kind": form_of(wanted.kind), "day": f"{day:%d/%m/%Y}"}
        )
    if wanted.subject.sort not in wanted.kind.subjects:
        raise DomainError(
            _("%(kind)s không dành cho đối tượng này.") % {"kind": form_of(wanted.kind)}
        )
    if not phases_of(wanted.decided_by, day).filter(pk=wanted.phase.pk).exists():
        raise DomainError(
            _("Đợt này không thuộc kế hoạch mà %(unit)s đang thực hiện.")
            % {"unit": wanted.decided_by}
        )


def _require_first(nomination: Nomination, wanted: Wanted) -> None:
    held = (
        Nomination.objects.filter(
            decided_by=wanted.decided_by,
            phase=wanted.phase,
            kind=wanted.kind,
            person=wanted.subject.person,
            subject_unit=wanted.subject.unit,
        )
        .exclude(status=NominationStatus.DECLINED)
        .exclude(pk=nomination.pk)
        .select_related("unit")
        .first()
    )
    if held is not None:
        raise DomainError(
            _("%(who)s đã được %(unit)s đề nghị %(kind)s trong đợt này (%(state)s).")
            % {
                "who": held.subject_name,
                "unit": held.unit,
                "kind": form_of(wanted.kind),
                "state": held.get_status_display(),
            }
        )
