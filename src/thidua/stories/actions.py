"""Every change to stories."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.audit.plain import differences
from thidua.awards.models import Award, Praise
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents.naming import folded
from thidua.files.actions import keep_picture
from thidua.files.models import Picture
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.stories import policies
from thidua.stories.models import Story, StoryStatus

WORDS = ("subject_name", "title", "lead", "body")
CONSENT = ("consent_on", "consent_how")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a story says."""

    subject_name: str
    title: str
    lead: str
    body: str


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph as it came."""

    data: bytes
    filename: str


@transaction.atomic
def start_story(
    *,
    unit: Unit,
    words: Words,
    photograph: Photograph | None = None,
    about: Award | Praise | None = None,
    once: str = "",
    by: Actor,
    at: datetime,
) -> Story:
    """A draft about the subject of an award or of praise, or about anybody.

    `once` names the page it was written on: pressed again there, the first draft is the answer.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_write(by, unit))
    key = f"{by.user.pk}.{once}" if once else None
    begun = Story.objects.filter(once=key).first() if key else None
    if begun is not None:
        return begun
    story = Story.objects.create(
        unit=unit,
        unit_path=unit.path_on(by.day),
        picture=_kept(photograph, unit, by, at),
        written_by=by.user,
        written_at=at,
        once=key,
        **asdict(words),
        **_subject(about),
    )
    record("story.started", on=story, by=by, unit=unit, at=at)
    return story


@transaction.atomic
def change_story(
    *,
    story: Story,
    words: Words,
    photograph: Photograph | None = None,
    by: Actor,
    at: datetime,
) -> Story:
    """Other words, and another picture where one is given.

    Who agreed has agreed for themselves: about somebody else it needs another consent.
    """
    story = _locked(story)
    require(policies.may_edit(by, story))
    changes = differences(story, {name: getattr(words, name) for name in WORDS})
    if folded(words.subject_name) != folded(story.subject_name):
        story.consent_on, story.consent_how = None, ""
    for name in WORDS:
        setattr(story, name, getattr(words, name))
    if photograph is not None:
        story.picture = _kept(photograph, story.unit, by, at)
    story.save(update_fields=[*WORDS, *CONSENT, "picture"])
    record("story.edited", on=story, by=by, unit=story.unit, at=at, changes=changes)
    return story


@transaction.atomic
def drop_picture(*, story: Story, by: Actor, at: datetime) -> Story:
    """The story goes without its picture."""
    story = _locked(story)
    require(policies.may_edit(by, story))
    story.picture = None
    story.save(update_fields=["picture"])
    record("story.picture_dropped", on=story, by=by, unit=story.unit, at=at)
    return story


@transaction.atomic
def note_consent(*, story: Story, on: date, how: str, by: Actor, at: datetime) -> Story:
    """Whoever is told of agreed: on what day, and how it can be shown."""
    story = _locked(story)
    require(policies.may_edit(by, story))
    if on > by.day:
        raise DomainError(
            _("Ngày đồng ý %(day)s chưa tới. Được đồng ý rồi mới ghi.") % {"day": f"{on:%d/%m/%Y}"}
        )
    story.consent_on, story.consent_how = on, how
    story.save(update_fields=CONSENT)
    unit = story.unit
    record("story.consent_noted", on=story, by=by, unit=unit, at=at, day=str(on), how=how)
    return story


@transaction.atomic
def publish_story(*, story: Story, by: Actor, at: datetime) -> Story:
    """For everybody to read, from now on."""
    story = _locked(story)
    require(policies.may_publish(by, story))
    story.move_to(StoryStatus.PUBLISHED)
    story.published_at, story.published_by = at, by.user
    story.withdraw_reason = ""
    story.save(update_fields=["status", "published_at", "published_by", "withdraw_reason"])
    record("story.published", on=story, by=by, unit=story.unit, at=at)
    return story


@transaction.atomic
def take_down_story(*, story: Story, by: Actor, at: datetime) -> Story:
    """Off the public page to be corrected; the consent stands."""
    story = _locked(story)
    require(policies.may_take_down(by, story))
    story.move_to(StoryStatus.DRAFT)
    story.save(update_fields=["status"])
    record("story.taken_down", on=story, by=by, unit=story.unit, at=at)
    return story


@transaction.atomic
def withdraw_story(*, story: Story, reason: str, by: Actor, at: datetime) -> Story:
    """The consent was taken back: off the public page at once, and the consent is no more.

    What it had been stays in the log, since it has to be shown that it was there.
    """
    story = _locked(story)
    require(policies.may_take_down(by, story))
    was: dict[str, Any] = {"consent_on": str(story.consent_on), "consent_how": story.consent_how}
    story.move_to(StoryStatus.WITHDRAWN)
    story.consent_on, story.consent_how, story.withdraw_reason = None, "", reason
    story.save(update_fields=["status", *CONSENT, "withdraw_reason"])
    record("story.withdrawn", on=story, by=by, unit=story.unit, at=at, reason=reason, **was)
    return story


@transaction.atomic
def resume_story(*, story: Story, by: Actor, at: datetime) -> Story:
    """Write on a withdrawn one; it needs a new consent."""
    story = _locked(story)
    require(policies.may_resume(by, story))
    story.move_to(StoryStatus.DRAFT)
    story.save(update_fields=["status"])
    record("story.resumed", on=story, by=by, unit=story.unit, at=at)
    return story


def _subject(about: Award | Praise | None) -> dict[str, object]:
    """Whom the award or the praise is about, and in which phase."""
    match about:
        case Award():
            nomination = about.nomination
            return {
                "award": about,
                "phase": nomination.phase,
                "person_id": nomination.person_id,
                "subject_unit_id": nomination.subject_unit_id,
            }
        case Praise():
            return {
                "praise": about,
                "phase": about.phase,
                "person_id": about.person_id,
                "subject_unit_id": about.subject_unit_id,
            }
    return {}


def _kept(photograph: Photograph | None, unit: Unit, by: Actor, at: datetime) -> Picture | None:
    if photograph is None:
        return None
    return keep_picture(data=photograph.data, filename=photograph.filename, unit=unit, by=by, at=at)


def _locked(story: Story) -> Story:
    """Read the row again under a lock, so that policies judge what is true now."""
    return Story.objects.select_for_update(of=("self",)).select_related("unit").get(pk=story.pk)
