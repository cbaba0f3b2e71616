"""What a keeper writes of a web hook."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooked:
    """What the keeper writes of a hook; its key is made here and shown to the keeper only."""

    name: str
    url: str
    template: str
    reached_by: str
    is_active: bool
