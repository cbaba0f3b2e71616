"""Who could sign for a unit on a day, in what form, and by what right (DOC-40, DOC-41)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

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
    def title(self) -> str:
        """As the trail names it: the post, or the letter with what stands above the name."""
        letter = self.delegation
        return f"{', '.join(self.lines)} ({letter.letter})" if letter else self.post

    @property
    def delegation(self) -> Delegation | None:
        return self.source if isinstance(self.source, Delegation) else None


def units_with_signers_for(actor: Actor) -> QuerySet[Unit]:
    """The units whose signers they may look up."""
    return Unit.objects.filter(actor.reach_by(SEEING, "placements__")).distinct()


def signatories(unit: Unit, day: date) -> list[Signatory]:
    """Everybody who could sign for `unit` that day, holders of posts first."""
    posts = _signing(_posts(unit, day))
    heads = [post.kind.name for post in posts if post.kind.signs_as == Signing.HEAD]
    return [
        *_by_posts(posts, unit, day, head=heads[0] if heads else HEAD),
        *(_by_letter(letter, unit, day) for letter in _letters(unit, day)),
    ]


def signing_source(actor: Actor, unit: Unit) -> Post | Delegation | None:
    """That by which they sign for `unit` on their day: their own post before a letter.

    Read again from the tables: between opening a page and signing, a term may end.
    """
    person = actor.user.person_id
    if person is None:
        return None
    own = _signing(_posts(unit, actor.day).filter(person=person))
    if own:
        return own[0]
    # The actor knows whether there is a letter at all; to ask for none costs nothing.
    if not any(held.by_right_of and held.unit_id == unit.pk for held in actor.posts):
        return None
    return next((one for one in _letters(unit, actor.day) if one.person_id == person), None)


def signatory_for(actor: Actor, unit: Unit) -> Signatory | None:
    """The same with the lines that stand above their name."""
    source = signing_source(actor, unit)
    if isinstance(source, Delegation):
        return _by_letter(source, unit, actor.day)
    if source is None:
        return None
    if source.kind.signs_as != Signing.AUTHORISED:
        return _by_posts([source], unit, actor.day, head=HEAD)[0]
    everybody = signatories(unit, actor.day)
    return next(one for one in everybody if one.source == source)


def _posts(unit: Unit, day: date) -> QuerySet[Post]:
    held = Post.objects.filter(in_force(day), unit=unit).exclude(kind__signs_as=Signing.NONE)
    return held.select_related("kind", "person", "unit").order_by("kind__rank", "pk")


def _signing(posts: QuerySet[Post]) -> list[Post]:
    return [post for post in posts if Right.DOCUMENT_SIGN in post.kind.grants()]


def _letters(unit: Unit, day: date) -> list[Delegation]:
    running = Delegation.objects.filter(in_force(day), in_force(day, "post__"), post__unit=unit)
    found = (
        running.exclude(signs_as=Signing.NONE)
        .select_related("person", "post__kind", "post__person", "post__unit")
        .order_by("post__kind__rank", "starts_on", "pk")
    )
    return [letter for letter in found if Right.DOCUMENT_SIGN in letter.rights]


def _by_posts(posts: list[Post], unit: Unit, day: date, *, head: str) -> list[Signatory]:
    body, profile = unit.named_on(day).body, profile_for(day)
    return [_by_post(post, body, head, profile) for post in posts]


def _by_post(post: Post, body: str, head: str, profile: Profile) -> Signatory:
    signs_as, name = Signing(post.kind.signs_as), post.kind.name
    if signs_as == Signing.BY_ORDER:
        lines: tuple[str, ...] = (f"TL. {body.upper()}", name.upper())
    elif signs_as == Signing.AUTHORISED:
        lines = (f"TUQ. {head.upper()}", name.upper())
    else:
        lines = signature_lines(body, name, profile)
    return Signatory(post.person, name, signs_as, lines, post)


def _by_letter(letter: Delegation, unit: Unit, day: date) -> Signatory:
    """*TUQ. CHỦ TỊCH* or *TL. BAN THƯỜNG VỤ*, then the own post of who signs, if there is one."""
    own = _own_post(letter, day)
    by_order = letter.signs_as == Signing.BY_ORDER
    first = f"TL. {unit.named_on(day).body}" if by_order else f"TUQ. {letter.post.kind.name}"
    lines = tuple(line.upper() for line in (first, own) if line)
    return Signatory(letter.person, own, Signing(letter.signs_as), lines, letter)


def _own_post(letter: Delegation, day: date) -> str:
    """What they are in the unit itself that day; a post elsewhere is not printed (DOC-43)."""
    posts = letter.person.posts.filter(in_force(day), unit=letter.post.unit_id)
    names = posts.order_by("kind__rank", "pk").values_list("kind__name", flat=True)
    return names.first() or ""
