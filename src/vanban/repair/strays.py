"""Signs that stand alone where no sign can: what recognition has left of a word or of a stamp."""

import re
from collections.abc import Iterable, Iterator

from vanban.repair.model import Span

_STRAY = re.compile(r"(?<!\S)[^\w\s\-–—\u2212•+/…()\[\]\"“”=%&_]{1,2}(?!\S)")


def stray_signs(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Their places in the damaged stretches; they are doubted, never changed."""
    for start, end in spans:
        yield from (match.span() for match in _STRAY.finditer(text, start, end))
