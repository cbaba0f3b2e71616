"""Words recognised in pictures, put in their places among the pages of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vanban.language.syllables import impossible_share
from vanban.sources.model import Doubt, Source
from vanban.sources.pdf import offsets_of

_SHOWN_PAGES = 8


@dataclass(frozen=True, slots=True)
class Recognition:
    """The words of one picture; spans of `doubts` count from its beginning."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def with_recognised(source: Source, found: Mapping[int, Recognition]) -> Source:
    """The source with the `unread` pages that were recognised, and a note on what was done.

    A page that had a text keeps it where recognition makes no better words of its picture.
    """
    texts = source.page_texts()
    better = {
        page: one
        for page, one in found.items()
        if one.text.strip() and _is_better(one.text, texts[page - 1])
    }
    for page, one in better.items():
        texts[page - 1] = one.text
    pages = offsets_of(texts)
    doubts = tuple(
        Doubt(pages[page - 1] + doubt.start, pages[page - 1] + doubt.end, doubt.confidence)
        for page, one in sorted(better.items())
        for doubt in one.doubts
    )
    without_words = tuple(
        page for page in source.unread if page not in found and page not in better
    )
    return replace(
        source,
        text="\n".join(texts),
        pages=pages,
        has_text=all(texts[page - 1] for page in without_words),
        notes=(*source.notes, *_notes(better, without_words, texts)),
        doubts=doubts,
        unread=without_words,
        recognised=tuple(sorted(better)),
    )


def _is_better(recognised: str, held: str) -> bool:
    """A picture of a whole page says more than the few words of a stamp on it."""
    if len(recognised) > 2 * len(held):
        return True
    return impossible_share(recognised) < impossible_share(held)


def _notes(
    better: Mapping[int, Recognition], without_words: tuple[int, ...], texts: list[str]
) -> list[str]:
    notes = []
    if better:
        notes.append(
            f"Chữ ở trang {_listed(sorted(better))} được nhận dạng từ hình; hãy soát lại các chỗ "
            "được đánh dấu."
        )
    missing = [page for page in without_words if not texts[page - 1]]
    doubtful = [page for page in without_words if texts[page - 1]]
    if missing:
        notes.append(f"Trang {_listed(missing)} chỉ có hình, không có chữ; phần đó chưa được đọc.")
    if doubtful:
        notes.append(
            f"Chữ của trang {_listed(doubtful)} trong tệp PDF không đáng tin; hãy soát với bản in."
        )
    return notes


def _listed(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:_SHOWN_PAGES]))
    return shown if len(pages) <= _SHOWN_PAGES else f"{shown}… (tất cả {len(pages)} trang)"
