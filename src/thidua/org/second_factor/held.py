"""Which factors an account has. Nothing here writes."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from thidua.org.models import User

Type = Authenticator.Type


@dataclass(frozen=True, slots=True)
class Factors:
    """What somebody can prove themselves with besides the password."""

    app: Authenticator | None
    passkeys: tuple[Authenticator, ...]
    codes: Authenticator | None

    def __bool__(self) -> bool:
        """Codes alone are no factor: they stand in for one."""
        return self.app is not None or bool(self.passkeys)

    @property
    def codes_left(self) -> int:
        if self.codes is None:
            return 0
        return len(RecoveryCodes(self.codes).get_unused_codes())


def factors_of(user: User) -> Factors:
    """Everything in one question."""
    rows = list(Authenticator.objects.filter(user=user).order_by("pk"))
    one = {row.type: row for row in rows}
    passkeys = tuple(row for row in rows if row.type == Type.WEBAUTHN)
    return Factors(one.get(Type.TOTP), passkeys, one.get(Type.RECOVERY_CODES))


def has_factor(user: User) -> bool:
    """Whether a password alone does not open the account."""
    rows = Authenticator.objects.filter(user=user)
    return bool(rows.exclude(type=Type.RECOVERY_CODES).exists())


def made_at(codes: Authenticator) -> datetime:
    """When these codes were made; they are shown for some minutes only."""
    return datetime.fromisoformat(codes.data["made_at"])
