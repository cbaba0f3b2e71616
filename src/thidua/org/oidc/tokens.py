"""The ID token: signed by the issuer, made for us, for this very sign-in, and still good.

Loaded only where somebody comes back from an issuer: the library for signatures is large.
"""

from typing import Any

import jwt
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from thidua.core import clock
from thidua.org.oidc.failing import ElsewhereFailed
from thidua.org.oidc.providers import Provider

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]
"""Signatures with a public key only: a secret shared with many clients proves nothing."""
LEEWAY = 60
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
FRESH_SECONDS = 5 * 60


def subject_of(
    token: str, *, provider: Provider, keys: dict[str, Any], nonce: str, fresh: bool = False
) -> str:
    """Who signed in there, or `ElsewhereFailed`.

    `fresh`: the issuer says that they proved it just now; a session there from this morning is not
    enough.
    """
    try:
        claims = jwt.decode(
            token,
            _key(token, keys),
            algorithms=ALGORITHMS,
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=LEEWAY,
            options={"require": NEEDED},
        )
    except jwt.PyJWTError as error:
        raise _unsound() from error
    if not constant_time_compare(str(claims["nonce"]), nonce):
        raise _unsound()
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if (several or "azp" in claims) and claims.get("azp") != provider.client_id:
        raise _unsound()
    if fresh and not _is_fresh(claims.get("auth_time")):
        raise ElsewhereFailed(
            _(
                "Cổng đăng nhập không hỏi lại mật khẩu nên chưa xác nhận được đúng là bạn. Hãy "
                "đăng xuất ở cổng ấy rồi thử lại."
            )
        )
    return str(claims["sub"])


def _is_fresh(signed_in_at: object) -> bool:
    if not isinstance(signed_in_at, int | float):
        return False
    return clock.real_now().timestamp() - signed_in_at <= FRESH_SECONDS + LEEWAY


def _key(token: str, keys: dict[str, Any]) -> jwt.PyJWK:
    known = jwt.PyJWKSet.from_dict(keys).keys
    kid = jwt.get_unverified_header(token).get("kid")
    for key in known:
        if kid is None or key.key_id == kid:
            return key
    raise jwt.InvalidKeyError("no such key")


def _unsound() -> ElsewhereFailed:
    return ElsewhereFailed(
        _("Thông tin đăng nhập nhận về không hợp lệ nên không dùng được. Hãy thử lại từ đầu.")
    )
