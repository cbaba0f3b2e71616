"""Backup and restore: rows as lines of JSON, kept files as they are, all in one tar file.

The form does not depend on the database engine: what was saved on SQLite comes back on PostgreSQL.
The same content gives the same bytes, so two backups can be compared.
"""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder

from thidua.files.models import StoredFile
from thidua.files.queries import Damaged, content_of
from thidua.org.models import Unit

FORMAT = 1
LEFT_OUT = {"sessions.session"}
"""Sessions are not history: after a restore everybody signs in again."""


class Exact(DjangoJSONEncoder):
    """Moments to the microsecond; Django's own encoder cuts them to milliseconds."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class ArchiveError(Exception):
    """The backup cannot be written or brought back; the message says why and what to do."""


def write_archive(path: Path) -> str:
    """Write everything to `path`, which appears only when it is complete."""
    if path.is_dir():
        raise ArchiveError(f"{path} là thư mục. Hãy ghi tên tệp, ví dụ {path / 'thidua.tar'}.")
    fresh = path.with_name(path.name + ".dang-ghi")
    try:
        with tarfile.open(fresh, "w") as archive:
            summary = _fill(archive)
        with fresh.open("rb") as file:
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        raise ArchiveError(f"Không ghi được tệp sao lưu {path}: {error.strerror}.") from error
    except Damaged as error:
        raise ArchiveError(f"Chưa sao lưu được: {error}") from error
    finally:
        fresh.unlink(missing_ok=True)
    return summary


def _fill(archive: tarfile.TarFile) -> str:
    counts: dict[str, int] = {}
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        manifest = {"format": FORMAT, "migrations": _migrations()}
        _add(archive, "manifest.json", json.dumps(manifest, indent=1).encode())
        for model in _models():
            rows, counts[model._meta.label_lower] = _rows(model)
            _add(archive, f"rows/{model._meta.label_lower}.jsonl", rows)
        for stored in StoredFile.objects.order_by("sha256"):
            _add(archive, f"files/{stored.sha256}", content_of(stored))
    files = counts[StoredFile._meta.label_lower]
    return f"{sum(counts.values())} dòng dữ liệu và {files} tệp"


def _models() -> Iterator[type[models.Model]]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and model._meta.label_lower not in LEFT_OUT:
            yield model


def _rows(model: type[models.Model]) -> tuple[bytes, int]:
    everything = model._default_manager.order_by("pk")
    text = serializers.serialize("jsonl", everything.iterator(), ensure_ascii=True, cls=Exact)
    return text.encode(), everything.count()


def _migrations() -> list[list[str]]:
    return sorted(list(key) for key in MigrationRecorder(connection).applied_migrations())


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(data)
    entry.mode = 0o600
    archive.addfile(entry, io.BytesIO(data))


def read_archive(path: Path) -> str:
    """Bring everything back from `path`; the installation must be empty and of the same version."""
    if Unit.objects.exists():
        raise ArchiveError(
            "Hệ thống này đã có dữ liệu nên không phục hồi đè lên. "
            "Hãy phục hồi vào một thư mục dữ liệu mới (THIDUA_DATA=…)."
        )
    try:
        with tarfile.open(path, "r:") as archive:
            return _bring_back(archive)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise ArchiveError(f"Không tìm thấy tệp {path}.") from error
    except PermissionError as error:
        raise ArchiveError(f"Không có quyền đọc hoặc ghi {error.filename}.") from error
    except (tarfile.TarError, DeserializationError, IntegrityError, KeyError, ValueError) as error:
        raise ArchiveError(f"Tệp {path} không phải bản sao lưu nguyên vẹn của Thi Đua.") from error


def _bring_back(archive: tarfile.TarFile) -> str:
    manifest = json.loads(_read(archive, "manifest.json"))
    if manifest["format"] != FORMAT or manifest["migrations"] != _migrations():
        raise ArchiveError(
            "Bản sao lưu thuộc phiên bản khác. Hãy phục hồi bằng đúng phiên bản đã sao lưu, "
            "rồi nâng cấp."
        )
    files = [name for name in archive.getnames() if name.startswith("files/")]
    count = 0
    with transaction.atomic():
        for model in _models():
            # Kinds of content and permissions that `migrate` made give way to the saved ones.
            model._default_manager.all().delete()
        for model in _models():
            count += _insert(model, _read(archive, f"rows/{model._meta.label_lower}.jsonl"))
        _reset_sequences()
        for name in files:
            _keep(name.removeprefix("files/"), _read(archive, name))
    return f"{count} dòng dữ liệu và {len(files)} tệp"


def _read(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise KeyError(name)
    return member.read()


def _keep(sha256: str, data: bytes) -> None:
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError(sha256)
    place = StoredFile(sha256=sha256).path
    if not default_storage.exists(place):
        default_storage.save(place, ContentFile(data))


def _insert(model: type[models.Model], rows: bytes) -> int:
    found = serializers.deserialize("jsonl", rows.decode())
    objects = [row.object for row in found]
    with _moments_as_saved(model):
        model._default_manager.bulk_create(objects, batch_size=500)
    return len(objects)


@contextmanager
def _moments_as_saved(model: type[models.Model]) -> Iterator[None]:
    """Fields that stamp themselves on creation keep what was saved instead."""
    stamped = [f for f in model._meta.concrete_fields if getattr(f, "auto_now_add", False)]
    for field in stamped:
        vars(field)["auto_now_add"] = False
    try:
        yield
    finally:
        for field in stamped:
            vars(field)["auto_now_add"] = True


def _reset_sequences() -> None:
    """PostgreSQL numbers new rows after the ones brought back; SQLite does so by itself."""
    statements = connection.ops.sequence_reset_sql(no_style(), list(_models()))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
