"""The fields of a reading as the officer sees them: label, value, how sure, where it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.plans.corrections import NEW, value_at
from thidua.plans.field_table import Part, blank_line, table_of
from thidua.plans.marks import anchor
from thidua.plans.understanding import Understood
from vanban.reading.model import Finding, Severity, Span

_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One line of the table. `code` and `word` are the state; `place` the anchor in the source."""

    path: str
    label: str
    shown: str
    parts: tuple[Part, ...]
    code: str
    word: str
    place: str

    @property
    def added(self) -> bool:
        """Did the officer add it, rather than the reader find it?"""
        return "[+" in self.path

    @property
    def new(self) -> bool:
        """Is it only about to be added?"""
        return self.path.endswith(NEW)


def field_rows(now: Understood, corrections: dict[str, Any]) -> list[FieldRow]:
    """Every field that an officer may look at, in the order of the document."""
    data = now.as_json
    found = []
    for path, label, parts in table_of(data, corrections):
        filled = tuple(_filled(part, data, corrections) for part in parts)
        shown = _shown(path, filled, data)
        spans = _spans(path, now)
        if "[+" in path:
            state = ("ok", _("Bạn đã thêm"))
        elif any(part.path in corrections for part in parts):
            state = ("ok", _("Bạn đã sửa"))
        elif not shown:
            state = ("none", _("Chưa có"))
        else:
            state = _state(path, spans, now)
        found.append(
            FieldRow(
                path=path,
                label=label,
                shown=shown,
                parts=filled,
                code=state[0],
                word=state[1],
                place=anchor(spans[0]) if spans else "",
            )
        )
    return found


def row_at(rows: Sequence[FieldRow], path: str) -> FieldRow | None:
    """The row that is named by `path`."""
    return next((row for row in rows if row.path == path), None)


def blank_row(part: str) -> FieldRow:
    """A phase, target or duty that is about to be added."""
    path, label, parts = blank_line(part)
    return FieldRow(path=path, label=label, shown="", parts=parts, code="", word="", place="")


def _filled(part: Part, data: dict[str, Any], corrections: dict[str, Any]) -> Part:
    value = corrections.get(part.path, value_at(data, part.path))
    if part.kind == "date" and isinstance(value, str):
        value = dt.date.fromisoformat(value)
    return replace(part, value=value)


def _shown(path: str, parts: Sequence[Part], data: dict[str, Any]) -> str:
    if path.startswith("content_items"):
        return str(value_at(data, f"{path}.text"))
    if "commemorations[" in path:
        return _shown_day(value_at(data, path))
    if path.startswith("phases["):
        return _shown_phase(parts)
    return " · ".join(text for part in parts if (text := _words(part)))


def _shown_phase(parts: Sequence[Part]) -> str:
    _name, start, end, theme = parts
    days = _("%(start)s đến %(end)s") % {
        "start": vn_date(start.value) or "…",
        "end": vn_date(end.value) or "…",
    }
    return f"{days} · {theme.value}" if theme.value else days


def _shown_day(day: dict[str, Any]) -> str:
    """`40 năm Ngày Nhà giáo Việt Nam, 20/11, năm gốc 1982`."""
    name = day["name"]
    words = [_("%(years)s năm %(name)s") % {"years": day["ordinal"], "name": name}]
    if day["ordinal"] is None:
        words = [name]
    if day["day"] and day["month"]:
        words.append(f"{day['day']:02d}/{day['month']:02d}")
    if day["base_year"]:
        words.append(_("năm gốc %(year)s") % {"year": day["base_year"]})
    return ", ".join(words)


def _words(part: Part) -> str:
    if part.value is None or part.value == []:
        return ""
    if part.kind == "date":
        return vn_date(part.value)
    return "; ".join(part.value) if part.kind == "lines" else str(part.value)


def _spans(path: str, now: Understood) -> list[Span]:
    """The places of a row, its own first, then those of its parts."""
    spans = now.reading.spans
    found = [spans[key] for key in (path, *_inner(path, spans)) if key in spans]
    return list(dict.fromkeys(found))


def _inner(path: str, keys: Any) -> list[str]:
    """The paths inside `path`; the days of a phase have rows of their own."""
    starts = (f"{path}.", f"{path}[")
    return [
        key for key in keys if key.startswith(starts) and ".commemorations[" not in key[len(path) :]
    ]


def _state(path: str, spans: Sequence[Span], now: Understood) -> tuple[str, str]:
    findings = [noted.finding for noted in now.open if _over(noted.finding, spans)]
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "bad", _("Sai")
    if findings or _doubtful(path, now):
        return "half", _("Nên xem")
    return "ok", _("Chắc")


def _over(finding: Finding, spans: Sequence[Span]) -> bool:
    if finding.span is None:
        return False
    start, end = finding.span
    return any(start < last and first < max(end, start + 1) for first, last in spans)


def _doubtful(path: str, now: Understood) -> bool:
    confidence = now.reading.confidence
    keys = (path, *_inner(path, confidence))
    return any(confidence.get(key, 1) < _SURE for key in keys)
