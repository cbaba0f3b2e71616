"""One form for everything that is typed: what looks the same is the same."""

import unicodedata
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict

LINES = {"\n", "\r", "\t"}
UNSEEN = {"Cc", "Cf", "Cs"}
"""Control signs, marks that turn the direction of writing, halves of signs."""


def tidied(text: str) -> str:
    """`text` with its letters composed (NFC) and without signs nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if sign in LINES or not _unseen(sign))


def _unseen(sign: str) -> bool:
    return unicodedata.category(sign) in UNSEEN


class TypedMiddleware:
    """Fields, addresses and names of files reach every view tidied.

    Phones and PDF files hand over Vietnamese letters in pieces, chat programs add marks without
    width: a name typed so would be another name, and some signs no database takes. Stands behind
    the check of the form's token, which has read what was sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: dict[str, Any]
    ) -> None:
        if not request.path_info.isprintable():
            raise Http404
        _tidy(request, "GET")
        if request.method == "POST":
            _tidy(request, "POST")
            for file in _each(request.FILES):
                file.name = tidied(file.name or "")


def _each(files: MultiValueDict[str, Any]) -> list[Any]:
    return [file for _name, sent in files.lists() for file in sent]


def _tidy(request: HttpRequest, method: str) -> None:
    fields: QueryDict = getattr(request, method)
    rough = [name for name, typed in fields.lists() if any(tidied(one) != one for one in typed)]
    if not rough:
        return
    changed = fields.copy()
    for name in rough:
        changed.setlist(name, [tidied(one) for one in fields.getlist(name)])
    setattr(request, method, changed)
