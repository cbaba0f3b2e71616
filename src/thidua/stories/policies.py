"""Who may write, publish and withdraw stories, and when."""

from django.utils.translation import gettext as _

from thidua.core.verdict import ALLOWED, Verdict, not_now
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.org.queries import acts_for
from thidua.org.rights import Right
from thidua.stories.models import Story, StoryStatus


def may_write(actor: Actor, unit: Unit) -> Verdict:
    if not actor.can(Right.STORY_WRITE, unit):
        return Verdict(
            _("Chỉ người được viết gương điển hình của %(unit)s làm được việc này.")
            % {"unit": unit}
        )
    return ALLOWED


def may_edit(actor: Actor, story: Story) -> Verdict:
    """What stands on the public page is not changed there."""
    allowed = may_write(actor, story.unit)
    if not allowed or story.status == StoryStatus.DRAFT:
        return allowed
    if story.status == StoryStatus.PUBLISHED:
        return not_now(_("Bài đang ở trang công khai. Hãy hạ xuống để sửa rồi đăng lại."))
    return not_now(_("Bài đã gỡ. Hãy soạn lại trước khi sửa."))


def may_publish(actor: Actor, story: Story) -> Verdict:
    """Only with the consent of whoever is told of (PDP-02)."""
    allowed = may_write(actor, story.unit)
    if not allowed:
        return allowed
    if story.status == StoryStatus.PUBLISHED:
        return not_now(_("Bài này đã đăng rồi."))
    if story.status == StoryStatus.WITHDRAWN:
        return not_now(_("Bài đã gỡ. Hãy soạn lại và xin đồng ý trước khi đăng."))
    if not story.agreed:
        return not_now(
            _(
                "Chưa ghi sự đồng ý của %(name)s nên chưa đăng được. "
                "Hãy hỏi, rồi ghi ngày và cách đồng ý."
            )
            % {"name": story.subject_name}
        )
    return ALLOWED


def may_take_down(actor: Actor, story: Story) -> Verdict:
    """From the public page, to be corrected or because the consent was taken back.

    A consent may be taken back after the unit has ended (PDP-02): then its keeper takes it down.
    """
    kept = acts_for(actor, Right.STORY_WRITE, story.unit)
    allowed = ALLOWED if kept else may_write(actor, story.unit)
    if allowed and story.status != StoryStatus.PUBLISHED:
        return not_now(_("Bài này hiện không ở trang công khai."))
    return allowed


def may_resume(actor: Actor, story: Story) -> Verdict:
    allowed = may_write(actor, story.unit)
    if allowed and story.status != StoryStatus.WITHDRAWN:
        return not_now(_("Chỉ soạn lại bài đã gỡ."))
    return allowed
