"""What was handed over when somebody left a post (*bàn giao*)."""

from django.conf import settings
from django.db import models

from thidua.org.models.people import Person
from thidua.org.models.posts import Post


class Handover(models.Model):
    """The sheet both sides signed on paper, as it was that day. One for each post."""

    post = models.OneToOneField(Post, models.PROTECT, related_name="handover")
    receiver = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="received_handovers"
    )
    done_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    contents = models.JSONField(default=list)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"handover of {self.post_id}"
