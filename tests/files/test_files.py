import errno
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from factories import NOON
from thidua.files.actions import keep
from thidua.files.http import download
from thidua.files.models import StoredFile
from thidua.files.queries import Damaged, content_of


def test_bytes_come_back_as_they_were_kept(db):
    stored = keep(data=b"\x00\xff k\xe1\xba\xbf", media_type="text/plain", unit=None, at=NOON)

    assert content_of(stored) == b"\x00\xff k\xe1\xba\xbf"


def test_the_same_bytes_are_kept_once(db):
    first = keep(data=b"x", media_type="text/plain", unit=None, at=NOON)

    assert keep(data=b"x", media_type="text/plain", unit=None, at=NOON) == first
    assert StoredFile.objects.count() == 1


def test_damaged_bytes_are_never_handed_out(db):
    stored = keep(data=b"dung", media_type="text/plain", unit=None, at=NOON)
    with default_storage.open(stored.path, "wb") as file:
        file.write(b"sai")

    with pytest.raises(Damaged, match="bị hỏng"):
        content_of(stored)


def test_damaged_bytes_are_mended_when_the_file_comes_again(db):
    stored = keep(data=b"dung", media_type="text/plain", unit=None, at=NOON)
    Path(default_storage.path(stored.path)).write_bytes(b"du")

    keep(data=b"dung", media_type="text/plain", unit=None, at=NOON)

    assert content_of(stored) == b"dung"


def test_a_write_that_fails_leaves_no_file_behind(db):
    class Broken(ContentFile):
        def chunks(self, chunk_size=None):
            yield b"mot nua"
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        default_storage.save("ab/cd", Broken(b""))

    assert list(Path(default_storage.path("ab")).iterdir()) == []


def test_a_lost_file_is_said_plainly(db):
    stored = keep(data=b"mat", media_type="text/plain", unit=None, at=NOON)
    default_storage.delete(stored.path)

    with pytest.raises(Damaged, match="Không còn tệp này"):
        content_of(stored)


@pytest.mark.parametrize(
    ("media_type", "name", "saved"),
    [
        ("application/pdf", "Quyết định.hta", "Quyết định.hta.pdf"),
        ("application/pdf", "Quyết định.PDF", "Quyết định.PDF"),
        ("application/pdf", "  ", "Tệp không tên.pdf"),
        ("image/jpeg", "ảnh.jpeg", "ảnh.jpeg"),
        ("text/plain; charset=utf-8", "kế hoạch.svg", "kế hoạch.svg.txt"),
        ("application/octet-stream", "bảng.xlsx", "bảng.xlsx"),
    ],
)
def test_a_name_ends_as_the_bytes_do(db, media_type, name, saved):
    """Whatever somebody called it: a saved file is opened by the ending of its name."""
    stored = keep(data=b"%PDF-<script>", media_type=media_type, unit=None, at=NOON)

    response = download(stored, name)

    assert response["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote(saved)}"


def test_a_download_is_saved_and_never_run(db):
    stored = keep(data=b"<script>", media_type="text/html", unit=None, at=NOON)

    response = download(stored, "kế hoạch.html", inline=True)

    assert response["Content-Disposition"].startswith("attachment; filename*=UTF-8''k%E1%BA%BF")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
