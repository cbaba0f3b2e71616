"""Sealing what has been recorded. Actions never wait for it: it touches no row of theirs."""

from datetime import datetime

from django.db import IntegrityError, transaction

from thidua.audit.models import AuditEvent, SealedBlock, UnsealedEvent
from thidua.audit.seals import COLUMNS, block_hash, row_hash

BLOCK_ROWS = 1_000


def seal_waiting(*, at: datetime) -> int:
    """Seal everything that waits, block by block; how many events.

    Doing it twice does nothing more, and of two who do it at once one goes on.
    """
    sealed = 0
    while UnsealedEvent.objects.exists():
        try:
            count = _seal_block(at)
        except IntegrityError:
            # Somebody else has just sealed the very first block.
            break
        sealed += count
        if count < BLOCK_ROWS:
            break
    return sealed


@transaction.atomic
def _seal_block(at: datetime) -> int:
    # The first block stands for the chain: whoever holds it may add to the end. The end is read
    # before the queue: of two who begin the chain together, the second finds its number taken.
    SealedBlock.objects.select_for_update().filter(number=1).first()
    last = SealedBlock.objects.order_by("-number").first()
    keys = list(UnsealedEvent.objects.order_by("pk").values_list("pk", flat=True)[:BLOCK_ROWS])
    if not keys:
        return 0
    found = AuditEvent.objects.filter(pk__in=keys).values_list(*COLUMNS)
    hashes = {row[0]: row_hash(row) for row in found}
    rows = [[key, hashes.get(key, "")] for key in keys]
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    SealedBlock.objects.create(
        number=number,
        previous=previous,
        hash=block_hash(number, previous, at, rows),
        sealed_at=at,
        first_id=keys[0],
        last_id=keys[-1],
        rows=rows,
    )
    UnsealedEvent.objects.filter(pk__in=keys).delete()
    return len(keys)
