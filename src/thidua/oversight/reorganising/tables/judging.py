"""Rows of a table → acts, and what is wrong with each row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from thidua.core.folded import folded
from thidua.org.models import Act, ActKind, Reorganisation, Unit, UnitKind
from thidua.org.reorganising.finding import units_meant
from thidua.org.reorganising.wanted import NAMING
from thidua.oversight.reorganising.new_act import NewAct, problems_with
from thidua.oversight.reorganising.offering import Offer
from thidua.oversight.reorganising.tables.columns import Row, kind_called, said_yes

SHOWN = 4
LENGTHS = {"name": 200, "short_name": 100, "symbol": 30, "place": 100, "body": 100}


class WrongRow(Exception):
    """A row that names nothing that there is; the message says what."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The acts of the rows that are right, and the sentence for each that is not."""

    acts: Sequence[NewAct]
    wrong: Mapping[int, str]
    """By the place of the row in the table."""


def judge(reorganisation: Reorganisation, rows: Sequence[Row], day: date) -> Judged:
    """Read names as of `day`, then play all acts after those that are there already."""
    names = _Names(reorganisation, rows, day)
    acts: list[NewAct] = []
    places: list[int] = []
    wrong: dict[int, str] = {}
    for place, row in enumerate(rows):
        try:
            acts.append(names.act(row, acts))
            places.append(place)
        except WrongRow as problem:
            wrong[place] = str(problem)
    for index, sentence in problems_with(reorganisation, acts).items():
        wrong[places[index]] = sentence
    return Judged(acts, wrong)


class _Names:
    """What the texts of the table mean, looked up for all rows at once."""

    def __init__(self, reorganisation: Reorganisation, rows: Sequence[Row], day: date) -> None:
        self.offer = Offer.of(reorganisation, day)
        typed = {text for row in rows for text in _named(row)}
        self.meant = units_meant(self.offer.scope, day, typed)
        kinds = list(UnitKind.objects.all())
        self.kinds = {kind.code: kind for kind in kinds} | {folded(one.name): one for one in kinds}
        self.established: dict[str, int] = {}

    def act(self, row: Row, before: Sequence[NewAct]) -> NewAct:
        kind = kind_called(row.get("kind", ""))
        if kind is None:
            raise WrongRow(_("Không rõ việc “%(typed)s”.") % {"typed": row.get("kind", "")})
        unit = None if kind == ActKind.ESTABLISH else self.unit(row.get("unit", ""))
        target, target_act, establishing = self.target(row.get("target", ""))
        act = NewAct(
            kind=kind,
            unit=unit,
            target=target,
            target_act=target_act,
            establishing=establishing,
            unit_kind=self.kind(row.get("unit_kind", "")),
            naming=_naming(row, kind),
            listed=tuple(self.unit(text).key for text in _several(row.get("listed", ""))),
            ends_below=said_yes(row.get("ends_below", "")),
            reason=row.get("reason", "")[:200],
        )
        if kind == ActKind.ESTABLISH:
            self.established[folded(row.get("unit", ""))] = len(before)
        return act

    def unit(self, text: str) -> Unit:
        words = {"typed": text, "unit": self.offer.scope}
        if not text:
            raise WrongRow(_("Chưa ghi tên đơn vị."))
        found = self.meant.get(text, [])
        if not found:
            raise WrongRow(_("Không có đơn vị nào tên “%(typed)s” trong %(unit)s.") % words)
        if len(found) > 1:
            keys = ", ".join(f"[{unit.key}]" for unit in found[:SHOWN])
            raise WrongRow(
                _("Có nhiều đơn vị tên “%(typed)s”. Ghi thêm mã sau tên: %(keys)s.")
                % (words | {"keys": keys})
            )
        return found[0]

    def target(self, text: str) -> tuple[Unit | None, Act | None, int | None]:
        """A unit of this very table comes before one of the draft, and that before one there is."""
        if not text:
            return None, None, None
        if folded(text) in self.established:
            return None, None, self.established[folded(text)]
        act = self.offer.established(text)
        return (None, act, None) if act is not None else (self.unit(text), None, None)

    def kind(self, text: str) -> UnitKind | None:
        if not text:
            return None
        kind = self.kinds.get(text) or self.kinds.get(folded(text))
        if kind is None:
            raise WrongRow(_("Không có loại đơn vị “%(typed)s”.") % {"typed": text})
        return kind


def _named(row: Row) -> Iterable[str]:
    texts = (row.get("unit", ""), row.get("target", ""), *_several(row.get("listed", "")))
    return filter(None, texts)


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _naming(row: Row, kind: ActKind) -> dict[str, str]:
    named = {field: text[: LENGTHS[field]] for field in NAMING if (text := row.get(field, ""))}
    if kind == ActKind.ESTABLISH:
        named["name"] = row.get("unit", "")[: LENGTHS["name"]]
    return named
