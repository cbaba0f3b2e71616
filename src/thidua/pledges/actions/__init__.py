"""Every change in this room."""

from thidua.pledges.actions.following import follow_act
from thidua.pledges.actions.opening import (
    change_days,
    close_sheet,
    close_sheets,
    open_sheet,
    renew_code,
    reopen_sheet,
    reword_sheet,
)
from thidua.pledges.actions.recording import NotAsListed, Recorded, read_lines, record_list
from thidua.pledges.actions.settling import dismiss, match, strike
from thidua.pledges.actions.signing import AlreadySigned, sign, withdraw

__all__ = [
    "AlreadySigned",
    "NotAsListed",
    "Recorded",
    "change_days",
    "close_sheet",
    "close_sheets",
    "dismiss",
    "follow_act",
    "match",
    "open_sheet",
    "read_lines",
    "record_list",
    "renew_code",
    "reopen_sheet",
    "reword_sheet",
    "sign",
    "strike",
    "withdraw",
]
