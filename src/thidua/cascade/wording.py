"""The words of a plan made from a superior's: customary parts around the contents chosen."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from thidua.documents.naming import folded
from thidua.plans.actions import Words
from thidua.plans.models import Clause, Commemoration, Duty, Phase, Plan
from vanban.language.names import name_in_sentence

_PADDED_MONTHS = 2
_HEAD = 100
"""Within so many characters the name and the days of a phase are through."""
_DIGIT = re.compile(r"\d{1,2}/\d")
_QUOTES = '“”" '
_READ_AS_PHASES = ("dot", "giai doan", "hoc ky", "quy")
"""With these words the name of a phase must begin, or it is not read back as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """Whoever writes: its name in a sentence, its collective, whether it is a group."""

    name: str
    collective: str
    group: bool
    has_groups: bool = False

    @property
    def subject(self) -> str:
        """*Ban Chấp hành CĐCS …* decides for a union; a group speaks for itself."""
        return self.name if self.group else f"{name_in_sentence(self.collective)} {self.name}"

    @property
    def short(self) -> str:
        return "Tổ trưởng" if self.group else name_in_sentence(self.collective)


@dataclass(frozen=True, slots=True)
class Superior:
    """The superior's plan with the rows that go on in the unit's own."""

    plan: Plan
    phases: Sequence[Phase]
    days: Sequence[Commemoration]
    duties: Sequence[Duty]
    clauses: Sequence[Clause]

    @property
    def issuer(self) -> str:
        return name_in_sentence(self.plan.document.issuer_name)


def own_plan(
    superior: Superior, drafter: Drafter, contents: Sequence[Sequence[Words]]
) -> tuple[list[Words], list[int]]:
    """All paragraphs, and the place of the first one of each content."""
    words = [_basis(superior, drafter), *_aims(superior, drafter)]
    words += [Words("II.", "NỘI DUNG THI ĐUA"), *_theme(superior.plan)]
    prefix = "2." if superior.plan.theme else ""
    places = []
    for number, paragraphs in enumerate(contents, 1):
        places.append(len(words))
        words += numbered(paragraphs, f"{prefix}{number}.")
    words += [Words("III.", "THỜI GIAN THỰC HIỆN"), *_time(superior)]
    words += [Words("IV.", "TỔ CHỨC THỰC HIỆN"), *_organisation(superior, drafter)]
    return [*words, _close(superior.plan, drafter)], places


def numbered(paragraphs: Sequence[Words], marker: str) -> list[Words]:
    """The content under its number in this plan; what stands below it keeps its own signs."""
    first, *below = paragraphs
    return [Words(marker, first.text, first.pk), *below]


def recipients(superior: Superior, drafter: Drafter) -> list[str]:
    """Where such a plan goes: to the superior, to the groups, into the archive."""
    lines = [f"{superior.issuer} (để báo cáo)"]
    if drafter.has_groups:
        lines.append("Các tổ công đoàn")
    return [*lines, "Lưu: Hồ sơ tổ" if drafter.group else "Lưu: VT"]


def cited(plan: Plan) -> str:
    """*Kế hoạch số 05/KH-CĐGD ngày 15/01/2024 của …*, as papers cite each other."""
    paper = plan.document
    parts = [paper.type_name or "Kế hoạch"]
    if paper.full_number:
        parts.append(f"số {paper.full_number}")
    if paper.dated:
        parts.append(f"ngày {printed_day(paper.dated)}")
    return f"{' '.join(parts)} của {name_in_sentence(paper.issuer_name)}"


def _basis(superior: Superior, drafter: Drafter) -> Words:
    title = superior.plan.document.title.strip().rstrip(".")
    low = f"{title[:1].lower()}{title[1:]}"
    about = f" về {low.removeprefix('về ')}" if title else ""
    return Words(
        "",
        f"Thực hiện {cited(superior.plan)}{about}, {drafter.subject} xây dựng kế hoạch thực hiện "
        "với những nội dung sau:",
    )


def _aims(superior: Superior, drafter: Drafter) -> list[Words]:
    where = "tổ" if drafter.group else "đơn vị"
    return [
        Words("I.", "MỤC ĐÍCH, YÊU CẦU"),
        Words(
            "1.",
            f"Cụ thể hóa kế hoạch của {superior.issuer} thành việc làm sát với điều kiện của "
            f"{where}.",
        ),
        Words(
            "2.",
            f"Động viên đoàn viên, người lao động thi đua hoàn thành nhiệm vụ của {where}; phát "
            "hiện, biểu dương kịp thời tập thể, cá nhân tiêu biểu.",
        ),
    ]


def _theme(plan: Plan) -> list[Words]:
    if not plan.theme:
        return []
    return [
        Words("1.", "Chủ đề thi đua"),
        Words("", f"“{plan.theme.strip(_QUOTES)}”"),
        Words("2.", "Nội dung thi đua"),
    ]


def _time(superior: Superior) -> Iterator[Words]:
    phases = superior.phases
    if len(phases) == 1 and phases[0].whole:
        yield Words("", f"Phong trào thi đua được tổ chức trong {_when(superior.plan)}.")
        return
    named: set[str] = set()
    for number, phase in enumerate(phases, 1):
        yield Words(f"{number}.", _stretch(phase, number, superior, named))


def _stretch(phase: Phase, number: int, superior: Superior, named: set[str]) -> str:
    """One phase in the words in which plans give it, so that it is read back as one.

    What it is for stands in the superior's words, unless an officer corrected what was read there.
    """
    readable = folded(phase.name).startswith(_READ_AS_PHASES)
    name = phase.name if readable else f"Đợt {number}"
    span = f"(từ ngày {printed_day(phase.starts_on)} đến ngày {printed_day(phase.ends_on)})"
    goal = _goal_as_printed(phase, superior) or _goal(phase, superior, named)
    return f"{name} {span}: {goal}"


def _goal_as_printed(phase: Phase, superior: Superior) -> str:
    """What the superior's text says of the phase behind its days; nothing if that is unsure."""
    if {"phases", "commemorations"} & set(superior.plan.kept):
        return ""
    others = [folded(one.name) for one in superior.phases if one.pk != phase.pk]
    for clause in superior.clauses:
        text = f"{clause.marker} {clause.text}".lstrip("-+ 0123456789.)")
        head, colon, tail = text[:_HEAD].rpartition(":")
        if not (folded(text).startswith(folded(phase.name)) and colon and _DIGIT.search(head)):
            continue
        goal = f"{tail}{text[_HEAD:]}".strip()
        if not any(re.search(rf"\b{re.escape(name)}\b", folded(goal)) for name in others):
            return f"{goal[:1].upper()}{goal[1:]}"
    return ""


def _goal(phase: Phase, superior: Superior, named: set[str]) -> str:
    """The same from what was understood: its theme, and each day once in the plan."""
    kept = []
    for day in _days_in(phase, superior):
        if folded(day.name) not in named:
            named.add(folded(day.name))
            kept.append(_kept(day))
    theme = f" với chủ đề “{phase.theme}”" if phase.theme else ""
    days = f" chào mừng {'; '.join(kept)}" if kept else ""
    return f"Thi đua{theme}{days or ('' if theme else ' thực hiện các nội dung của kế hoạch')}."


def _days_in(phase: Phase, superior: Superior) -> Iterable[Commemoration]:
    """Those that the text puts into the phase, and those beside the phases that fall into it."""
    for day in superior.days:
        if day.phase_id == phase.pk:
            yield day
        elif day.phase_id is None:
            moments = {day.day_in(year) for year in (phase.starts_on.year, phase.ends_on.year)}
            if any(one and phase.starts_on <= one <= phase.ends_on for one in moments):
                yield day


def _kept(day: Commemoration) -> str:
    words = f"kỷ niệm {day.ordinal} năm {day.name}" if day.ordinal else f"kỷ niệm {day.name}"
    if day.day is None or day.month is None:
        return words
    short = _day_and_month(day.day, day.month)
    if day.base_year is None or day.ordinal is None:
        return f"{words} ({short})"
    return f"{words} ({short}/{day.base_year} - {short}/{day.base_year + day.ordinal})"


def _organisation(superior: Superior, drafter: Drafter) -> list[Words]:
    """Who does what, and until when the superior hears of it."""
    times = list(dict.fromkeys(duty.when for duty in superior.duties if duty.when))
    when = times[0] if times else "sau mỗi đợt thi đua"
    told = (
        "phổ biến kế hoạch đến từng đoàn viên, tổ chức phát động, ký giao ước thi đua và theo dõi "
        "kết quả"
    )
    sentences = [f"{drafter.short} {told}."]
    if drafter.has_groups:
        sentences.append("Các tổ công đoàn xây dựng kế hoạch của tổ và tổ chức thực hiện.")
    sentences.append(f"{drafter.short} báo cáo kết quả về {superior.issuer} {when}.")
    return [Words(f"{number}.", text) for number, text in enumerate(sentences, 1)]


def _close(plan: Plan, drafter: Drafter) -> Words:
    return Words(
        "", f"Trên đây là kế hoạch thực hiện phong trào thi đua {_when(plan)} của {drafter.name}./."
    )


def _when(plan: Plan) -> str:
    year = plan.year_label
    if not year and plan.starts_on and plan.ends_on:
        first, last = plan.starts_on.year, plan.ends_on.year
        year = str(first) if first == last else f"{first}-{last}"
    return f"năm học {year}" if "-" in year else f"năm {year}"


def printed_day(day: date) -> str:
    """As on paper: days under 10 and the first two months with a nought in front."""
    return f"{_day_and_month(day.day, day.month)}/{day.year}"


def _day_and_month(day: int, month: int) -> str:
    return f"{day:02d}/{month:02d}" if month <= _PADDED_MONTHS else f"{day:02d}/{month}"
