"""Text → pictures of pages as a careless scan shows them, → what the English model reads there.

Needs Pillow, tesseract with its English model and the system's fonts; only the builder uses it.
What was recognised is kept in a folder outside the repository, named after text and looks; the
grain of the noise is new each time.
"""

import functools
import hashlib
import io
import json
import os
import random
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

TINOS = "src/vanban/writing/fonts/Tinos-"
SYSTEM = "/usr/share/fonts/truetype/"
FONTS = (
    TINOS + "Regular.ttf",
    TINOS + "Regular.ttf",
    TINOS + "Regular.ttf",
    TINOS + "Bold.ttf",
    TINOS + "Italic.ttf",
    SYSTEM + "liberation/LiberationSerif-Regular.ttf",
    SYSTEM + "liberation/LiberationSans-Regular.ttf",
    SYSTEM + "dejavu/DejaVuSerif.ttf",
)
PAGE_INCHES = (8.27, 11.69)
MARGIN_INCHES = (1.0, 0.8)
POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True)
class Look:
    """How one page is set and spoilt."""

    font: str
    points: int
    dpi: int
    skew: float
    blur: float
    noise: float
    two_levels: bool
    jpeg: int
    specks: int
    seed: int


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that were set, and the lines that were recognised."""

    true: tuple[str, ...]
    seen: tuple[str, ...]


def random_look(dice: random.Random) -> Look:
    """One page's looks: mostly a Times-like face, now and then something else."""
    dpi = dice.choice((150, 150, 200, 200, 200, 300))
    return Look(
        font=dice.choice(FONTS),
        points=dice.choice((12, 13, 13, 14)),
        dpi=dpi,
        skew=round(dice.gauss(0, 0.35), 2),
        blur=round(dice.uniform(0.2, 0.45) * dpi / 100, 2),
        noise=round(dice.uniform(4, 26), 1),
        two_levels=dice.random() < 0.4,
        jpeg=dice.choice((25, 40, 60, 80)),
        specks=dice.choice((0, 0, 40, 150)),
        seed=dice.randrange(1_000_000),
    )


def pages(text: str, dice: random.Random, cache: Path) -> Iterator[Page]:
    """Set the text on pages, each with looks of its own, and recognise them."""
    lines = [line for line in text.split("\n") if line.strip()]
    while lines:
        look = random_look(dice)
        picture, true, lines = _set_page(lines, look)
        yield Page(true, _recognised(picture, true, look, cache))


@functools.cache
def _font(path: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, pixels)


def _set_page(paragraphs: list[str], look: Look) -> tuple[Image.Image, tuple[str, ...], list[str]]:
    """One page; the paragraphs that did not fit come back, a broken one with its rest."""
    width, height = (int(side * look.dpi) for side in PAGE_INCHES)
    left, top = (int(side * look.dpi) for side in MARGIN_INCHES)
    font = _font(look.font, look.points * look.dpi // POINTS_AN_INCH)
    picture = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(picture)
    leading = int(look.points * look.dpi / POINTS_AN_INCH * 1.35)
    rest, lines, y = list(paragraphs), [], top
    while rest and y < height - top - leading:
        line, after = _break(rest[0], font, width - 2 * left)
        draw.text((left, y), line, fill=0, font=font)
        lines.append(line)
        y += leading + (0 if after else leading // 4)
        rest[:1] = [after] if after else []
    return picture, tuple(lines), rest


def _break(paragraph: str, font: ImageFont.FreeTypeFont, width: int) -> tuple[str, str]:
    words = paragraph.split()
    count = len(words)
    while count > 1 and font.getlength(" ".join(words[:count])) > width:
        count -= max(1, (count - 1) // 8)
    while count < len(words) and font.getlength(" ".join(words[: count + 1])) <= width:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _recognised(
    picture: Image.Image, true: tuple[str, ...], look: Look, cache: Path
) -> tuple[str, ...]:
    name = hashlib.sha256(json.dumps([true, asdict(look)]).encode()).hexdigest()[:24]
    kept = cache / f"{name}.txt"
    if not kept.exists():
        kept.write_text(_tesseract(_spoilt(picture, look)), encoding="utf-8")
    return tuple(line for line in kept.read_text(encoding="utf-8").split("\n") if line.strip())


def _spoilt(picture: Image.Image, look: Look) -> Image.Image:
    dice = random.Random(look.seed)
    picture = picture.rotate(look.skew, Image.Resampling.BICUBIC, fillcolor=255)
    picture = picture.filter(ImageFilter.GaussianBlur(look.blur))
    draw = ImageDraw.Draw(picture)
    for _ in range(look.specks):
        x, y = dice.randrange(picture.width), dice.randrange(picture.height)
        draw.ellipse((x, y, x + dice.randrange(1, 3), y + dice.randrange(1, 3)), fill=60)
    grain = Image.effect_noise(picture.size, look.noise)
    picture = Image.blend(picture, grain, 0.22)
    if look.two_levels:
        picture = picture.point(lambda value: 255 if value > 150 else 0)
    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=look.jpeg, dpi=(look.dpi, look.dpi))
    return Image.open(jpeg)


def _tesseract(picture: Image.Image) -> str:
    data = io.BytesIO()
    picture.save(data, "PNG", dpi=picture.info.get("dpi", (150, 150)))
    done = subprocess.run(
        ["tesseract", "-", "-", "-l", "eng", "--psm", "4"],
        input=data.getvalue(),
        capture_output=True,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode()
