"""What was fixed or kept, each with the way back."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.documents.models import Reading
from thidua.plans.edits import places
from thidua.plans.fix_words import change_in_words
from thidua.plans.marks import anchor
from thidua.plans.open_list import Sheet
from thidua.plans.shown import Act, Shown, look_of
from vanban.checking.fixes import in_words


def settled_findings(row: Reading, sheet: Sheet, *, may_act: bool) -> list[Shown]:
    """What was fixed or kept, each with the way back; what was fixed alike stands once."""
    undo = reverse("plans:undo", args=[row.pk]) + sheet.query
    spots = {(edit.start, edit.end): start for edit, start in places(sheet.now.edits)}
    found = []
    for alike in fixed_groups(row.fixed_findings):
        fixed = alike[0]
        start = spots[tuple(fixed["span"])]
        title = change_in_words(*in_words(fixed["quote"], fixed["new"]))
        name = "finding"
        if len(alike) > 1:
            name, title = (
                "alike",
                _("%(title)s, %(count)s chỗ")
                % {
                    "title": title,
                    "count": len(alike),
                },
            )
        act = Act(undo, _("Hoàn tác"), name, fixed["key"], "arrow-back-up")
        found.append(
            Shown(
                code="ok",
                word=_("Đã sửa"),
                title=title,
                anchor=anchor((start, start + len(fixed["text"]))),
                place=sheet.called(start),
                elsewhere=sheet.elsewhere(start),
                acts=(act,) if may_act else (),
            )
        )
    for kept in row.kept_findings:
        act = Act(undo, _("Xem lại"), "finding", kept["key"], "arrow-back-up")
        word = _("Giữ như lần trước") if kept.get("taught") else _("Giữ như bản gốc")
        acts = (act,) if may_act else ()
        found.append(Shown(code="none", word=word, title=kept["message"], acts=acts))
    return found


def fixed_groups(rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Fixes of the same words into the same words, as they were carried out with one press."""
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for fixed in rows:
        groups.setdefault((fixed["rule"], fixed["quote"], fixed["new"]), []).append(fixed)
    return list(groups.values())


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
