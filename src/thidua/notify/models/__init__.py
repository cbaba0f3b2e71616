"""Messages: on their way out, under the bell, by telephone; and how people want to be told."""

from thidua.notify.models.announcing import Announcement, AnnouncementState, Receiver, WayKind
from thidua.notify.models.calls import Call
from thidua.notify.models.channels import ReachedBy, WebHook
from thidua.notify.models.mails import MailState, OutboxMail
from thidua.notify.models.notices import Notice, Round
from thidua.notify.models.preferences import Pace, Preference
from thidua.notify.models.wordings import Wording

__all__ = [
    "Announcement",
    "AnnouncementState",
    "Call",
    "MailState",
    "Notice",
    "OutboxMail",
    "Pace",
    "Preference",
    "ReachedBy",
    "Receiver",
    "Round",
    "WayKind",
    "WebHook",
    "Wording",
]
