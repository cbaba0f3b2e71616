"""Lines about people: who it is, and where they belong."""

from collections.abc import Mapping, Sequence
from datetime import date

from thidua.org.models import Unit
from thidua.oversight.importing.found import Directory, directory
from thidua.oversight.importing.judging import (
    ABOUT_ONE,
    Judged,
    Outcome,
    Said,
    facts_of,
    is_doubt,
    troubled,
)
from thidua.oversight.importing.lines import Line
from thidua.oversight.importing.recognising import Met, recognised
from thidua.oversight.models import Decision


class People:
    """Judges lines about people by whom the database knows on `day`."""

    def __init__(self, root: Unit, day: date) -> None:
        self.root, self.day = root, day

    def judged(self, lines: Sequence[Line], said: Mapping[int, Said]) -> list[Judged]:
        chosen = [one.person for one in said.values() if one.person]
        sound = [line for line in lines if not _wrong(line, said.get(line.number))]
        known = directory(sound, self.root, self.day, chosen)
        numbers = {line.number for line in sound}
        return [
            self._person(line, said.get(line.number) or Said(), known)
            if line.number in numbers
            else troubled(line, line.problems)
            for line in lines
        ]

    def _person(self, line: Line, said: Said, known: Directory) -> Judged:
        met = _met(line, said, known)
        if met.doubt:
            return troubled(line, [met.doubt], met.person)
        if met.person is None:
            return Judged(line, Outcome.NEW)
        replace = said.decision == Decision.REPLACE
        facts, doubt = facts_of(line, met.person, replace=replace or said.decision in ABOUT_ONE)
        if doubt:
            return troubled(line, [doubt], met.person)
        if said.decision in ABOUT_ONE and not replace:
            facts = {
                key: fact
                for key, fact in facts.items()
                if not _kept(met.person.facts[key], key, fact)
            }
        outcome = Outcome.CHANGED if facts else Outcome.KNOWN
        return Judged(line, outcome, person=met.person, facts=facts)


def _wrong(line: Line, said: Said | None) -> bool:
    """Is something left to mend or to decide before it matters who it is?"""
    decided = said is not None and said.decision
    return any(not (decided and is_doubt(one)) for one in line.problems)


def _met(line: Line, said: Said, known: Directory) -> Met:
    if said.decision == Decision.OTHER:
        return Met()
    if said.decision in ABOUT_ONE and said.person in known.by_pk:
        return Met(known.by_pk[said.person])
    met = recognised(line, known)
    return Met(met.person) if said.decision in ABOUT_ONE else met


def _kept(before: str, key: str, fact: str) -> bool:
    """A fact that is kept already and does not change with time; to a year the day may be added."""
    if key == "birth_on":
        return not fact.startswith(before)
    return key in {"name", "code", "sex"} and bool(before)
