"""Papers born from a plan: what only people know, and the words of the draft."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thidua.core.fields import VnDateField
from thidua.plans.forms.drafting import VersionForm
from thidua.plans.forms.lines import LINES, LinesField, RecipientsField
from vanban.writing.born.guiding import AUDIENCE
from vanban.writing.born.inviting import Meeting

_DAY = _("ngày/tháng/năm, ví dụ 05/08/2024")


class OnceForm(forms.Form):
    """The page on which something is begun: pressed twice, it is begun once."""

    once = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class GuidanceForm(OnceForm):
    """For whom the guidance is, and until when they have plans of their own."""

    audience = forms.CharField(
        label=_("Hướng dẫn cho"),
        max_length=200,
        initial=AUDIENCE,
        help_text=_("viết như khi đứng giữa câu"),
    )
    own_plan_by = VnDateField(
        label=_("Hạn các đơn vị có kế hoạch riêng (không bắt buộc)"), required=False, help_text=_DAY
    )


class InvitationForm(OnceForm):
    """Who is invited to what, when and where."""

    OCCASIONS = (
        ("launch", _("Hội nghị phát động thi đua")),
        ("review", _("Hội nghị sơ kết, tổng kết")),
        ("award", _("Lễ trao thưởng")),
    )

    occasion = forms.ChoiceField(label=_("Dịp mời"), choices=OCCASIONS)
    event = forms.CharField(
        label=_("Tên cuộc họp"),
        max_length=300,
        help_text=_(
            "viết như khi đứng giữa câu, ví dụ: Hội nghị phát động phong trào thi đua năm 2025"
        ),
    )
    guests = LinesField(label=_("Thành phần mời"), help_text=_("Mỗi dòng một thành phần."))
    day = VnDateField(label=_("Ngày"), help_text=_DAY)
    time = forms.TimeField(
        label=_("Giờ bắt đầu"),
        input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"],
        help_text=_("ví dụ 08:00"),
    )
    venue = forms.CharField(label=_("Địa điểm"), max_length=300)
    chair = forms.CharField(label=_("Chủ trì (không bắt buộc)"), max_length=200, required=False)
    programme = LinesField(
        label=_("Chương trình (không bắt buộc)"),
        required=False,
        help_text=_("Mỗi dòng một nội dung."),
    )
    reply_by = VnDateField(
        label=_("Hạn báo tham dự (không bắt buộc)"), required=False, help_text=_DAY
    )
    contact = forms.CharField(label=_("Liên hệ (không bắt buộc)"), max_length=200, required=False)

    def meeting(self) -> Meeting:
        """What was typed, as the library asks for it."""
        typed = self.cleaned_data
        return Meeting(
            event=typed["event"],
            guests=typed["guests"],
            starts=datetime.combine(typed["day"], typed["time"]),
            venue=typed["venue"],
            chair=typed["chair"],
            programme=typed["programme"],
            reply_by=typed["reply_by"],
            contact=typed["contact"],
        )


class FollowUpForm(VersionForm):
    """The head, the paragraphs and the recipients of the draft."""

    title = forms.CharField(label=_("Trích yếu"), max_length=1000, widget=LINES)
    symbol = forms.CharField(label=_("Ký hiệu"), max_length=50, required=False)
    place = forms.CharField(label=_("Địa danh"), max_length=100)
    text = forms.CharField(
        label=_("Nội dung"),
        max_length=50000,
        widget=forms.Textarea(attrs={"rows": 22}),
        help_text=_("Mỗi dòng một đoạn. Giữ số thứ tự ở đầu đoạn."),
    )
    recipients = RecipientsField(
        label=_("Nơi nhận"), required=False, help_text=_("Mỗi dòng một nơi nhận, đúng như sẽ in.")
    )

    def words(self) -> dict[str, Any]:
        names = ("title", "symbol", "place", "text", "recipients")
        return {name: self.cleaned_data[name] for name in names}
