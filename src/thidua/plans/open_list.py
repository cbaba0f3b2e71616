"""The findings that are still to be looked at, as the page of a reading lists them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.documents.models import Reading
from thidua.plans.fix_words import fix_label, short_label
from thidua.plans.noted import Noted
from thidua.plans.shown import Act, Shown, shown
from thidua.plans.understanding import Understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Which page of the source is shown; it tells how a place is called and reached."""

    now: Understood
    page: int
    query: str = ""

    def called(self, place: int) -> str:
        """*trang 4*; in a file without pages simply here."""
        if len(self.now.pages) < 2:
            return _("xem chỗ này")
        return _("trang %(page)s") % {"page": self.now.page_of(place)}

    def elsewhere(self, place: int) -> str:
        """The query that leads to another page; nothing for a place on the page shown."""
        page = self.now.page_of(place)
        return "" if page == self.page else f"?trang={page}"


def open_findings(row: Reading, sheet: Sheet, *, may_act: bool) -> list[Shown]:
    """What is still to be looked at, each with its one-press fix; what is alike stands once."""
    fix, keep = (reverse(f"plans:{name}", args=[row.pk]) + sheet.query for name in ("fix", "keep"))
    found: list[Shown] = []
    for alike in groups_of(sheet.now.open):
        noted = alike[0]
        acts = _acts(alike, fix, keep, chosen=not found) if may_act else ()
        one = on_sheet(shown(noted, acts), noted, sheet)
        found.append(replace(one, title=_counted(one.title, alike), row=f"c-{len(found)}"))
    return found


def groups_of(open_findings: Iterable[Noted]) -> list[list[Noted]]:
    """Findings with the same words and the same fix, together where the first of them stands."""
    groups: dict[tuple[str, str, str], list[Noted]] = {}
    for noted in open_findings:
        groups.setdefault(noted.likeness, []).append(noted)
    return list(groups.values())


def _counted(title: str, alike: Sequence[Noted]) -> str:
    if len(alike) == 1:
        return title
    words = {"title": title.rstrip("."), "count": len(alike)}
    return _("%(title)s (%(count)s chỗ giống nhau)") % words


def on_sheet(one: Shown, noted: Noted, sheet: Sheet) -> Shown:
    """The finding with its place named by page, and reached from the page shown."""
    span = noted.finding.span
    if span is None:
        return one
    return replace(one, place=sheet.called(span[0]), elsewhere=sheet.elsewhere(span[0]))


def _acts(alike: Sequence[Noted], fix: str, keep: str, *, chosen: bool) -> tuple[Act, ...]:
    """The chosen finding says all on its buttons; the others have little room for them."""
    noted, count = alike[0], {"count": len(alike)}
    acts = []
    name = "finding" if len(alike) == 1 else "alike"
    if noted.finding.fix:
        label = fix_label(noted) if chosen else short_label(noted)
        if len(alike) > 1:
            label = _("Sửa cả %(count)s chỗ") % count
        acts.append(Act(fix, label, name, noted.key, "wand", "Enter"))
    elif noted.finding.span:
        label = _("Gõ lại chỗ này") if chosen else _("Gõ lại")
        acts.append(Act(fix, label, "retype", noted.key, "pencil"))
    label = _("Giữ như bản gốc") if chosen else _("Giữ")
    if len(alike) > 1:
        label = _("Giữ cả %(count)s chỗ") % count
    acts.append(Act(keep, label, name, noted.key, "", "G"))
    return tuple(acts)
