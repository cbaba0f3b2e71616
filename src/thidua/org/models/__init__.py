"""The organisation and its memory: units, where they stood, who held which post."""

from thidua.org.models.acts import Act, ActKind, Reorganisation, State, Step
from thidua.org.models.kinds import Body, BodySize, PostKind, UnitKind
from thidua.org.models.people import EndReason, JoinedBy, Membership, Person, Sex
from thidua.org.models.posts import Basis, Delegation, Mandate, Post, Term, User
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
    "Act",
    "ActKind",
    "Basis",
    "Body",
    "BodySize",
    "Delegation",
    "EndReason",
    "Headcount",
    "Host",
    "JoinedBy",
    "Mandate",
    "Membership",
    "Ownership",
    "Person",
    "Placement",
    "Post",
    "PostKind",
    "Reorganisation",
    "Sex",
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
