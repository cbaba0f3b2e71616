"""What comes out of a file, whatever its format."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["txt", "md", "docx", "pdf"]


@dataclass(frozen=True, slots=True)
class Source:
    """The words of one file.

    `pages` holds the offset in `text` at which each page begins; formats without pages have one.
    `has_text` is false when at least one page is only a picture, so that words may be missing;
    `notes` then says which. A file without any words is refused, never returned.
    """

    kind: Kind
    text: str
    pages: tuple[int, ...] = (0,)
    has_text: bool = True
    notes: tuple[str, ...] = ()
