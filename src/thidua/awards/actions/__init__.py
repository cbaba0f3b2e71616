"""Everything that changes nominations, decisions, the award book and praise."""

from thidua.awards.actions.following import follow_act
from thidua.awards.actions.issuing import issue_list
from thidua.awards.actions.lists import Wording, change_list, drop_list, start_list, submit_list
from thidua.awards.actions.nominating import (
    Wanted,
    change_nomination,
    start_nomination,
    submit_nomination,
    withdraw_nomination,
)
from thidua.awards.actions.praising import praise, withdraw_praise
from thidua.awards.actions.reviewing import (
    decline_nomination,
    put_before_council,
    return_nomination,
    take_back,
)

__all__ = [
    "Wanted",
    "Wording",
    "change_list",
    "change_nomination",
    "decline_nomination",
    "drop_list",
    "follow_act",
    "issue_list",
    "praise",
    "put_before_council",
    "return_nomination",
    "start_list",
    "start_nomination",
    "submit_list",
    "submit_nomination",
    "take_back",
    "withdraw_nomination",
    "withdraw_praise",
]
