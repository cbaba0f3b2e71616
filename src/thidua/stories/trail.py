"""What is done in this room, in the words of its people."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Sentences, Thing
from thidua.stories.queries import stories_visible_to

SENTENCES: Sentences = {
    "story.started": _("viết bài điển hình"),
    "story.edited": _("sửa bài điển hình"),
    "story.picture_dropped": _("bỏ ảnh của bài điển hình"),
    "story.consent_noted": _("ghi người được nêu đã đồng ý ngày %(day)s: %(how)s"),
    "story.published": _("đăng bài điển hình"),
    "story.taken_down": _("gỡ bài điển hình để sửa"),
    "story.withdrawn": _("gỡ bài điển hình vì người được nêu rút lại đồng ý"),
    "story.resumed": _("soạn tiếp bài điển hình đã gỡ"),
}
FIELDS = {
    "story.subject_name": _("Người, tập thể được nêu"),
    "story.title": _("Tiêu đề"),
    "story.lead": _("Lời dẫn"),
    "story.body": _("Nội dung bài"),
}
THINGS = {"stories.story": Thing(_("Bài điển hình"), "stories:detail", stories_visible_to)}
