"""How far a scanned page is turned, measured on its lines of print."""

from itertools import pairwise

from PIL import Image, ImageOps

_WIDTH = 700
_WIDTH_AT_FIRST = 350
_COARSE = tuple(range(-10, 11))
_FINE = tuple(fifths / 5 for fifths in range(-4, 5))
_LEAST_DEGREES = 0.3
_SIDEWAYS = 1.6


def straightened(page: Image.Image) -> tuple[Image.Image, bool]:
    """The grey page with its lines level, and whether it had to be laid down for that.

    Level lines of print make dark and light rows; the sharper the rows, the better the angle. A
    page that is nearly level stays as it is; one that lay on its side may now stand on its head.
    """
    small = _small(page, _WIDTH_AT_FIRST)
    level, coarse = _sharpest(small)
    across, coarse_across = _sharpest(small.transpose(Image.Transpose.ROTATE_90))
    on_its_side = across > _SIDEWAYS * level
    if on_its_side:
        page, coarse = page.transpose(Image.Transpose.ROTATE_90), coarse_across
    small = _small(page, _WIDTH)
    angle = max((coarse + step for step in _FINE), key=lambda angle: _sharpness(small, angle))
    if abs(angle) < _LEAST_DEGREES:
        return page, on_its_side
    turned = page.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    return turned, on_its_side


def _sharpest(page: Image.Image) -> tuple[float, int]:
    """The sharpness at the best of some angles, counter-clockwise, and that angle."""
    return max((_sharpness(page, angle), angle) for angle in _COARSE)


def _small(page: Image.Image, width: int) -> Image.Image:
    factor = max(1, min(page.size) // width)
    return ImageOps.invert(page.reduce(factor) if factor > 1 else page)


def _sharpness(page: Image.Image, angle: float) -> float:
    """How much neighbouring rows differ in darkness, per row: most when the lines are level."""
    turned = page.rotate(angle, Image.Resampling.NEAREST) if angle else page
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows)) / len(rows)
