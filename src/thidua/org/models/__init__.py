"""The organisation and its memory: units, where they stood, who held which post."""

from thidua.org.models.accounts import Device, Slip, SlipBatch
from thidua.org.models.acts import Act, ActKind, Reorganisation, State, Step
from thidua.org.models.areas import Area, AreaLevel, Responsibility
from thidua.org.models.exemptions import Exemption
from thidua.org.models.factors import (
    COUNCIL_MEMBER,
    FactorAsked,
    FactorRecovery,
    FactorRule,
    FactorWaiver,
    Identity,
    Scope,
)
from thidua.org.models.groupings import (
    Grouping,
    GroupingHead,
    GroupingMember,
    GroupingSort,
)
from thidua.org.models.guarded import (
    Confidence,
    DataOfficer,
    FactForm,
    FactKind,
    GuardedFact,
)
from thidua.org.models.handovers import Handover
from thidua.org.models.kinds import Body, BodySize, PostKind, UnitKind
from thidua.org.models.kiosks import Kiosk
from thidua.org.models.links import Asking, Correction, LinkBatch, OneTimeLink
from thidua.org.models.merges import PersonMerge
from thidua.org.models.people import EndReason, JoinedBy, Membership, Person, Sex
from thidua.org.models.posts import Basis, Delegation, Mandate, Post, Term, User
from thidua.org.models.rolls import RollAct, RollKind
from thidua.org.models.units import (
    Headcount,
    Host,
    Ownership,
    Placement,
    Succession,
    Tree,
    Unit,
    UnitName,
    new_key,
)

__all__ = [
    "COUNCIL_MEMBER",
    "Act",
    "ActKind",
    "Area",
    "AreaLevel",
    "Asking",
    "Basis",
    "Body",
    "BodySize",
    "Confidence",
    "Correction",
    "DataOfficer",
    "Delegation",
    "Device",
    "EndReason",
    "Exemption",
    "FactForm",
    "FactKind",
    "FactorAsked",
    "FactorRecovery",
    "FactorRule",
    "FactorWaiver",
    "Grouping",
    "GroupingHead",
    "GroupingMember",
    "GroupingSort",
    "GuardedFact",
    "Handover",
    "Headcount",
    "Host",
    "Identity",
    "JoinedBy",
    "Kiosk",
    "LinkBatch",
    "Mandate",
    "Membership",
    "OneTimeLink",
    "Ownership",
    "Person",
    "PersonMerge",
    "Placement",
    "Post",
    "PostKind",
    "Reorganisation",
    "Responsibility",
    "RollAct",
    "RollKind",
    "Scope",
    "Sex",
    "Slip",
    "SlipBatch",
    "State",
    "Step",
    "Succession",
    "Term",
    "Tree",
    "Unit",
    "UnitKind",
    "UnitName",
    "User",
    "new_key",
]
