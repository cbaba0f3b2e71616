"""Keeping bytes. The file is on disk before the row that names it is committed."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from thidua.files.models import Picture, StoredFile
from thidua.files.pictures import develop, forget
from thidua.files.queries import Damaged, content_of
from thidua.org.actor import Actor


def keep(*, data: bytes, media_type: str, at: datetime) -> StoredFile:
    """Keep `data` byte for byte; the same bytes are kept once."""
    sha256 = hashlib.sha256(data).hexdigest()
    fresh = StoredFile(sha256=sha256, size=len(data), media_type=media_type, stored_at=at)
    if not _is_kept(fresh):
        default_storage.save(fresh.path, ContentFile(data))
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"size": len(data), "media_type": media_type, "stored_at": at}
    )
    return stored


def keep_picture(*, data: bytes, filename: str, by: Actor, at: datetime) -> Picture:
    """Keep a photograph as it came, and as it is shown (see `Picture`).

    Raises `DomainError` with one sentence for what is no picture, too large, or broken. Where the
    bytes come from a `PictureField`, that has been said at the field, and this costs no time.
    """
    named = {"name": filename[-255:], "kept_by": by.user, "kept_at": at}
    before = _kept_before(data)
    if before is not None:
        size = {"width": before.width, "height": before.height}
        return Picture.objects.create(original=before.original, shown=before.shown, **size, **named)
    developed = develop(data)
    forget(data)
    return Picture.objects.create(
        original=keep(data=data, media_type=developed.media_type, at=at),
        shown=keep(data=developed.jpeg, media_type="image/jpeg", at=at),
        width=developed.width,
        height=developed.height,
        **named,
    )


def _kept_before(data: bytes) -> Picture | None:
    """The same photograph sent once more need not be opened again, if it lies undamaged."""
    rows = Picture.objects.filter(original__sha256=hashlib.sha256(data).hexdigest())
    known = rows.select_related("original", "shown").order_by("pk").first()
    if known is None or not (_is_kept(known.original) and _is_kept(known.shown)):
        return None
    return known


def _is_kept(stored: StoredFile) -> bool:
    """Whether the very bytes are there; a damaged copy is written again from the fresh ones."""
    try:
        content_of(stored)
    except Damaged:
        return False
    return True
