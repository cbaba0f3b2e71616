"""Chance that falls the same way on every machine."""

import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LENGTH = 6
SPREAD = 364_989_373
"""No multiple of 31: going round in steps of it visits every key once."""


def chance(seed: int, *about: object) -> random.Random:
    """A source of draws of its own for everything, so that one more draw here moves none there.

    Only whole draws are used (`randrange`, `choice`, `getrandbits`): they need no arithmetic in
    which machines may differ.
    """
    return random.Random(":".join(map(str, (seed, *about))))  # noqa: S311 -- no secrets


def key_of(number: int, seed: int) -> str:
    """The key of a unit: never the same for two numbers."""
    places = len(ALPHABET)
    rest = (number * SPREAD + seed * 7_919) % places**LENGTH
    letters = []
    for _place in range(LENGTH):
        rest, letter = divmod(rest, places)
        letters.append(ALPHABET[letter])
    return "".join(letters)


def shared(total: int, weights: Sequence[int], least: int = 0) -> list[int]:
    """`total` in whole parts by weight, each at least `least`, together exactly `total`."""
    spread = total - least * len(weights)
    if spread < 0:
        raise ValueError(f"{total} is too few for {len(weights)} parts of {least}")
    whole = sum(weights)
    edges = [spread * upto // whole for upto in accumulate(weights)]
    return [least + end - start for start, end in zip([0, *edges], edges, strict=False)]


@cache
def expanded(pairs: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """Every word as often as its weight says, to be chosen from."""
    return tuple(word for word, times in pairs for _time in range(times))


def lot(number: int, about: int, seed: int) -> int:
    """A number of thirty-odd bits drawn for unit `number`: asked again it is the same."""
    mixed = (number * 0x9E3779B97F4A7C15 + about * 0xBF58476D1CE4E5B9 + seed) % 2**64
    mixed = (mixed ^ (mixed >> 29)) * 0x94D049BB133111EB % 2**64
    return mixed >> 31
