"""What nothing points to goes after a day; what somebody keeps at that moment stays."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from access.things import document_file
from factories import NOON
from thidua.core import clock
from thidua.files import actions, sweeping
from thidua.files.actions import keep
from thidua.files.models import StoredFile, Use
from thidua.files.queries import content_of
from thidua.files.sweeping import sweep

pytestmark = pytest.mark.django_db
LONG_AGO = clock.real_now() - timedelta(days=3)


def kept(data=b"to giay", unit=None):
    return keep(data=data, media_type="text/plain", unit=unit, at=NOON)


def aged(stored):
    StoredFile.objects.filter(pk=stored.pk).update(last_kept_at=LONG_AGO)
    return made_old(stored.path)


def made_old(place):
    path = Path(default_storage.path(place))
    os.utime(path, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))
    return path


def test_the_row_goes_first_and_its_bytes_in_the_next_round(workplace):
    path = aged(kept(unit=workplace))

    first = sweep()

    assert (first.rows, first.files, path.exists()) == (1, 0, True)
    assert not Use.objects.exists()

    second = sweep()

    assert (second.rows, second.files, path.exists()) == (0, 1, False)


def test_what_came_lately_stays(workplace):
    stored = kept()
    made_old(stored.path)

    sweep()

    assert content_of(stored) == b"to giay"


def test_what_a_paper_holds_stays(workplace):
    held = document_file(workplace).file
    path = aged(held)

    found = sweep()

    assert found.rows == 0
    assert path.exists()


def test_bytes_that_come_again_become_young_again():
    stored = kept()
    aged(stored)

    kept()

    assert sweep().rows == 0


def test_a_row_that_is_swept_while_its_bytes_come_again_is_made_anew(monkeypatch, workplace):
    aged(kept())
    found, noted = [], actions._noted

    def after_the_sweeper(stored, unit, at):
        if not found:
            sweep()
        found.append(stored)
        return noted(stored, unit, at)

    monkeypatch.setattr(actions, "_noted", after_the_sweeper)
    stored = kept(unit=workplace)

    assert StoredFile.objects.get() == stored
    assert Use.objects.get().file == stored
    assert content_of(stored) == b"to giay"


def test_bytes_without_a_row_are_written_anew_when_they_come(workplace):
    """Otherwise a sweeper that has just seen them as old would take them away under the row."""
    stored = kept()
    path = made_old(stored.path)
    StoredFile.objects.all().delete()

    kept()

    assert path.stat().st_mtime > LONG_AGO.timestamp()


def test_a_file_that_turned_young_in_the_last_moment_is_put_back(monkeypatch):
    stored = kept()
    path = made_old(stored.path)
    StoredFile.objects.all().delete()
    seen = sweeping._is_old

    def and_then_it_comes_again(place, before):
        old = seen(place, before)
        default_storage.save(stored.path, ContentFile(b"to giay"))
        return old

    monkeypatch.setattr(sweeping, "_is_old", and_then_it_comes_again)
    sweep()

    assert path.read_bytes() == b"to giay"


def test_half_files_of_killed_writes_go():
    stored = kept()
    half = Path(default_storage.path(stored.path)).with_name(".dang-ghi-xyz")
    half.write_bytes(b"mot nua")
    os.utime(half, (LONG_AGO.timestamp(), LONG_AGO.timestamp()))

    assert sweep().halves == 1
    assert not half.exists()


def test_looking_takes_nothing_away(capsys):
    path = aged(kept())

    call_command("files", "check")

    assert path.exists()
    assert "Sẽ dọn: 1 tệp không còn ai dùng" in capsys.readouterr().out


def test_lost_bytes_are_an_alarm():
    default_storage.delete(kept().path)

    with pytest.raises(CommandError, match="không còn trong kho"):
        call_command("files", "check")
