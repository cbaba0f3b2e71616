"""Nobody decides about, or writes over, what they have not seen: pages send a mark of it along."""

from hashlib import sha256

LENGTH = 24


def mark_of(*shown: object) -> str:
    """A short mark of plain values; other values have another mark."""
    return sha256(repr(shown).encode()).hexdigest()[:LENGTH]


def is_other(seen: str | None, *stands: object) -> bool:
    """Whether what stands now is not what a page showed; where no page asks (None) it is not."""
    return seen is not None and seen != mark_of(*stands)
