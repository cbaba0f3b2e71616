"""Is this certificate good? For everybody, by its code alone: nothing is listed or searched."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from thidua.certificates import queries
from thidua.certificates.codes import LONGEST_TYPED, read_code
from thidua.certificates.models import Certificate
from thidua.certificates.printing import label_of, sheets_of
from thidua.core import clock
from thidua.org.queries import ended_on
from thidua.public import guessing
from vanban.writing.certificate import draw_certificate


@login_not_required
@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """The form for a code typed by hand. What cannot be a code is said at the field."""
    typed = request.GET.get("ma", "")[:LONGEST_TYPED]
    if not typed.strip():
        return render(request, "public/check.html", {"typed": ""})
    code = read_code(typed)
    if code is not None:
        return redirect("public:verify", code)
    problem = _(
        "“%(typed)s” không phải mã giấy khen. Mã in dưới mã QR có 12 chữ và số, ví dụ "
        "K7M2-QA9X-3FDP."
    ) % {"typed": typed.strip()}
    context = {"typed": typed, "problem": problem}
    return render(request, "public/check.html", context, status=422)


@login_not_required
@never_cache
@require_safe
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """The verdict on one code, in the first line."""
    if guessing.must_wait(request):
        response = render(request, "public/wait.html", status=429)
        response["Retry-After"] = str(guessing.SECONDS)
        return response
    read = read_code(code)
    certificate = queries.certificate_by_code(read) if read else None
    if certificate is None:
        guessing.spend(request, guessing.WRONG)
        return render(request, "public/no_certificate.html", {"typed": code}, status=404)
    guessing.spend(request, guessing.FOUND)
    return render(request, "public/certificate.html", _verdict(certificate))


def _verdict(certificate: Certificate) -> dict[str, object]:
    """What is printed on the sheet, and no more: neither reasons nor who handed it over."""
    award = certificate.award
    ended = ended_on(award.unit)
    context: dict[str, object] = {
        "certificate": certificate,
        "award": award,
        "asked_at": clock.now(),
        "ended": ended if ended and ended <= clock.today() else None,
        "keeper": award.unit.kept_by,
    }
    if certificate.revoked_at is None:
        (sheet,) = sheets_of([(award, certificate.code)])
        # Drawn by us; every word in it is escaped there.
        context["drawing"] = SafeString(draw_certificate(sheet, label_of(award)))
    return context
