import re

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from factories import DAY
from thidua.org.actor import Actor
from thidua.org.models import Unit, User
from thidua.org.rights import Right

OWN = {
    "superior": "Công đoàn phường Hoa Lư",
    "name": "Công đoàn cơ sở Trường Mầm non Hoa Sen",
    "place": "Ninh Bình",
    "chair": "Lê Thị Mai",
}


def test_a_union_begins_with_one_command(db, capsys, client):
    call_command("setup", **OWN)

    chair = User.objects.get(username="chutich")
    unit = Unit.objects.get(name=OWN["name"])
    assert Actor.of(chair, DAY).can(Right.DOCUMENT_SIGN, unit)
    password = re.search(r"chutich +(\S+)", capsys.readouterr().out).group(1)
    signed_in = client.post(reverse("org:login"), {"username": "chutich", "password": password})
    assert signed_in.status_code == 302


def test_an_unknown_kind_names_the_known_ones_and_leaves_nothing(db):
    with pytest.raises(CommandError, match="cdcs"):
        call_command("setup", **OWN, kind="khong-co")

    assert not Unit.objects.exists()


def test_setting_up_twice_is_refused(db):
    call_command("setup", **OWN)

    with pytest.raises(CommandError, match="đã được thiết lập"):
        call_command("setup", **OWN)


def test_people_and_groups_are_added_by_commands(db, capsys, client):
    call_command("setup", **OWN)
    call_command("add_unit", under=OWN["name"], name="Tổ công đoàn Lá")
    capsys.readouterr()

    call_command(
        "add_person", unit=OWN["name"], name="Trần Thị Bình", post="vice_chair", username="pho"
    )

    vice = User.objects.get(username="pho")
    assert Actor.of(vice, DAY).can(Right.DOCUMENT_SIGN, Unit.objects.get(name=OWN["name"]))
    group = Unit.objects.get(name="Tổ công đoàn Lá")
    assert group.path_on(DAY).startswith(Unit.objects.get(name=OWN["name"]).path_on(DAY))
    password = re.search(r"một lần này: (\S+)", capsys.readouterr().out).group(1)
    signed_in = client.post(reverse("org:login"), {"username": "pho", "password": password})
    assert signed_in.status_code == 302


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        ("add_person", {"unit": "Không có", "name": "A", "post": "clerk"}, "Gần giống"),
        ("add_person", {"unit": OWN["name"], "name": "A", "post": "vua"}, "clerk"),
        (
            "add_person",
            {"unit": OWN["name"], "name": "A", "post": "clerk", "username": "chutich"},
            "đã có người dùng",
        ),
        ("add_unit", {"under": OWN["name"], "name": "A", "kind": "vua"}, "cdcs"),
    ],
)
def test_a_wrong_name_is_answered_with_the_right_ones(db, command, arguments, words):
    call_command("setup", **OWN)

    with pytest.raises(CommandError, match=words):
        call_command(command, **arguments)
