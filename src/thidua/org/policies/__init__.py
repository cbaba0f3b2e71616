"""Who may do what to the organisation: one verdict for buttons, views and actions."""

from thidua.org.policies.managing import may_manage
from thidua.org.policies.reorganising import may_carry_out, may_draft, may_reorganise, may_undo

__all__ = ["may_carry_out", "may_draft", "may_manage", "may_reorganise", "may_undo"]
