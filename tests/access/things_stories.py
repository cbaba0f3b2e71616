"""Things of the room `stories` for the addresses that name one; its pages that name none."""

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from files.photographs import photograph
from thidua.files.actions import keep
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.stories.models import Story


def story(unit: Unit) -> Story:
    """A draft, with a picture."""
    known = Story.objects.filter(unit=unit).first()
    if known is not None:
        return known
    user = UserFactory()
    stored = keep(data=photograph(), media_type="image/jpeg", unit=None, at=NOON)
    kept = Picture.objects.create(
        original=stored, shown=stored, width=80, height=40, name=SECRET, kept_by=user, kept_at=NOON
    )
    return Story.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        subject_name=SECRET,
        title=SECRET,
        lead=SECRET,
        body=SECRET,
        picture=kept,
        written_by=user,
        written_at=NOON,
    )


ACTS = ("consent", "publish", "take_down", "withdraw", "resume", "drop_picture")
THINGS = {
    **{f"stories:{name}": story for name in ("detail", "edit", "picture", *ACTS)},
    "public:story": story,
    "public:story_picture": story,
}
LISTS = {"stories:list", "stories:new", "public:stories", "public:check"}
