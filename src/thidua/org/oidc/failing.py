"""What is said when signing in elsewhere did not work out."""

from thidua.core.errors import DomainError


class ElsewhereFailed(DomainError):
    """The other side, or the way back from it, was not as it must be; the sentence says what."""
