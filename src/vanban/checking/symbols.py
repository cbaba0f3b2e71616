"""Symbols of documents taken apart: ``KH-CĐGD`` is a plan (KH) of an education union (CĐGD)."""

import re
from dataclasses import dataclass
from functools import cache

from vanban.checking import data
from vanban.language.forms import fold
from vanban.language.names import name_in_sentence
from vanban.reading import catalogue

_PARTY = re.compile(r"(?P<number>\d+[a-zđ]?)-(?P<type>[^\W\d_]+)/(?P<body>.+)")
_STATE = re.compile(
    r"(?P<number>\d+[a-zđ]?)/(?P<year>\d{4}/)?(?:(?P<type>[^\W\d_]+)-)?(?P<body>.+)"
)


@dataclass(frozen=True, slots=True)
class Symbol:
    """The parts of a number and symbol; letters (*công văn*) have no `type`."""

    number: str
    type: str
    body: str


def taken_apart(full_number: str) -> Symbol | None:
    """``05/KH-CĐGD``, ``02-NQ/TW`` and ``391/LĐLĐ``; None when it has no slash or no body.

    What stands before the hyphen counts as the type only if it is one, or if the number has its
    year (``30/2020/NĐ-CP``): in ``4133/TLĐ-ToC`` the body comes first, the drafting unit second.
    """
    match = _PARTY.fullmatch(full_number) or _STATE.fullmatch(full_number)
    if match is None:
        return None
    kind, body = match["type"] or "", match["body"]
    if kind and kind not in _types() and not match.groupdict().get("year"):
        return Symbol(match["number"], "", kind)
    return Symbol(match["number"], kind, body.partition("-")[0])


def type_symbol(doc_type: str) -> str | None:
    """``KH`` for *Kế hoạch*; None for kinds without a symbol."""
    return next((code for code, name in _types().items() if fold(name) == fold(doc_type)), None)


def type_name(code: str) -> str | None:
    """*Kế hoạch* for ``KH``."""
    return _types().get(code)


def body_of(issuer: str) -> str | None:
    """The code under which a body named in words writes; None if it is not in the table.

    The name that stands first decides: *Liên đoàn* inside *Tổng Liên đoàn* does not count.
    """
    folded = fold(issuer)
    places = [(folded.find(name), -len(name), code) for name, code in _bodies() if name in folded]
    return min(places)[2] if places else None


def known_body(code: str) -> bool:
    """Is the code one whose issuers are known?"""
    return any(code == known for _name, known in _bodies())


def disagreement(number: str | None, issuer: str | None) -> str | None:
    """The sentence to show when the body of the symbol and the one in words differ."""
    symbol = taken_apart(number or "")
    if symbol is None or issuer is None or not known_body(symbol.body):
        return None
    body = body_of(issuer)
    if body is None or body == symbol.body:
        return None
    name = name_in_sentence(issuer)
    return f"Ký hiệu {number} là của {symbol.body}, không phải của {name} ({body})."


@cache
def _types() -> dict[str, str]:
    return {row["symbol"]: row["name"] for row in catalogue.rows("document_types") if row["symbol"]}


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row["name"]), row["code"]) for row in data.rows("symbol_bodies"))
