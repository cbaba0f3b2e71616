"""What rooms above hear of an act, and what they answer when asked what hangs on some units."""

from dataclasses import dataclass, field
from datetime import date

from thidua.org.models import ActKind, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One act as it was carried out; its rows in `org` have been changed already.

    `ended` and `moved` hold the keys of all units that it ended or gave another superior, those
    below the unit it names included. `target` is the new superior, the successor, or who took over;
    `keeper` takes care of the records of the ended units from now on.
    """

    kind: ActKind
    on: date
    unit: Unit
    target: Unit | None = None
    keeper: Unit | None = None
    ended: frozenset[int] = field(default_factory=frozenset)
    moved: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Things of one sort that belong to some units: *12 báo cáo, 3 bản đang soạn*.

    `what` names the things without the number. `open_` of them are still being worked on. `blocks`
    is empty, or the sentence that says why the units cannot be ended before something is done.
    """

    what: str
    count: int
    open_: int = 0
    blocks: str = ""
