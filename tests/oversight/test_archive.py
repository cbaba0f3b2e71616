import tarfile

import pytest
from django.core.management import CommandError, call_command

from factories import CHAIR, NOON, UnitFactory, actor_as
from thidua.audit.models import AuditEvent
from thidua.files.actions import keep
from thidua.files.models import StoredFile
from thidua.files.queries import content_of
from thidua.org.models import Person, Placement, Post, PostKind, Unit, UnitKind, UnitName, User


def wipe():
    for model in (AuditEvent, StoredFile, User, Post, PostKind, Person, Placement, UnitName):
        model.objects.all().delete()
    Unit.objects.all().delete()
    UnitKind.objects.all().delete()


@pytest.fixture
def full(db):
    actor_as(CHAIR, UnitFactory())
    return keep(data=b"%PDF-1.7 k\xc3\xa9o", media_type="application/pdf", unit=None, at=NOON)


def test_what_was_backed_up_comes_back_byte_for_byte(full, tmp_path, settings):
    call_command("backup", tmp_path / "one.tar")
    wipe()
    settings.STORAGES["default"]["OPTIONS"]["location"] = tmp_path / "elsewhere"
    settings.STORAGES = dict(settings.STORAGES)

    call_command("restore", tmp_path / "one.tar")
    call_command("backup", tmp_path / "two.tar")

    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "two.tar").read_bytes()
    assert content_of(StoredFile.objects.get()) == b"%PDF-1.7 k\xc3\xa9o"


def test_moments_come_back_to_the_microsecond(db, tmp_path):
    exact = NOON.replace(microsecond=123456)
    keep(data=b"x", media_type="text/plain", unit=None, at=exact)
    call_command("backup", tmp_path / "one.tar")
    wipe()

    call_command("restore", tmp_path / "one.tar")

    assert StoredFile.objects.get().stored_at == exact


def test_odd_line_ends_inside_a_text_come_back(db, tmp_path):
    Person.objects.create(name="Bùi\u2028Thanh\x85Tùng\x1cA")
    call_command("backup", tmp_path / "one.tar")
    Person.objects.all().delete()

    call_command("restore", tmp_path / "one.tar")

    assert Person.objects.get().name == "Bùi\u2028Thanh\x85Tùng\x1cA"


def test_a_broken_row_brings_back_nothing(full, tmp_path):
    call_command("backup", tmp_path / "one.tar")
    wipe()
    whole = (tmp_path / "one.tar").read_bytes()
    (tmp_path / "one.tar").write_bytes(whole.replace(b'"org.placement"', b'"org.placemenx"'))

    with pytest.raises(CommandError, match="không phải bản sao lưu nguyên vẹn"):
        call_command("restore", tmp_path / "one.tar")

    assert not Unit.objects.exists()


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_folder_is_no_backup(full, tmp_path, command):
    if command == "restore":
        wipe()

    with pytest.raises(CommandError, match=r"thư mục|Không tìm thấy"):
        call_command(command, tmp_path)


def test_new_rows_are_numbered_after_the_restored_ones(full, tmp_path):
    call_command("backup", tmp_path / "one.tar")
    highest = Person.objects.latest("pk").pk
    wipe()

    call_command("restore", tmp_path / "one.tar")

    assert Person.objects.create(name="Người mới").pk > highest


def test_a_restore_never_overwrites(full, tmp_path):
    call_command("backup", tmp_path / "one.tar")

    with pytest.raises(CommandError, match="đã có dữ liệu"):
        call_command("restore", tmp_path / "one.tar")


def test_a_damaged_backup_brings_back_nothing(full, tmp_path):
    path = tmp_path / "one.tar"
    call_command("backup", path)
    wipe()
    path.write_bytes(path.read_bytes()[:2000])

    with pytest.raises(CommandError, match="không phải bản sao lưu nguyên vẹn"):
        call_command("restore", path)

    assert not Unit.objects.exists()


def test_a_backup_that_cannot_be_written_leaves_nothing(full, tmp_path):
    with pytest.raises(CommandError, match="Không ghi được"):
        call_command("backup", tmp_path / "missing" / "one.tar")

    assert list(tmp_path.glob("*.tar*")) == []


def test_a_missing_file_of_the_store_stops_the_backup(full, tmp_path, settings):
    settings.STORAGES["default"]["OPTIONS"]["location"] = tmp_path / "empty"
    settings.STORAGES = dict(settings.STORAGES)

    with pytest.raises(CommandError, match="Không còn tệp này"):
        call_command("backup", tmp_path / "one.tar")

    assert not (tmp_path / "one.tar").exists()


def test_the_backup_holds_every_table(full, tmp_path):
    call_command("backup", tmp_path / "one.tar")

    with tarfile.open(tmp_path / "one.tar") as archive:
        names = archive.getnames()

    assert {"manifest.json", "rows/org.unit.jsonl", "rows/audit.auditevent.jsonl"} <= set(names)
