"""Going to an issuer and coming back: what the session remembers between, what is checked."""

import base64
import hashlib
import secrets
from typing import Any
from urllib.parse import quote, urlencode

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from thidua.core import clock
from thidua.org.addresses import outside
from thidua.org.oidc.failing import ElsewhereFailed
from thidua.org.oidc.providers import Provider
from thidua.org.oidc.tokens import FRESH_SECONDS, subject_of
from thidua.org.oidc.web import get_json, post_form

STARTED = "oidc"
SECONDS = 15 * 60
KNOWN_SECONDS = 10 * 60
AGAIN = "again"
"""Remembered of who has signed in already and shall prove it: the issuer must ask anew."""
PLACES = {"authorization_endpoint", "token_endpoint", "jwks_uri"}
Kept = dict[str, Any]


def begin(request: HttpRequest, provider: Provider, **remembered: object) -> str:
    """Where to send the browser. `remembered` comes back from `finish` with the subject."""
    known = _about(provider)
    verifier = secrets.token_urlsafe(48)
    kept = {
        "provider": provider.name,
        "state": secrets.token_urlsafe(24),
        "nonce": secrets.token_urlsafe(24),
        "verifier": verifier,
        "at": clock.real_now().timestamp(),
        "remembered": remembered,
    }
    request.session[STARTED] = kept
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": _back(request, provider),
        "scope": "openid",
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
    }
    if AGAIN in remembered:
        asked |= {"prompt": "login", "max_age": str(FRESH_SECONDS)}
    place = str(known["authorization_endpoint"])
    return f"{place}{'&' if '?' in place else '?'}{urlencode(asked)}"


def finish(request: HttpRequest, provider: Provider) -> tuple[str, Kept]:
    """The subject that signed in there, and what was remembered; raises `ElsewhereFailed`.

    What was started is used up whether it succeeds or not.
    """
    kept = request.session.pop(STARTED, None)
    _require_started_here(request, provider, kept)
    known = _about(provider)
    # RFC 9207: an answer of another issuer is no answer to this question.
    if request.GET.get("iss", provider.issuer) != provider.issuer:
        raise _not_ours()
    if "error" in request.GET or not request.GET.get("code"):
        raise ElsewhereFailed(
            _(
                "Bạn đã dừng, hoặc cổng đăng nhập không cho vào. Hãy thử lại hoặc đăng nhập bằng "
                "mật khẩu."
            )
        )
    fields = {
        "grant_type": "authorization_code",
        "code": request.GET["code"],
        "redirect_uri": _back(request, provider),
        "code_verifier": kept["verifier"],
        "client_id": provider.client_id,
    }
    answer = post_form(str(known["token_endpoint"]), fields, _credentials(provider))
    keys = get_json(str(known["jwks_uri"]))
    token = str(answer.get("id_token", ""))
    again = AGAIN in kept["remembered"]
    subject = subject_of(token, provider=provider, keys=keys, nonce=kept["nonce"], fresh=again)
    return subject, kept["remembered"]


def _require_started_here(request: HttpRequest, provider: Provider, kept: Kept | None) -> None:
    if not kept or kept["provider"] != provider.name:
        raise _not_ours()
    if clock.real_now().timestamp() - kept["at"] > SECONDS:
        raise _not_ours()
    if not constant_time_compare(request.GET.get("state", ""), kept["state"]):
        raise _not_ours()


def _not_ours() -> ElsewhereFailed:
    return ElsewhereFailed(
        _("Lần đăng nhập này không bắt đầu từ trình duyệt này hoặc đã quá 15 phút. Hãy thử lại.")
    )


def _about(provider: Provider) -> dict[str, Any]:
    """What the issuer publishes about itself; it must call itself what the settings call it, and
    say where it is asked."""
    key = f"oidc:{hashlib.sha256(provider.issuer.encode()).hexdigest()}"
    known: dict[str, Any] | None = cache.get(key)
    if known is None:
        known = get_json(f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration")
        if known.get("issuer") != provider.issuer or not known.keys() >= PLACES:
            raise ElsewhereFailed(
                _(
                    "Cổng đăng nhập không đúng với cổng đã cài đặt. Hãy đăng nhập bằng mật khẩu "
                    "và báo người quản trị."
                )
            )
        cache.set(key, known, KNOWN_SECONDS)
    return known


def _back(request: HttpRequest, provider: Provider) -> str:
    return outside(request, reverse("org:elsewhere_done", args=[provider.name]))


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _credentials(provider: Provider) -> dict[str, str]:
    if not provider.client_secret:
        return {}
    pair = f"{quote(provider.client_id, safe='')}:{quote(provider.client_secret, safe='')}"
    return {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
