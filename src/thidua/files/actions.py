"""Keeping bytes. The file is on disk before the row that names it is committed."""

import hashlib
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from thidua.audit.actions import record
from thidua.core import clock
from thidua.core.verdict import require
from thidua.files.models import Picture, Quota, StoredFile, Use
from thidua.files.pictures import develop, forget
from thidua.files.queries import Damaged, content_of
from thidua.files.quota import require_room
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.policies import may_manage

LATELY = timedelta(hours=1)


def keep(
    *, data: bytes, media_type: str, unit: Unit | None, at: datetime, made: bool = False
) -> StoredFile:
    """Keep `data` byte for byte for `unit`; the same bytes are kept once.

    What the system made itself (`made`) counts for the quota but is never refused: an issued paper
    must not fail for it. No unit for what belongs to the whole installation. Raises `OverQuota`.

    Bytes without a row are written again even where they lie there: the sweeper may be about to
    take them away, and knows by their age that it must not.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    known = StoredFile.objects.filter(sha256=sha256).first()
    if unit is not None and not made:
        require_room(unit, known, len(data))
    written = known is None or not _is_kept(known)
    if written:
        _write(sha256, data)
    stored, fresh = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={
            "size": len(data),
            "media_type": media_type,
            "stored_at": at,
            "last_kept_at": clock.real_now(),
        },
    )
    if fresh and not written:  # the sweeper took the row away in between
        _write(sha256, data)
    if not _noted(stored, unit, at):  # the sweeper took the row away at this very moment
        return keep(data=data, media_type=media_type, unit=unit, at=at, made=made)
    return stored


def _write(sha256: str, data: bytes) -> None:
    default_storage.save(StoredFile(sha256=sha256).path, ContentFile(data))


def _noted(stored: StoredFile, unit: Unit | None, at: datetime) -> bool:
    """It came just now: by the real clock, for it is the sweeper who asks. No for a row that is
    gone; one that is young by then stays."""
    lately = clock.real_now() - LATELY
    if stored.last_kept_at is None or stored.last_kept_at < lately:
        row = StoredFile.objects.filter(pk=stored.pk)
        if not row.update(last_kept_at=clock.real_now()):
            return False
    if unit is not None:
        Use.objects.get_or_create(unit=unit, file=stored, defaults={"since": at})
    return True


def keep_picture(
    *, data: bytes, filename: str, unit: Unit | None, by: Actor, at: datetime
) -> Picture:
    """Keep a photograph as it came, and as it is shown (see `Picture`).

    Raises `DomainError` with one sentence for what is no picture, too large, or broken. Where the
    bytes come from a `PictureField`, that has been said at the field, and this costs no time.
    """
    named = {"name": filename[-255:], "kept_by": by.user, "kept_at": at}
    before = _kept_before(data)
    if before is not None:
        for stored in (before.original, before.shown):
            if unit is not None:
                require_room(unit, stored, stored.size)
            _noted(stored, unit, at)
        size = {"width": before.width, "height": before.height}
        return Picture.objects.create(original=before.original, shown=before.shown, **size, **named)
    developed = develop(data)
    forget(data)
    return Picture.objects.create(
        original=keep(data=data, media_type=developed.media_type, unit=unit, at=at),
        shown=keep(data=developed.jpeg, media_type="image/jpeg", unit=unit, at=at),
        width=developed.width,
        height=developed.height,
        **named,
    )


@transaction.atomic
def set_quota(*, unit: Unit, size: int | None, by: Actor, at: datetime) -> None:
    """Let `unit` keep so many bytes; None for what the setting says."""
    require(may_manage(by, unit))
    if size is None:
        Quota.objects.filter(unit=unit).delete()
    else:
        Quota.objects.update_or_create(unit=unit, defaults={"size": size})
    record("quota.set", on=unit, by=by, unit=unit, at=at, size=size)


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
