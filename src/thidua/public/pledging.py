"""Signing the pledge on a phone, without an account, without script."""

from http import HTTPStatus

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from thidua.core import clock
from thidua.core.days import weekday
from thidua.documents.naming import seen
from thidua.pledges import actions, queries
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode
from thidua.pledges.roll import TAIL, Given
from thidua.pledges.standing import Standing, sentence, standing_of
from thidua.public import pace

PAGE = 22
STATUS = {
    Standing.EARLY: HTTPStatus.CONFLICT,
    Standing.REVOKED: HTTPStatus.GONE,
    Standing.OVER: HTTPStatus.GONE,
}


class SignForm(forms.Form):
    """What the unit's list holds for everybody, and one line of one's own."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    who = forms.CharField(
        label=_("Họ và tên, hoặc mã đoàn viên"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        help_text=_("Gõ không dấu cũng được."),
        error_messages={"required": _("Chưa có họ tên hoặc mã đoàn viên.")},
    )
    tail = forms.CharField(
        label=_("4 số cuối của số điện thoại đã đăng ký với công đoàn"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Gõ mã đoàn viên thì để trống ô này."),
    )
    deed = forms.CharField(
        label=_("Việc làm cụ thể tôi đăng ký"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Một câu, ví dụ: Kèm hai em học sinh yếu môn Toán."),
    )

    def clean_who(self) -> str:
        who = seen(self.cleaned_data["who"])
        if not any(sign.isalnum() for sign in who):
            raise ValidationError(gettext("Chưa có họ tên hoặc mã đoàn viên."))
        return who

    def clean_tail(self) -> str:
        """A whole number typed here is fine: its end is what is asked for."""
        digits = "".join(sign for sign in self.cleaned_data["tail"] if sign in "0123456789")
        if self.cleaned_data["tail"] and len(digits) < TAIL:
            raise ValidationError(gettext("Cần đủ 4 số cuối, ví dụ 4827."))
        return digits[-TAIL:]

    def clean(self) -> None:
        given = self.given()
        if "tail" in self.cleaned_data and given.who and not given.is_code and not given.tail:
            self.add_error(
                "tail",
                gettext(
                    "Chưa có 4 số cuối điện thoại. Không nhớ số đã đăng ký thì gõ số đang dùng, "
                    "tổ trưởng sẽ đối chiếu."
                ),
            )

    def given(self) -> Given:
        return Given(self.cleaned_data.get("who", ""), self.cleaned_data.get("tail", ""))


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pledge(request: HttpRequest, token: str) -> HttpResponse:
    """Read, say who one is, sign: three parts on one page."""
    code = queries.code_behind(token)
    if code is None:
        raise Http404
    standing = standing_of(code, clock.today())
    if standing is not Standing.OPEN:
        return _stopped(request, code, sentence(standing, code.sheet), STATUS[standing])
    if request.method != "POST":
        form = SignForm(initial={"once": get_random_string(PAGE)})
        return _page(request, code, form)
    form = SignForm(request.POST)
    if not form.is_valid():
        return _page(request, code, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if pace.too_fast(request, code.sheet_id):
        return _stopped(request, code, _slow_down(), HTTPStatus.TOO_MANY_REQUESTS)
    return _signed(request, code, form)


def _signed(request: HttpRequest, code: SheetCode, form: SignForm) -> HttpResponse:
    data = form.cleaned_data
    try:
        made = actions.sign(
            code=code, given=form.given(), deed=data["deed"], once=data["once"], at=clock.now()
        )
    except actions.AlreadySigned as before:
        pace.note(request, code.sheet_id, fitted=before.fitted)
        return _stopped(request, code, str(before), HTTPStatus.CONFLICT)
    pace.note(request, code.sheet_id, fitted=made.state == PledgeState.COUNTED)
    return redirect("public:receipt", made.receipt)


@login_not_required
@never_cache
@require_safe
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """What was signed and when, with the way to take it back: only for who holds the link."""
    made = _get(receipt)
    signed = timezone.localtime(made.signed_at)
    context = {
        "pledge": made,
        "who": _shown(made),
        "signed": signed,
        "weekday": weekday(signed.date()),
        "share": queries.figures_of(made.sheet, clock.today()),
        "code": queries.current_code(made.sheet),
    }
    return render(request, "public/receipt.html", context | _head(made.sheet))


@login_not_required
@require_POST
def withdraw(_request: HttpRequest, receipt: str) -> HttpResponse:
    """Take the pledge back."""
    made = _get(receipt)
    if made.state != PledgeState.WITHDRAWN:
        actions.withdraw(pledge=made, at=clock.now())
    return redirect("public:receipt", receipt)


def _get(receipt: str) -> Pledge:
    made = queries.pledge_behind(receipt)
    if made is None:
        raise Http404
    return made


def _shown(made: Pledge) -> str:
    """The signer as they are known, if they gave their name; of a code the first letters only.

    Codes follow one another: whoever tries one after the other must not collect names.
    """
    if made.person is None or not made.given:
        return made.given
    if not Given(made.given.partition(" · ")[0]).is_code:
        return made.person.name
    letters = " ".join(f"{word[0]}." for word in made.person.name.split())
    return f"{made.given} ({letters})"


def _slow_down() -> str:
    return gettext(
        "Từ mạng này vừa có quá nhiều lần gửi không khớp danh sách nên phải đợi. Hãy thử lại sau "
        "10 phút, hoặc ký vào danh sách giấy của tổ trưởng. Lần này chưa ghi gì."
    )


def _page(
    request: HttpRequest, code: SheetCode, form: SignForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    sheet = code.sheet
    context = {
        "code": code,
        "form": form,
        "phase": queries.phase_of(sheet),
        "lines": sheet.words.splitlines(),
    }
    return render(request, "public/pledge.html", context | _head(sheet), status=status)


def _stopped(request: HttpRequest, code: SheetCode, reason: str, status: int) -> HttpResponse:
    context = {"reason": reason, "open": status == HTTPStatus.CONFLICT, "code": code}
    return render(request, "public/stopped.html", context | _head(code.sheet), status=status)


def _head(sheet: Sheet) -> dict[str, object]:
    return {
        "sheet": sheet,
        "unit": queries.unit_then(sheet),
        "superior": queries.superior_then(sheet),
    }
