"""Drawn pictures for the sample year, where a real union would have photographs.

They say on their face that they are drawn; nobody real is on them.
"""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import vanban.writing

FONTS = Path(vanban.writing.__file__).parent / "fonts"
SIZE = (960, 640)
Pen = ImageDraw.ImageDraw
Photograph = tuple[bytes, str]

RED, GOLD, BLUE, PAPER = "#b3231b", "#f2c230", "#0b4f9c", "#f7f4ea"
WOOD, WALL, DARK = "#8b5e3c", "#e9e2d0", "#2d3440"


@cache
def hall() -> Photograph:
    """A hall with a red banner, a flag and rows of people seen from behind."""
    return _drawn("le-phat-dong.jpg", WALL, _hall)


@cache
def signed_paper() -> Photograph:
    """A sheet with lines and squiggles: a list that was signed by hand."""
    return _drawn("danh-sach-ky.jpg", "#6f7b86", _signed_paper)


@cache
def gifts() -> Photograph:
    """Bags in a row below a branch in blossom."""
    return _drawn("qua-tet.jpg", PAPER, _gifts)


@cache
def trees() -> Photograph:
    """Young trees in a row in front of a school."""
    return _drawn("trong-cay.jpg", "#cfe3f2", _trees)


def picture_called(name: str) -> Photograph:
    """The picture that a table calls by name."""
    drawings: dict[str, Callable[[], Photograph]] = {
        "hall": hall,
        "paper": signed_paper,
        "gifts": gifts,
        "trees": trees,
    }
    return drawings[name]()


def _drawn(name: str, ground: str, draw: Callable[[Pen], None]) -> Photograph:
    image = Image.new("RGB", SIZE, ground)
    pen = ImageDraw.Draw(image)
    draw(pen)
    pen.rectangle((0, SIZE[1] - 32, 240, SIZE[1]), fill="white")
    pen.text((12, SIZE[1] - 27), "Ảnh minh họa của năm mẫu", font=_font(18), fill=DARK)
    kept = BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue(), name


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / "Tinos-Bold.ttf", size)


def _hall(pen: Pen) -> None:
    pen.rectangle((60, 60, 900, 200), fill=RED)
    pen.text((480, 105), "LỄ PHÁT ĐỘNG", font=_font(46), fill=GOLD, anchor="mm")
    pen.text((480, 160), "PHONG TRÀO THI ĐUA YÊU NƯỚC", font=_font(36), fill=GOLD, anchor="mm")
    pen.rectangle((0, 400, 960, 640), fill=WOOD)
    pen.rectangle((380, 260, 580, 400), fill="#a9744f")
    pen.rectangle((420, 245, 540, 262), fill=DARK)
    for row, top in enumerate((420, 480, 545)):
        for seat in range(13):
            left = 10 + seat * 74 - row * 12
            pen.ellipse((left + 16, top, left + 50, top + 36), fill=DARK)
            pen.rounded_rectangle((left, top + 34, left + 66, top + 90), 16, fill=_shirt(seat, row))


def _shirt(seat: int, row: int) -> str:
    return ("#ffffff", BLUE, "#dfe7ee", "#7a8b99")[(seat * 3 + row) % 4]


def _signed_paper(pen: Pen) -> None:
    pen.polygon(((210, 20), (770, 36), (750, 620), (190, 604)), fill="white")
    pen.text((480, 70), "DANH SÁCH KÝ GIAO ƯỚC THI ĐUA", font=_font(28), fill=DARK, anchor="mm")
    for line in range(15):
        top = 120 + line * 31
        pen.line((230, top + 24, 735, top + 26), fill="#9aa3ab", width=2)
        pen.line((250, top + 12, 400 + line * 7 % 60, top + 13), fill=DARK, width=5)
        loops = [(600 + step * 9, top + 8 + (step * 7 + line * 5) % 14) for step in range(11)]
        pen.line(loops, fill=BLUE, width=3, joint="curve")


def _gifts(pen: Pen) -> None:
    pen.rectangle((0, 420, 960, 640), fill=WOOD)
    pen.line((60, 60, 420, 210), fill="#5b3a1e", width=9)
    pen.line((200, 118, 330, 40), fill="#5b3a1e", width=6)
    for bud in range(26):
        left, top = 60 + bud * 37 % 370, 30 + bud * 53 % 190
        pen.ellipse((left, top, left + 20, top + 20), fill="#ef8fa8")
    pen.text((650, 110), "TẾT SUM VẦY", font=_font(60), fill=RED, anchor="mm")
    for bag in range(7):
        left = 40 + bag * 130
        pen.rectangle((left, 330, left + 100, 480), fill=RED)
        pen.rectangle((left + 42, 330, left + 58, 480), fill=GOLD)
        pen.arc((left + 25, 290, left + 75, 370), 180, 360, fill=GOLD, width=6)


def _trees(pen: Pen) -> None:
    pen.rectangle((0, 380, 960, 640), fill="#7fae6a")
    pen.rectangle((140, 190, 820, 390), fill="#f0dfb8")
    pen.rectangle((120, 160, 840, 196), fill=RED)
    for window in range(8):
        left = 170 + window * 82
        pen.rectangle((left, 230, left + 44, 300), fill="#8fb7d6")
    for tree in range(9):
        left = 40 + tree * 105
        pen.line((left + 20, 470, left + 20, 560), fill="#6b4a2b", width=8)
        pen.ellipse((left - 18, 400, left + 58, 486), fill="#2f7d3b")
