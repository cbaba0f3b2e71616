"""What taking a line over would do, and whether somebody has to look at it first."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from thidua.org.birth import shown
from thidua.oversight.importing.found import Known
from thidua.oversight.importing.lines import Line, Problem, problem
from thidua.oversight.importing.recognising import conflicts
from thidua.oversight.models import Decision

ABOUT_ONE = {Decision.SAME, Decision.REPLACE, Decision.MOVED}
"""Decisions by which a line is about the person who was found."""


class Outcome(StrEnum):
    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    WRONG = "wrong"


@dataclass(slots=True)
class Said:
    """What somebody decided about a line; nothing for one that nobody had to look at."""

    decision: str = ""
    person: int | None = None


@dataclass(slots=True)
class Judged:
    """A line with its outcome. `facts` are those of the person to be written."""

    line: Line
    outcome: Outcome
    person: Known | None = None
    row: int | None = None
    """The existing row the line speaks of: a membership, a post, a headcount."""
    facts: dict[str, str] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)
    """Memberships that end because the person moves."""
    problems: list[Problem] = field(default_factory=list)


def facts_of(line: Line, person: Known, *, replace: bool) -> tuple[dict[str, str], Problem | None]:
    """Facts to write over or to fill in; a doubt where the line contradicts what is kept.

    Telephone and mail change with time, and the list is newer. Name, birth, sex and number do not:
    they are filled in where they are missing, and replaced only when somebody says so.
    """
    against = conflicts(line, person)
    if against and not replace:
        said = _("Khác với dữ liệu đã có: %(what)s.") % {
            "what": ", ".join(
                _("%(title)s đang ghi %(kept)s")
                % {"title": _titles()[fact], "kept": _shown(fact, person.facts[fact])}
                for fact in against
            )
        }
        return {}, problem("differs", said)
    told: dict[str, str] = {
        fact: line.values[fact]
        for fact in ("code", "birth_on", "sex", "phone", "email")
        if fact in line.values
    }
    if person.facts["birth_on"].startswith(told.get("birth_on", "")):
        # The list says the year, and the day of that year is known.
        told.pop("birth_on", None)
    if replace or _better_spelt(line.values["name"], person.facts["name"]):
        told["name"] = line.values["name"]
    return {key: fact for key, fact in told.items() if fact != person.facts[key]}, None


def _better_spelt(told: str, kept: str) -> bool:
    """*Nguyễn Văn Án* for *Nguyen Van An*: the list has marks where none were kept."""
    return kept.isascii() and not told.isascii()


def _shown(fact: str, kept: str) -> str:
    if fact == "birth_on":
        return shown(kept)
    if fact == "sex":
        return _("Nam") if kept == "m" else _("Nữ")
    return kept


def _titles() -> dict[str, str]:
    return {"birth_on": _("ngày sinh"), "sex": _("giới tính"), "code": _("mã số đoàn viên")}


def is_doubt(one: Problem) -> bool:
    """Something to be decided; everything else is something to be mended."""
    return not one["field"] or one["code"] in ODD


ODD = {"too_young"}


def troubled(line: Line, problems: list[Problem], person: Known | None = None) -> Judged:
    """A line that somebody has to look at."""
    doubtful = all(map(is_doubt, problems))
    outcome = Outcome.DOUBTFUL if doubtful else Outcome.WRONG
    return Judged(line, outcome, person=person, problems=problems)
