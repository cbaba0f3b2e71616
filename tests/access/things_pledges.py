"""Things of the room `pledges` for the addresses that name one; its pages that name none."""

from collections.abc import Callable
from datetime import date

from access.secret import SECRET
from factories import DAY, NOON, UserFactory
from thidua.documents.models import Direction, Document
from thidua.files.actions import keep
from thidua.files.models import Picture
from thidua.org.models import Unit
from thidua.plans.models import Plan
from thidua.pledges.models import Pledge, PledgeState, Sheet, SheetCode, SignedList, Way


def sheet(unit: Unit) -> Sheet:
    known = Sheet.objects.filter(unit=unit).first()
    return known or _new_sheet(unit)


def _new_sheet(unit: Unit) -> Sheet:
    user = UserFactory()
    paper = Document.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        direction=Direction.OUT,
        type_name="Kế hoạch",
        title=SECRET,
        issuer_name=unit.name,
        drafted_by=user,
        created_at=NOON,
    )
    plan = Plan.objects.create(document=paper, edited_by=user, edited_at=NOON)
    phase = plan.phases.create(
        position=1, name="Đợt 1", starts_on=date(2024, 1, 1), ends_on=date(2024, 6, 30)
    )
    made = Sheet.objects.create(
        unit=unit,
        unit_path=unit.path_on(DAY),
        phase=phase,
        title=SECRET,
        words=SECRET,
        purpose=SECRET,
        contact=SECRET,
        opens_on=DAY,
        closes_on=DAY,
        opened_by=user,
        opened_at=NOON,
    )
    SheetCode.objects.create(sheet=made, token=f"ma{unit.pk}", made_at=NOON)
    return made


def pledge(unit: Unit) -> Pledge:
    return Pledge.objects.get_or_create(
        sheet=sheet(unit),
        given_fold=SECRET,
        defaults={
            "way": Way.SELF,
            "state": PledgeState.WAITING,
            "given": SECRET,
            "signed_at": NOON,
            "receipt": f"bien-nhan-{unit.pk}",
        },
    )[0]


def signed_list(unit: Unit) -> SignedList:
    known = SignedList.objects.filter(sheet=sheet(unit)).first()
    if known is not None:
        return known
    stored = keep(data=SECRET.encode(), media_type="image/jpeg", unit=None, at=NOON)
    user = UserFactory()
    picture = Picture.objects.create(
        original=stored, shown=stored, width=1, height=1, name=SECRET, kept_by=user, kept_at=NOON
    )
    return SignedList.objects.create(
        sheet=sheet(unit), picture=picture, signed_on=DAY, recorded_by=user, recorded_at=NOON
    )


SHEETS = ("sheet", "edit", "days", "code", "close", "reopen", "poster", "wall", "names", "record")
THINGS: dict[str, Callable[..., object]] = {
    **{f"pledges:{name}": sheet for name in SHEETS},
    **{f"pledges:{name}": pledge for name in ("match", "dismiss", "strike")},
    "pledges:picture": signed_list,
    "public:pledge": lambda unit: {"token": sheet(unit).codes.get().token},
    "public:receipt": lambda unit: {"receipt": pledge(unit).receipt},
    "public:withdraw": lambda unit: {"receipt": pledge(unit).receipt},
}
LISTS: set[str] = {"pledges:list", "pledges:open"}
