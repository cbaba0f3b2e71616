"""Photographs of strangers, opened where they can do no harm."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.utils.translation import gettext as _

from thidua.core.errors import DomainError

WALL_SECONDS = 15
KEPT_SECONDS = 60
MEDIA_TYPES = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "HEIF": "image/heif",
}
_PACKAGES = Path(__file__).resolve().parents[2]
_ROOM = threading.BoundedSemaphore(2)
"""Each photograph may take up to a gibibyte while it is opened."""


class NoPicture(DomainError):
    """The file is not taken as a picture; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Developed:
    """A picture ready to be shown: a JPEG, upright, without what the camera wrote beside it."""

    jpeg: bytes
    width: int
    height: int
    media_type: str
    """Of the photograph as it came."""


def develop(data: bytes) -> Developed:
    """Turn a photograph into what is shown; raises `NoPicture` with one sentence.

    It takes up to some seconds, so a form does it while it checks its input, and the action that
    keeps the picture inside its transaction finds it done: the answer is kept for a minute.
    """
    known: Developed | None = caches["pictures"].get(_key(data))
    if known is None:
        known = _developed(data)
        caches["pictures"].set(_key(data), known, KEPT_SECONDS)
    return known


def forget(data: bytes) -> None:
    """The picture is kept for good; nobody will ask for it again soon."""
    caches["pictures"].delete(_key(data))


def _key(data: bytes) -> str:
    return f"developed.{hashlib.sha256(data).hexdigest()}"


def _developed(data: bytes) -> Developed:
    if not data:
        raise NoPicture(_("Tệp này trống nên không có ảnh. Hãy chọn lại đúng ảnh."))
    if len(data) > settings.PICTURE_LIMIT:
        raise NoPicture(
            _(
                "Ảnh này nặng hơn %(limit)s MB nên không nhận được. Hãy chụp ở cỡ nhỏ hơn hoặc "
                "thu nhỏ ảnh rồi gửi lại."
            )
            % {"limit": settings.PICTURE_LIMIT // 1024 // 1024}
        )
    head, _line, jpeg = _answer_to(data).partition(b"\n")
    answer = json.loads(head)
    if "refused" in answer:
        raise NoPicture(_refusal(answer["refused"]))
    media_type = MEDIA_TYPES.get(answer["format"], "application/octet-stream")
    return Developed(jpeg, answer["width"], answer["height"], media_type)


def _refusal(reason: str) -> str:
    return {
        "kind": _(
            "Hệ thống không nhận loại tệp này. Hãy chọn ảnh JPEG, PNG, WebP hoặc HEIC (ảnh iPhone)."
        ),
        "broken": _(
            "Ảnh này bị hỏng hoặc chưa tải lên hết nên không mở được. Hãy chọn lại ảnh gốc trên "
            "máy rồi gửi lại."
        ),
        "pixels": _(
            "Ảnh này quá lớn (trên 110 triệu điểm ảnh) nên không nhận được. Hãy thu nhỏ "
            "ảnh rồi gửi lại."
        ),
    }[reason]


def _answer_to(data: bytes) -> bytes:
    """What the process says; whatever it died of, a sentence."""
    # One arena: address space counts against the limit of the process.
    surroundings = {"PYTHONPATH": str(_PACKAGES), "PATH": os.defpath, "MALLOC_ARENA_MAX": "1"}
    try:
        with _ROOM:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "thidua.files.developing"],
                input=data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd="/",
                env=surroundings,
                timeout=WALL_SECONDS,
                check=True,
            )
    except (subprocess.SubprocessError, BrokenPipeError) as error:
        raise NoPicture(
            _(
                "Ảnh này quá nặng hoặc bị hỏng nên không mở được trong giới hạn an toàn. Hãy thu "
                "nhỏ ảnh rồi gửi lại."
            )
        ) from error
    return done.stdout
