"""The first look at a file: which sheet, which row has the titles, what each column is."""

from collections.abc import Mapping
from itertools import islice

from django.utils.translation import gettext as _

from thidua.oversight.importing.guessing import LOOKED_AT, guessed, title_key
from thidua.oversight.importing.opening import Table, opened
from thidua.oversight.models import Import

SHOWN = 3


def look(owner: Import, data: bytes, before: Mapping[str, str]) -> None:
    """Fill in what the file seems to be; raises `Refused`. The caller saves."""
    with opened(data, owner.sheet) as table:
        rows = list(islice(table.rows, LOOKED_AT + SHOWN))
        known = {title_key(title): code for title, code in before.items() if title_key(title)}
        guess = guessed([row for _number, row in rows], owner.kind, known)
        owner.sheets, owner.sheet = table.sheets, table.sheet
        owner.notes, owner.sample = notes_on(table), rows
    owner.headings, owner.columns = guess.headings, guess.columns
    owner.first_row = rows[guess.last + 1][0] if guess.last + 1 < len(rows) else rows[-1][0] + 1


def first_lines(owner: Import) -> list[list[str]]:
    """Some rows from the first one that counts, to be shown beside the columns."""
    below = [row for number, row in owner.sample if number >= owner.first_row]
    return below[:SHOWN]


def notes_on(table: Table) -> list[str]:
    """What was found in the file that is not quite what it looks like on paper."""
    notes = []
    if table.merged:
        notes.append(
            _("Có %(count)s ô gộp nhiều dòng; nội dung của ô được lấy cho mọi dòng của ô.")
            % {"count": table.merged}
        )
    if table.unsaid:
        notes.append(
            _(
                "Có %(count)s ô công thức báo lỗi hoặc chưa được tính (%(cells)s…), "
                "coi như ô trống. "
                "Cần các ô ấy thì mở tệp bằng Excel, lưu lại rồi chọn lại."
            )
            % {"count": table.unsaid, "cells": ", ".join(table.unsaid_cells)}
        )
    return notes
