"""Deeds with rights: entering for a unit, and one person proposing and approving."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {
    "mandate.begun": _("bắt đầu nhập hộ đến trước ngày %(until)s"),
    "mandate.stopped": _("dừng nhập hộ"),
    "exemption.declared": _("khai báo ngoại lệ: một người vừa đề nghị vừa xét"),
    "exemption.ended": _("kết thúc ngoại lệ một người vừa đề nghị vừa xét"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.mandate": Thing(_("Nhập hộ")),
    "org.exemption": Thing(_("Ngoại lệ của đơn vị ít người")),
}
