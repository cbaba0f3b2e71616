"""Layout profiles: the measures and customs of one set of rules, as data beside this module."""

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Literal

Body = Literal["union", "state", "party"]

_FOLDER = Path(__file__).parent
_TEXT_COLUMNS = ("key", "unconfirmed", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How documents look under one set of rules; ``profiles.csv`` names the rule behind each value.

    `deputy_style` tells how a deputy signs: ``two-line`` below the body, ``kt`` also in place of
    the head. `page_number_place` is ``top-center`` or ``bottom-right``.
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
    page_number_place: str
    head_line: str
    head_line_pt: float
    motto: str
    motto_pt: float
    prints_state_title: bool
    superior_pt: float
    issuer_pt: float
    issuer_mark: str
    number_mark: str
    number_pt: float
    subject_mark: str
    subject_pt: float
    subject_italic: bool
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
def _rows(table: str) -> list[dict[str, str]]:
    with (_FOLDER / table).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def profiles() -> dict[str, Profile]:
    """All profiles by name."""
    rows = _rows("profiles.csv")
    names = [name for name in rows[0] if name not in _TEXT_COLUMNS]
    return {name: _profile(name, {row["key"]: row[name] for row in rows}) for name in names}


def _profile(name: str, written: Mapping[str, str]) -> Profile:
    return Profile(name=name, **_values(written))  # type: ignore[arg-type]


def _values(written: Mapping[str, str]) -> dict[str, object]:
    kinds = {field.name: field.type for field in fields(Profile)}
    return {key: _converted(key, text, kinds[key]) for key, text in written.items()}


def _converted(key: str, text: str, kind: object) -> object:
    if kind is bool:
        if text not in {"yes", "no"}:
            raise ValueError(f"{key}: yes or no, not {text!r}")
        return text == "yes"
    if kind is not float:
        return text
    value = float(text)
    if not 0 <= value < 1000:
        raise ValueError(f"{key}: {text!r} is no measure")
    return value


def changed(profile: Profile, changes: Mapping[str, str]) -> Profile:
    """The profile with what an office prints otherwise, such as ``{"margin_right_mm": "20"}``.

    Keys and forms are those of ``profiles.csv``. Raises `ValueError` for an unknown key or a value
    that cannot be one.
    """
    known = {row["key"] for row in _rows("profiles.csv")}
    if unknown := sorted(set(changes) - known):
        raise ValueError(f"no value of a layout profile: {', '.join(unknown)}")
    return replace(profile, **_values(changes))  # type: ignore[arg-type]


def unconfirmed(profile: str) -> tuple[str, ...]:
    """The keys whose value in this profile no rule at hand confirms: those an office may change."""
    rows = _rows("profiles.csv")
    return tuple(row["key"] for row in rows if profile in row["unconfirmed"].split())


def profile_for(
    day: dt.date, *, body: Body = "union", changes: Mapping[str, str] | None = None
) -> Profile:
    """The profile of documents that such a body issued on `day`, with the `changes` of the office.

    Before all known rules it is the first one.
    """
    periods = [row for row in _rows("profile_periods.csv") if row["body"] == body]
    begun = [row for row in periods if dt.date.fromisoformat(row["since"]) <= day]
    profile = profiles()[(begun[-1] if begun else periods[0])["profile"]]
    return changed(profile, changes) if changes else profile


def body_of(issuer: str | None) -> Body:
    """Whose rules a body follows, by how its name begins; a union's unless it says otherwise."""
    name = " ".join((issuer or "").lower().split())
    for row in _rows("body_kinds.csv"):
        if f"{name} ".startswith(f"{row['begins']} "):
            return row["body"]  # type: ignore[return-value]
    return "union"


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
