"""Short questions to an issuer: no redirects, an answer of limited length, in limited time."""

import http.client
import json
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.utils.translation import gettext as _

from thidua.org.addresses import HERE_ONLY
from thidua.org.oidc.failing import ElsewhereFailed

SECONDS = 10
MOST_BYTES = 512 * 1024
FORM = "application/x-www-form-urlencoded"


def get_json(url: str) -> dict[str, Any]:
    return _asked("GET", url, None, {})


def post_form(url: str, fields: Mapping[str, str], headers: Mapping[str, str]) -> dict[str, Any]:
    body = urlencode(fields).encode()
    return _asked("POST", url, body, {"Content-Type": FORM, **headers})


def _asked(method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> dict[str, Any]:
    connection = _connection(url)
    place = urlsplit(url)
    path = f"{place.path or '/'}{f'?{place.query}' if place.query else ''}"
    try:
        connection.request(method, path, body, {"Accept": "application/json", **headers})
        answer = connection.getresponse()
        text = answer.read(MOST_BYTES)
        found = json.loads(text) if answer.status == HTTPStatus.OK else None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ElsewhereFailed(
            _("Không nối được tới cổng đăng nhập. Hãy đăng nhập bằng mật khẩu.")
        ) from error
    finally:
        connection.close()
    if not isinstance(found, dict):
        raise ElsewhereFailed(
            _("Cổng đăng nhập không chấp nhận lần đăng nhập này. Hãy thử lại từ đầu.")
        )
    return found


def _connection(url: str) -> http.client.HTTPConnection:
    """Encrypted, except to this very machine."""
    place = urlsplit(url)
    host = place.hostname or ""
    if place.scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, place.port, timeout=SECONDS, context=context)
    if place.scheme == "http" and host in HERE_ONLY:
        return http.client.HTTPConnection(host, place.port, timeout=SECONDS)
    raise ElsewhereFailed(
        _("Địa chỉ của cổng đăng nhập phải bắt đầu bằng https. Hãy báo người quản trị.")
    )
