"""The seals on the command line, and after a backup came back."""

import pytest
from django.core.management import CommandError, call_command

from factories import CHAIR, NOON, actor_as
from oversight.test_archive import wipe
from thidua.audit.actions import record
from thidua.audit.models import AuditEvent, SealedBlock, UnsealedEvent
from thidua.org.models import Unit


@pytest.fixture
def event(workplace):
    by = actor_as(CHAIR, workplace, "Lê Văn Bình")
    changes = {"Số đoàn viên": (12, 21)}
    return record(
        "report.saved", on=workplace, by=by, unit=workplace, at=NOON, changes=changes, share=3.5
    )


def test_sealing_tells_how_many_rows(event, capsys):
    call_command("audit", "seal")

    assert "Đã niêm phong 1 dòng nhật ký." in capsys.readouterr().out


def test_verifying_tells_sealed_and_unsealed_rows_and_the_last_seal(event, workplace, capsys):
    call_command("audit", "seal")
    by = actor_as(CHAIR, workplace)
    record("report.submitted", on=workplace, by=by, unit=workplace, at=NOON)

    call_command("audit", "verify")

    told = capsys.readouterr()
    assert "1 khối, 1 dòng đã niêm phong, 1 dòng chờ niêm phong." in told.out
    assert SealedBlock.objects.get().hash in told.out
    assert "Nhật ký nguyên vẹn." in told.out
    assert "Đã xem 1 trong 1 dòng." in told.err


def test_verifying_names_a_changed_row_and_fails(event, capsys):
    call_command("audit", "seal")
    AuditEvent.objects.update(changes={"Số đoàn viên": [12, 22]})

    with pytest.raises(CommandError, match="không còn nguyên vẹn: 1 chỗ sai"):
        call_command("audit", "verify")

    assert (
        f"Dòng {event.pk} đã bị sửa sau khi niêm phong. Hiện ghi: 15/03/2024 12:00, "
        "Lê Văn Bình sửa số liệu báo cáo: “Số đoàn viên” từ 12 thành 22."
    ) in capsys.readouterr().out


def test_a_trail_that_came_back_from_a_backup_is_as_it_was_sealed(event, tmp_path, capsys):
    call_command("audit", "seal")
    last = SealedBlock.objects.get().hash
    call_command("backup", tmp_path / "one.tar")
    wipe()
    for model in (SealedBlock, UnsealedEvent):
        model.objects.all().delete()
    assert not Unit.objects.exists()

    call_command("restore", tmp_path / "one.tar")
    call_command("audit", "verify")

    assert last in capsys.readouterr().out
