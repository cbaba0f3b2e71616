"""Who notes that a post was handed over."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Handover, Post
from thidua.org.policies.accounts import may_give_accounts
from thidua.org.policies.people import may_keep_people


def may_record_handover(actor: Actor, post: Post) -> Verdict:
    """Who keeps people or accounts of the unit; the leaver only prints the sheet."""
    if not (may_keep_people(actor, post.unit) or may_give_accounts(actor, post.unit)):
        return Verdict(
            _("Chỉ người quản lý đoàn viên hoặc người cấp tài khoản của đơn vị ghi được bàn giao.")
        )
    if Handover.objects.filter(post=post).exists():
        return not_now(_("Chức vụ này đã ghi bàn giao."))
    return ALLOWED
