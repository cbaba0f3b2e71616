"""Deeds with rights: entering for a unit, and one person proposing and approving."""

from django.utils.translation import gettext_lazy as _

from thidua.audit.words import Fields, Sentences, Thing

SENTENCES: Sentences = {
    "mandate.begun": _("bắt đầu nhập hộ đến trước ngày %(until)s"),
    "mandate.stopped": _("thôi nhập hộ"),
    "exemption.declared": _("cho đơn vị nhỏ có một người vừa đề xuất vừa duyệt"),
    "exemption.ended": _("thôi cho một người vừa đề xuất vừa duyệt"),
}
FIELDS: Fields = {}
THINGS: dict[str, Thing] = {
    "org.mandate": Thing(_("Nhập hộ")),
    "org.exemption": Thing(_("Một người vừa đề xuất vừa duyệt")),
}
