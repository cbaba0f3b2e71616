"""A unit keeps so much and no more; what the system makes itself is never refused."""

import pytest
from django.urls import reverse

from factories import KEEPER, NOON, actor_as, user_as
from thidua.core.errors import Denied
from thidua.files.actions import keep, set_quota
from thidua.files.models import StoredFile
from thidua.files.quota import OverQuota, used_by

pytestmark = pytest.mark.django_db


def kept(unit, data, *, made=False):
    return keep(data=data, media_type="text/plain", unit=unit, made=made, at=NOON)


def test_every_file_counts_once(workplace):
    kept(workplace, b"12345")
    kept(workplace, b"12345")
    kept(workplace, b"678")

    assert used_by(workplace) == 8


def test_a_full_unit_is_told_and_nothing_is_kept(workplace, settings):
    settings.FILES_QUOTA = 10
    kept(workplace, b"12345")

    with pytest.raises(OverQuota, match="đã dùng hết dung lượng"):
        kept(workplace, b"678901")

    assert StoredFile.objects.count() == 1


def test_what_it_keeps_already_comes_again_without_need_of_room(workplace, settings):
    kept(workplace, b"12345")
    settings.FILES_QUOTA = 1

    assert kept(workplace, b"12345").size == 5


def test_an_issued_paper_never_fails_for_it(workplace, settings):
    settings.FILES_QUOTA = 1

    assert kept(workplace, b"12345", made=True).size == 5


def test_a_keeper_gives_more(province, workplace, settings):
    settings.FILES_QUOTA = 1

    set_quota(unit=workplace, size=100, by=actor_as(KEEPER, province), at=NOON)
    assert kept(workplace, b"12345").size == 5

    set_quota(unit=workplace, size=None, by=actor_as(KEEPER, province), at=NOON)
    with pytest.raises(OverQuota):
        kept(workplace, b"other")


def test_nobody_gives_it_to_themselves(workplace):
    with pytest.raises(Denied):
        set_quota(unit=workplace, size=100, by=actor_as("chair", workplace), at=NOON)


def test_on_the_screen(client, province, workplace):
    kept(workplace, b"x" * 3_000)
    client.force_login(user_as(KEEPER, province))

    listed = client.get(reverse("oversight:storage"))
    answer = client.post(
        reverse("oversight:quota", args=[workplace.pk]), {"gigabytes": "2"}, follow=True
    )

    assert "3 KB" in listed.text
    assert "Đã đặt dung lượng lưu tệp" in answer.text
    assert "2 GB" in answer.text
