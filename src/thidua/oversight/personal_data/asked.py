"""A request about personal data, as somebody wrote it down."""

from dataclasses import dataclass
from datetime import date

from thidua.oversight.models import Channel, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person wants; `with_others` where somebody outside holds the data too."""

    wish: Wish
    channel: Channel
    text: str
    received_on: date
    with_others: bool = False
