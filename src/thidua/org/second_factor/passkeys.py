"""Passkeys (WebAuthn): what the browser is asked, and whether its answer is true.

Loaded on demand with its views: the libraries for keys and signatures are large. The challenge
waits in the session; every answer is judged once.
"""

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError
from thidua.org.models import User

UNTRUE = (
    ValidationError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    InvalidSignature,
    RecursionError,
)
"""What the libraries raise for an answer that is wrong or no answer at all."""


class PasskeyRefused(DomainError):
    """The answer of the browser proves nothing."""


def asked_to_make(user: User) -> str:
    """What a browser needs to make a passkey for this account, as JSON."""
    return json.dumps(auth.begin_registration(user, passwordless=False))


def made(answer: str) -> dict[str, Any]:
    """The new passkey as it is kept, or `PasskeyRefused`."""
    try:
        credential = json.loads(answer)
        auth.parse_registration_response(credential)
        auth.complete_registration(credential)
    except UNTRUE as error:
        raise PasskeyRefused(
            _("Trình duyệt chưa tạo được khóa. Hãy bấm lại và làm theo hướng dẫn trên máy.")
        ) from error
    kept: dict[str, Any] = credential
    return kept


def asked_to_prove(user: User) -> str:
    """What a browser needs to ask for one of the passkeys of this account, as JSON."""
    return json.dumps(auth.begin_authentication(user))


def proven(user: User, answer: str) -> Authenticator:
    """The passkey that answered, or `PasskeyRefused`."""
    try:
        credential = json.loads(answer)
        auth.parse_authentication_response(credential)
        return auth.complete_authentication(user, credential)
    except UNTRUE as error:
        raise PasskeyRefused(
            _("Khóa này không mở được tài khoản. Hãy thử lại, hoặc dùng mã xác thực.")
        ) from error
    finally:
        auth.clear_state()
