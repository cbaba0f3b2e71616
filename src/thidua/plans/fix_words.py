"""What a fix does, in a few words, as on its button."""

from django.utils.translation import gettext as _

from thidua.plans.noted import Noted
from vanban.checking.fixes import in_words

_SHORT = 28


_TINY = 14


def short_label(noted: Noted) -> str:
    """The fix in a word or two; the sentence beside the button says what it will be."""
    fix = noted.finding.fix
    old, new = in_words(_replaced(noted), fix.text) if fix else ("", "")
    if not (old and new):
        return fix_label(noted)
    return _("Ghi %(new)s") % {"new": new} if len(new) <= _TINY else _("Sửa")


def fix_label(noted: Noted) -> str:
    """The fix in a few words, as on the button."""
    fix = noted.finding.fix
    if fix is None:
        return ""
    old, new = in_words(_replaced(noted), fix.text)
    if len(old) > _SHORT or len(new) > _SHORT or "\n" in fix.text:
        return _("Sửa theo đề nghị")
    if fix.span[0] < fix.span[1] and fix.span != noted.finding.span:
        return _("Ghi %(new)s") % {"new": new} if new else _("Bỏ chỗ thừa")
    return change_in_words(old, new)


def change_in_words(old: str, new: str) -> str:
    """What a fix does, from what it takes away and what it writes."""
    words = {"old": old, "new": new}
    if not old:
        return _("Thêm %(new)s") % words
    return _("Sửa %(old)s thành %(new)s") % words if new else _("Bỏ %(old)s") % words


def _replaced(noted: Noted) -> str:
    """The words that the fix takes away, as far as they are those that the finding shows."""
    fix = noted.finding.fix
    return noted.quote if fix and fix.span == noted.finding.span else ""
