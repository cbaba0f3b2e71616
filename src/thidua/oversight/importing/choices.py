"""Columns whose words are a choice: the words of the screen, and what else people write."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from django.db.models import TextChoices
from django.utils import translation

from thidua.core.folded import folded
from thidua.org.models import Basis, EndReason, JoinedBy

VIETNAMESE = "vi"


def _words(choices: type[TextChoices], also: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Files are in Vietnamese, whatever the language of the screen."""
    with translation.override(VIETNAMESE):
        found = {folded(str(choice.label)): str(choice.value) for choice in choices if choice.value}
    return found | {word: code for code, words in also.items() for word in words}


@cache
def _joined_by() -> dict[str, str]:
    return _words(JoinedBy, {"moved": ("chuyen", "chuyen sinh hoat"), "admitted": ("ket nap moi",)})


@cache
def _left_why() -> dict[str, str]:
    also = {
        "left": ("thoi viec", "nghi viec", "xin ra", "cham dut hop dong"),
        "retired": ("huu", "nghi che do"),
        "transferred": ("chuyen", "chuyen cong tac", "chuyen di"),
        "died": ("chet", "qua doi", "mat"),
        "expelled": ("khai tru khoi cong doan",),
    }
    return _words(EndReason, also)


@cache
def _how() -> dict[str, str]:
    return _words(Basis, {"elected": ("bau", "duoc bau"), "appointed": ("bo nhiem",)})


CHOICES: dict[str, Callable[[], dict[str, str]]] = {
    "joined_by": _joined_by,
    "left_why": _left_why,
    "how": _how,
}
