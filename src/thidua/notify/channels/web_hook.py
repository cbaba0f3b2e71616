"""A message as a signed HTTP request to a service the keeper named."""

import hashlib
import hmac
import http.client
import ipaddress
import json
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _

from thidua.core import clock
from thidua.notify.models import OutboxMail, WebHook

SECONDS = 10
HOLE = re.compile(r"\{(to|subject|text|key)\}")


class Hook:
    """Sends by POST, follows no redirect, and talks to the public internet only.

    An address inside the own network is refused unless the setting `HOOKS_INSIDE` allows it, since
    whoever writes the row would otherwise reach services that trust this machine. The name is
    resolved once, and the very address that was judged is spoken to.
    """

    def __init__(self, hook: WebHook) -> None:
        self.hook = hook

    def send(self, mail: OutboxMail) -> str:
        """Hand the message over; the answer is the problem in words, or nothing."""
        if not self.hook.is_active:
            return _("Kênh %(name)s đang tạm dừng.") % {"name": self.hook.name}
        words = {"to": mail.to, "subject": mail.subject, "text": mail.body, "key": mail.key}
        body = json.dumps(filled(json.loads(self.hook.template), words), ensure_ascii=False)
        try:
            status = self._post(body.encode())
        except TimeoutError:
            return _("Kênh %(name)s không trả lời.") % {"name": self.hook.name}
        except (OSError, http.client.HTTPException):
            return _("Không nối được tới kênh %(name)s.") % {"name": self.hook.name}
        return self._said(status)

    def _post(self, body: bytes) -> int:
        """The status of the answer; 0 for an address that may not be spoken to."""
        place = urlsplit(self.hook.url)
        address = _address_of(place)
        if address is None:
            return 0
        connection = _connection(place, address)
        path = f"{place.path or '/'}{f'?{place.query}' if place.query else ''}"
        try:
            with _no_longer(connection.sock):
                connection.request("POST", iri_to_uri(path), body, self._headers(body))
                return connection.getresponse().status
        finally:
            connection.close()

    def _headers(self, body: bytes) -> dict[str, str]:
        moment = str(int(clock.real_now().timestamp()))
        signed = hmac.new(self.hook.secret.encode(), moment.encode() + b"." + body, hashlib.sha256)
        return {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "ThiDua",
            "X-Thi-Dua-Time": moment,
            "X-Thi-Dua-Signature": f"sha256={signed.hexdigest()}",
        }

    def _said(self, status: int) -> str:
        if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            return ""
        words = {"name": self.hook.name, "status": status}
        if status == 0:
            return _("Kênh %(name)s trỏ vào mạng nội bộ nên không được gửi.") % words
        if status < HTTPStatus.BAD_REQUEST:
            return _("Kênh %(name)s chuyển sang địa chỉ khác nên không gửi.") % words
        return _("Kênh %(name)s từ chối tin này (mã %(status)s).") % words


@contextmanager
def _no_longer(sock: socket.socket) -> Iterator[None]:
    """Raise `TimeoutError` after `SECONDS` in all: the patience of a socket begins anew with every
    sign, and a service that answers sign by sign would keep the worker for hours."""
    over = threading.Event()

    def cut() -> None:
        over.set()
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(SECONDS, cut)
    timer.start()
    try:
        yield
    except (OSError, http.client.HTTPException) as error:
        if over.is_set():
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()


def filled(thing: Any, words: dict[str, str]) -> Any:
    """The template with its holes filled, inside its texts only: no word can change its shape."""
    if isinstance(thing, str):
        # In one pass: a hole that stands in somebody's words is words.
        return HOLE.sub(lambda hole: words[hole[1]], thing)
    if isinstance(thing, list):
        return [filled(one, words) for one in thing]
    if isinstance(thing, dict):
        return {name: filled(one, words) for name, one in thing.items()}
    return thing


def _address_of(place: SplitResult) -> str | None:
    """Where the name leads; None where that lies inside and may not be spoken to."""
    port = place.port or _port(place)
    found = socket.getaddrinfo(place.hostname, port, type=socket.SOCK_STREAM)
    addresses = [str(row[4][0]) for row in found]
    if settings.HOOKS_INSIDE or all(ipaddress.ip_address(one).is_global for one in addresses):
        return addresses[0]
    return None


def _port(place: SplitResult) -> int:
    return http.client.HTTPS_PORT if place.scheme == "https" else http.client.HTTP_PORT


def _connection(place: SplitResult, address: str) -> http.client.HTTPConnection:
    """To the judged address, under the name of the service."""
    host, port = place.hostname or "", place.port or _port(place)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    plain = socket.create_connection((address, port), timeout=SECONDS)
    secure = place.scheme == "https"
    context = ssl.create_default_context() if secure else None
    connection.sock = context.wrap_socket(plain, server_hostname=host) if context else plain
    return connection
