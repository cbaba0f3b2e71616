"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Sentences, Thing
from thidua.awards.queries.visible import lists_visible_to, nominations_visible_to

SENTENCES: Sentences = {
    "nomination.started": _("lập đề nghị khen thưởng"),
    "nomination.edited": _("sửa đề nghị khen thưởng"),
    "nomination.submitted": _("gửi đề nghị khen thưởng"),
    "nomination.withdrawn": _("rút đề nghị khen thưởng lại để sửa"),
    "nomination.returned": _("trả lại đề nghị khen thưởng"),
    "nomination.declined": _("ghi kết quả: không đề nghị khen thưởng"),
    "nomination.put": _("đưa đề nghị ra phiên họp %(session)s"),
    "nomination.taken_back": _("rút đề nghị khỏi phiên họp hội đồng"),
    "nomination.recommended": _("ghi kết quả: hội đồng đề nghị khen thưởng"),
    "award_list.started": ngettext_lazy(
        "soạn quyết định khen thưởng cho %(people)s tập thể, cá nhân",
        "soạn quyết định khen thưởng cho %(people)s tập thể, cá nhân",
        "people",
    ),
    "award_list.edited": ngettext_lazy(
        "sửa quyết định khen thưởng, còn %(people)s tập thể, cá nhân",
        "sửa quyết định khen thưởng, còn %(people)s tập thể, cá nhân",
        "people",
    ),
    "award_list.dropped": _("bỏ bản thảo quyết định khen thưởng"),
    "award_list.issued": _("ban hành quyết định khen thưởng số %(number)s"),
    "award.given": _("ghi sổ khen thưởng, số vào sổ %(book_number)s"),
    "praise.given": _("biểu dương %(who)s"),
    "praise.withdrawn": _("rút lại lời biểu dương"),
}
FIELDS = {
    "nomination.subject_name": _("Tên người, tập thể được đề nghị"),
    "nomination.subject_post": _("Chức vụ, đơn vị"),
    "nomination.merit": _("Nội dung khen"),
    "nomination.achievements": _("Thành tích"),
    "award_list.occasion": _("Dịp khen thưởng"),
    "award_list.bases": _("Căn cứ"),
    "award_list.articles": _("Các điều"),
}
THINGS = {
    "awards.nomination": Thing(
        _("Đề nghị khen thưởng"), "awards:nomination", nominations_visible_to
    ),
    "awards.awardlist": Thing(_("Quyết định khen thưởng"), "awards:decision", lists_visible_to),
    "awards.award": Thing(_("Khen thưởng")),
    "awards.praise": Thing(_("Biểu dương")),
}
