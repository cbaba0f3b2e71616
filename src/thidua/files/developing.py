"""The process that opens one stranger's photograph: `python -m thidua.files.developing`.

The photograph comes on standard input. What leaves on standard output is one line of JSON and, when
the photograph could be opened, the bytes of a fresh JPEG: at most 1600 pixels, upright, on white,
without anything the camera or anybody else wrote beside the pixels.
"""

import io
import json
import resource
import sys

import pillow_heif
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

LONGEST_SIDE = 1600
PIXELS = 110_000_000
MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 10
QUALITY = 82
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")


def main() -> None:
    """Open what stands on standard input within limits that the kernel keeps."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # One thread: each more would take its own share of the memory.
    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is opened
    head, developed = _answer(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + developed)


def _answer(data: bytes) -> tuple[dict[str, object], bytes]:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > PIXELS:
                return {"refused": "pixels"}, b""
            shown = developed(image)
    except UnidentifiedImageError:
        return {"refused": "kind"}, b""
    except (OSError, SyntaxError, ValueError, EOFError):
        # What the readers of the formats raise for a file that ends early or contradicts itself.
        return {"refused": "broken"}, b""
    kept = io.BytesIO()
    shown.save(kept, "JPEG", quality=QUALITY, optimize=True)
    return {"width": shown.width, "height": shown.height, "format": image.format}, kept.getvalue()


def developed(image: Image.Image) -> Image.Image:
    """A fresh picture of the pixels alone.

    It is made smaller first, so that nothing after that is heavy; a JPEG is never read in full.
    """
    if image.mode not in {"L", "RGB", "RGBA", "CMYK", "YCbCr"}:
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = _in_common_colours(ImageOps.exif_transpose(image))
    white = Image.new("RGB", upright.size, "white")
    if upright.mode == "RGBA":
        white.paste(upright, mask=upright.getchannel("A"))
    else:
        white.paste(upright.convert("RGB"))
    return white


def _in_common_colours(image: Image.Image) -> Image.Image:
    """Newer phones keep a profile of their own colours, which would look pale without it."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode != "RGB":
        return image
    try:
        given = ImageCms.getOpenProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"))
    except ImageCms.PyCMSError:
        return image
    return changed or image


if __name__ == "__main__":
    main()
