"""The words of every room for what is done in it, gathered: one place that can tell any deed."""

from types import ModuleType

from thidua.activities import trail as activities
from thidua.audit.words import Fields, Sentences, Thing, Vocabulary
from thidua.awards import trail as awards
from thidua.cascade import trail as cascade
from thidua.certificates import trail as certificates
from thidua.councils import trail as councils
from thidua.documents import trail as documents
from thidua.files import trail as files
from thidua.notify import trail as notify
from thidua.org import trail as org
from thidua.oversight.trail import exporting, importing, personal_data, reorganising
from thidua.plans import trail as plans
from thidua.pledges import trail as pledges
from thidua.progress import trail as progress
from thidua.reports import trail as reports
from thidua.stories import trail as stories

OWN = (reorganising, importing, personal_data, exporting)
ROOMS: tuple[ModuleType, ...] = (
    org,
    documents,
    plans,
    cascade,
    pledges,
    activities,
    reports,
    awards,
    councils,
    certificates,
    stories,
    progress,
    notify,
    files,
    *OWN,
)


def _everything() -> Vocabulary:
    sentences: Sentences = {event: said for room in ROOMS for event, said in room.SENTENCES.items()}
    fields: Fields = {
        name: word for room in ROOMS for name, word in getattr(room, "FIELDS", {}).items()
    }
    things: dict[str, Thing] = {
        model: thing for room in ROOMS for model, thing in getattr(room, "THINGS", {}).items()
    }
    return Vocabulary(sentences, fields, things)


WORDS = _everything()
