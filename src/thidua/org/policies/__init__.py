"""Who may do what to the organisation: one verdict for buttons, views and actions."""

from thidua.org.policies.managing import may_manage

__all__ = ["may_manage"]
