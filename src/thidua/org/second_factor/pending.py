"""Between the password and the second factor: nobody is signed in, the session knows who began."""

from django.http import HttpRequest

from thidua.core import clock
from thidua.org.models import User

PENDING = "second_factor"
SECONDS = 10 * 60


def keep_waiting(request: HttpRequest, user: User, then: str) -> None:
    """Remember who proved the first half and where they wanted to go, under a fresh session key."""
    request.session.cycle_key()
    request.session[PENDING] = {
        "user": user.pk,
        "at": clock.real_now().timestamp(),
        "then": then,
        "proof": user.get_session_auth_hash(),
    }


def waiting(request: HttpRequest) -> tuple[User, str] | None:
    """Whose second factor is asked for in this browser, and where they go afterwards.

    Over after ten minutes, and when the password was changed or the account locked meanwhile.
    """
    kept = request.session.get(PENDING)
    if not kept or clock.real_now().timestamp() - kept["at"] > SECONDS:
        return None
    user = User.objects.select_related("person").filter(pk=kept["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != kept["proof"]:
        return None
    return user, str(kept["then"])


def no_longer(request: HttpRequest) -> None:
    request.session.pop(PENDING, None)
