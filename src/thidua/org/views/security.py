"""Security of one's own account: the app on the phone, codes on paper."""

from datetime import timedelta

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.posted import carried_out
from thidua.org.actions import factors as actions
from thidua.org.forms.passwords import OwnPasswordForm
from thidua.org.forms.second_factor import AppForm
from thidua.org.http import Request
from thidua.org.oidc.providers import label_of, providers
from thidua.org.printing import codes_sheet
from thidua.org.queries.recovering import recovery_to_know_of
from thidua.org.second_factor.demand import demand_of
from thidua.org.second_factor.due import due_on, note_due, waiver_of
from thidua.org.second_factor.held import factors_of, made_at
from thidua.org.second_factor.places import usable_at
from thidua.org.second_factor.proof import has_proof
from thidua.org.views.mine import OWN

NEW_KEY = "new_app_key"
"""In the session: the key an app is being set up with."""
MINUTES = 15


@require_safe
def security(request: Request) -> HttpResponse:
    """What guards the account, and what may be added."""
    request.section = OWN
    factors = factors_of(request.user)
    linked = list(request.user.identities.select_related("linked_by__person").order_by("pk"))
    known = {one.issuer for one in linked}
    context = {
        "factors": factors,
        "demand": None if factors else demand_of(request.actor),
        "due": due_on(request),
        "waiver": waiver_of(request.user, request.actor.day),
        "recovery": recovery_to_know_of(request.user, clock.now()),
        "today": request.actor.day,
        "keys_here": usable_at(request.get_host(), secure=request.is_secure()),
        "identities": [(one, label_of(one.issuer)) for one in linked],
        "providers": [one for one in providers() if one.issuer not in known],
    }
    return render(request, "org/security/security.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def app(request: Request) -> HttpResponse:
    """A square to scan and a key to type; the app is taken once it shows the right digits."""
    request.section = OWN
    if factors_of(request.user).app:
        return redirect("org:security")
    secret = request.session.setdefault(NEW_KEY, generate_totp_secret())
    form = AppForm(
        request.POST or None, user=request.user, proven=has_proof(request), secret=secret
    )
    if request.method != "POST" or not form.is_valid():
        return _app_page(request, form, secret, 422 if request.method == "POST" else 200)
    code = form.cleaned_data["code"]
    made = carried_out(
        form,
        lambda: actions.set_up_app(secret=secret, code=code, by=request.actor, at=clock.now()),
    )
    if made is None:
        return _app_page(request, form, secret, 409)
    request.session.pop(NEW_KEY, None)
    note_due(request, request.user)
    messages.success(request, _("Đã bật xác thực hai lớp. Hãy in mã dự phòng ngay bây giờ."))
    return redirect("org:codes")


def _app_page(request: Request, form: AppForm, secret: str, status: int) -> HttpResponse:
    address = get_adapter().build_totp_url(request.user, secret)
    square = segno.make_qr(address, error="m").svg_data_uri(scale=5, border=2)
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    context = {"form": form, "square": square, "key": groups, "address": address}
    return render(request, "org/security/app.html", context, status=status)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Request, pk: int) -> HttpResponse:
    """Ask for the password, then take the app or the passkey away."""
    request.section = OWN
    mine = Authenticator.objects.filter(user=request.user)
    factor = get_object_or_404(mine.exclude(type=Authenticator.Type.RECOVERY_CODES), pk=pk)
    form = OwnPasswordForm(request.POST or None, user=request.user, proven=has_proof(request))
    if request.method == "POST" and form.is_valid():
        actions.remove_factor(factor=factor, by=request.actor, at=clock.now())
        note_due(request, request.user)
        messages.success(request, _("Đã gỡ. Lần đăng nhập sau không hỏi máy ấy nữa."))
        return redirect("org:security")
    context = {"form": form, "name": factor.data.get("name", "")}
    status = 422 if request.method == "POST" else 200
    return render(request, "org/security/remove.html", context, status=status)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: Request) -> HttpResponse:
    """The codes for some minutes after they were made; new ones for the password."""
    request.section = OWN
    form = OwnPasswordForm(request.POST or None, user=request.user, proven=has_proof(request))
    if request.method == "POST" and form.is_valid():
        done = carried_out(form, lambda: actions.renew_codes(by=request.actor, at=clock.now()))
        if done is not None:
            messages.success(request, _("Đã lập 10 mã mới. Các mã cũ hết hiệu lực."))
            return redirect("org:codes")
    kept = factors_of(request.user)
    if not kept:
        return redirect("org:security")
    context = {
        "form": form,
        "left": kept.codes_left,
        "codes": _shown(kept.codes) if kept.codes and _showable(kept.codes) else [],
        "minutes": MINUTES,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "org/security/codes.html", context, status=status)


@never_cache
@require_safe
def codes_paper(request: Request) -> HttpResponse:
    """The codes as a page of A4, for the same minutes."""
    kept = factors_of(request.user).codes
    if kept is None:
        raise Http404
    if not _showable(kept):
        raise DomainError(
            _("Mã dự phòng chỉ xem và in được %(minutes)s phút sau khi lập. Hãy lập mã mới.")
            % {"minutes": MINUTES}
        )
    data = codes_sheet(request.user, request.actor, _shown(kept))
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="ma-du-phong.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _showable(codes: Authenticator | None) -> bool:
    return codes is not None and clock.now() - made_at(codes) < timedelta(minutes=MINUTES)


def _shown(codes: Authenticator) -> list[str]:
    return [f"{code[:4]} {code[4:]}" for code in RecoveryCodes(codes).get_unused_codes()]
