"""Every syllable Vietnamese spelling allows, tones in the old places; a product of training."""

import gzip
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

DATA = files(__package__) / "data"


def unpacked(file: Traversable) -> str:
    """The text of a compressed file."""
    return gzip.decompress(file.read_bytes()).decode()


@cache
def lexicon() -> tuple[str, ...]:
    return tuple(unpacked(DATA / "syllables.txt.gz").split())
