"""Pages as pictures: of a PDF, of a photograph or scan."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pillow_heif
import pypdfium2
from PIL import Image, ImageOps

from vanban.sources import limits, refusals
from vanban.sources.errors import Refused
from vanban.sources.pdf import open_pdf

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "HEIF")
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, EOFError, KeyError, IndexError,
           OverflowError, ZeroDivisionError, RuntimeError, AttributeError)  # fmt: skip
"""What Pillow is known to raise for damaged files, besides its own errors."""
_POINTS_PER_INCH = 72
_PRINT_DOTS = 300
_LEAST_WIDTH = 1_600
_PAPER_WIDTH = 2_480

pillow_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = None
"""The size is judged in `_opened`, with a sentence of our own."""


def picture_count(data: bytes) -> int:
    """How many pages an image file has; raises `Refused` when it cannot be opened.

    Counting walks through the file, so first it is made sure that there is an end.
    """
    with _opened(data) as image:
        if _has_page(image, limits.IMAGE_PAGES + 1):
            raise Refused(refusals.TOO_MANY_PICTURES)
    with _opened(data) as image:
        try:
            return int(getattr(image, "n_frames", 1))
        except _BROKEN as error:
            raise Refused(refusals.BROKEN_IMAGE) from error


def _has_page(image: Image.Image, number: int) -> bool:
    """Pillow miscounts the pages of an image in which a page was looked for in vain."""
    try:
        image.seek(number - 1)
    except EOFError:
        return False
    except _BROKEN as error:
        raise Refused(refusals.BROKEN_IMAGE) from error
    return True


def page_for_recognition(data: bytes, page: int, *, is_pdf: bool) -> Image.Image:
    """One page, counted from 1, grey and as large as print is recognised best."""
    if is_pdf:
        return _printed(data, page, _PRINT_DOTS / _POINTS_PER_INCH)
    image = _frame(data, page)
    if image.width < _LEAST_WIDTH <= image.height * 2:
        height = round(image.height * _PAPER_WIDTH / image.width)
        if height * _PAPER_WIDTH <= limits.PAGE_PIXELS:
            image = image.resize((_PAPER_WIDTH, height), Image.Resampling.BICUBIC)
    return _within(image, limits.PAGE_PIXELS)


def page_as_png(data: bytes, page: int, width: int, *, is_pdf: bool) -> bytes:
    """One page for the screen, `width` dots wide and in colour."""
    image = _shown_page(data, page, width) if is_pdf else _photograph(data, page)
    if image.width > width:
        height = max(1, round(image.height * width / image.width))
        image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2)
    made = BytesIO()
    image.save(made, "PNG", optimize=False, compress_level=6)
    return made.getvalue()


def _shown_page(data: bytes, page: int, width: int) -> Image.Image:
    with _page_of(data, page) as printed:
        across, down = printed.get_size()
        scale = min(width / max(across, 1), (limits.PAGE_PIXELS / max(across * down, 1)) ** 0.5)
        return _rendered(printed, scale, grey=False)


def _printed(data: bytes, page: int, scale: float) -> Image.Image:
    with _page_of(data, page) as printed:
        across, down = printed.get_size()
        most = (limits.PAGE_PIXELS / max(across * down, 1)) ** 0.5
        return _rendered(printed, min(scale, most), grey=True)


@contextmanager
def _page_of(data: bytes, number: int) -> Iterator[pypdfium2.PdfPage]:
    document = open_pdf(data)
    try:
        if not 1 <= number <= len(document):
            raise Refused(refusals.NO_SUCH_PAGE)
        page = document[number - 1]
        yield page
        page.close()
    except pypdfium2.PdfiumError as error:
        raise Refused(refusals.BROKEN) from error
    finally:
        document.close()


def _rendered(page: pypdfium2.PdfPage, scale: float, *, grey: bool) -> Image.Image:
    bitmap = page.render(scale=scale, grayscale=grey, may_draw_forms=False)
    image: Image.Image = bitmap.to_pil().convert("L" if grey else "RGB")
    bitmap.close()
    return image


def _frame(data: bytes, page: int) -> Image.Image:
    return _photograph(data, page).convert("L")


def _photograph(data: bytes, page: int) -> Image.Image:
    with _opened(data) as image:
        try:
            if page != 1 or getattr(image, "n_frames", 1) > 1:
                image.seek(page - 1)
            _check_size(image)
            image.draft("RGB", _half_of(image.size))
            turned = ImageOps.exif_transpose(image)
            return _flat(turned)
        except EOFError as error:
            raise Refused(refusals.NO_SUCH_PAGE) from error
        except _BROKEN as error:
            raise Refused(refusals.BROKEN_IMAGE) from error


def _half_of(size: tuple[int, int]) -> tuple[int, int]:
    """JPEG can be opened at half its size, when even that is more than is needed."""
    width, height = size
    return (width // 2, height // 2) if width * height > 2 * limits.PAGE_PIXELS else size


def _flat(image: Image.Image) -> Image.Image:
    """Without transparency: what is transparent is white paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        colours = image.convert("RGBA")
        paper = Image.new("RGBA", colours.size, "white")
        return Image.alpha_composite(paper, colours).convert("RGB")
    if image.mode in ("I;16", "I", "F", "I;16B"):
        return image.point(lambda value: value / 256).convert("L").convert("RGB")
    return image.convert("RGB")


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of damages that do not keep it from reading
        try:
            image = Image.open(BytesIO(data), formats=_FORMATS)
        except _BROKEN as error:
            raise Refused(refusals.BROKEN_IMAGE) from error
        with image:
            _check_size(image)
            yield image


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > limits.IMAGE_PIXELS or min(image.size) < 1:
        raise Refused(refusals.IMAGE_TOO_LARGE)


def _within(image: Image.Image, pixels: int) -> Image.Image:
    factor = (pixels / (image.width * image.height)) ** 0.5
    if factor >= 1:
        return image
    size = (max(1, int(image.width * factor)), max(1, int(image.height * factor)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
