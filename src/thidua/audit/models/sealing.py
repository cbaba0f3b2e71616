"""Blocks of events whose content is fixed by hashes, each block by the one before it."""

from typing import Any

from django.db import models


class UnsealedEvent(models.Model):
    """An event that waits for its block. Written with the event, deleted when it is sealed.

    An event that is in no block and waits for none was not written by the system.
    """

    event_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return str(self.event_id)


class SealedBlock(models.Model):
    """Up to a thousand events in an order fixed at sealing. Rows are only ever added.

    `rows` holds the key and the hash of each event; the hash of a block covers them and the hash
    of the block before. An event that had vanished before it was sealed has an empty hash.
    """

    number = models.PositiveIntegerField(primary_key=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
    first_id = models.BigIntegerField(db_index=True)
    last_id = models.BigIntegerField(db_index=True)
    rows = models.JSONField()

    def __str__(self) -> str:
        return f"block {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Sealed blocks are never changed.")
        super().save(*args, **kwargs)
