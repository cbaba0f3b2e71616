"""Layout profiles: the measures and customs of one set of rules, as data beside this module."""

import csv
import datetime as dt
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_TEXT_COLUMNS = ("key", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How documents look under one set of rules; ``profiles.csv`` names the rule behind each value.

    `deputy_style` tells how a deputy signs: ``two-line`` below the body, ``kt`` also in place of
    the head.
    """

    name: str
    paper_width_mm: float
    paper_height_mm: float
    margin_top_mm: float
    margin_bottom_mm: float
    margin_left_mm: float
    margin_right_mm: float
    font: str
    body_pt: float
    first_line_mm: float
    paragraph_gap_pt: float
    line_spacing: float
    page_number_pt: float
    head_line: str
    head_line_pt: float
    motto: str
    motto_pt: float
    prints_state_title: bool
    superior_pt: float
    issuer_pt: float
    issuer_mark: str
    number_pt: float
    subject_pt: float
    place_date_pt: float
    doc_type_pt: float
    title_pt: float
    authority_pt: float
    signer_pt: float
    recipients_heading_pt: float
    recipients_pt: float
    left_column_mm: float
    issuer_rule_mm: float
    motto_rule_mm: float
    title_rule_mm: float
    signature_room_mm: float
    authority_mark: str
    deputy_style: str

    @property
    def text_width_mm(self) -> float:
        return self.paper_width_mm - self.margin_left_mm - self.margin_right_mm


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name."""
    with (_FOLDER / "profiles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [name for name in rows[0] if name not in _TEXT_COLUMNS]
    return {name: _profile(name, {row["key"]: row[name] for row in rows}) for name in names}


def _profile(name: str, written: dict[str, str]) -> Profile:
    values: dict[str, object] = {"name": name}
    for field in fields(Profile):
        if field.name in written:
            text = written[field.name]
            values[field.name] = _converted(text, field.type)
    return Profile(**values)  # type: ignore[arg-type]


def _converted(text: str, kind: object) -> object:
    if kind is bool:
        return text == "yes"
    return float(text) if kind is float else text


def profile_for(day: dt.date) -> Profile:
    """The profile of union documents issued on `day`; before all known rules, the first one."""
    with (_FOLDER / "profile_periods.csv").open(encoding="utf-8", newline="") as file:
        periods = list(csv.DictReader(file))
    begun = [row for row in periods if dt.date.fromisoformat(row["since"]) <= day]
    return profiles()[(begun[-1] if begun else periods[0])["profile"]]


def signature_lines(body: str, post: str, profile: Profile) -> tuple[str, ...]:
    """The lines above the signature: ``TM. BAN THƯỜNG VỤ``, ``PHÓ CHỦ TỊCH``.

    Where the rules want it, a deputy signs in place of the head: ``KT. CHỦ TỊCH`` stands between.
    What the post says of the body again is left out: a *tổ trưởng tổ công đoàn* signs as
    ``TỔ TRƯỞNG``.
    """
    body = " ".join(body.upper().split())
    post = " ".join(post.upper().split()).removesuffix(f" {body}")
    lines = [f"{profile.authority_mark} {body}"]
    if post.startswith("PHÓ ") and profile.deputy_style == "kt":
        lines.append(f"KT. {post.removeprefix('PHÓ ').removesuffix(' THƯỜNG TRỰC')}")
    return (*lines, post)
