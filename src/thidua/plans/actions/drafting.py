"""Writing a plan. The words of the clauses rule; everything else is read from them again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from thidua.audit.actions import record
from thidua.core.errors import DomainError
from thidua.core.verdict import require
from thidua.documents import actions as documents
from thidua.org.actor import Actor
from thidua.org.models import Unit
from thidua.plans import policies, skeleton
from thidua.plans.actions.rows import add_row, set_clauses, write_structure
from thidua.plans.models import Clause, Plan
from thidua.plans.noted import note
from thidua.plans.stale import require_current
from thidua.plans.structure import clauses_of
from thidua.plans.understanding import checked
from thidua.plans.written import (
    Written,
    official,
    paragraphs,
    profile_of,
    seen_in,
    written,
)
from vanban.checking.fixes import apply
from vanban.reading.model import Block, Fix


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph on its way: `pk` is the clause that it was; new ones have none."""

    marker: str
    text: str
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class ReadyWords:
    """A plan that begins with words of its own: its paragraphs and its lines of *Nơi nhận*."""

    words: Sequence[Words]
    recipients: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What stands above and below the clauses of a plan of ours."""

    title: str
    symbol: str
    place: str
    issuer_name: str
    parent_name: str


@transaction.atomic
def start_plan(
    *,
    unit: Unit,
    head: PaperHead,
    year_label: str = "",
    theme: str = "",
    ready: ReadyWords | None = None,
    once: str = "",
    by: Actor,
    at: datetime,
) -> Plan:
    """A draft with the customary parts, ready to be filled; or with the words that are `ready`.

    `once` names the page it was asked for on: pressed again there, the first draft is the answer.
    """
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(policies.may_draft_for(by, unit))
    begun = begun_on(once, by)
    if begun is not None:
        return begun
    paper = documents.create_draft(
        unit=unit,
        type_name="Kế hoạch",
        title=head.title,
        symbol=head.symbol,
        place=head.place,
        issuer_name=head.issuer_name,
        parent_name=head.parent_name,
        by=by,
        at=at,
    )
    ready = ready or _customary(head, year_label, theme)
    documents.set_recipients(document=paper, lines=ready.recipients, by=by, at=at)
    key = _key(once, by)
    plan = Plan.objects.create(document=paper, once=key, edited_by=by.user, edited_at=at)
    _write(plan, ready.words, by)
    record("plan.started", on=plan, by=by, unit=unit, at=at)
    return plan


def _customary(head: PaperHead, year_label: str, theme: str) -> ReadyWords:
    words = [Words(*parts) for parts in skeleton.clauses(head, year_label, theme)]
    return ReadyWords(words, skeleton.recipients(head))


def begun_on(once: str, by: Actor) -> Plan | None:
    """The draft that this person has already begun on the page named `once`."""
    key = _key(once, by)
    return Plan.objects.filter(once=key).select_related("document").first() if key else None


def _key(once: str, by: Actor) -> str | None:
    return f"{by.user.pk}.{once}" if once else None


@transaction.atomic
def rewrite(*, plan: Plan, version: int, words: Sequence[Words], by: Actor, at: datetime) -> Plan:
    """Write all paragraphs of a draft anew; those that name a clause stay in its row."""
    plan = _editable(plan, version, by)
    if not words:
        raise DomainError(_("Kế hoạch phải còn ít nhất một đoạn."))
    return _saved(plan, words, by, at)


@transaction.atomic
def save_head(
    *,
    plan: Plan,
    version: int,
    head: PaperHead,
    theme: str,
    recipients: Sequence[str],
    read_anew: bool,
    by: Actor,
    at: datetime,
) -> Plan:
    """The head, the theme where the text quotes it, and the lines of *Nơi nhận*.

    `read_anew` gives up what an officer corrected by hand: all of it is read from the text again.
    """
    plan = _editable(plan, version, by)
    documents.update_draft(
        document=plan.document,
        title=head.title,
        symbol=head.symbol,
        place=head.place,
        issuer_name=head.issuer_name,
        parent_name=head.parent_name,
        by=by,
        at=at,
    )
    documents.set_recipients(document=plan.document, lines=recipients, by=by, at=at)
    plan.document.refresh_from_db()
    plan.kept = [] if read_anew else plan.kept
    words = words_of(plan)
    if theme != plan.theme:
        words = _with_theme(words, plan.theme, theme)
    return _saved(plan, words, by, at)


@transaction.atomic
def change_clause(
    *, plan: Plan, clause: Clause, version: int, typed: str, by: Actor, at: datetime
) -> Plan:
    """Write one paragraph anew; several lines become several paragraphs."""
    plan = _editable(plan, version, by)
    fresh = _typed(typed, clause.pk)
    words = words_of(plan)
    place = _place(words, clause)
    return _saved(plan, [*words[:place], *fresh, *words[place + 1 :]], by, at)


@transaction.atomic
def add_clauses(
    *, plan: Plan, after: Clause | None, version: int, typed: str, by: Actor, at: datetime
) -> Plan:
    """New paragraphs behind one of the plan, or at its end."""
    plan = _editable(plan, version, by)
    fresh = _typed(typed, None)
    words = words_of(plan)
    place = len(words) if after is None else _place(words, after) + 1
    return _saved(plan, [*words[:place], *fresh, *words[place:]], by, at)


@transaction.atomic
def move_clause(
    *, plan: Plan, clause: Clause, version: int, down: bool, by: Actor, at: datetime
) -> Plan:
    """Exchange a paragraph with its neighbour; at the edge nothing happens."""
    plan = _editable(plan, version, by)
    words = words_of(plan)
    place = _place(words, clause)
    other = place + (1 if down else -1)
    if 0 <= other < len(words):
        words[place], words[other] = words[other], words[place]
    return _saved(plan, words, by, at)


@transaction.atomic
def delete_clause(*, plan: Plan, clause: Clause, version: int, by: Actor, at: datetime) -> Plan:
    """Take one paragraph out; its words stay in the log, so that they can be typed back."""
    plan = _editable(plan, version, by)
    words = words_of(plan)
    del words[_place(words, clause)]
    record("plan.clause_deleted", on=plan, by=by, unit=plan.document.unit, at=at, words=str(clause))
    return _saved(plan, words, by, at)


@transaction.atomic
def add_by_hand(
    *, plan: Plan, part: str, version: int, values: Mapping[str, Any], by: Actor, at: datetime
) -> Plan:
    """Add a phase, target or duty that the reader did not find in the words.

    From now on that part of the plan is not read from the words, or it would be lost again.
    """
    plan = _editable(plan, version, by)
    plan.kept = sorted({*plan.kept, part})
    _stamp(plan, by, at)
    add_row(plan, part, values)
    record("plan.added", on=plan, by=by, unit=plan.document.unit, at=at, part=part)
    return plan


@transaction.atomic
def submit_plan(*, plan: Plan, by: Actor, at: datetime) -> Plan:
    """Hand the draft to whoever signs; one without words goes nowhere."""
    plan = locked(plan)
    require(policies.may_submit(by, plan))
    plan.document = documents.submit_document(document=plan.document, by=by, at=at)
    return plan


@transaction.atomic
def fix_draft(*, plan: Plan, key: str, version: int, by: Actor, at: datetime) -> Plan:
    """Carry out what the checker proposes for a place of the clauses."""
    plan = _editable(plan, version, by)
    text = _written(plan, by)
    read = checked(text.text)
    noted = next((n for f in read.findings if (n := note(f, read.text)).key == key), None)
    place = text.clause_at(noted.finding.fix.span) if noted and noted.finding.fix else None
    if noted is None or noted.finding.fix is None or place is None:
        raise DomainError(_("Chỗ này không còn, hoặc phải sửa tay."))
    start, end = text.places[place]
    fix = noted.finding.fix
    shifted = Fix((fix.span[0] - start, fix.span[1] - start), fix.text)
    words = words_of(plan)
    words[place : place + 1] = _typed(apply(text.text[start:end], [shifted]), words[place].pk)
    return _saved(plan, words, by, at)


def _editable(plan: Plan, version: int, by: Actor) -> Plan:
    """The plan under a lock, still a draft, and as the person saw it."""
    plan = locked(plan)
    require(policies.may_edit(by, plan))
    require_current(plan, version)
    return plan


def locked(plan: Plan) -> Plan:
    """Read the row again under a lock, so that policies judge what is true now."""
    return (
        Plan.objects.select_for_update(of=("self",))
        .select_related("document__unit__kind", "edited_by__person")
        .get(pk=plan.pk)
    )


def words_of(plan: Plan) -> list[Words]:
    """The paragraphs as they stand."""
    rows = plan.clauses.order_by("position").values_list("marker", "text", "pk")
    return [Words(*row) for row in rows]


def _typed(typed: str, pk: int | None) -> list[Words]:
    """What somebody typed, the first paragraph in the row it was typed in."""
    fresh = paragraphs(typed)
    if not fresh:
        raise DomainError(_("Đoạn này chưa có chữ. Muốn bỏ đoạn thì bấm Xóa đoạn."))
    return [Words(*words, pk if place == 0 else None) for place, words in enumerate(fresh)]


def _place(words: Sequence[Words], clause: Clause) -> int:
    return next(place for place, one in enumerate(words) if one.pk == clause.pk)


def _with_theme(words: list[Words], old: str, new: str) -> list[Words]:
    """Exchange the theme in the paragraph that quotes it."""
    for place, one in enumerate(words):
        if old and old in one.text:
            fresh = Words(one.marker, one.text.replace(old, new, 1), one.pk)
            return [*words[:place], fresh, *words[place + 1 :]]
    raise DomainError(
        _("Chưa thấy đoạn nào ghi chủ đề để đổi. Hãy ghi chủ đề trong ngoặc kép ở phần nội dung.")
    )


def _saved(plan: Plan, words: Sequence[Words], by: Actor, at: datetime) -> Plan:
    _stamp(plan, by, at)
    _write(plan, words, by)
    record("plan.edited", on=plan, by=by, unit=plan.document.unit, at=at, version=plan.version)
    return plan


def _stamp(plan: Plan, by: Actor, at: datetime) -> None:
    plan.version += 1
    plan.edited_by, plan.edited_at = by.user, at
    plan.save(update_fields=["version", "edited_by", "edited_at", "kept"])


def _write(plan: Plan, words: Sequence[Words], by: Actor) -> None:
    """Keep the paragraphs, then read the whole paper again for what follows from them."""
    text = _written(plan, by, words)
    read = checked(text.text)
    blocks = [
        Block(depth, one.marker, one.text, heading=heading)
        for (depth, heading), one in zip(seen_in(text, read), words, strict=True)
    ]
    set_clauses(plan, clauses_of(blocks, read), [one.pk for one in words])
    write_structure(plan, read, day=by.day)


def _written(plan: Plan, by: Actor, words: Sequence[Words] | None = None) -> Written:
    all_words = words_of(plan) if words is None else words
    rows = [Clause(depth=1, marker=one.marker, text=one.text) for one in all_words]
    lines = plan.document.recipients.order_by("position").values_list("printed", flat=True)
    return written(official(plan, rows, list(lines)), profile_of(plan, by.day))
