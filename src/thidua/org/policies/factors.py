"""Who may take a second factor away, and who may ask that it be taken away from somebody."""

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict
from thidua.org.actor import Actor


def may_remove_factor(actor: Actor, factor: Authenticator) -> Verdict:
    """Only one's own."""
    if factor.user_id != actor.user.pk:
        return Verdict(_("Chỉ chủ tài khoản gỡ được. Mất máy thì nhờ hai cán bộ khôi phục."))
    return ALLOWED
