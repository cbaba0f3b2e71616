"""Who could sign for a unit on a day, in what form, and by what right (DOC-40, DOC-41)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from thidua.core.dated import in_force
from thidua.org.actor import Actor
from thidua.org.models import Delegation, Person, Post, Unit
from thidua.org.rights import Right, Signing
from vanban.writing.profiles import Profile, profile_for, signature_lines

HEAD = "CHỦ TỊCH"
"""Whom a letter of delegation stands for where the unit has no head that day."""
SEEING = (Right.DOCUMENT_READ, Right.PEOPLE_KEEP, Right.UNIT_MANAGE)


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signs for a unit: the lines above the name, and where the right comes from.

    `post` is what they sign as; `source` the post itself, or the delegation with its letter.
    """

    person: Person
    post: str
    signs_as: Signing
    lines: tuple[str, ...]
    source: Post | Delegation

    @property
    def delegation(self) -> Delegation | None:
        return self.source if isinstance(self.source, Delegation) else None


def units_with_signers_for(actor: Actor) -> QuerySet[Unit]:
    """The units whose signers they may look up."""
    return Unit.objects.filter(actor.reach_by(SEEING, "placements__")).distinct()


def signatories(unit: Unit, day: date, person: int | None = None) -> list[Signatory]:
    """Everybody who could sign for `unit` that day, holders of posts first; or only one person."""
    body, profile = unit.named_on(day).body, profile_for(day)
    only = Q() if person is None else Q(person=person)
    posts = _posts(unit, day)
    heads = [post.kind.name for post in posts if post.kind.signs_as == Signing.HEAD]
    head = heads[0] if heads else HEAD
    found = [
        _by_post(post, body, head, profile) for post in posts if person in {None, post.person_id}
    ]
    letters = _letters(unit, day).filter(only)
    return found + [
        _by_letter(letter, body, day) for letter in letters if Right.DOCUMENT_SIGN in letter.rights
    ]


def signatory_for(actor: Actor, unit: Unit) -> Signatory | None:
    """In what form they sign for `unit` on their day, their own post before a letter.

    Read again from the tables: between opening a page and signing, a term may end.
    """
    person = actor.user.person_id
    return next(iter(signatories(unit, actor.day, person)), None) if person else None


def _posts(unit: Unit, day: date) -> list[Post]:
    held = Post.objects.filter(in_force(day), unit=unit).exclude(kind__signs_as=Signing.NONE)
    rows = held.select_related("kind", "person", "unit").order_by("kind__rank", "pk")
    return [post for post in rows if Right.DOCUMENT_SIGN in post.kind.grants()]


def _letters(unit: Unit, day: date) -> QuerySet[Delegation]:
    running = Delegation.objects.filter(in_force(day), in_force(day, "post__"), post__unit=unit)
    return (
        running.exclude(signs_as=Signing.NONE)
        .select_related("person", "post__kind", "post__person", "post__unit")
        .order_by("post__kind__rank", "starts_on", "pk")
    )


def _by_post(post: Post, body: str, head: str, profile: Profile) -> Signatory:
    signs_as, name = Signing(post.kind.signs_as), post.kind.name
    if signs_as == Signing.BY_ORDER:
        lines: tuple[str, ...] = (f"TL. {body.upper()}", name.upper())
    elif signs_as == Signing.AUTHORISED:
        lines = (f"TUQ. {head.upper()}", name.upper())
    else:
        lines = signature_lines(body, name, profile)
    return Signatory(post.person, name, signs_as, lines, post)


def _by_letter(letter: Delegation, body: str, day: date) -> Signatory:
    """*TUQ. CHỦ TỊCH* or *TL. BAN THƯỜNG VỤ*, then the own post of who signs, if there is one."""
    own = _own_post(letter, day)
    by_order = letter.signs_as == Signing.BY_ORDER
    first = f"TL. {body}" if by_order else f"TUQ. {letter.post.kind.name}"
    lines = tuple(line.upper() for line in (first, own) if line)
    return Signatory(letter.person, own, Signing(letter.signs_as), lines, letter)


def _own_post(letter: Delegation, day: date) -> str:
    """What they are in the unit itself that day; a post elsewhere is not printed (DOC-43)."""
    posts = letter.person.posts.filter(in_force(day), unit=letter.post.unit_id)
    names = posts.order_by("kind__rank", "pk").values_list("kind__name", flat=True)
    return names.first() or ""
