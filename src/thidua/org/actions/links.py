"""One-time links: made for members, used by them, taken back."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.fields import parse_day
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.codes import digest_of, last_moment, new_code, read_code
from thidua.org.kept_codes import keep_codes
from thidua.org.models import LinkBatch, OneTimeLink, Person, Unit
from thidua.org.policies.people import may_begin_for, may_keep_people
from thidua.org.purposes import Purpose

MISSES = 5
TAIL = 4


class LinkRefused(DomainError):
    """The link opens nothing; the sentence says why."""


@transaction.atomic
def make_links(
    *, persons: Sequence[Person], unit: Unit, purpose: Purpose, once: str, by: Actor, at: datetime
) -> LinkBatch:
    """A link for each person; one they had for the same purpose is void from now on."""
    require(may_begin_for(by, unit))
    batch, fresh = LinkBatch.objects.get_or_create(
        once=once,
        defaults={"unit": unit, "purpose": purpose.code, "made_by": by.user, "made_at": at},
    )
    if not fresh:
        return batch
    locked = _locked(persons)
    live = OneTimeLink.objects.filter(purpose=purpose.code, person__in=locked, revoked_at=None)
    live.update(revoked_at=at)
    codes = [new_code() for _one in locked]
    links = OneTimeLink.objects.bulk_create(
        OneTimeLink(
            batch=batch,
            purpose=purpose.code,
            person=person,
            unit=unit,
            digest=digest_of("link", code),
            expires_at=last_moment(at, purpose.days),
            most_uses=purpose.uses,
        )
        for person, code in zip(locked, codes, strict=True)
    )
    keep_codes(
        "link", batch.pk, by.user.pk, dict(zip([link.pk for link in links], codes, strict=True))
    )
    record(
        "links.made",
        on=batch,
        by=by,
        unit=unit,
        at=at,
        purpose=str(purpose.title),
        count=len(links),
    )
    return batch


def _locked(persons: Sequence[Person]) -> list[Person]:
    """In one order: two keepers who make links for the same people never wait for each other."""
    rows = Person.objects.select_for_update().filter(pk__in=[one.pk for one in persons])
    return list(rows.order_by("pk"))


@transaction.atomic
def revoke_link(*, link: OneTimeLink, by: Actor, at: datetime) -> None:
    """The paper with this link opens nothing any more."""
    require(may_keep_people(by, link.unit))
    if not OneTimeLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at):
        return
    record("link.revoked", on=link, by=by, unit=link.unit, at=at, about=link.person.name)


def link_behind(typed: str, at: datetime) -> OneTimeLink:
    """The link with that code while it still opens something, or `LinkRefused`."""
    code = read_code(typed)
    found = (
        OneTimeLink.objects.filter(digest=digest_of("link", code))
        .select_related("person", "unit")
        .first()
        if code
        else None
    )
    if found is None:
        raise LinkRefused(_("Không có phiếu nào mang mã này. Hãy xem lại mã trên phiếu."))
    _require_live(found, at)
    return found


@transaction.atomic
def use_link(*, link: OneTimeLink, proof: str, at: datetime) -> bool:
    """Count one use, by somebody who knows what only the person knows (`asks_for`); no for others.

    After five wrong answers the link is void: the paper may be in other hands.
    """
    rows = OneTimeLink.objects.select_for_update(of=("self",)).select_related("person", "unit")
    link = rows.get(pk=link.pk)
    _require_live(link, at)
    if not _proves(link.person, proof):
        link.misses += 1
        if link.misses >= MISSES:
            link.revoked_at = at
        link.save(update_fields=["misses", "revoked_at"])
        return False
    link.uses += 1
    link.used_at = at
    link.save(update_fields=["uses", "used_at"])
    return True


def asks_for(person: Person) -> str:
    """What is asked before the link opens: ``phone``, ``birth``, ``year``, or nothing."""
    if len(_digits(person.phone)) >= TAIL:
        return "phone"
    if person.birth_year:
        return "year"
    return "birth" if person.birth_on else ""


def _proves(person: Person, proof: str) -> bool:
    asked = asks_for(person)
    if asked == "phone":
        return _digits(proof)[-TAIL:] == _digits(person.phone)[-TAIL:]
    if asked == "year":
        return _digits(proof) == str(person.birth_year)
    return asked == "" or _day(proof) == person.birth_on


def _day(typed: str) -> date | None:
    try:
        return parse_day(typed)
    except ValidationError:
        return None


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign in "0123456789")


def _require_live(link: OneTimeLink, at: datetime) -> None:
    if link.revoked_at is not None:
        raise LinkRefused(
            _("Phiếu này đã bị hủy. Hãy xin phiếu mới ở người quản lý đoàn viên của đơn vị.")
        )
    if link.expires_at <= at:
        raise LinkRefused(_("Phiếu này đã hết hạn. Hãy xin phiếu mới ở đơn vị."))
    if link.uses >= link.most_uses:
        raise LinkRefused(
            _("Phiếu này đã dùng đủ %(count)s lần. Hãy xin phiếu mới ở đơn vị.")
            % {"count": link.most_uses}
        )
