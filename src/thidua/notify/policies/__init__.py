"""Who may tell whom: verdicts for buttons, views and actions."""

from thidua.notify.policies.announcing import may_announce, may_handle
from thidua.notify.policies.outbox import may_resend, may_see_outbox, may_send_again

__all__ = ["may_announce", "may_handle", "may_resend", "may_see_outbox", "may_send_again"]
