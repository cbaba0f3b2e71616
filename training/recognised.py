"""Pairs of printed and recognised words: the training data of the channel."""

import random
import unicodedata
from collections.abc import Iterator, Mapping
from functools import partial
from multiprocessing import Pool
from pathlib import Path

from aligning import Pair, aligned_words
from rendering import Page, pages

from vanban.repair.pieces import Kind, pieces_of


def pairs_of(texts: Mapping[str, str], cache: Path, processes: int = 2) -> list[Pair]:
    """Set, spoil and recognise every text (its name seeds the dice), and pair up the words."""
    with Pool(processes) as pool:
        found = pool.map(partial(_pages, cache), sorted(texts.items()), chunksize=1)
    return [pair for set_pages in found for page in set_pages for pair in _pairs(page)]


def _pages(cache: Path, named: tuple[str, str]) -> list[Page]:
    name, text = named
    return list(pages(unicodedata.normalize("NFC", text), random.Random(name), cache))


def _pairs(page: Page) -> Iterator[Pair]:
    for printed, seen in aligned_words(page.true, page.seen):
        word, sign = _core(printed), _core(unicodedata.normalize("NFC", seen))
        if word and sign:
            yield word, sign


def _core(text: str) -> str:
    """The one word of a chunk, or nothing: joined and split words teach the channel nonsense."""
    found = pieces_of(text)
    return found[0].text if len(found) == 1 and found[0].kind is not Kind.CODE else ""
