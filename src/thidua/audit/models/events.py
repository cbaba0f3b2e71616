"""The rows of the trail."""

from typing import Any

from django.db import models

from thidua.core.folded import FoldedField


class AuditEvent(models.Model):
    """One thing somebody did, in the words of its day. Rows are only ever added.

    No foreign keys: the trail outlives the people and things it speaks of. `post`, `seat` and
    `letter` say by what somebody acted: the name of the post, the unit it is held in, and, for a
    delegation or when entering for a unit, its letter or reason. `changes` holds for each field
    what it was and what it became; None for values that are kept back.
    """

    at = models.DateTimeField()
    type = models.CharField(max_length=60, db_index=True)
    actor = models.CharField(max_length=150)
    actor_name = models.CharField(max_length=150, default="")
    post = models.CharField(max_length=150, default="")
    seat = models.CharField(max_length=200, default="")
    letter = models.CharField(max_length=300, default="")
    unit_path = models.CharField(max_length=200, db_index=True)
    unit_name = models.CharField(max_length=200, default="")
    target = models.CharField(max_length=100, db_index=True)
    thing = models.CharField(max_length=200, default="")
    data = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    folded = FoldedField(source="names", max_length=700)

    class Meta:
        indexes = [
            models.Index(fields=["actor", "at"], name="audit_event_of_actor"),
            # The newest of one part of the organisation are found in this index alone.
            models.Index(
                fields=["at", "id", "unit_path"],
                opclasses=["timestamptz_ops", "int8_ops", "varchar_pattern_ops"],
                name="audit_event_by_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.type} {self.target}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("Audit events are never changed.")
        super().save(*args, **kwargs)

    @property
    def names(self) -> str:
        """What a search for words looks through."""
        return f"{self.actor_name} {self.thing} {self.unit_name}"
