"""Do all sealed events still say what they said when they were sealed, and are there no others?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from thidua.audit.models import AuditEvent, SealedBlock, UnsealedEvent
from thidua.audit.seals import COLUMNS, block_hash, row_hash

WINDOW = 5_000
LOWEST = -(2**63)
"""No key lies below; rows somebody puts in may have any."""
MOST_FAULTS = 200
"""More are counted but not named."""

Tell = Callable[[int, int], None]


class FaultKind(TextChoices):
    CHANGED = "changed", _("đã bị sửa sau khi niêm phong")
    REMOVED = "removed", _("đã bị xóa")
    INSERTED = "inserted", _("bị chèn thêm, không do hệ thống ghi")
    BLOCK = "block", _("không khớp với niêm phong của chính nó hoặc của khối trước")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was sealed: a row, or for `BLOCK` a whole block."""

    kind: FaultKind
    number: int

    def kept(self) -> list[Any]:
        return [self.kind.value, self.number]


@dataclass(slots=True)
class Verified:
    """What a check found. `last_hash`, noted elsewhere, proves later that nothing was resealed."""

    blocks: int = 0
    sealed: int = 0
    unsealed: int = 0
    last_hash: str = ""
    count: int = 0
    faults: list[Fault] = field(default_factory=list)

    def add(self, kind: FaultKind, number: int) -> None:
        self.count += 1
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(kind, number))


def verify(tell: Tell = lambda _done, _total: None) -> Verified:
    """Check every block and every event; work goes on meanwhile.

    No long transaction: what is recorded or sealed while this runs is not judged, and everything
    that was there at the beginning is.
    """
    found = Verified()
    blocks = _check_chain(found)
    strangers: list[int] = []
    done, below = 0, LOWEST
    for rows in _windows():
        last = rows[-1][0]
        strangers += _compare(found, blocks, below, last, rows)
        done, below = done + len(rows), last
        tell(min(done, found.sealed), found.sealed)
    strangers += _compare(found, blocks, below, None, [])
    _check_strangers(found, blocks, strangers)
    found.unsealed = UnsealedEvent.objects.count()
    return found


def _check_chain(found: Verified) -> "QuerySet[SealedBlock]":
    """Follow the hashes from block to block; the blocks that there are now."""
    number, previous = 0, ""
    for block in SealedBlock.objects.order_by("number").iterator(chunk_size=20):
        right = block_hash(block.number, block.previous, block.sealed_at, block.rows)
        keys = [key for key, _hash in block.rows]
        whole = (block.first_id, block.last_id) == (min(keys, default=0), max(keys, default=0))
        if not (
            block.number == number + 1
            and block.previous == previous
            and block.hash == right
            and whole
        ):
            found.add(FaultKind.BLOCK, block.number)
        number, previous = block.number, block.hash
        found.blocks += 1
        found.sealed += len(block.rows)
    found.last_hash = previous
    return SealedBlock.objects.filter(number__lte=number)


def _windows() -> Iterator[list[tuple[Any, ...]]]:
    """All events in the order of their keys, some thousands at a time."""
    last = LOWEST
    while True:
        events = AuditEvent.objects.filter(pk__gt=last).order_by("pk").values_list(*COLUMNS)
        rows: list[tuple[Any, ...]] = list(events[:WINDOW])
        if not rows:
            return
        yield rows
        last = rows[-1][0]


def _compare(
    found: Verified,
    blocks: "QuerySet[SealedBlock]",
    below: int,
    last: int | None,
    rows: list[tuple[Any, ...]],
) -> list[int]:
    """Judge the events with keys in (below, last]; the keys of those in no block."""
    sealed = _sealed_between(blocks, below, last)
    strangers = []
    for row in rows:
        known = sealed.pop(row[0], None)
        if known is None:
            strangers.append(row[0])
        elif known != row_hash(row):
            found.add(FaultKind.CHANGED, row[0])
    for key in sealed:
        found.add(FaultKind.REMOVED, key)
    return strangers


def _sealed_between(
    blocks: "QuerySet[SealedBlock]", below: int, last: int | None
) -> dict[int, str]:
    if last is not None:
        blocks = blocks.filter(first_id__lte=last)
    pairs = blocks.filter(last_id__gt=below).values_list("rows", flat=True)
    return {
        key: its_hash
        for rows in pairs
        for key, its_hash in rows
        if key > below and (last is None or key <= last)
    }


def _check_strangers(
    found: Verified, blocks: "QuerySet[SealedBlock]", strangers: list[int]
) -> None:
    """An event in none of the blocks waits for one, or got one meanwhile, or was put in.

    And what waits must be there: one removed before it was sealed left its place in the queue.
    """
    later = SealedBlock.objects.exclude(pk__in=blocks.values("pk"))
    for start in range(0, len(strangers), WINDOW):
        some = strangers[start : start + WINDOW]
        waiting = UnsealedEvent.objects.filter(pk__gte=some[0], pk__lte=some[-1])
        known = set(waiting.values_list("pk", flat=True))
        known |= set(_sealed_between(later, some[0] - 1, some[-1]))
        for key in some:
            if key not in known:
                found.add(FaultKind.INSERTED, key)
    there = Exists(AuditEvent.objects.filter(pk=OuterRef("pk")))
    for key in UnsealedEvent.objects.exclude(there).values_list("pk", flat=True):
        found.add(FaultKind.REMOVED, key)
