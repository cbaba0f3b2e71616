"""The officer decides about words that were recognised wrongly and restored."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.models import Reading
from thidua.org.actor import Actor
from thidua.plans import policies
from thidua.plans.actions.intake import locked
from thidua.plans.repaired import Restored
from thidua.plans.understanding import understood


@transaction.atomic
def choose_word(
    *, reading: Reading, key: str, word: str, alike: bool, by: Actor, at: datetime
) -> Reading:
    """Take the restored word, another one, or what was seen; `alike` does so for the whole pair."""
    reading = _handled(reading, by)
    words = understood(reading).words
    chosen = next((one for one in words if one.key == key), None)
    if chosen is None:
        raise DomainError(_("Chữ này không còn, hoặc đã được sửa ở chỗ khác."))
    wanted = [one for one in words if one.pair == chosen.pair] if alike else [chosen]
    return _decided(reading, wanted, lambda _one: word.strip() or chosen.word, by, at)


@transaction.atomic
def take_words(*, reading: Reading, above: float, by: Actor, at: datetime) -> Reading:
    """Take every restored word nobody has decided about, from a degree of sureness on."""
    reading = _handled(reading, by)
    wanted = [o for o in understood(reading).words if o.open and o.confidence >= above]
    if not wanted:
        raise DomainError(_("Không còn chữ nào ở mức này để nhận."))
    return _decided(reading, wanted, lambda one: one.word, by, at)


@transaction.atomic
def undo_word(*, reading: Reading, key: str, alike: bool, by: Actor, at: datetime) -> Reading:
    """Open the question about a restored word, or about its whole pair, again."""
    reading = _handled(reading, by)
    words = understood(reading).words
    chosen = next((one for one in words if one.key == key and not one.open), None)
    if chosen is None:
        raise DomainError(_("Chỗ này đã được hoàn tác rồi."))
    gone = {one.key for one in words if one.pair == chosen.pair} if alike else {key}
    reading.words = {k: row for k, row in reading.words.items() if k not in gone}
    reading.save(update_fields=["words"])
    record("reading.words_undone", on=reading, by=by, unit=reading.unit, at=at, places=len(gone))
    return reading


def _handled(reading: Reading, by: Actor) -> Reading:
    reading = locked(reading)
    require(policies.may_handle(by, reading))
    return reading


def _decided(
    reading: Reading,
    wanted: Iterable[Restored],
    word_of: Callable[[Restored], str],
    by: Actor,
    at: datetime,
) -> Reading:
    stamp = {"by": by.user.get_username(), "at": at.isoformat()}
    fresh = {one.key: {"word": word_of(one), **stamp} for one in wanted}
    reading.words = reading.words | fresh
    reading.save(update_fields=["words"])
    record("reading.words_chosen", on=reading, by=by, unit=reading.unit, at=at, places=len(fresh))
    return reading
