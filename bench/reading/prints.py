"""A draft on paper: as a PDF with text, and recognised from its picture, kept by content."""

import functools
import hashlib
import io
import os
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
import typst
from draft import Draft, Piece
from marks import plain
from PIL import Image, ImageFilter

CACHE = Path(os.environ.get("BENCH_CACHE", Path(tempfile.gettempdir()) / "vanban-bench"))
_PAGE = """#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 1.5cm),
  header: context { if counter(page).get().first() > 1 { align(center, counter(page).display()) } })
#set text(font: ("Tinos", "Liberation Serif", "DejaVu Serif"), size: 13pt, lang: "vi")
#set par(justify: true, leading: 0.6em)
"""
_DPI = 170


def can_recognise(language: str) -> bool:
    """Is tesseract here, with this language?"""
    if shutil.which("tesseract") is None:
        return False
    told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True)
    return language in told.stdout.split()


@functools.lru_cache(maxsize=200)
def _pdf(source: str) -> bytes:
    compiled = typst.compile(source.encode())
    return compiled if isinstance(compiled, bytes) else compiled[0]


def pdf_file(draft: Draft) -> bytes:
    """A PDF with text, letterhead and tail in two columns."""
    left, right = draft.of("left", "number", "subject"), draft.of("right", "date")
    parts = [_PAGE, _columns(left, right) if left else ""]
    named = draft.of("kind", "title", "addressee")
    parts += [f"#align(center)[*{_words(piece)}*]" for piece in named]
    parts += [_paragraph(piece) for piece in draft.of("para", "heading", "item", "row", "phase")]
    recipients = draft.of("recipient")
    if recipients:
        recipients = [Piece("recipient", "Nơi nhận:"), *recipients]
    parts.append(_columns(recipients, draft.of("sign")))
    if annex := draft.of("annex"):
        parts += ["#pagebreak()", *(_paragraph(piece) for piece in annex)]
    return _pdf("\n\n".join(parts))


def _words(piece: Piece) -> str:
    words = plain(piece.text)[0]
    return "".join(f"\\{sign}" if sign in "\\#*_$@<>[]`~=-+/\"'" else sign for sign in words)


def _paragraph(piece: Piece) -> str:
    marker = _words(Piece("", piece.marker))
    return f"#h(0pt){marker} {_words(piece)}"


def _columns(left: list[Piece], right: list[Piece]) -> str:
    cells = (" #linebreak() ".join(_words(piece) for piece in pieces) for pieces in (left, right))
    one, other = cells
    return (
        "#block(breakable: false)[#set par(justify: false)\n#set text(size: 11pt)\n"
        f"#grid(columns: (1fr, 1fr), gutter: 4pt, align: (center, center))[{one}][{other}]]"
    )


def scanned(draft: Draft, language: str, seed: int) -> str:
    """The words that tesseract reads in the scanned pages, in one of its languages."""
    data = pdf_file(draft)
    key = hashlib.sha256(data + f"{language} {seed} {_DPI}".encode()).hexdigest()
    kept = CACHE / f"{key}.txt"
    if not kept.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        pages = [_recognised(image, language) for image in _pictures(data, seed)]
        kept.write_text("\n".join(pages), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def _pictures(data: bytes, seed: int) -> list[bytes]:
    """The pages as a scanner would give them: a little turned, a little blurred, with dust."""
    rng = random.Random(seed)  # noqa: S311 -- dust, no secret
    document = pypdfium2.PdfDocument(data)
    pictures = []
    for page in document:
        image = page.render(scale=_DPI / 72).to_pil().convert("L")
        image = image.rotate(
            rng.uniform(-0.6, 0.6), fillcolor=255, resample=Image.Resampling.BICUBIC
        )
        for _ in range(120):
            place = rng.randrange(image.width), rng.randrange(image.height)
            image.putpixel(place, rng.randrange(90, 200))
        image = image.filter(ImageFilter.GaussianBlur(0.4))
        stream = io.BytesIO()
        image.save(stream, "PNG", dpi=(_DPI, _DPI))
        pictures.append(stream.getvalue())
    return pictures


def _recognised(image: bytes, language: str) -> str:
    command = ["tesseract", "-", "-", "-l", language]
    limited = os.environ | {"OMP_THREAD_LIMIT": "1"}
    told = subprocess.run(command, input=image, capture_output=True, check=True, env=limited)
    return told.stdout.decode("utf-8").replace("\f", "\n")
