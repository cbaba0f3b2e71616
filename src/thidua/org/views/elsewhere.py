"""Signing in, or linking, with an account elsewhere. Loaded on demand."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from thidua.core import clock
from thidua.core.errors import DomainError
from thidua.core.posted import carried_out
from thidua.org.actions.identities import link_identity, used
from thidua.org.actor import Actor
from thidua.org.entering import proceed
from thidua.org.forms.passwords import OwnPasswordForm
from thidua.org.http import Request
from thidua.org.models import Identity, User
from thidua.org.oidc.failing import ElsewhereFailed
from thidua.org.oidc.flow import AGAIN, Kept, begin, finish
from thidua.org.oidc.providers import Provider, provider_called
from thidua.org.second_factor.proof import has_proof, note_proof
from thidua.org.views.mine import OWN
from thidua.org.views.signing_in import locked_out


@never_cache
@require_safe
def start(request: HttpRequest, provider: str) -> HttpResponse:
    """Off to the issuer."""
    return _off(request, _provider(provider), reverse("home:desk"))


@never_cache
@require_safe
def prove(request: Request, provider: str) -> HttpResponse:
    """Off to sign in there once more, for whoever is asked who they are and has no password."""
    return _off(request, _provider(provider), reverse("org:security"), **{AGAIN: request.user.pk})


def _off(
    request: HttpRequest, provider: Provider, otherwise: str, **remembered: object
) -> HttpResponse:
    then = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(then, {request.get_host()}, request.is_secure())
    try:
        address = begin(request, provider, then=then if safe else otherwise, **remembered)
    except ElsewhereFailed as refusal:
        return _failed(request, provider, str(refusal))
    return HttpResponseRedirect(address)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: Request, provider: str) -> HttpResponse:
    """For the password: a link to the issuer, which leads back here and links its account."""
    request.section = OWN
    chosen = _provider(provider)
    form = OwnPasswordForm(request.POST or None, user=request.user, proven=has_proof(request))
    address = None
    if request.method == "POST" and form.is_valid():
        address = carried_out(form, lambda: begin(request, chosen, user=request.user.pk))
    context = {"form": form, "provider": chosen, "address": address}
    status = 422 if request.method == "POST" and address is None else 200
    return render(request, "org/security/link.html", context, status=status)


@never_cache
@require_safe
def done(request: HttpRequest, provider: str) -> HttpResponse:
    """Back from the issuer: sign in whoever is linked; link, or believe, who was in before."""
    chosen = _provider(provider)
    try:
        subject, remembered = finish(request, chosen)
    except ElsewhereFailed as refusal:
        return _failed(request, chosen, str(refusal))
    if "user" in remembered:
        return _linked(request, chosen, subject, remembered)
    if AGAIN in remembered:
        return _proven(request, chosen, subject, remembered)
    return _entered(request, chosen, subject, str(remembered["then"]))


def _entered(request: HttpRequest, provider: Provider, subject: str, then: str) -> HttpResponse:
    rows = Identity.objects.filter(issuer=provider.issuer, subject=subject, user__is_active=True)
    identity = rows.select_related("user__person").first()
    if identity is None:
        problem = _(
            "Tài khoản %(label)s này chưa liên kết với tài khoản nào đang dùng ở đây. Hãy đăng "
            "nhập bằng mật khẩu, mở Bảo mật tài khoản rồi bấm Liên kết; hoặc nhờ người cấp tài "
            "khoản liên kết."
        )
        return _failed(request, provider, problem % {"label": provider.label})
    user: User = identity.user
    if not AxesProxyHandler.is_allowed(request, {"username": user.username}):
        return locked_out(request)
    used(identity, clock.now())
    return redirect(proceed(request, user, then))


def _linked(
    request: HttpRequest, provider: Provider, subject: str, remembered: Kept
) -> HttpResponse:
    user = request.user
    if not isinstance(user, User) or user.pk != remembered["user"]:
        return _failed(
            request,
            provider,
            _("Người bắt đầu liên kết đã đăng xuất. Hãy đăng nhập rồi liên kết lại."),
        )
    by = Actor.of(user, clock.today())
    try:
        link_identity(user=user, issuer=provider.issuer, subject=subject, by=by, at=clock.now())
    except DomainError as refusal:
        return _failed(request, provider, str(refusal))
    messages.success(
        request,
        _("Đã liên kết. Từ nay đăng nhập được bằng %(label)s.") % {"label": provider.label},
    )
    return redirect("org:security")


def _proven(
    request: HttpRequest, provider: Provider, subject: str, remembered: Kept
) -> HttpResponse:
    same = request.user.pk == remembered[AGAIN]
    rows = Identity.objects.filter(issuer=provider.issuer, subject=subject)
    if not same or not rows.filter(user=remembered[AGAIN]).exists():
        problem = _(
            "Tài khoản %(label)s vừa đăng nhập không phải tài khoản đã liên kết với bạn, nên chưa "
            "xác nhận được. Hãy thử lại bằng đúng tài khoản ấy."
        )
        return _failed(request, provider, problem % {"label": provider.label})
    note_proof(request)
    return redirect(str(remembered["then"]))


def _failed(request: HttpRequest, provider: Provider, problem: str) -> HttpResponse:
    context = {"provider": provider, "problem": problem}
    return render(request, "org/security/elsewhere.html", context, status=403)


def _provider(name: str) -> Provider:
    found = provider_called(name)
    if found is None:
        raise Http404
    return found
