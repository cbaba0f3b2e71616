"""Abbreviations: *CDGD* is *CĐGD*, in the number of a document and in the middle of a sentence."""

import csv
import re
from collections.abc import Iterable
from functools import cache

from vanban.repair.lexicon import DATA

_CAPITALS = re.compile(r"[A-ZĐ]{2,}")


def known_codes(forms: Iterable[str]) -> dict[str, str]:
    """Abbreviations with a đ by what is left of them without it, if that is no other one's form.

    Of several the last in order of letters is taken: *LĐLĐ* before *LĐLD*, a slip of the pen.
    """
    whole = set(forms)
    found = {form.replace("Đ", "D"): form for form in sorted(whole) if _CAPITALS.fullmatch(form)}
    return {bare: form for bare, form in found.items() if bare not in whole}


def mended(code: str, known: dict[str, str]) -> str:
    """The code with its abbreviations as they are written; figures and signs stay."""
    return _CAPITALS.sub(lambda match: known.get(match[0]) or _by_parts(match[0]), code)


def _by_parts(capitals: str) -> str:
    """An abbreviation nobody has met is made of others: *CBNGNLD* ends with *NLĐ*."""
    for bare, part in _parts():
        capitals = capitals.replace(bare, part)
    return capitals


@cache
def _parts() -> tuple[tuple[str, str], ...]:
    """The parts that are never meant without the stroke, the longest first."""
    rows = csv.DictReader((DATA / "code_parts.csv").read_text(encoding="utf-8").splitlines())
    parts = sorted((row["part"] for row in rows), key=len, reverse=True)
    return tuple((part.replace("Đ", "D"), part) for part in parts)
