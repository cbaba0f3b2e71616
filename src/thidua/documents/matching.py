"""From a printed line of *Nơi nhận* to the units, persons and bodies it means (DOC-47).

Pure: everything that can be meant is handed in. A line that cannot be told stays open for the
officer; a wrong guess would send a paper to the wrong desk.
"""

import re
from dataclasses import dataclass

from thidua.documents.models import RecipientKind
from vanban.language.forms import fold, one_line


@dataclass(frozen=True, slots=True)
class Body:
    """A union unit as lines may call it."""

    unit_id: int
    names: frozenset[str]
    kind_name: str
    group: bool = False


@dataclass(frozen=True, slots=True)
class Officer:
    """A person in a post of the sending unit; `leads` for chairs and deputies."""

    person_id: int
    post_name: str
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What stands around the sending unit; `superiors` the direct one first."""

    own: Body
    superiors: tuple[Body, ...] = ()
    children: tuple[Body, ...] = ()
    officers: tuple[Officer, ...] = ()
    outside: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line probably means. Only one of the three tuples is filled."""

    kind: RecipientKind
    units: tuple[int, ...] = ()
    persons: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()


OPEN = Proposal(RecipientKind.OPEN)

ABBREVIATIONS = {
    "ldld": "lien doan lao dong",
    "tld": "tong lien doan",
    "cdcs": "cong doan co so",
    "cdgd": "cong doan giao duc",
    "cdvc": "cong doan vien chuc",
    "cdn": "cong doan nganh",
    "cd": "cong doan",
    "btv": "ban thuong vu",
    "bch": "ban chap hanh",
    "ubkt": "uy ban kiem tra",
    "uv": "uy vien",
}
COMMITTEES = {
    "ban thuong vu": "thuong vu",
    "ban chap hanh": "chap hanh",
    "uy ban kiem tra": "kiem tra",
}
LED_BY_CHAIRS = frozenset({"ban thuong vu", "ban chap hanh"})
ARCHIVE = re.compile(r"luu\b")
PUBLIC = re.compile(r"\b(website|web|trang thong tin|cong thong tin|trang cong khai)\b")
GROUPS = re.compile(r"\bto cong doan\b")
SUBORDINATES = re.compile(r"\b(truc thuoc|cap duoi)\b|^cac (cong doan|don vi)\b")
SUPERIOR = re.compile(r"\bcong doan cap tren\b")
OURS = "cong doan"
GRASSROOTS = "cong doan co so"
ENOUGH_WORDS = 3
"""So many words of a name must agree before its ending may be left out or shortened."""


def propose(printed: str, around: Surroundings) -> Proposal:
    """What the printed line means, or `OPEN`."""
    line = spelled_out(printed)
    if ARCHIVE.match(line):
        return Proposal(RecipientKind.ARCHIVE)
    for answer in (_committee, _superior, _subordinates, _outside, _public):
        proposal = answer(line, around)
        if proposal is not None:
            return proposal
    return OPEN


def without_purpose(printed: str) -> str:
    """*Sở GD&ĐT (để phối hợp)* is the Sở; the words in brackets say why it gets the paper."""
    return one_line(re.sub(r"\([^)]*\)?", " ", one_line(printed))).rstrip(" ;,.")


def spelled_out(printed: str) -> str:
    """The line folded, without marks and purpose in brackets, with abbreviations in full."""
    words = re.findall(r"\w+", fold(without_purpose(printed)))
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


def _committee(line: str, around: Surroundings) -> Proposal | None:
    """Members of committees of the unit itself; those of a superior are the superior's affair."""
    named = [name for name in COMMITTEES if name in line]
    if not named:
        return None
    rest = line
    for words in (*named, "cac", "dong chi", "uy vien", "thanh vien"):
        rest = re.sub(rf"\b{words}\b", " ", rest)
    whose = " ".join(rest.split())
    if whose and whose != OURS and not calls(whose, around.own):
        higher = _first_called(whose, around)
        return Proposal(RecipientKind.UNITS, units=(higher.unit_id,)) if higher else None
    members = tuple(
        dict.fromkeys(
            officer.person_id
            for officer in around.officers
            if any(_sits_in(officer, name) for name in named)
        )
    )
    return Proposal(RecipientKind.PERSONS, persons=members) if members else None


def _sits_in(officer: Officer, committee: str) -> bool:
    """Chairs and deputies sit in the standing and executive committees by their office."""
    if officer.leads and committee in LED_BY_CHAIRS:
        return True
    return COMMITTEES[committee] in fold(officer.post_name)


def _superior(line: str, around: Surroundings) -> Proposal | None:
    if SUPERIOR.search(line) and around.superiors:
        return Proposal(RecipientKind.UNITS, units=(around.superiors[0].unit_id,))
    higher = _first_called(line, around)
    return Proposal(RecipientKind.UNITS, units=(higher.unit_id,)) if higher else None


def _subordinates(line: str, around: Surroundings) -> Proposal | None:
    """All units below of the kind the line names, or the one it calls by name."""
    if GROUPS.search(line):
        below = [body for body in around.children if body.group]
    elif SUBORDINATES.search(line):
        below = [body for body in around.children if not body.group]
        if GRASSROOTS in line:
            below = [body for body in below if GRASSROOTS in fold(body.kind_name)]
    else:
        below = [body for body in around.children if _is_named(line, body)][:1]
    units = tuple(body.unit_id for body in below)
    return Proposal(RecipientKind.UNITS, units=units) if units else None


def _outside(line: str, around: Surroundings) -> Proposal | None:
    for pk, name in around.outside:
        if spelled_out(name) == line:
            return Proposal(RecipientKind.OUTSIDE, outside=(pk,))
    return None


def _public(line: str, around: Surroundings) -> Proposal | None:  # noqa: ARG001
    return Proposal(RecipientKind.PUBLIC) if PUBLIC.search(line) else None


def _first_called(line: str, around: Surroundings) -> Body | None:
    return next((body for body in around.superiors if calls(line, body)), None)


def _is_named(line: str, body: Body) -> bool:
    return any(spelled_out(name) == line for name in body.names)


def calls(line: str, body: Body) -> bool:
    """Does the line name this unit: in full, without its last words, or with their initials?

    *LĐLĐ tỉnh* and *LĐLĐ tỉnh HB* both call *Liên đoàn Lao động tỉnh Hòa Bình*.
    """
    return any(_calls(line.split(), spelled_out(name).split()) for name in body.names)


def _calls(line: list[str], name: list[str]) -> bool:
    if line == name:
        return True
    agreed = 0
    while agreed < min(len(line), len(name)) and line[agreed] == name[agreed]:
        agreed += 1
    if agreed < ENOUGH_WORDS:
        return False
    left, initials = line[agreed:], "".join(word[0] for word in name[agreed:])
    shortened = len(left) == 1 and len(left[0]) > 1 and initials.endswith(left[0])
    return not left or shortened
