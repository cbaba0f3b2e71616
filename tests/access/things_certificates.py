"""Things of the room `certificates` for the addresses that name one; its pages that name none."""

from access.secret import SECRET
from certificates.papers import decision_of
from factories import NOON, UserFactory
from thidua.awards.models import Award
from thidua.certificates.models import Certificate
from thidua.documents.models import Document
from thidua.files.actions import keep
from thidua.org.models import Unit

UNKNOWN = "K7M2QA9X3FDP"
"""Nobody has it; whoever has a code may see what is printed on its paper."""


def decision(unit: Unit) -> Document:
    known = Award.objects.filter(unit=unit).first()
    if known is not None:
        return known.decision
    return decision_of(unit, [SECRET], merit=SECRET, issuer_name=SECRET)


def certificate(unit: Unit) -> Certificate:
    award = Award.objects.filter(decision=decision(unit)).get()
    return Certificate.objects.get_or_create(
        award=award,
        defaults={
            "code": f"0000{unit.pk:08d}",
            "pdf": keep(data=SECRET.encode(), media_type="application/pdf", unit=None, at=NOON),
            "made_at": NOON,
            "made_by": UserFactory(),
        },
    )[0]


THINGS = {
    **{f"certificates:{name}": decision for name in ("decision", "make", "all", "hand_over")},
    **{
        f"certificates:{name}": certificate
        for name in ("detail", "file", "take_back", "revoke", "replace")
    },
    "public:verify": lambda _unit: {"code": UNKNOWN},
}
LISTS = {"certificates:list"}
