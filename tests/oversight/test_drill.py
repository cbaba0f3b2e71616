"""Drills on whole installations, in processes of their own: `make drill`."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def thidua(data, *arguments):
    env = os.environ | {"THIDUA_DATA": str(data), "THIDUA_SAMPLE": "1"}
    env.pop("DATABASE_URL", None)
    command = [sys.executable, "-m", "thidua.config", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def test_the_sample_year_survives_backup_wipe_and_restore(tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    assert thidua(before, "migrate", "-v", "0").returncode == 0
    assert thidua(before, "sample").returncode == 0
    assert thidua(before, "backup", str(tmp_path / "one.tar")).returncode == 0

    restored = thidua(after, "restore", str(tmp_path / "one.tar"))

    assert "Đã phục hồi" in restored.stdout
    assert thidua(after, "backup", str(tmp_path / "two.tar")).returncode == 0
    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "two.tar").read_bytes()


def test_a_restore_over_data_changes_nothing(tmp_path):
    data = tmp_path / "data"
    thidua(data, "migrate", "-v", "0")
    thidua(data, "sample")
    thidua(data, "backup", str(tmp_path / "one.tar"))

    refused = thidua(data, "restore", str(tmp_path / "one.tar"))

    assert refused.returncode != 0
    assert "đã có dữ liệu" in refused.stderr
    thidua(data, "backup", str(tmp_path / "two.tar"))
    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "two.tar").read_bytes()
