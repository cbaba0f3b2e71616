"""Movements, campaigns and programmes named in quotes, and mottoes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vanban.language.forms import fold
from vanban.reading import catalogue
from vanban.reading.paper import CLEAR, DERIVED, Found

if TYPE_CHECKING:
    from vanban.reading.named import Named

_NOT_LETTERS = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^(?:phongtrao)?thidua")
_BRACKETS = re.compile(r"\([^)]*\)")
_INNER = re.compile(r"'([^']+)'")


def movements_of(names: list[Named]) -> list[Found[str]]:
    """Names of movements, campaigns and programmes, each once.

    A name the catalogue knows counts without the word before it.
    """
    found: dict[str, Found[str]] = {}
    for name in names:
        known = name.role in {None, "other", "activity"} and is_known_movement(name.words)
        if name.role == "movement" or known:
            confidence = CLEAR if name.role == "movement" else DERIVED
            key = _PREFIX.sub("", _letters(name.words)) or name.words
            found.setdefault(key, Found(name.words, name.span, confidence))
    return list(found.values())


def slogans_of(names: list[Named]) -> list[Found[str]]:
    """Quoted mottoes, each once."""
    found: dict[str, Found[str]] = {}
    for name in names:
        if name.role == "slogan":
            found.setdefault(_letters(name.words), Found(name.words, name.span, CLEAR))
    return list(found.values())


def is_known_movement(words: str) -> bool:
    """Does the catalogue of movements have this name, whatever its signs, case and diacritics?"""
    return _letters(words) in _known()


@cache
def _known() -> frozenset[str]:
    names: set[str] = set()
    for printed in catalogue.column("movements", "name_vi"):
        names.add(_letters(_BRACKETS.sub("", printed)))
        names |= {_letters(inner) for inner in _INNER.findall(printed)}
    return frozenset(names)


def _letters(words: str) -> str:
    return _NOT_LETTERS.sub("", fold(words))
