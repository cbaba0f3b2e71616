"""Sending a kept file to a browser. The caller has already decided that this person may have it."""

from urllib.parse import quote

from django.http import HttpResponse

from thidua.files.models import Picture, StoredFile
from thidua.files.queries import content_of


def download(stored: StoredFile, filename: str, *, inline: bool = False) -> HttpResponse:
    """An answer that a browser saves, or shows for PDF, and never runs."""
    response = HttpResponse(content_of(stored), content_type=stored.media_type)
    shown = inline and stored.media_type == "application/pdf"
    how = "inline" if shown else "attachment"
    response["Content-Disposition"] = f"{how}; filename*=UTF-8''{quote(filename)}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def show_picture(picture: Picture) -> HttpResponse:
    """The picture as it is shown, for an `<img>`; never the original with what its camera wrote."""
    response = HttpResponse(content_of(picture.shown), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    # The browser of this person may keep it for a while: galleries on a phone load once.
    response["Cache-Control"] = "private, max-age=3600"
    return response
