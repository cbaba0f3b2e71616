"""*Giấy mời*: to the launch of a plan, the review of a phase, or the ceremony of its awards."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vanban.writing.born.facts import Office, PlanFacts, cited, listed, moment, short_date
from vanban.writing.born.paper import paper_of
from vanban.writing.model import OfficialDocument

if TYPE_CHECKING:
    from vanban.writing.born.template import Fact

Occasion = Literal["launch", "review", "award"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """What guests are invited to.

    `event` is its full name (``Lễ phát động phong trào thi đua năm 2024``), `starts` local time,
    `chair` who presides. Without a `programme` the usual points of the occasion are printed.
    `contact` is printed together with `reply_by` only.
    """

    event: str
    guests: Sequence[str]
    starts: dt.datetime
    venue: str
    chair: str = ""
    programme: Sequence[str] = ()
    reply_by: dt.date | None = None
    contact: str = ""


def invitation(
    plan: PlanFacts, office: Office, occasion: Occasion, meeting: Meeting
) -> OfficialDocument:
    """A draft of the invitation to a launch, a review or a ceremony of awards."""
    guests = listed(meeting.guests)
    if not guests:
        raise ValueError("an invitation needs a guest")
    facts: dict[str, Fact] = {
        "one": len(guests) == 1,
        "guest": guests[0],
        "guests": guests,
        "event": meeting.event,
        "when": moment(meeting.starts),
        "venue": meeting.venue,
        "chair": meeting.chair,
        "programme": listed(meeting.programme),
        "reply_by": short_date(meeting.reply_by) if meeting.reply_by else "",
        "contact_for": f" qua {meeting.contact}" if meeting.contact else "",
        "plan": cited(plan),
    }
    return paper_of(f"invitation_{occasion}", facts, office, ["Như thành phần mời", "Lưu: VT"])
