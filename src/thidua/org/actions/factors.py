"""Second factors of one's own: set up, use, renew, remove. What is typed was checked by the form,
except codes: whether one fits is known only with its row under lock."""

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.utils import decrypt, encrypt
from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import User
from thidua.org.policies.factors import may_remove_factor
from thidua.org.seats import seat_of
from thidua.org.second_factor.app_codes import DIGITS, step_of

Type = Authenticator.Type


@transaction.atomic
def set_up_app(*, secret: str, code: str, by: Actor, at: datetime) -> Authenticator:
    """An app that shows the right digits now is the second factor from now on.

    The first factor brings ten codes on paper with it. Raises `DomainError` where there is an app.
    """
    user = _locked(by.user)
    if Authenticator.objects.filter(user=user, type=Type.TOTP).exists():
        raise DomainError(_("Bạn đã có ứng dụng xác thực. Muốn đổi máy thì gỡ ứng dụng cũ trước."))
    step = step_of(secret, code)
    if step is None:
        raise DomainError(_("Mã chưa đúng. Hãy chờ mã mới hiện trên điện thoại rồi gõ lại."))
    data = {"secret": encrypt(secret), "step": step}
    app = Authenticator.objects.create(user=user, type=Type.TOTP, data=data, created_at=at)
    record("factor.app_added", on=user, by=by, unit=seat_of(by), at=at)
    _with_codes(user, by, at)
    return app


@transaction.atomic
def add_passkey(*, name: str, credential: dict[str, Any], by: Actor, at: datetime) -> Authenticator:
    """A passkey that the browser has made, and whose answer was found true, is a factor too."""
    user = _locked(by.user)
    data = {"name": name, "credential": credential}
    key = Authenticator.objects.create(user=user, type=Type.WEBAUTHN, data=data, created_at=at)
    record("factor.passkey_added", on=user, by=by, unit=seat_of(by), at=at, name=name)
    _with_codes(user, by, at)
    return key


@transaction.atomic
def renew_codes(*, by: Actor, at: datetime) -> Authenticator:
    """Ten new codes for paper; those of before open nothing any more."""
    user = _locked(by.user)
    if not Authenticator.objects.filter(user=user).exclude(type=Type.RECOVERY_CODES).exists():
        raise DomainError(_("Hãy bật xác thực hai lớp trước, rồi mới lập mã dự phòng."))
    Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).delete()
    return _made_codes(user, by, at)


@transaction.atomic
def remove_factor(*, factor: Authenticator, by: Actor, at: datetime) -> None:
    """Take an app or a passkey away; with the last of them the codes on paper go as well."""
    user = _locked(by.user)
    require(may_remove_factor(by, factor))
    name = factor.data.get("name", "")
    removed = Authenticator.objects.filter(pk=factor.pk, user=user).delete()[0]
    if not removed:
        return
    if not Authenticator.objects.filter(user=user).exclude(type=Type.RECOVERY_CODES).exists():
        Authenticator.objects.filter(user=user).delete()
    what = name or _("ứng dụng xác thực")
    record("factor.removed", on=user, by=by, unit=seat_of(by), at=at, what=what)


@transaction.atomic
def prove(*, user: User, typed: str, at: datetime) -> bool:
    """Whether what was typed is a code of the app, or an unused one on paper; it is used up.

    Every code counts once, whichever process of the server is asked.
    """
    rows = {
        row.type: row
        for row in Authenticator.objects.select_for_update().filter(user=user).order_by("pk")
    }
    code = "".join(sign for sign in typed if sign.isdigit())
    if len(code) == DIGITS:
        return _by_app(rows.get(Type.TOTP), code, at)
    return _by_paper(rows.get(Type.RECOVERY_CODES), code, at)


def passkey_used(key: Authenticator, at: datetime) -> None:
    """Somebody came in by it."""
    Authenticator.objects.filter(pk=key.pk).update(last_used_at=at)


def _by_app(app: Authenticator | None, code: str, at: datetime) -> bool:
    step = step_of(decrypt(app.data["secret"]), code) if app else None
    if app is None or step is None or step <= app.data["step"]:
        return False
    app.data["step"] = step
    app.last_used_at = at
    app.save(update_fields=["data", "last_used_at"])
    return True


def _by_paper(codes: Authenticator | None, code: str, at: datetime) -> bool:
    if codes is None or not code or not RecoveryCodes(codes).validate_code(code):
        return False
    Authenticator.objects.filter(pk=codes.pk).update(last_used_at=at)
    by = Actor.of(codes.user, at.date())
    record("factor.code_used", on=codes.user, by=by, unit=seat_of(by), at=at)
    return True


def _with_codes(user: User, by: Actor, at: datetime) -> None:
    if not Authenticator.objects.filter(user=user, type=Type.RECOVERY_CODES).exists():
        _made_codes(user, by, at)


def _made_codes(user: User, by: Actor, at: datetime) -> Authenticator:
    data: dict[str, Any] = {
        "seed": encrypt(RecoveryCodes.generate_seed()),
        "used_mask": 0,
        "made_at": at.isoformat(),
    }
    codes = Authenticator.objects.create(
        user=user, type=Type.RECOVERY_CODES, data=data, created_at=at
    )
    record("factor.codes_made", on=user, by=by, unit=seat_of(by), at=at)
    return codes


def _locked(user: User) -> User:
    return User.objects.select_for_update(of=("self",)).get(pk=user.pk)
