"""Taking away bytes that nothing points to any more, without ever racing somebody who keeps them.

Rows go first, and only those whose bytes did not come lately. Their bytes go in a later round,
when they are old as well. Whoever keeps bytes without a row writes them anew, so what lies there
is young again; a file is moved aside before it goes, looked at once more, and put back if young.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.core.files.storage import FileSystemStorage, Storage, default_storage
from django.db import transaction
from django.db.models import Exists, ForeignKey, Model, OneToOneField, OuterRef, Q, QuerySet

from thidua.core import clock
from thidua.files.models import Picture, StoredFile, Use
from thidua.files.storage import HALF

PATIENCE = timedelta(days=1)
ASIDE = ".sap-xoa-"
FANS = 256
"""The first two signs of a checksum name the folder."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What was found and, unless it was only looked for, taken away."""

    pictures: int
    rows: int
    files: int
    halves: int
    size: int
    lost: int
    """Rows whose bytes are gone: nothing can be done here but bring back a backup."""


def sweep(*, look_only: bool = False) -> Swept:
    """One round; doing it again finds the bytes of the rows that went this time."""
    before = clock.real_now() - PATIENCE
    files, size = _bytes_without_rows(before, look_only=look_only)
    pictures, rows = orphaned_pictures(before), orphaned_rows(before)
    counted = pictures.count(), rows.count()
    if not look_only:
        pictures.delete()
        with transaction.atomic():
            # The age is asked for again by the statement that deletes, under the lock of each row.
            orphaned_rows(before).delete()
    halves = sum(1 for path in _halves(before) if look_only or _gone(path))
    return Swept(*counted, files, halves, size, lost())


def orphaned_rows(before: datetime) -> QuerySet[StoredFile]:
    """Files no row of any room points to; the uses of a unit do not count."""
    young = Q(last_kept_at__gte=before) | Q(last_kept_at=None, stored_at__gte=before)
    return StoredFile.objects.exclude(young).exclude(_pointed_at(StoredFile, leaving_out={Use}))


def orphaned_pictures(before: datetime) -> QuerySet[Picture]:
    """Photographs that were sent with a form that was never kept."""
    return Picture.objects.filter(kept_at__lt=before).exclude(
        _pointed_at(Picture, leaving_out=set())
    )


def _pointed_at(model: type[Model], leaving_out: set[type[Model]]) -> Q:
    pointed = Q(pk__in=[])
    for relation in model._meta.get_fields(include_hidden=True):
        field = getattr(relation, "field", None)
        if relation.auto_created and isinstance(field, ForeignKey | OneToOneField):
            if field.model in leaving_out:
                continue
            rows = field.model._default_manager.filter(**{field.name: OuterRef("pk")})
            pointed |= Q(Exists(rows))
    return pointed


def lost() -> int:
    """Rows whose bytes are not in the store."""
    paths = StoredFile.objects.order_by("pk").iterator()
    return sum(not default_storage.exists(stored.path) for stored in paths)


def _bytes_without_rows(before: datetime, *, look_only: bool) -> tuple[int, int]:
    count = size = 0
    for folder in range(FANS):
        names = _names_in(default_storage, f"{folder:02x}")
        known = set(
            StoredFile.objects.filter(sha256__startswith=f"{folder:02x}").values_list(
                "sha256", flat=True
            )
        )
        for name in names:
            place = f"{folder:02x}/{name}"
            if name in known or name.startswith(".") or not _is_old(place, before):
                continue
            bytes_ = default_storage.size(place)
            if look_only or _taken_away(place, name, before):
                count, size = count + 1, size + bytes_
    return count, size


def _names_in(storage: Storage, folder: str) -> list[str]:
    try:
        return sorted(storage.listdir(folder)[1])
    except FileNotFoundError:
        return []


def _is_old(place: str, before: datetime) -> bool:
    try:
        return default_storage.get_modified_time(place) < before
    except FileNotFoundError:
        return False


def _taken_away(place: str, name: str, before: datetime) -> bool:
    """Delete bytes that are old and have no row, asked for once more at the last moment."""
    if not isinstance(default_storage, FileSystemStorage):
        if StoredFile.objects.filter(sha256=name).exists() or not _is_old(place, before):
            return False
        default_storage.delete(place)
        return True
    path = Path(default_storage.path(place))
    aside = path.with_name(ASIDE + name)
    path.rename(aside)
    young = aside.stat().st_mtime >= before.timestamp()
    if young or StoredFile.objects.filter(sha256=name).exists():
        if path.exists():
            aside.unlink()
        else:
            aside.rename(path)
        return False
    aside.unlink()
    return True


def _halves(before: datetime) -> Iterator[Path]:
    """What killed writes left behind on a disk."""
    if isinstance(default_storage, FileSystemStorage):
        for path in Path(default_storage.path("")).glob(f"??/{HALF}*"):
            if path.stat().st_mtime < before.timestamp():
                yield path


def _gone(path: Path) -> bool:
    path.unlink(missing_ok=True)
    return True
