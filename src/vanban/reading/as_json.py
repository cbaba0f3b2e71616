"""`Reading` ↔ plain values for JSON: the keys in their fixed order, dates in ISO form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from vanban.reading.model import (
    Block,
    Citation,
    Commemoration,
    ContentItem,
    Criterion,
    Finding,
    Fix,
    Match,
    Phase,
    Reading,
    Recipient,
    ReportingDuty,
    Section,
    Severity,
    Signatory,
    Target,
)
from vanban.repair.model import RepairedWord

_KEYS = (
    "issuing_body",
    "parent_body",
    "full_number",
    "number",
    "symbol",
    "place",
    "date",
    "doc_type",
    "title",
    "theme",
    "slogans",
    "scope",
    "participants",
    "criteria",
    "partner",
    "year_or_school_year",
    "citations",
    "sections",
    "content_items",
    "phases",
    "commemorations",
    "movements_named",
    "targets",
    "reporting_duties",
    "recipients",
    "signatory",
    "findings",
    "repaired",
    "text",
    "spans",
    "confidence",
    "co_issuers",
    "addressees",
    "distribution",
    "cosignatories",
    "matches",
    "repairs",
)
_SINCE = frozenset(_KEYS[_KEYS.index("confidence") + 1 :])
"""Keys that readings kept in former versions lack."""


def as_json(reading: Reading) -> dict[str, object]:
    """The public fields of a reading; `blocks` are not among them, see `blocks_as_json`.

    What was added since the first version stands last.
    """
    return {key: _plain(getattr(reading, key)) for key in _KEYS}


def blocks_as_json(reading: Reading) -> list[dict[str, object]]:
    """The blocks of the body, for those who keep them."""
    return [_members(block) for block in reading.blocks]


def _plain(value: object) -> object:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return _members(value)


def _members(value: object) -> dict[str, object]:
    """The fields of one of our dataclasses, in their order."""
    return {name: _plain(getattr(value, name)) for name in type(value).__slots__}  # type: ignore[attr-defined]


def from_json(data: Mapping[str, Any], blocks: Sequence[Mapping[str, Any]] = ()) -> Reading:
    """The inverse of `as_json`; `blocks` are what `blocks_as_json` gave, if they were kept."""
    known = [key for key in _KEYS if key not in _SINCE]
    texts = {key: data[key] for key in known if isinstance(data[key], str | bool | None)}
    texts["date"] = _date(data["date"])
    return Reading(
        **texts,
        slogans=tuple(data["slogans"]),
        criteria=tuple(Criterion(**item) for item in data["criteria"]),
        citations=tuple(Citation(**{**c, "date": _date(c["date"])}) for c in data["citations"]),
        sections=tuple(Section(**item) for item in data["sections"]),
        content_items=tuple(ContentItem(**item) for item in data["content_items"]),
        phases=tuple(_phase(item) for item in data["phases"]),
        commemorations=_days(data["commemorations"]),
        movements_named=tuple(data["movements_named"]),
        targets=tuple(Target(**item) for item in data["targets"]),
        reporting_duties=tuple(ReportingDuty(**item) for item in data["reporting_duties"]),
        recipients=tuple(data["recipients"]),
        signatory=Signatory(**data["signatory"]),
        cosignatories=tuple(Signatory(**item) for item in data.get("cosignatories", ())),
        co_issuers=tuple(data.get("co_issuers", ())),
        addressees=tuple(data.get("addressees", ())),
        distribution=tuple(Recipient(**item) for item in data.get("distribution", ())),
        matches=tuple(Match(**item) for item in data.get("matches", ())),
        repairs=tuple(_repaired(item) for item in data.get("repairs", ())),
        findings=tuple(_finding(item) for item in data["findings"]),
        spans={path: (span[0], span[1]) for path, span in data["spans"].items()},
        confidence=dict(data["confidence"]),
        blocks=blocks_from_json(blocks),
    )


def blocks_from_json(data: Sequence[Mapping[str, Any]]) -> tuple[Block, ...]:
    """The inverse of `blocks_as_json`."""
    return tuple(Block(**{**item, "span": tuple(item["span"])}) for item in data)


def _date(printed: str | None) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None


def _days(data: Sequence[Mapping[str, Any]]) -> tuple[Commemoration, ...]:
    return tuple(Commemoration(**item) for item in data)


def _phase(data: Mapping[str, Any]) -> Phase:
    start, end = _date(data["start"]), _date(data["end"])
    return Phase(data["name"], start, end, data["theme"], _days(data["commemorations"]))


def _repaired(data: Mapping[str, Any]) -> RepairedWord:
    start, end = data["span"]
    seen_start, seen_end = data["source_span"]
    return RepairedWord(
        span=(start, end),
        source_span=(seen_start, seen_end),
        seen=data["seen"],
        word=data["word"],
        others=tuple(data["others"]),
        confidence=data["confidence"],
    )


def _finding(data: Mapping[str, Any]) -> Finding:
    fix = data["fix"]
    return Finding(
        rule=data["rule"],
        severity=Severity(data["severity"]),
        message=data["message"],
        span=tuple(data["span"]) if data["span"] else None,
        fix=Fix(tuple(fix["span"]), fix["text"]) if fix else None,
    )
