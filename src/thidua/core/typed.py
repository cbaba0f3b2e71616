"""One form for everything that is typed: what looks the same is the same."""

import unicodedata
from collections.abc import Callable, Collection
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict

MARKS, CONTROLS = "Cf", "Cc"
"""Marks without width or that turn the direction of writing; control signs, line breaks too."""


def tidied(text: str, unwanted: Collection[str] = (MARKS,)) -> str:
    """`text` with its letters composed (NFC) and without signs of the `unwanted` sorts."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if unicodedata.category(sign) not in unwanted)


class TypedMiddleware:
    """Fields, addresses and names of files reach every view tidied.

    Phones and PDF files hand over Vietnamese letters in pieces, chat programs add marks without
    width: a name typed so would be another name. Control signs are left out of an address, which
    no database could look up; a form says of them that they cannot be printed. Stands behind the
    check of the form's token, which has read what was sent.
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
        _tidy(request, "GET", (MARKS, CONTROLS))
        if request.method == "POST":
            _tidy(request, "POST", (MARKS,))
            for file in _each(request.FILES):
                file.name = tidied(file.name or "")


def _each(files: MultiValueDict[str, Any]) -> list[Any]:
    return [file for _name, sent in files.lists() for file in sent]


def _tidy(request: HttpRequest, method: str, unwanted: Collection[str]) -> None:
    fields: QueryDict = getattr(request, method)
    tidy = {name: [tidied(one, unwanted) for one in typed] for name, typed in fields.lists()}
    if tidy == dict(fields.lists()):
        return
    changed = fields.copy()
    for name, typed in tidy.items():
        changed.setlist(name, typed)
    setattr(request, method, changed)
