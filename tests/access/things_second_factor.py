"""Things of the second factor."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.conf import settings

from access.secret import SECRET
from access.things_accounts import account
from factories import DAY, LONG_AGO, NOON, UserFactory
from thidua.org.models import FactorRecovery, FactorRule, FactorWaiver, Identity, Unit


def passkey(unit: Unit) -> Authenticator:
    return Authenticator.objects.get_or_create(
        user=account(unit),
        type=Authenticator.Type.WEBAUTHN,
        defaults={"data": {"name": SECRET, "credential": {}}},
    )[0]


def rule(_unit: Unit) -> FactorRule:
    return FactorRule.objects.get_or_create(
        subject="document.sign",
        ends_on=None,
        defaults={"obligatory": False, "starts_on": LONG_AGO},
    )[0]


def recovery(unit: Unit) -> FactorRecovery:
    return FactorRecovery.objects.get_or_create(
        user=account(unit),
        unit=unit,
        defaults={"reason": SECRET, "asked_by": UserFactory(), "asked_at": NOON},
    )[0]


def waiver(unit: Unit) -> FactorWaiver:
    return FactorWaiver.objects.get_or_create(
        user=account(unit),
        unit=unit,
        defaults={"reason": SECRET, "until": DAY, "asked_by": UserFactory(), "asked_at": NOON},
    )[0]


def identity(unit: Unit) -> Identity:
    user = account(unit)
    return Identity.objects.get_or_create(
        user=user,
        issuer="https://noi-khac.example.org",
        defaults={"subject": SECRET, "linked_by": user, "linked_at": NOON},
    )[0]


def provider(_unit: Unit) -> dict[str, str]:
    return {"provider": next(iter(settings.OIDC_PROVIDERS))}


THINGS: dict[str, Callable[..., object]] = {
    "org:remove_factor": passkey,
    "org:end_factor_rule": rule,
    "org:ask_recovery": account,
    "org:ask_waiver": account,
    "org:identities": account,
    "org:waiver": waiver,
    **{f"org:{name}_waiver": waiver for name in ("grant", "decline", "end")},
    "org:unlink": identity,
    **{
        f"org:{name}": provider
        for name in ("elsewhere", "elsewhere_done", "link_own", "prove_elsewhere")
    },
    **{f"org:{name}": recovery for name in ("recovery", "confirm_recovery", "decline_recovery")},
}
LISTS: set[str] = {"org:factor_rules", "org:recoveries"}
