"""Ways out. A new one is a class with `send`, or a web hook that needs no class at all."""

from typing import Protocol

from thidua.notify.channels.email import Email
from thidua.notify.channels.web_hook import Hook
from thidua.notify.models import OutboxMail


class Channel(Protocol):
    def send(self, mail: OutboxMail) -> str:
        """Hand the message over; the answer is the problem in words, or nothing."""


def channel_of(mail: OutboxMail) -> Channel:
    """The way on which this message leaves."""
    return Hook(mail.hook) if mail.hook else Email()
