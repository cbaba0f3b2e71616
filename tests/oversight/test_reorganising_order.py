"""The acts of a draft change places; a decision begins at the page of a unit."""

import pytest
from django.urls import reverse

from factories import DAY, KEEPER, NOON, actor_as, user_as
from org.reorganised import below, decision, establish
from thidua.audit.models import AuditEvent
from thidua.core.errors import Denied, DomainError
from thidua.org.models import ActKind, Reorganisation, State
from thidua.oversight.actions.reorganising_drafts import move_act

pytestmark = pytest.mark.django_db
NAMES = ["CĐCS Một", "CĐCS Hai", "CĐCS Ba", "CĐCS Bốn"]


@pytest.fixture
def schools(province):
    return [below(province, name) for name in NAMES]


@pytest.fixture
def draft(province, schools):
    return decision(province, *({"kind": ActKind.END, "unit": one} for one in schools))


@pytest.fixture
def keeper(client, province):
    user = user_as(KEEPER, province)
    client.force_login(user)
    return user


def order(one):
    acts = one.acts.order_by("position").select_related("unit")
    return [(act.position, act.unit.name) for act in acts]


@pytest.mark.parametrize(
    ("place", "to", "expected"),
    [
        (3, 1, ["CĐCS Bốn", "CĐCS Một", "CĐCS Hai", "CĐCS Ba"]),
        (0, 3, ["CĐCS Hai", "CĐCS Ba", "CĐCS Một", "CĐCS Bốn"]),
        (0, 99, ["CĐCS Hai", "CĐCS Ba", "CĐCS Bốn", "CĐCS Một"]),
    ],
)
def test_an_act_is_put_into_another_place(province, draft, place, to, expected):
    by = actor_as(KEEPER, province)

    move_act(act=draft.acts.order_by("position")[place], to=to, by=by, at=NOON)

    assert order(draft) == list(enumerate(expected, 1))
    assert AuditEvent.objects.filter(type="reorganisation.act_moved").count() == 1


def test_gaps_that_removed_acts_left_stay_where_they_are(province, draft):
    draft.acts.filter(position=2).delete()

    last = draft.acts.order_by("position").last()
    move_act(act=last, to=1, by=actor_as(KEEPER, province), at=NOON)

    assert order(draft) == [(1, "CĐCS Bốn"), (2, "CĐCS Một"), (4, "CĐCS Ba")]


def test_an_act_stays_behind_the_one_that_establishes_its_unit(client, keeper, province, schools):
    one = decision(
        province,
        establish(province),
        {"kind": ActKind.END, "unit": schools[0]},
        {"kind": ActKind.MOVE, "unit": schools[1], "target_act": 0},
    )
    first, end, move = one.acts.all()

    early = client.post(reverse("oversight:move_act", args=[one.pk, move.pk]), {"to": 1})
    late = client.post(reverse("oversight:move_act", args=[one.pk, first.pk]), {"to": 3})

    assert (early.status_code, late.status_code) == (409, 409)
    assert "Việc này cần đơn vị thành lập ở việc số 1" in early.text
    assert "Việc số 3 cần đơn vị thành lập ở việc này" in late.text
    assert list(one.acts.values_list("pk", flat=True)) == [first.pk, end.pk, move.pk]


def test_the_order_is_changed_on_the_page_of_the_decision(client, keeper, draft):
    act = draft.acts.get(position=4)

    answer = client.post(
        reverse("oversight:move_act", args=[draft.pk, act.pk]), {"to": "2"}, follow=True
    )
    nothing = client.post(reverse("oversight:move_act", args=[draft.pk, act.pk]), {"to": "hai"})

    assert "Đã chuyển thành việc số 2." in answer.text
    assert order(draft)[1] == (2, "CĐCS Bốn")
    assert nothing.status_code == 422
    assert f'href="#to-{act.pk}"' in nothing.text


def test_acts_of_a_decision_that_was_carried_out_stay_in_their_order(province, draft):
    Reorganisation.objects.filter(pk=draft.pk).update(state=State.DONE)

    with pytest.raises((Denied, DomainError)):
        move_act(act=draft.acts.last(), to=1, by=actor_as(KEEPER, province), at=NOON)

    assert [name for _place, name in order(draft)] == NAMES


def test_a_decision_begun_at_the_page_of_a_unit_goes_on_with_it(client, keeper, province, schools):
    page = client.get(reverse("org:unit", args=[schools[0].pk]))
    address = reverse("oversight:new_reorganisation") + f"?don-vi={schools[0].key}"
    assert address in page.text

    begun = client.post(
        address,
        {
            "unit": f"{province} [{province.key}]",
            "title": "Đổi tên một công đoàn",
            "type_name": "Quyết định",
            "on": f"{DAY:%d/%m/%Y}",
        },
    )
    one = Reorganisation.objects.get()
    form = client.get(begun["Location"] + "&viec=rename")

    act = reverse("oversight:new_act", args=[one.pk])
    assert begun["Location"] == f"{act}?don-vi={schools[0].key}"
    assert f'value="CĐCS Một [{schools[0].key}]"' in form.text


def test_a_unit_that_is_not_there_is_not_taken_from_the_address(client, keeper):
    page = client.get(reverse("oversight:new_reorganisation") + "?don-vi=zzzzzz")

    assert page.status_code == 200
    assert '&amp;don-vi=zzzzzz"' not in page.text
