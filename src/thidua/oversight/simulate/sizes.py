"""How large a simulated organisation is."""

from dataclasses import dataclass

SMALLEST, LARGEST = 5, 300_000
FROM_SEVERAL_PROVINCES = 6_000
UNIONS_OF_A_PROVINCE = 1_990
PROVINCES = 63
PER_UNION = 88
"""Members of a union, if nobody says how many people there are."""


@dataclass(frozen=True, slots=True)
class Size:
    """`unions` keep a register and report; sections and groups below them come on top."""

    unions: int
    people: int

    @property
    def provinces(self) -> int:
        """One province up to some thousand unions, the whole country at last."""
        if self.unions <= FROM_SEVERAL_PROVINCES:
            return 1
        return min(PROVINCES, -(-self.unions // UNIONS_OF_A_PROVINCE))


NAMED = {
    "tiny": Size(20, 600),
    "school": Size(5, 120),
    "province": Size(5_000, 300_000),
    "nation": Size(124_000, 11_000_000),
}


def size_of(text: str, people: int | None = None) -> Size:
    """What `--size` and `--people` ask for; `ValueError` where that is no size."""
    named = NAMED.get(text)
    unions = named.unions if named else int(text)
    members = people or (named.people if named else unions * PER_UNION)
    if not SMALLEST <= unions <= LARGEST or members < unions * 8:
        raise ValueError(text)
    return Size(unions, members)
