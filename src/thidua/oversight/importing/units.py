"""Which unit a line means: by its key, its name or short name, of that day or of any other."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from thidua.core.dated import in_force
from thidua.core.folded import folded
from thidua.org.actor import within
from thidua.org.models import Placement, Tree, Unit, UnitName
from thidua.org.queries.unit_rows import rows_of
from thidua.oversight.importing.lines import Line, Problem, problem

NEAR, LIKE_ENOUGH, FEW = 8, 70, 16
LONGEST = 60
# How a suggestion is written into the cell of the unit: its name for people, its key for certain.
WITH_KEY = re.compile(r"\[([a-z0-9]{6})\]\s*$", re.IGNORECASE)


class Units:
    """The units at and below `root` on `day`; names are looked up once for each file.

    Without `below` only the unit and its groups, which have no register of their own. `needed` is
    the column that each line has to fill; where there is none, an empty line speaks of `root`.
    """

    def __init__(self, root: Unit, day: date, *, below: bool, needed: str = "") -> None:
        self.root, self.day, self.below, self._needed = root, day, below, needed
        self._path = root.path_on(day)
        self._known: dict[str, int | Problem] = {}
        self._names: dict[str, set[int]] | None = None

    def place(self, lines: Iterable[Line]) -> None:
        """Write `unit_id` into the values of each line, or a problem beside them."""
        for line in lines:
            key, name = line.values.get("unit_key", ""), line.values.get("unit", "")
            chosen = WITH_KEY.search(name)
            key = chosen[1] if chosen else key
            found = self._found(key.lower(), name) if key or name else self._unsaid()
            if isinstance(found, int):
                line.values["unit_id"] = str(found)
            else:
                line.problems.append(found)

    def _unsaid(self) -> "int | Problem":
        if self._needed:
            return problem("no_unit", _("Dòng này chưa ghi đơn vị."), at=self._needed)
        return self.root.pk

    def _found(self, key: str, name: str) -> "int | Problem":
        asked = key or folded(name)
        if asked not in self._known:
            self._known[asked] = self._by_key(key) or self._by_name(name or key)
        return self._known[asked]

    def _by_key(self, key: str) -> int | None:
        if not key:
            return None
        units = Unit.objects.filter(within(self.day, self._path), key=key)
        found = units.values_list("pk", flat=True).first()
        return found if found in self._allowed({found}) else None

    def _allowed(self, units: set[Any]) -> set[int]:
        """Those of which the importer may speak."""
        if self.below:
            return units - {None}
        places = dict(
            Placement.objects.filter(in_force(self.day), unit__in=units - {None}, tree=Tree.LINE)
            .filter(path__startswith=self._path)
            .values_list("unit_id", "path")
        )
        keys = {key for path in places.values() for key in path.strip("/").split("/")}
        unions = set(
            Unit.objects.filter(key__in=keys, kind__keeps_register=True)
            .exclude(pk=self.root.pk)
            .values_list("key", flat=True)
        )
        own = self._path.strip("/").split("/")
        return {
            unit
            for unit, path in places.items()
            if not unions.intersection(path.strip("/").split("/")[len(own) :])
        }

    def _by_name(self, name: str) -> "int | Problem":
        words = folded(name)
        found = self._all_names().get(words, set())
        living = set(
            Placement.objects.filter(in_force(self.day), unit__in=list(found)[:100], tree=Tree.LINE)
            .filter(path__startswith=self._path)
            .values_list("unit_id", flat=True)
        )
        allowed = self._allowed(living)
        if len(allowed) == 1:
            return allowed.pop()
        if allowed:
            said = _("Có %(count)s đơn vị cùng tên “%(name)s”.") % {
                "count": len(allowed),
                "name": name,
            }
            return problem(
                "unit_many", said, at="unit", about=words, near=self._named(sorted(allowed))
            )
        if living:
            said = _(
                "“%(name)s” tự quản lý đoàn viên của mình: "
                "người quản lý của đơn vị ấy hoặc người quản trị mới nhập được."
            )
            return problem("unit_other", said % {"name": name}, at="unit", about=words)
        if found:
            return self._ended(name, words, found)
        said = _("Không tìm thấy đơn vị “%(name)s” trong %(root)s.") % {
            "name": name,
            "root": self.root,
        }
        return problem("unit", said, at="unit", about=words, near=self._like(words))

    def _ended(self, name: str, words: str, found: set[int]) -> Problem:
        """Its members belong to whoever took over (ORG-05)."""
        units = Unit.objects.filter(pk__in=found).select_related("kept_by")
        heirs = {unit.kept_by.pk for unit in units if unit.kept_by}
        said = _("Đơn vị “%(name)s” đã kết thúc hoạt động.") % {"name": name}
        return problem("unit_ended", said, at="unit", about=words, near=self._named(sorted(heirs)))

    def _like(self, words: str) -> Sequence[tuple[str, str]]:
        names = self._all_names()
        like = process.extract(
            words[:LONGEST],
            list(names),
            scorer=fuzz.token_sort_ratio,
            limit=5 * NEAR,
            score_cutoff=LIKE_ENOUGH,
        )
        # "Trường A" left out only the words before it: such a name is likelier than a similar one.
        like.sort(key=lambda one: -fuzz.token_set_ratio(words, one[0]))
        units = [unit for name, *_score in like for unit in sorted(names[name])]
        everything = {unit for some in names.values() for unit in some}
        # Where there are only a few units, any of them may be meant.
        if len(names) <= FEW:
            allowed = self._allowed(set(units) or everything)
            units = [one for one in units if one in allowed] or sorted(allowed)
        return self._named(units)

    def _all_names(self) -> dict[str, set[int]]:
        """Every name and short name in this part of the tree → the units that have or had it."""
        if self._names is None:
            self._names = {}
            rows = UnitName.objects.filter(
                within(self.day, self._path, "unit__placements__")
            ).values_list("unit_id", "name", "short_name")
            for unit, name, short in rows.iterator():
                for words in {folded(name), folded(short)}:
                    self._names.setdefault(words, set()).add(unit)
        return self._names

    def _named(self, units: Iterable[int]) -> list[tuple[str, str]]:
        """What is written into the cell when one is chosen, and what is read; in the order given.

        Units of one name are told apart by what they belong to.
        """
        few = list(dict.fromkeys(units))[:NEAR]
        rows = {unit.pk: unit for unit in Unit.objects.filter(pk__in=few).select_related("kind")}
        shown = {pk: unit.name for pk, unit in rows.items()}
        if len(set(shown.values())) < len(shown):
            for row in rows_of(list(rows.values()), self.day):
                shown[row.unit.pk] = f"{row.name} – {row.superior}"
        return [(f"{rows[pk].name} [{rows[pk].key}]", shown[pk]) for pk in few if pk in rows]
