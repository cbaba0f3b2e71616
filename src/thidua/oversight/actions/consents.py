"""What people agree to: the text, each yes, each withdrawal (PDP-02)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.org.policies.people import may_keep_people
from thidua.oversight.models import Channel, Consent, ConsentText


@transaction.atomic
def write_text(*, unit: Unit, title: str, text: str, by: Actor, at: datetime) -> ConsentText:
    """The words to be put before people. The same title again is a new version."""
    require(may_keep_people(by, unit))
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    before = ConsentText.objects.filter(unit=unit, title=title).order_by("-version").first()
    if before is not None and before.ends_on is None and before.starts_on < by.day:
        before.ends_on = by.day
        before.save(update_fields=["ends_on"])
    made = ConsentText.objects.create(
        unit=unit,
        title=title,
        text=text,
        version=before.version + 1 if before else 1,
        starts_on=by.day,
    )
    record("consent_text.written", on=made, by=by, unit=unit, at=at, version=made.version)
    return made


@transaction.atomic
def give_consent(
    *,
    text: ConsentText,
    person: Person,
    given_on: date,
    channel: Channel,
    proof: str,
    by: Actor,
    at: datetime,
) -> Consent:
    """Somebody said yes, expressly; silence is none. `proof` says where that can be seen."""
    require(may_keep_people(by, text.unit))
    if given_on > by.day:
        raise DomainError(_("Ngày đồng ý chưa tới. Hãy xem lại ngày."))
    if text.ends_on is not None and given_on >= text.ends_on:
        raise DomainError(
            _("Bản này đã được thay bằng bản mới. Hãy xin đồng ý theo bản đang dùng.")
        )
    try:
        with transaction.atomic():
            consent = Consent.objects.create(
                text=text,
                person=person,
                unit=text.unit,
                given_on=given_on,
                channel=channel,
                proof=proof,
                recorded_by=by.user,
                recorded_at=at,
            )
    except IntegrityError as twice:
        raise DomainError(_("Người này đang đồng ý với bản này rồi.")) from twice
    record("consent.given", on=consent, by=by, unit=text.unit, at=at, about=text.title)
    return consent


@transaction.atomic
def withdraw_consent(*, consent: Consent, on: date, how: str, by: Actor, at: datetime) -> Consent:
    """From that day on nothing may be done on the ground of it."""
    rows = Consent.objects.select_for_update(of=("self",)).select_related("unit", "text")
    consent = rows.get(pk=consent.pk)
    require(may_keep_people(by, consent.unit))
    if consent.withdrawn_on is not None:
        raise DomainError(_("Sự đồng ý này đã được rút."))
    if not consent.given_on <= on <= by.day:
        raise DomainError(_("Ngày rút phải nằm trong khoảng từ ngày đồng ý đến hôm nay."))
    consent.withdrawn_on, consent.withdrawn_how = on, how
    consent.save(update_fields=["withdrawn_on", "withdrawn_how"])
    record(
        "consent.withdrawn", on=consent, by=by, unit=consent.unit, at=at, about=consent.text.title
    )
    return consent
