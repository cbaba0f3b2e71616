"""The reference data of every room, each room after those whose rows it names."""

from thidua.activities import reference as activities
from thidua.org import reference as org
from thidua.oversight.models import Deadline, RetentionRule
from thidua.oversight.personal_data import reference as personal_data
from thidua.reports import reference as reports
from thidua.rulebook import reference as rulebook


def load_all_reference() -> None:
    """Add what is missing everywhere; what a keeper has changed stays. May run any time again."""
    org.load_reference()
    rulebook.load_reference()
    activities.load_reference()
    reports.load_reference()
    personal_data.load(Deadline, RetentionRule)
