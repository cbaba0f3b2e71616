"""What comes out of a file, whatever its format."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["txt", "md", "docx", "doc", "rtf", "odt", "pdf", "image"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of `Source.text` that were recognised in a picture with little certainty (0 to 1)."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Source:
    """The words of one file.

    `pages` holds the offset in `text` at which each page begins; formats without pages have one.
    `has_text` is false when words may be missing because a page is only a picture; `unread` counts
    these pages, and those whose text cannot be trusted, from 1; `recognised` counts the pages whose
    words were recognised in their picture. `margins` holds what stands above and below every page
    and is no part of `text`. A file without any words is refused, unless somebody asked for its
    text without recognition.
    """

    kind: Kind
    text: str
    pages: tuple[int, ...] = (0,)
    has_text: bool = True
    notes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unread: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    margins: tuple[str, ...] = ()

    def page_texts(self) -> list[str]:
        """The words of each page, without the line break between pages."""
        ends = [*(start - 1 for start in self.pages[1:]), len(self.text)]
        return [self.text[start:end] for start, end in zip(self.pages, ends, strict=True)]
