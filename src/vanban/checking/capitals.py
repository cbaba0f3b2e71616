"""Capital letters: names of bodies and days, and places where a sentence does not begin."""

import re
from collections.abc import Iterator
from functools import cache

from vanban.checking import data
from vanban.checking.readable import when_readable
from vanban.checking.rules import Slip, rule
from vanban.reading.model import Reading, Severity

TITLE = "Viết hoa"

_SOURCE = "NĐ 30/2020 Phụ lục II"
_YEAR = re.compile(r"(?<=[^\W\d_] )Năm(?= (?:19|20)\d\d\b)")


@rule("capital-name", "Tên cơ quan, ngày lễ viết hoa chưa đúng", Severity.WARNING, _SOURCE)
@when_readable
def names(reading: Reading) -> Iterator[Slip]:
    """Only names in the table, which say what is certain: *Liên đoàn lao động tỉnh*."""
    right_forms = {row["wrong"]: row["right"] for row in data.rows("capitals")}
    for match in _names().finditer(reading.text):
        right = right_forms[" ".join(match.group().split())]
        yield Slip(f"Viết đúng là “{right}”.", match.span(), right)


@rule("capital-after-semicolon", "Viết hoa sau dấu chấm phẩy", Severity.WARNING, _SOURCE)
@when_readable
def after_semicolons(reading: Reading) -> Iterator[Slip]:
    """A semicolon ends no sentence. Names may follow it, so only verbs that open clauses count."""
    for match in _openings().finditer(reading.text):
        right = match.group().lower()
        yield Slip(f"Sau dấu chấm phẩy không viết hoa: “{right}”.", match.span(), right)


@rule("capital-year", "Chữ “năm” viết hoa giữa câu", Severity.WARNING, _SOURCE)
@when_readable
def year_inside_a_line(reading: Reading) -> Iterator[Slip]:
    """*… lao động Năm 2022* in the middle of a line."""
    for match in _YEAR.finditer(reading.text):
        if reading.text[match.start() - 2].islower():
            yield Slip("Chữ “năm” giữa câu không viết hoa.", match.span(), "năm")


@rule("capital-variants", "Một tên viết hoa hai cách", Severity.ASK, _SOURCE)
@when_readable
def variants(reading: Reading) -> Iterator[Slip]:
    """*Ban Chấp hành* beside *Ban chấp hành*: both are met, one paper keeps to one."""
    places: dict[str, dict[str, list[re.Match[str]]]] = {}
    for match in _two_ways().finditer(reading.text):
        name = match.group()
        places.setdefault(name.lower(), {}).setdefault(name, []).append(match)
    for forms in places.values():
        if len(forms) < 2:
            continue
        usual = max(forms, key=lambda form: len(forms[form]))
        for form, matches in forms.items():
            for match in matches if form != usual else ():
                yield Slip(f"Chỗ khác viết “{usual}”.", match.span(), usual)


@cache
def _two_ways() -> re.Pattern[str]:
    """The forms of the table only: all in small letters, such a name means any of its kind."""
    forms = (form for row in data.rows("capital_variants") for form in row.values())
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)")


@cache
def _names() -> re.Pattern[str]:
    wrong = (row["wrong"] for row in data.rows("capitals"))
    choice = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in wrong)
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)")


@cache
def _openings() -> re.Pattern[str]:
    choice = "|".join(row["words"] for row in data.rows("clause_openings"))
    return re.compile(rf"(?<=; )(?:{choice})\b")
