"""Findings and marks in the form that the pages draw."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.documents.models import Reading
from thidua.plans.edits import places
from thidua.plans.marks import Place, anchor
from thidua.plans.understanding import Noted, Understood
from vanban.checking.fixes import in_words
from vanban.checking.rules import REGISTRY
from vanban.reading.model import Finding, Severity

_SHORT = 28
_TINY = 14
_INTERNAL = re.compile(r"[A-Z]{2,5}-[A-Z]?\d")


@dataclass(frozen=True, slots=True)
class Act:
    """A button of a finding; what it sends is `name=value`."""

    url: str
    label: str
    name: str
    value: str
    icon: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What ``ui/finding.html`` draws."""

    code: str
    word: str
    title: str
    anchor: str = ""
    place: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    reason: str = ""
    acts: tuple[Act, ...] = ()


def look_of(severity: str) -> tuple[str, str]:
    """Code and word of a severity: only a certain slip is red."""
    if severity == Severity.ERROR:
        return "bad", _("Lỗi")
    if severity == Severity.WARNING:
        return "warn", _("Cảnh báo")
    return "half", _("Hỏi lại")


def open_findings(row: Reading, now: Understood, *, may_act: bool) -> list[Shown]:
    """What is still to be looked at, each with its one-press fix."""
    fix, keep = (reverse(f"plans:{name}", args=[row.pk]) for name in ("fix", "keep"))
    found = []
    for number, noted in enumerate(now.open):
        acts = _acts(noted, fix, keep, chosen=number == 0) if may_act else ()
        found.append(shown(noted, acts))
    return found


def shown(noted: Noted, acts: tuple[Act, ...]) -> Shown:
    """One finding with its words and its reason."""
    finding = noted.finding
    code, word = look_of(finding.severity)
    return Shown(
        code=code,
        word=word,
        title=finding.message,
        anchor=anchor(finding.span) if finding.span else "",
        place=_("xem chỗ này") if finding.span else "",
        before=noted.before,
        quote=noted.quote,
        after=noted.after,
        reason=reason_of(finding),
        acts=acts,
    )


def reason_of(finding: Finding) -> str:
    """The rule in words, and the law behind it where the rule rests on one."""
    rule = REGISTRY.get(finding.rule)
    if rule is None:
        return ""
    laws = [part for part in rule.source.split(", ") if not _INTERNAL.match(part)]
    return f"{rule.title} ({', '.join(laws)})." if laws else f"{rule.title}."


def _acts(noted: Noted, fix: str, keep: str, *, chosen: bool) -> tuple[Act, ...]:
    """The chosen finding says all on its buttons; the others have little room for them."""
    acts = []
    if noted.finding.fix:
        label = fix_label(noted) if chosen else short_label(noted)
        acts.append(Act(fix, label, "finding", noted.key, "wand", "Enter"))
    elif noted.finding.span:
        label = _("Gõ lại chỗ này") if chosen else _("Gõ lại")
        acts.append(Act(fix, label, "retype", noted.key, "pencil"))
    label = _("Giữ như bản gốc") if chosen else _("Giữ")
    acts.append(Act(keep, label, "finding", noted.key, "", "G"))
    return tuple(acts)


def short_label(noted: Noted) -> str:
    """The fix in a word or two; the sentence beside the button says what it will be."""
    fix = noted.finding.fix
    old, new = in_words(_replaced(noted), fix.text) if fix else ("", "")
    if not (old and new):
        return fix_label(noted)
    return _("Ghi %(new)s") % {"new": new} if len(new) <= _TINY else _("Sửa")


def fix_label(noted: Noted) -> str:
    """The fix in a few words, as on the button."""
    fix = noted.finding.fix
    if fix is None:
        return ""
    old, new = in_words(_replaced(noted), fix.text)
    if len(old) > _SHORT or len(new) > _SHORT or "\n" in fix.text:
        return _("Sửa theo đề nghị")
    if fix.span[0] < fix.span[1] and fix.span != noted.finding.span:
        return _("Ghi %(new)s") % {"new": new} if new else _("Bỏ chỗ thừa")
    return change_in_words(old, new)


def change_in_words(old: str, new: str) -> str:
    """What a fix does, from what it takes away and what it writes."""
    words = {"old": old, "new": new}
    if not old:
        return _("Thêm %(new)s") % words
    return _("Sửa %(old)s thành %(new)s") % words if new else _("Bỏ %(old)s") % words


def _replaced(noted: Noted) -> str:
    """The words that the fix takes away, as far as they are those that the finding shows."""
    fix = noted.finding.fix
    return noted.quote if fix and fix.span == noted.finding.span else ""


def settled_findings(row: Reading, now: Understood, *, may_act: bool) -> list[Shown]:
    """What was fixed or kept, each with the way back."""
    undo = reverse("plans:undo", args=[row.pk])
    spots = {
        (edit.start, edit.end): (start, start + len(edit.text)) for edit, start in places(now.edits)
    }
    found = []
    for fixed in row.fixed_findings:
        span = spots[tuple(fixed["span"])]
        title = change_in_words(*in_words(fixed["quote"], fixed["new"]))
        act = Act(undo, _("Hoàn tác"), "finding", fixed["key"], "arrow-back-up")
        found.append(
            Shown(
                code="ok",
                word=_("Đã sửa"),
                title=title,
                anchor=anchor(span),
                place=_("xem chỗ này"),
                acts=(act,) if may_act else (),
            )
        )
    for kept in row.kept_findings:
        act = Act(undo, _("Xem lại"), "finding", kept["key"], "arrow-back-up")
        word = _("Giữ như bản gốc")
        acts = (act,) if may_act else ()
        found.append(Shown(code="none", word=word, title=kept["message"], acts=acts))
    return found


def marks(now: Understood) -> Iterator[Place]:
    """Every place of the source that carries a value, a finding or a fix."""
    for start, end in now.reading.spans.values():
        yield Place(start, end)
    for edit, start in places(now.edits):
        yield Place(start, start + len(edit.text), "text-success")
    yield from finding_marks(now.open)


def finding_marks(noted: Iterable[Noted]) -> Iterator[Place]:
    """The places of findings, red where something is wrong, brown where a look is asked."""
    for one in noted:
        if one.finding.span:
            wrong = one.finding.severity is Severity.ERROR
            yield Place(*one.finding.span, "td-err" if wrong else "td-ask")


def kept_findings_of(rows: Iterable[dict[str, Any]]) -> list[Shown]:
    """The findings that an issued or accepted plan keeps."""
    found = []
    for row in rows:
        code, word = look_of(row["severity"])
        if row["state"] == "fixed":
            code, word = "ok", _("Đã sửa")
        elif row["state"] == "kept":
            code, word = "none", _("Giữ như bản gốc")
        found.append(Shown(code=code, word=word, title=row["message"], quote=row["quote"]))
    return found
