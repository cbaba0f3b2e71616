"""Everything that changes a period or a report. One function, one deed."""

from thidua.reports.actions.closing import Consent, close_with_summary
from thidua.reports.actions.following import follow_act
from thidua.reports.actions.opening import Due, open_period, open_request
from thidua.reports.actions.reviewing import Reasons, accept_report, return_report
from thidua.reports.actions.submitting import submit_report, withdraw_report
from thidua.reports.actions.writing import Typed, keep_doubted, save_report

__all__ = [
    "Consent",
    "Due",
    "Reasons",
    "Typed",
    "accept_report",
    "close_with_summary",
    "follow_act",
    "keep_doubted",
    "open_period",
    "open_request",
    "return_report",
    "save_report",
    "submit_report",
    "withdraw_report",
]
