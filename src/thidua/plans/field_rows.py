"""The fields of a reading as the officer sees them: label, value, how sure, where it stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from thidua.core.templatetags.vn import vn_date
from thidua.documents.models import Reading
from thidua.plans.corrections import NEW, value_at
from thidua.plans.field_table import Part, blank_line, table_of
from thidua.plans.marks import anchor
from thidua.plans.understanding import Understood
from vanban.reading.model import Severity, Span

_SURE = 0.9
_EXACT = ("number", "symbol", "date", "phases[", "commemorations[", "targets[", "citations[")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One line of the table. `code` and `word` are the state; `place` the anchor in the source.

    `spans` are the anchors of everything it was read from, `page` where the first of them stands.
    """

    path: str
    label: str
    shown: str
    parts: tuple[Part, ...]
    code: str
    word: str
    place: str
    spans: tuple[str, ...] = ()
    page: int = 0
    confirmable: bool = False

    @property
    def added(self) -> bool:
        """Did the officer add it, rather than the reader find it?"""
        return "[+" in self.path

    @property
    def new(self) -> bool:
        """Is it only about to be added?"""
        return self.path.endswith(NEW)


def field_rows(now: Understood, row: Reading) -> list[FieldRow]:
    """Every field that an officer may look at, in the order of the document."""
    data = now.as_json
    found = []
    for path, label, parts in table_of(data, row.corrections):
        filled = tuple(_filled(part, data, row.corrections) for part in parts)
        shown = _shown(path, filled, data)
        spans = _spans(path, now)
        state = _said(path, parts, row) or (
            _state(path, spans, now, scanned=row.scanned) if shown else ("none", _("Chưa có"))
        )
        found.append(
            FieldRow(
                path=path,
                label=label,
                shown=shown,
                parts=filled,
                code=state[0],
                word=state[1],
                place=anchor(spans[0]) if spans else "",
                spans=tuple(anchor(span) for span in spans),
                page=now.page_of(spans[0][0]) if spans else 0,
                confirmable=bool(shown) and state[0] in {"half", "bad"},
            )
        )
    return found


def _said(path: str, parts: Sequence[Part], row: Reading) -> tuple[str, str] | None:
    """Who stands behind the value, where it is not the engine alone."""
    if "[+" in path:
        return "ok", _("Bạn đã thêm")
    if any(part.path in row.corrections for part in parts):
        return "ok", _("Bạn đã sửa")
    if path in row.confirmed:
        return "ok", _("Bạn đã xem")
    taught = [row.taught[part.path] for part in parts if part.path in row.taught]
    if not taught:
        return None
    sure = all(one["confidence"] >= _SURE for one in taught)
    return ("ok" if sure else "half"), _("Theo lần sửa trước")


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


def _state(path: str, spans: Sequence[Span], now: Understood, *, scanned: bool) -> tuple[str, str]:
    findings = [noted.finding for noted in now.open if _over(noted.finding.span, spans)]
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "bad", _("Sai")
    restored = any(one.open and one.doubtful and _over(one.now, spans) for one in now.words)
    if findings or restored or _doubtful(path, now) or (scanned and _exact(path)):
        return "half", _("Nên xem")
    return "ok", _("Chắc")


def _exact(path: str) -> bool:
    """Numbers, dates and symbols of a picture are sure only when somebody has looked."""
    return path.startswith(_EXACT)


def _over(place: Span | None, spans: Sequence[Span]) -> bool:
    if place is None:
        return False
    start, end = place
    return any(start < last and first < max(end, start + 1) for first, last in spans)


def _doubtful(path: str, now: Understood) -> bool:
    confidence = now.reading.confidence
    keys = (path, *_inner(path, confidence))
    return any(confidence.get(key, 1) < _SURE for key in keys)
