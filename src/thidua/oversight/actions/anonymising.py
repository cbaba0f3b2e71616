"""Making a person nameless: proposed by one, approved by another, never undone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.verdict import require
from thidua.org.actor import Actor
from thidua.org.models import Person, Unit
from thidua.oversight.models import Anonymising, AnonymisingState, DataRequest
from thidua.oversight.personal_data.scrubbing import scrub
from thidua.oversight.personal_data.staying import left_of, lock_papers
from thidua.oversight.personal_data.walking import records_of, rows_about
from thidua.oversight.policies import anonymising as policies
from thidua.stories.models import Story, StoryStatus

DECIDED = [
    "state",
    "decided_by",
    "decided_at",
    "decline_reason",
    "number",
    "mentions",
    "left",
    "changed",
    "erased",
]


@transaction.atomic
def propose(
    *,
    person: Person,
    unit: Unit,
    reason: str,
    mentions: Sequence[dict[str, Any]],
    request: DataRequest | None,
    by: Actor,
    at: datetime,
) -> Anonymising:
    """Put it before a second person. Nothing changes yet."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    require(policies.may_propose(by, person, unit))
    proposal = Anonymising.objects.create(
        person=person,
        unit=unit,
        request=request,
        reason=reason,
        mentions=list(mentions),
        proposed_by=by.user,
        proposed_at=at,
    )
    record("anonymising.proposed", on=proposal, by=by, unit=unit, at=at, about=_unnamed(proposal))
    return proposal


@transaction.atomic
def approve(*, proposal: Anonymising, by: Actor, at: datetime) -> Anonymising:
    """Everything that tells who this was goes, in one piece or not at all."""
    proposal = _locked(proposal)
    person = Person.objects.select_for_update(of=("self",)).get(pk=proposal.person_id)
    proposal.person = person
    require(policies.may_approve(by, proposal))
    people = records_of(person)
    proposal.left = left_of(people, rows_about(people))
    outcome = scrub(person, _("Người đã ẩn danh số %(n)s") % {"n": proposal.pk}, proposal.mentions)
    lock_papers(outcome.rows)
    _withdraw_stories(outcome.rows.get(Story, set()))
    Person.objects.filter(pk__in=[one.pk for one in people]).update(anonymised_on=by.day)
    proposal.number, proposal.mentions = proposal.pk, []
    proposal.changed, proposal.erased = outcome.changed, outcome.erased
    return _decide(proposal, AnonymisingState.DONE, by, at)


@transaction.atomic
def decline(*, proposal: Anonymising, reason: str, by: Actor, at: datetime) -> Anonymising:
    """The record stays as it is."""
    proposal = _locked(proposal)
    require(policies.may_decide(by, proposal))
    proposal.decline_reason, proposal.mentions = reason, []
    return _decide(proposal, AnonymisingState.DECLINED, by, at)


def _decide(proposal: Anonymising, state: AnonymisingState, by: Actor, at: datetime) -> Anonymising:
    proposal.state, proposal.decided_by, proposal.decided_at = state, by.user, at
    proposal.save(update_fields=DECIDED)
    event = "anonymising.done" if state == AnonymisingState.DONE else "anonymising.declined"
    record(event, on=proposal, by=by, unit=proposal.unit, at=at, about=_unnamed(proposal))
    return proposal


def _withdraw_stories(keys: set[int]) -> None:
    """A story about nobody tells nothing; its picture shows who it was."""
    stories = Story.objects.filter(pk__in=keys)
    stories.update(picture=None)
    stories.filter(status=StoryStatus.PUBLISHED).update(
        status=StoryStatus.WITHDRAWN, withdraw_reason=_("Người trong bài đã được ẩn danh.")
    )


def _unnamed(proposal: Anonymising) -> str:
    """The trail is never changed, so it must not learn the name here."""
    return _("hồ sơ số %(key)s") % {"key": proposal.person_id}


def _locked(proposal: Anonymising) -> Anonymising:
    rows = Anonymising.objects.select_for_update(of=("self",)).select_related("unit", "person")
    return rows.get(pk=proposal.pk)
