"""The words of letters, as the keeper of the topmost unit writes them."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.verdict import require
from thidua.notify.actions.wordings import drop_wording, word_letter
from thidua.notify.forms.wordings import WordingForm
from thidua.notify.letter_kinds import KINDS, LetterKind
from thidua.notify.models import Wording
from thidua.notify.policies.wordings import may_word_letters
from thidua.org.http import Request


@require_safe
def wordings(request: Request) -> HttpResponse:
    """Every kind of letter, and in which languages the keeper wrote it anew."""
    require(may_word_letters(request.actor))
    own = set(Wording.objects.values_list("code", "language"))
    kinds = [
        {
            "code": kind.code,
            "title": kind.title,
            "languages": [
                (code, name, (kind.code, code) in own) for code, name in settings.LANGUAGES
            ],
        }
        for kind in sorted(KINDS.values(), key=lambda kind: str(kind.title))
    ]
    return render(request, "notify/wordings.html", {"kinds": kinds})


@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: Request, code: str, language: str) -> HttpResponse:
    """One kind in one language; with the button *Dùng mẫu có sẵn* our words hold again."""
    require(may_word_letters(request.actor))
    kind = _kind(code, language)
    own = Wording.objects.filter(code=code, language=language).first()
    if request.method == "POST" and "drop" in request.POST and own is not None:
        drop_wording(wording=own, kind=kind, by=request.actor, at=clock.now())
        messages.success(request, _("Thư này lại dùng mẫu có sẵn."))
        return redirect("notify:wordings")
    form = WordingForm(request.POST or None, kind=kind, initial=_shown(kind, own, language))
    if form.is_valid():
        word_letter(
            kind=kind,
            language=language,
            by=request.actor,
            at=clock.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("Đã lưu mẫu thư. Thư viết từ bây giờ dùng mẫu này."))
        return redirect("notify:wordings")
    context = {
        "form": form,
        "kind": kind,
        "language": dict(settings.LANGUAGES)[language],
        "holes": [f"{{{name}}}" for name in kind.holes.values()],
        "own": own,
    }
    status = 422 if form.is_bound else 200
    return render(request, "notify/wording.html", context, status=status)


def _shown(kind: LetterKind, own: Wording | None, language: str) -> dict[str, str]:
    with translation.override(language):
        usual = kind.usual()
    words = own or usual
    return {"subject": kind.shown(words.subject), "body": kind.shown(words.body)}


def _kind(code: str, language: str) -> LetterKind:
    if code not in KINDS or language not in dict(settings.LANGUAGES):
        raise Http404
    return KINDS[code]
