"""One form for everything that is typed: what looks the same is the same."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict

from vanban.language.forms import composed, without_controls


def tidied(text: str) -> str:
    """`text` in the form in which it is kept and compared."""
    return text if text.isascii() else composed(text)


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
        _tidy(request, "GET", _askable)
        if request.method == "POST":
            _tidy(request, "POST", tidied)
            for file in _each(request.FILES):
                file.name = tidied(file.name or "")


def _each(files: MultiValueDict[str, Any]) -> list[Any]:
    return [file for _name, sent in files.lists() for file in sent]


def _askable(text: str) -> str:
    return without_controls(tidied(text))


def _tidy(request: HttpRequest, method: str, tidy: Callable[[str], str]) -> None:
    fields: QueryDict = getattr(request, method)
    rough = [name for name, typed in fields.lists() if any(tidy(one) != one for one in typed)]
    if not rough:
        return
    changed = fields.copy()
    for name in rough:
        changed.setlist(name, [tidy(one) for one in fields.getlist(name)])
    setattr(request, method, changed)
