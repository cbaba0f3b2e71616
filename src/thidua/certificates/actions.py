"""Every change to certificates. What was made is never changed: it is revoked and replaced."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.awards.models import Award
from thidua.certificates import policies, queries
from thidua.certificates.codes import new_code
from thidua.certificates.models import Certificate
from thidua.certificates.printing import sheets_of
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.models import Document
from thidua.files.actions import keep
from thidua.org.actor import Actor
from vanban.writing.certificate import write_certificate

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Printed:
    """A sheet that is ready but belongs to nobody yet."""

    award: Award
    code: str
    data: bytes


def make_certificates(*, decision: Document, by: Actor, at: datetime) -> int:
    """Make what is missing for everybody on `decision`; how many were made.

    The sheets are set before the transaction, so that a long list does not keep others waiting;
    whoever presses at the same time makes none twice.
    """
    require(policies.may_make(by, decision))
    return _keep_all(decision, _printed(queries.without_certificate(decision)), by, at)


@transaction.atomic
def _keep_all(decision: Document, sheets: Sequence[Printed], by: Actor, at: datetime) -> int:
    decision = _locked_decision(decision.pk)
    require(policies.may_make(by, decision))
    missing = set(queries.without_certificate(decision).values_list("pk", flat=True))
    fresh = [sheet for sheet in sheets if sheet.award.pk in missing]
    for sheet in fresh:
        _keep(sheet, by, at)
    if fresh:
        made = len(fresh)
        record("certificates.made", on=decision, by=by, unit=decision.unit, at=at, made=made)
    return len(fresh)


@transaction.atomic
def hand_over(*, certificates: Collection[Certificate], on: date, by: Actor, at: datetime) -> int:
    """Note the day on which they were handed over (*trao*); those noted already keep theirs."""
    count = 0
    for certificate in certificates:
        fresh = _locked(certificate)
        require(policies.may_hand_over(by, fresh))
        _require_day(on, fresh, by.day)
        if fresh.handed_on is None:
            fresh.handed_on = on
            fresh.save(update_fields=["handed_on"])
            unit = fresh.award.unit
            record("certificate.handed_over", on=fresh, by=by, unit=unit, at=at, day=str(on))
            count += 1
    return count


@transaction.atomic
def take_back_hand_over(*, certificate: Certificate, by: Actor, at: datetime) -> Certificate:
    """It was not handed over after all."""
    certificate = _locked(certificate)
    require(policies.may_take_back(by, certificate))
    was, certificate.handed_on = certificate.handed_on, None
    certificate.save(update_fields=["handed_on"])
    unit = certificate.award.unit
    record("certificate.not_handed_over", on=certificate, by=by, unit=unit, at=at, was=str(was))
    return certificate


@transaction.atomic
def revoke_certificate(
    *, certificate: Certificate, reason: str, by: Actor, at: datetime
) -> Certificate:
    """It counts no longer; whoever verifies it reads so at once. Not undone, only replaced."""
    certificate = _locked(certificate)
    require(policies.may_revoke(by, certificate))
    _revoke(certificate, reason, by, at)
    return certificate


@transaction.atomic
def replace_certificate(
    *, certificate: Certificate, reason: str, by: Actor, at: datetime
) -> Certificate:
    """Give another sheet with another code (*cấp lại*); the one before counts no longer."""
    certificate = _locked(certificate)
    require(policies.may_replace(by, certificate))
    if certificate.revoked_at is None:
        _revoke(certificate, reason, by, at)
    (sheet,) = _printed([certificate.award])
    fresh = _keep(sheet, by, at)
    unit = certificate.award.unit
    record(
        "certificate.replaced",
        on=fresh,
        by=by,
        unit=unit,
        at=at,
        reason=reason,
        instead_of=certificate.code,
    )
    return fresh


def _printed(awards: Collection[Award]) -> list[Printed]:
    coded = [(award, new_code()) for award in awards]
    sheets = zip(coded, sheets_of(coded), strict=True)
    return [Printed(award, code, write_certificate(sheet)) for (award, code), sheet in sheets]


def _keep(sheet: Printed, by: Actor, at: datetime) -> Certificate:
    return Certificate.objects.create(
        award=sheet.award,
        code=sheet.code,
        pdf=keep(data=sheet.data, media_type=PDF, unit=sheet.award.unit, made=True, at=at),
        made_at=at,
        made_by=by.user,
    )


def _revoke(certificate: Certificate, reason: str, by: Actor, at: datetime) -> None:
    certificate.revoked_at, certificate.revoked_by = at, by.user
    certificate.revoke_reason = reason
    certificate.save(update_fields=["revoked_at", "revoked_by", "revoke_reason"])
    unit = certificate.award.unit
    record("certificate.revoked", on=certificate, by=by, unit=unit, at=at, reason=reason)


def _require_day(on: date, certificate: Certificate, today: date) -> None:
    decided = certificate.award.decided_on
    if on > today:
        raise DomainError(
            _("Ngày trao %(day)s chưa tới. Trao xong mới ghi ngày.") % {"day": f"{on:%d/%m/%Y}"}
        )
    if on < decided:
        raise DomainError(
            _("Ngày trao %(day)s trước ngày quyết định %(decided)s.")
            % {"day": f"{on:%d/%m/%Y}", "decided": f"{decided:%d/%m/%Y}"}
        )


def _locked_decision(pk: int) -> Document:
    """All sheets of a decision are made under this lock."""
    return Document.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)


def _locked(certificate: Certificate) -> Certificate:
    """Read the row again, with its decision locked, so that policies judge what is true now."""
    _locked_decision(certificate.award.decision_id)
    return (
        Certificate.objects.select_for_update(of=("self",))
        .select_related("award__decision", "award__kind", "award__unit")
        .get(pk=certificate.pk)
    )
