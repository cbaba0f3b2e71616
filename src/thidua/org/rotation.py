"""Whose turn it is to lead a cluster. Plain values in, plain values out."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

Member = TypeVar("Member")


def next_head(members: Sequence[Member], heads: Mapping[int, Member], year: int) -> Member | None:
    """The member to propose for `year`: who never led comes first, then who led longest ago.

    `members` stand in the order of their turns, `heads` says who led in which year; what was
    settled for later years does not count.
    """
    last: dict[Member, int] = {}
    for led, member in heads.items():
        if led < year:
            last[member] = max(led, last.get(member, led))
    return min(members, key=lambda member: last.get(member, 0), default=None)
