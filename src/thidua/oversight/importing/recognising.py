"""Whether a line is about somebody who is known already: surely, perhaps, or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from thidua.core.folded import folded
from thidua.org.birth import agree, in_words, is_day
from thidua.oversight.importing.found import Directory, Known
from thidua.oversight.importing.lines import Line, Problem, problem

SAME_NAME = 85


@dataclass(frozen=True, slots=True)
class Met:
    """`person` is who it surely is, or with a `doubt` who it may be."""

    person: Known | None = None
    doubt: Problem | None = None


def recognised(line: Line, known: Directory) -> Met:
    """By their number, by name and day of birth, by name in the unit, by telephone."""
    name = folded(line.values["name"])
    for look in (_by_code, _by_birth, _by_unit, _by_phone):
        met = look(line, name, known)
        if met is not None:
            return met
    return Met()


def _by_code(line: Line, name: str, known: Directory) -> Met | None:
    found = known.by_code.get(line.values.get("code", ""), [])
    if not found:
        return None
    person = found[0]
    if not person.here:
        said = _("Mã số đoàn viên này đã cấp cho một người ở đơn vị khác.")
        return Met(None, problem("code_elsewhere", said, at="code"))
    alike = fuzz.token_sort_ratio(name, person.folded) >= SAME_NAME
    if len(found) == 1 and alike and not _differ(line, person, "birth_on"):
        return Met(person)
    return Met(person, problem("code_other", _("Mã số này đang ghi cho %(who)s.") % who(person)))


def _by_birth(line: Line, name: str, known: Directory) -> Met | None:
    born = line.values.get("birth_on", "")
    found = known.by_birth.get((name, born), [])
    if not found or not is_day(born):
        return None
    unit = int(line.values["unit_id"])
    same = [person for person in found if not _differ(line, person, "code")]
    inside = [person for person in same if unit in person.units or unit in person.holds]
    if len(inside) == 1:
        return Met(inside[0])
    if not same:
        said = _("Cùng họ tên, cùng ngày sinh nhưng khác mã số với %(who)s.")
        return Met(found[0], problem("birth_code", said % who(found[0])))
    said = _("Cùng họ tên, cùng ngày sinh với %(who)s.") % who(same[0])
    return Met(same[0], problem("birth", said))


def _by_unit(line: Line, name: str, known: Directory) -> Met | None:
    """In one unit a name is enough where neither side knows more than the other."""
    born = line.values.get("birth_on", "")
    found = [
        person
        for person in known.by_unit.get((name, int(line.values["unit_id"])), [])
        if not (_differ(line, person, "birth_on") or _differ(line, person, "code"))
    ]
    found = [person for person in found if born and person.facts["birth_on"] == born] or found
    if not found:
        return None
    person = found[0]
    if len(found) == 1 and (person.facts["birth_on"] == born or _agree(line, person)):
        return Met(person)
    if born and person.facts["birth_on"]:
        said = _("Cùng họ tên, cùng năm sinh trong đơn vị với %(who)s.") % who(person)
        return Met(person, problem("birth_year", said))
    said = _("Cùng họ tên trong đơn vị với %(who)s, chưa đủ ngày sinh để so.") % who(person)
    return Met(person, problem("name", said))


def _by_phone(line: Line, _name: str, known: Directory) -> Met | None:
    found = known.by_phone.get(line.values.get("phone", ""), [])
    if not found:
        return None
    said = _("Số điện thoại này đang ghi cho %(who)s.") % who(found[0])
    return Met(found[0], problem("phone_other", said))


def _differ(line: Line, person: Known, fact: str) -> bool:
    """Do both sides know it, and say different things?"""
    told, kept = line.values.get(fact, ""), person.facts[fact]
    if fact == "birth_on":
        return not agree(told, kept)
    return bool(told and kept and told != kept)


def _agree(line: Line, person: Known) -> bool:
    return any(
        line.values.get(fact) and line.values[fact] == person.facts[fact]
        for fact in ("phone", "email", "code")
    )


def who(person: Known) -> dict[str, str]:
    """Somebody in the words of a doubt."""
    told = (person.facts["name"], in_words(person.facts["birth_on"]))
    return {"who": ", ".join(filter(None, told))}


def conflicts(line: Line, person: Known) -> Sequence[str]:
    """Facts in which the line contradicts what is kept and which do not change with time."""
    return [fact for fact in ("birth_on", "sex", "code") if _differ(line, person, fact)]
