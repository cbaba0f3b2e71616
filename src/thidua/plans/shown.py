"""Findings and marks in the form that the pages draw."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from thidua.plans.marks import anchor
from thidua.plans.noted import Noted
from vanban.checking.rules import REGISTRY
from vanban.reading.model import Finding, Severity

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
    """What ``ui/finding.html`` draws. `row` is the id of the item; `elsewhere` the query of the
    page of the source on which its place stands, when that is not the page shown.
    """

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
    row: str = ""
    elsewhere: str = ""


def look_of(severity: str) -> tuple[str, str]:
    """Code and word of a severity: only a certain slip is red."""
    if severity == Severity.ERROR:
        return "bad", _("Lỗi")
    if severity == Severity.WARNING:
        return "warn", _("Cảnh báo")
    return "half", _("Hỏi lại")


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
