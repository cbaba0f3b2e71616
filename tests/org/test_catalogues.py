"""Kinds of units, bodies and posts: dated rows, and a keeper who cannot lock themselves out."""

import csv

import pytest

from factories import CHAIR, DAY, KEEPER, NOON, UnitFactory, actor_as, post_kind, user_as
from thidua.core.errors import Denied, DomainError
from thidua.notify.policies.wordings import may_word_letters
from thidua.org.actions.catalogues import add_kind, change_kind
from thidua.org.actor import Actor
from thidua.org.models import Area, Body, BodySize, PostKind, UnitKind
from thidua.org.policies.guarded import may_keep_kinds
from thidua.org.policies.units import may_keep_catalogues
from thidua.org.queries.areas import area_of_today, areas_on
from thidua.org.reference import HERE, load_reference
from thidua.org.rights import Right
from thidua.oversight.policies.trail import may_check


def test_a_keeper_cannot_take_their_own_last_right(province):
    user = user_as(KEEPER, province)
    kind = post_kind(KEEPER)

    with pytest.raises(DomainError, match="chính bạn không còn quản trị"):
        change_kind(
            kind=kind, values={"rights": [Right.AUDIT_READ]}, by=Actor.of(user, DAY), at=NOON
        )

    assert Right.UNIT_MANAGE in PostKind.objects.get(code=KEEPER).grants()


def test_a_keeper_may_take_it_while_another_post_gives_it(province):
    user = user_as(KEEPER, province)
    deputy = PostKind.objects.create(code="keeper2", name="Phó", rights=[Right.UNIT_MANAGE])
    user.person.posts.create(unit=province, kind=deputy, starts_on=DAY)

    change_kind(
        kind=post_kind(KEEPER),
        values={"rights": [Right.AUDIT_READ]},
        by=Actor.of(user, DAY),
        at=NOON,
    )

    assert PostKind.objects.get(code=KEEPER).rights == [Right.AUDIT_READ]


def test_catalogues_are_kept_at_the_topmost_unit_only(province, workplace):
    for actor in (actor_as(KEEPER, workplace), actor_as(CHAIR, province)):
        with pytest.raises(Denied):
            add_kind(kind=Body(code="dct", name="Đoàn Chủ tịch"), by=actor, at=NOON)

    assert not Body.objects.exists()


@pytest.mark.parametrize("may", [may_keep_catalogues, may_keep_kinds, may_word_letters, may_check])
def test_the_top_is_where_nobody_stands_above_however_old_the_unit(may, db):
    older = UnitFactory()
    top = UnitFactory()
    older.placements.update(path=f"{top.path_on(DAY)}{older.key}/")

    assert may(actor_as(KEEPER, top))
    assert not may(actor_as(KEEPER, older))


def test_a_code_belongs_to_one_row(province):
    keeper = actor_as(KEEPER, province)
    add_kind(kind=Body(code="bch", name="Ban Chấp hành"), by=keeper, at=NOON)

    with pytest.raises(DomainError, match="“bch” đã dùng"):
        add_kind(kind=Body(code="bch", name="BCH"), by=keeper, at=NOON)


def test_rights_are_chosen_with_boxes_and_kept_in_their_order(client, province):
    client.force_login(user_as(KEEPER, province))
    chair = post_kind(CHAIR)

    answer = client.post(
        f"/catalogues/posts/{chair.pk}/",
        {
            "name": "Chủ tịch",
            "signs_as": "head",
            "rank": "10",
            "rights": [Right.STORY_WRITE, Right.DOCUMENT_READ],
        },
    )

    assert (answer.status_code, answer["Location"]) == (302, "/catalogues/?of=posts")
    chair.refresh_from_db()
    assert chair.rights == [Right.DOCUMENT_READ, Right.STORY_WRITE]


def test_what_is_refused_comes_back_with_the_reason(client, province):
    client.force_login(user_as(KEEPER, province))
    keeper = post_kind(KEEPER)

    answer = client.post(
        f"/catalogues/posts/{keeper.pk}/", {"name": "Cán bộ quản trị", "rank": "70", "rights": []}
    )

    assert answer.status_code == 422
    assert "Hãy giao quyền quản trị cho người khác trước" in answer.text


def test_a_kind_is_added_and_ended_on_the_screen(client, province):
    client.force_login(user_as(KEEPER, province))
    typed = {"name": "Nghiệp đoàn", "code": "nd", "rank": "61", "starts_on": "01/01/2024"}
    client.post("/catalogues/units/new/", typed)
    kind = UnitKind.objects.get(code="nd")

    client.post(f"/catalogues/units/{kind.pk}/", typed | {"ends_on": "1/3/24"})

    assert "Thôi dùng từ 01/03/2024" in client.get("/catalogues/").text


def test_the_catalogues_that_come_along_are_complete(db):
    load_reference()
    load_reference()

    files = {"unit_kinds": UnitKind, "bodies": Body, "post_kinds": PostKind, "body_sizes": BodySize}
    for name, model in files.items():
        with (HERE / f"{name}.csv").open(encoding="utf-8") as file:
            assert model.objects.count() == len(list(csv.DictReader(file))), name
    assert all(kind.grants() is not None for kind in PostKind.objects.all())


def test_there_were_63_provinces_and_there_are_34(db):
    load_reference()

    before, since = areas_on(DAY), areas_on(DAY.replace(year=2025, month=7, day=1))

    assert (before.count(), since.count()) == (63, 34)
    old = Area.objects.get(name="Hòa Bình")
    assert area_of_today(old, DAY) == old
    assert area_of_today(old, DAY.replace(year=2026)).name == "Phú Thọ"
