"""Photographs for tests, small and large, honest and not."""

import io

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

SIDEWAYS = 6
"""What a phone held upright writes: the picture lies on its left side."""
ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def photograph(size=(80, 40), kind="JPEG", *, mode="RGB", colour="red", **options) -> bytes:
    """One plain picture with a blue corner at its top left, so that one sees how it stands."""
    image = Image.new(mode, size, colour)
    image.paste("blue" if mode in {"RGB", "RGBA"} else 0, (0, 0, size[0] // 4, size[1] // 4))
    kept = io.BytesIO()
    image.save(kept, kind, **options)
    return kept.getvalue()


def from_a_phone(size=(80, 40), kind="JPEG", *, orientation=SIDEWAYS, **options) -> bytes:
    """A picture with all that a phone writes: how it was held, its maker, where it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "May anh bi mat"
    exif.get_ifd(PLACE).update({1: "N", 2: (20.0, 15.0, 1.0), 3: "E", 4: (105.0, 58.0, 1.0)})
    return photograph(size, kind, exif=exif.tobytes(), **options)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image
