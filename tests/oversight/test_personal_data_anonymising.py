"""Making a person nameless: nothing tells who it was, every count is as before (PDP-11)."""

import pytest
from django.apps import apps
from django.db.models import Count, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from access import things_activities, things_awards, things_pledges, things_stories
from factories import CHAIR, CLERK, DAY, LONG_AGO, NOON, UserFactory, actor_as, post_kind, user_as
from thidua.activities.models import Activity
from thidua.audit.models import AuditEvent
from thidua.awards.models import Award, Nomination, Praise
from thidua.certificates.models import Certificate
from thidua.core.errors import Denied, DomainError
from thidua.documents.models import Document, DocumentStatus
from thidua.files.actions import keep
from thidua.notify.models import MailState, Notice, OutboxMail
from thidua.org.models import EndReason, Membership, Person, Post
from thidua.oversight.actions.anonymising import approve, decline, propose
from thidua.oversight.models import Anonymising
from thidua.oversight.personal_data.mentions import mentions_of
from thidua.oversight.personal_data.naming import Renaming, text_columns
from thidua.oversight.queries import tasks_of
from thidua.pledges.models import Pledge, PledgeState, Way
from thidua.stories.models import Story, StoryStatus

pytestmark = pytest.mark.django_db
NAME = "Lò Thị Kim Mai"
PHONE = "0912345678"


@pytest.fixture
def mai(workplace):
    """Somebody who left, with something of theirs in every room."""
    person = Person.objects.create(
        name=NAME, code="DV-77", phone=PHONE, email="mai@example.org", sex="f", birth_on=LONG_AGO
    )
    for model, more in ((Membership, {}), (Post, {"kind": post_kind("committee")})):
        model.objects.create(
            person=person,
            unit=workplace,
            starts_on=LONG_AGO,
            ends_on=DAY,
            end_reason=EndReason.LEFT,
            **more,
        )
    return person


@pytest.fixture
def account(mai, workplace):
    user = UserFactory(person=mai, username="lothimai", email="mai@example.org")
    Notice.objects.create(user=user, key="k", text=f"Chào {NAME}", url="/", created_at=NOON)
    OutboxMail.objects.create(
        unit=workplace,
        key="m",
        to="mai@example.org",
        reader=user,
        subject=f"Gửi {NAME}",
        body=f"{NAME}, {PHONE}",
        state=MailState.SENT,
        created_at=NOON,
        sent_at=NOON,
    )
    return user


def told_of(person, unit):
    """A nomination, praise, a public story and a pledge that name the person."""
    praise = things_awards.praise(unit)
    nomination = things_awards.nomination(unit)
    story, pledge = things_stories.story(unit), things_pledges.pledge(unit)
    Praise.objects.filter(pk=praise.pk).update(
        person=person, subject_unit=None, subject_name=NAME, merit=f"{NAME} hiến máu"
    )
    Nomination.objects.filter(pk=nomination.pk).update(
        person=person,
        subject_unit=None,
        subject_name=NAME,
        achievements=f"Đồng chí {NAME.upper()}…",
    )
    Story.objects.filter(pk=story.pk).update(
        person=person,
        subject_name=NAME,
        title=f"Chị {NAME}",
        body=f"{NAME} dạy giỏi",
        status=StoryStatus.PUBLISHED,
        published_at=NOON,
        consent_on=DAY,
        consent_how="Phiếu",
    )
    Pledge.objects.filter(pk=pledge.pk).update(
        person=person,
        state=PledgeState.COUNTED,
        way=Way.SELF,
        given=NAME,
        given_fold="lo thi kim person",
    )
    return nomination


@pytest.fixture
def award(mai, workplace, account):
    """A nomination, the issued decision, the award, its certificate, praise, story, pledge."""
    nomination = told_of(mai, workplace)
    decision = things_awards.paper(workplace)
    Document.objects.filter(pk=decision.pk).update(
        status=DocumentStatus.ISSUED, issued_at=NOON, title=f"Khen {NAME}", public=True
    )
    made = Award.objects.create(
        nomination=nomination,
        decision=decision,
        unit=workplace,
        unit_path=workplace.path_on(DAY),
        kind=nomination.kind,
        issuer_name=workplace.name,
        subject_name=NAME,
        merit="m",
        decided_on=DAY,
        book_year=2024,
        book_number=1,
    )
    pdf = keep(data=b"%PDF", media_type="application/pdf", unit=None, at=NOON)
    Certificate.objects.create(award=made, code="ABCD", pdf=pdf, made_at=NOON, made_by=account)
    return made


def anonymise(person, unit, mentions=(), hands=None):
    proposer, approver = hands or (actor_as(CLERK, unit), actor_as(CHAIR, unit))
    proposal = propose(
        person=person,
        unit=unit,
        reason="Yêu cầu xóa",
        mentions=list(mentions),
        request=None,
        by=proposer,
        at=NOON,
    )
    return approve(proposal=proposal, by=approver, at=NOON)


def totals():
    """Rows by table, and what reports and lists count."""
    counted = (Membership, Post, Nomination, Award, Praise, Pledge, Certificate, Story, Activity)
    return {
        "rows": {model.__name__: model.objects.count() for model in counted},
        "women": Membership.objects.filter(person__sex="f").count(),
        "by_unit": list(
            Membership.objects.values_list("unit", "starts_on", "ends_on")
            .annotate(Count("pk"))
            .order_by("unit", "starts_on")
        ),
        "pledges": Pledge.objects.filter(state=PledgeState.COUNTED).count(),
        "book": list(Award.objects.values_list("unit", "book_year", "book_number", "kind")),
        "nominated": list(Nomination.objects.values_list("kind", "phase", "status", "person")),
    }


def where_the_name_stands(words):
    """Every table and column in which the words occur."""
    found = set()
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.get_internal_type() not in {
                "CharField",
                "TextField",
                "JSONField",
                "EmailField",
            }:
                continue
            rows = model._default_manager.annotate(whole_text=Cast(field.attname, TextField()))
            if rows.filter(whole_text__icontains=words).exists():
                found.add(f"{model._meta.label_lower}.{field.name}")
    return found


def test_every_total_is_as_before(mai, workplace, award):
    hands = actor_as(CLERK, workplace), actor_as(CHAIR, workplace)
    before = totals()

    anonymise(mai, workplace, hands=hands)

    assert totals() == before


def test_the_name_stands_nowhere_but_in_papers_and_the_trail(mai, workplace, award):
    anonymise(mai, workplace)

    assert {place.split(".")[0] for place in where_the_name_stands(NAME)} <= {"documents", "audit"}
    assert where_the_name_stands(PHONE) == set()
    assert where_the_name_stands("mai@example.org") == set()
    assert where_the_name_stands("DV-77") == set()


def test_the_person_has_a_number_and_the_account_is_closed(mai, workplace, award, account):
    done = anonymise(mai, workplace)

    mai.refresh_from_db()
    account.refresh_from_db()
    assert mai.name == f"Người đã ẩn danh số {done.number}"
    assert (mai.birth_on, mai.phone, mai.sex, mai.anonymised_on) == (None, "", "f", DAY)
    assert mai.folded.startswith("nguoi da an danh")
    assert not account.is_active
    assert not account.has_usable_password()
    assert not Notice.objects.exists()


def test_the_year_of_birth_goes_as_the_day_does(mai, workplace):
    Person.objects.filter(pk=mai.pk).update(birth_on=None, birth_year=1984)
    mai.refresh_from_db()

    anonymise(mai, workplace)

    mai.refresh_from_db()
    assert mai.birth_year is None


def test_what_stays_is_said_and_locked(mai, workplace, award, client):
    done = anonymise(mai, workplace)

    assert [(one["what"][:22], one["count"]) for one in done.left][:2] == [
        ("quyết định khen thưởng", 1),
        ("giấy khen đã in", 1),
    ]
    assert Document.objects.get(awards=award).public is False
    assert Document.objects.get(awards=award).title == f"Khen {NAME}"
    assert Story.objects.get().status == StoryStatus.WITHDRAWN
    assert Story.objects.get().picture is None
    client.force_login(user_as(CHAIR, workplace))
    certificate = Certificate.objects.get()
    assert client.get(reverse("certificates:file", args=[certificate.pk])).status_code == 409


def test_nobody_decides_alone(mai, workplace):
    clerk = actor_as(CLERK, workplace)
    proposal = propose(
        person=mai, unit=workplace, reason="r", mentions=[], request=None, by=clerk, at=NOON
    )

    with pytest.raises(Denied, match="không được tự xét"):
        approve(proposal=proposal, by=clerk, at=NOON)

    mai.refresh_from_db()
    assert mai.name == NAME
    assert tasks_of(clerk) == []
    assert [task.url for task in tasks_of(actor_as(CHAIR, workplace))] == [
        proposal.get_absolute_url()
    ]


def test_whoever_is_active_somewhere_keeps_the_name(mai, workplace):
    Membership.objects.create(person=mai, unit=workplace, starts_on=DAY)

    with pytest.raises(DomainError, match="còn sinh hoạt"):
        anonymise(mai, workplace)
    assert not Anonymising.objects.exists()


def test_a_second_record_goes_with_the_first(mai, workplace):
    second = Person.objects.create(name="Lò T. Kim Mai", phone="0999", merged_into=mai)

    anonymise(mai, workplace)

    second.refresh_from_db()
    assert second.name.startswith("Người đã ẩn danh")
    assert second.phone == ""


def test_a_record_that_was_merged_meanwhile_is_proposed_anew(mai, workplace):
    """The other record would keep the name while this one counts as done."""
    other = Person.objects.create(name=NAME)
    proposal = propose(
        person=mai,
        unit=workplace,
        reason="Yêu cầu xóa",
        mentions=[],
        request=None,
        by=actor_as(CLERK, workplace),
        at=NOON,
    )
    Person.objects.filter(pk=mai.pk).update(merged_into=other)

    with pytest.raises(DomainError, match="đã gộp vào hồ sơ khác"):
        approve(proposal=proposal, by=actor_as(CHAIR, workplace), at=NOON)

    mai.refresh_from_db()
    assert (mai.name, mai.anonymised_on) == (NAME, None)


def test_a_short_member_number_takes_no_number_out_of_a_text():
    renaming = Renaming.of([Person(name=NAME, code="12", phone=PHONE)], "Người số 1")

    assert renaming.text(f"{NAME} dạy 12 em, gọi {PHONE}") == "Người số 1 dạy 12 em, gọi …"
    assert renaming.text("12") == "…"


def test_a_refusal_leaves_everything(mai, workplace):
    proposal = propose(
        person=mai,
        unit=workplace,
        reason="r",
        mentions=[],
        request=None,
        by=actor_as(CLERK, workplace),
        at=NOON,
    )

    decline(proposal=proposal, reason="Còn khiếu nại", by=actor_as(CHAIR, workplace), at=NOON)

    mai.refresh_from_db()
    assert (mai.name, mai.anonymised_on) == (NAME, None)


def test_the_trail_of_it_learns_no_name(mai, workplace):
    anonymise(mai, workplace)

    assert not AuditEvent.objects.filter(thing__contains=NAME).exists()


class TestMentions:
    @pytest.fixture
    def activity(self, workplace):
        thing = things_activities.THINGS["activities:detail"](workplace)
        column = text_columns(Activity)[0].name
        Activity.objects.filter(pk=thing.pk).update(**{column: f"Chị {NAME} và mọi người"})
        return thing, column

    def test_a_text_of_the_unit_is_found_and_changed_when_chosen(self, mai, workplace, activity):
        thing, column = activity
        found = mentions_of(mai, [workplace])

        anonymise(mai, workplace, [one.as_row() for one in found])

        thing.refresh_from_db()
        assert [one.key for one in found] == [f"activities.activity:{thing.pk}"]
        assert NAME in found[0].around
        assert getattr(thing, column).startswith("Chị Người đã ẩn danh số")

    def test_it_stays_where_it_may_be_somebody_else(self, mai, workplace, activity):
        thing, column = activity

        anonymise(mai, workplace)

        thing.refresh_from_db()
        assert getattr(thing, column) == f"Chị {NAME} và mọi người"

    def test_the_places_of_other_units_are_not_looked_at(self, mai, outsider, activity):
        assert mentions_of(mai, [outsider]) == []


def test_two_people_do_it_on_the_screen(client, mai, workplace):
    client.force_login(user_as(CLERK, workplace))
    asked = client.post(
        reverse("oversight:anonymise", args=[mai.pk]), {"reason": "Yêu cầu xóa"}, follow=True
    )
    proposal = Anonymising.objects.get()
    refused = client.post(reverse("oversight:approve_anonymising", args=[proposal.pk]))
    client.force_login(user_as(CHAIR, workplace))
    done = client.post(reverse("oversight:approve_anonymising", args=[proposal.pk]), follow=True)

    assert "Không hoàn tác được" in asked.text
    assert refused.status_code == 403
    assert "Biên bản" in done.text
    assert NAME not in done.text
