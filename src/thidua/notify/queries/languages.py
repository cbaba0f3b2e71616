"""In which language somebody reads letters."""

from collections.abc import Collection

from thidua.org.models import User


def languages_of(addresses: Collection[str]) -> dict[str, str]:
    """For each e-mail address of an account the language it chose; one question."""
    rows = User.objects.filter(person__email__in=addresses).values_list("person__email", "language")
    return {email.lower(): language for email, language in rows if email}
