"""Things for the addresses that name one; the pages that name none."""

from collections.abc import Callable
from datetime import timedelta

from access.secret import SECRET
from access.things_people import member
from factories import DAY, NOON, UserFactory
from thidua.files.actions import keep
from thidua.org.models import FactKind, Person, Unit
from thidua.oversight.models import (
    Anonymising,
    Breach,
    Consent,
    ConsentText,
    DataRequest,
    PersonExport,
    RetentionRule,
)


def guarded_fact(unit: Unit) -> dict[str, int]:
    return {"pk": member(unit).pk, "kind": purpose(unit).pk}


def purpose(_unit: Unit) -> FactKind:
    return FactKind.objects.get_or_create(
        code="ethnicity",
        defaults={"name": "Dân tộc", "purpose": "p", "legal_ground": "l", "starts_on": DAY},
    )[0]


def data_request(unit: Unit) -> DataRequest:
    return DataRequest.objects.get_or_create(
        unit=unit,
        person=member(unit),
        defaults={
            "wish": "access",
            "channel": "paper",
            "text": SECRET,
            "received_on": DAY,
            "take_up_by": DAY,
            "due_on": DAY,
            "entered_by": UserFactory(),
            "entered_at": NOON,
        },
    )[0]


def asked_for_a_copy(unit: Unit) -> DataRequest:
    request = data_request(unit)
    copy = keep(data=SECRET.encode(), media_type="application/zip", unit=None, at=NOON)
    PersonExport.objects.get_or_create(
        request=request,
        defaults={"asked_by": request.entered_by, "asked_at": NOON, "made_at": NOON, "file": copy},
    )
    return request


def anonymising(unit: Unit) -> Anonymising:
    return Anonymising.objects.get_or_create(
        unit=unit,
        person=member(unit),
        defaults={"reason": SECRET, "proposed_by": UserFactory(), "proposed_at": NOON},
    )[0]


def breach(unit: Unit) -> Breach:
    return Breach.objects.get_or_create(
        unit=unit,
        title=SECRET,
        defaults={
            "what": SECRET,
            "whose": SECRET,
            "discovered_at": NOON,
            "due_at": NOON + timedelta(hours=72),
            "entered_by": UserFactory(),
            "entered_at": NOON,
        },
    )[0]


def consent(unit: Unit) -> Consent:
    text = ConsentText.objects.get_or_create(
        unit=unit, title=SECRET, version=1, defaults={"text": SECRET, "starts_on": DAY}
    )[0]
    return Consent.objects.get_or_create(
        text=text,
        person=member(unit),
        unit=unit,
        defaults={
            "given_on": DAY,
            "channel": "paper",
            "proof": SECRET,
            "recorded_by": UserFactory(),
            "recorded_at": NOON,
        },
    )[0]


def rule(_unit: Unit) -> RetentionRule:
    return RetentionRule.objects.get_or_create(
        group="letters",
        ends_on=None,
        defaults={
            "months": 24,
            "then": "erase",
            "source": "s",
            "confidence": "own",
            "starts_on": DAY,
        },
    )[0]


OF_A_REQUEST = (
    "data_request",
    "take_up_data_request",
    "extend_data_request",
    "settle_data_request",
    "make_person_export",
)
OF_A_PERSON: tuple[tuple[str, Callable[[Unit], Person]], ...] = tuple(
    (name, member) for name in ("new_data_request", "anonymise", "give_consent")
)
THINGS: dict[str, Callable[..., object]] = {
    "org:guarded": member,
    "org:enter_guarded": guarded_fact,
    "org:end_purpose": purpose,
    **{f"oversight:{name}": data_request for name in OF_A_REQUEST},
    "oversight:take_person_export": asked_for_a_copy,
    **{f"oversight:{name}": thing for name, thing in OF_A_PERSON},
    "oversight:anonymising": anonymising,
    "oversight:approve_anonymising": anonymising,
    "oversight:decline_anonymising": anonymising,
    **{
        f"oversight:{name}": breach
        for name in ("breach", "edit_breach", "report_breach", "close_breach", "breach_notice")
    },
    "oversight:withdraw_consent": consent,
    "oversight:carry_out_retention": rule,
    "oversight:edit_retention": rule,
}
LISTS: set[str] = {
    "org:guarded_counts",
    "org:purposes",
    "org:new_purpose",
    "org:data_contact",
    "org:end_purpose",
    "oversight:data_requests",
    "oversight:anonymisings",
    "oversight:breaches",
    "oversight:new_breach",
    "oversight:sightings",
    "oversight:retention",
    "oversight:carry_out_retention",
    "oversight:edit_retention",
    "oversight:consents",
    "oversight:new_consent_text",
}
