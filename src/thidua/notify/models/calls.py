"""Who has to be told by telephone."""

from django.conf import settings
from django.db import models

from thidua.org.models import Person, Unit


class Call(models.Model):
    """Somebody who uses neither e-mail nor an account, and what is to be told."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="calls")
    person = models.ForeignKey(Person, models.PROTECT, related_name="calls")
    role = models.CharField(max_length=300)
    phone = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    key = models.CharField(max_length=200, unique=True)
    noted_at = models.DateTimeField()
    called_on = models.DateField(null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.person}: {self.phone}"
