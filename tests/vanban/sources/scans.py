"""Pictures of pages, drawn for the tests."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import vanban.writing

FONT = Path(vanban.writing.__file__).parent / "fonts" / "Tinos-Regular.ttf"
PAPER = (1150, 330)
LINES = (
    "Thực hiện Nghị quyết Đại hội Công đoàn tỉnh, Ban Thường vụ đề nghị",
    "các công đoàn cơ sở vận động đoàn viên hưởng ứng phong trào thi đua,",
    "gửi báo cáo về Liên đoàn Lao động tỉnh trước ngày 20/12/2024.",
)


def page(*lines: str, turned: float = 0) -> Image.Image:
    """A white page with lines of print."""
    paper = Image.new("L", PAPER, "white")
    pen = ImageDraw.Draw(paper)
    font = ImageFont.truetype(FONT, 34)
    for number, line in enumerate(lines):
        pen.text((110, 70 + 62 * number), line, fill="black", font=font)
    return paper.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def file_of(*pages: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    made = BytesIO()
    if len(pages) > 1:
        options = {**options, "save_all": True, "append_images": pages[1:]}
    pages[0].save(made, kind, **options)
    return made.getvalue()


def words(text: str) -> set[str]:
    return {word.strip(".,;:") for word in text.split()}


def share_read(text: str, lines: tuple[str, ...] = LINES) -> float:
    """How many of the words of `lines` are in `text`."""
    wanted = words(" ".join(lines))
    return len(wanted & words(text)) / len(wanted)
