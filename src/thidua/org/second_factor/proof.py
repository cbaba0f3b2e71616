"""Proving again that it is oneself, before something that guards the account is changed.

With a password it is typed again. Whoever has none signs in again at the issuer whose account opens
this one; the session knows it for a few minutes.
"""

from django.http import HttpRequest

from thidua.core import clock
from thidua.org.models import User
from thidua.org.oidc.providers import Provider, providers

PROVEN = "proven_elsewhere"
MINUTES = 5


def note_proof(request: HttpRequest) -> None:
    """They have just signed in again elsewhere."""
    request.session[PROVEN] = clock.real_now().timestamp()


def has_proof(request: HttpRequest) -> bool:
    """Whether that was a few minutes ago."""
    at = request.session.get(PROVEN)
    return at is not None and clock.real_now().timestamp() - at <= MINUTES * 60


def ways_to_prove(user: User) -> list[Provider]:
    """The issuers at which somebody without a password can sign in again."""
    linked = set(user.identities.values_list("issuer", flat=True))
    return [one for one in providers() if one.issuer in linked]
