"""Shape of the input of this room. Nothing here saves."""

from thidua.plans.forms.accepting import AcceptForm
from thidua.plans.forms.batch import BatchForm
from thidua.plans.forms.drafting import (
    AddForm,
    ClauseForm,
    EditForm,
    ForwardForm,
    HeadForm,
    IssueForm,
    NewPlanForm,
    ReturnForm,
    VersionForm,
)
from thidua.plans.forms.following import FollowUpForm, GuidanceForm, InvitationForm
from thidua.plans.forms.intake import UnitForm, UploadForm
from thidua.plans.forms.reading import CorrectionForm, FixForm, WordForm, WordsForm

__all__ = [
    "AcceptForm",
    "AddForm",
    "BatchForm",
    "ClauseForm",
    "CorrectionForm",
    "EditForm",
    "FixForm",
    "FollowUpForm",
    "ForwardForm",
    "GuidanceForm",
    "HeadForm",
    "InvitationForm",
    "IssueForm",
    "NewPlanForm",
    "ReturnForm",
    "UnitForm",
    "UploadForm",
    "VersionForm",
    "WordForm",
    "WordsForm",
]
