"""Sending a kept file to a browser. The caller has already decided that this person may have it."""

from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import gettext as _

from thidua.files.models import Picture, StoredFile
from thidua.files.queries import content_of

ENDINGS = {
    "application/pdf": (".pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/msword": (".doc", ".dot"),
    "application/rtf": (".rtf", ".doc"),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/zip": (".zip",),
    "text/plain": (".txt", ".md"),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/tiff": (".tif", ".tiff"),
    "image/bmp": (".bmp",),
    "image/webp": (".webp",),
    "image/heic": (".heic", ".heif", ".avif"),
}
"""How names of files of a type end; the first is put behind a name that ends otherwise."""


def download(stored: StoredFile, filename: str, *, inline: bool = False) -> HttpResponse:
    """An answer that a browser saves, or shows for PDF, and never runs."""
    response = HttpResponse(content_of(stored), content_type=stored.media_type)
    shown = inline and stored.media_type == "application/pdf"
    how = "inline" if shown else "attachment"
    response["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(_named(filename, stored))}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _named(filename: str, stored: StoredFile) -> str:
    """A saved file is opened by the ending of its name: a PDF that somebody called `.hta` would
    run as a program."""
    name = filename.strip() or _("Tệp không tên")
    endings = ENDINGS.get(stored.media_type.partition(";")[0], ("",))
    return name if name.lower().endswith(endings) else f"{name}{endings[0]}"


def show_picture(picture: Picture) -> HttpResponse:
    """The picture as it is shown, for an `<img>`; never the original with what its camera wrote."""
    response = HttpResponse(content_of(picture.shown), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    # The browser of this person may keep it for a while: galleries on a phone load once.
    response["Cache-Control"] = "private, max-age=3600"
    return response
