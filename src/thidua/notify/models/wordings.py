"""Texts of letters that the keeper wrote instead of ours."""

from django.db import models


class Wording(models.Model):
    """Subject and body of one kind of letter in one language, with holes in braces."""

    code = models.CharField(max_length=40)
    language = models.CharField(max_length=5)
    subject = models.CharField(max_length=250)
    body = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "language"], name="wording_once_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.language})"
