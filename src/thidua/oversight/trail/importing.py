"""Deeds with imports."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from thidua.audit.words import Fields, Sentences, Thing
from thidua.oversight.queries.importing import imports_visible_to

SENTENCES: Sentences = {
    "import.begun": _("chọn tệp “%(file)s” để nhập"),
    "import.mapped": _("chọn cột và cho kiểm tra tệp nhập"),
    "import.applied": _("nhập dữ liệu từ tệp"),
    "import.lines_taken": _("tải các dòng cần sửa của tệp nhập ra tệp Excel"),
    "import.undone": _("hoàn tác toàn bộ lần nhập từ tệp"),
    "import.dropped": _("bỏ tệp nhập khi chưa nhập gì"),
    "import.resumed": _("cho làm tiếp lần nhập bị ngắt"),
    "import.given_up": _("dừng hẳn lần nhập bị ngắt"),
    "import.row_mended": _("sửa dòng %(line)s của tệp nhập"),
    "import.row_left_out": _("bỏ dòng %(line)s của tệp nhập"),
    "import.row_reopened": _("mở lại dòng %(line)s của tệp nhập"),
    "import.alike_mended": ngettext_lazy(
        "sửa %(lines)s dòng giống nhau của tệp nhập",
        "sửa %(lines)s dòng giống nhau của tệp nhập",
        "lines",
    ),
    "import.alike_left_out": ngettext_lazy(
        "bỏ %(lines)s dòng giống nhau của tệp nhập",
        "bỏ %(lines)s dòng giống nhau của tệp nhập",
        "lines",
    ),
    "import.alike_taken_back": ngettext_lazy(
        "lấy lại lần sửa %(lines)s dòng giống nhau của tệp nhập",
        "lấy lại lần sửa %(lines)s dòng giống nhau của tệp nhập",
        "lines",
    ),
    "import.all_reopened": ngettext_lazy(
        "mở lại %(lines)s dòng đã bỏ của tệp nhập",
        "mở lại %(lines)s dòng đã bỏ của tệp nhập",
        "lines",
    ),
    "import.read_again": ngettext_lazy(
        "đọc lại %(lines)s dòng đã sửa bằng Excel",
        "đọc lại %(lines)s dòng đã sửa bằng Excel",
        "lines",
    ),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "oversight.import": Thing(_("Tệp nhập"), "oversight:import", imports_visible_to)
}
