import gc
import os
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection

from factories import UnitFactory, unit_kind
from thidua.core import clock
from thidua.home import desk

# Looking for garbage after every few objects took a seventh of the time.
gc.set_threshold(50_000, 20, 100)
# A busy machine is no failure.
hypothesis.settings.register_profile("calm", deadline=None)
hypothesis.settings.load_profile("calm")
ROOMS = desk.ROOMS


ON_POSTGRESQL = connection.vendor == "postgresql"
HERE = Path(__file__).parent


ONE_WALK = {"test_matrix_of_the_year.py", "test_matrix_of_the_organisation.py"}


def pytest_ignore_collect(collection_path):
    """The library knows no database: on another one its tests would say the same again."""
    return True if ON_POSTGRESQL and collection_path == HERE / "vanban" else None


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL everything below the pages runs, and one walk through every page.

    What a page says and who may open it does not hang on the database, and the sample year is built
    by the same actions. `EVERYTHING=1` runs those tests too.
    """
    if ON_POSTGRESQL and not os.environ.get("EVERYTHING"):
        config.hook.pytest_deselected(items=[item for item in items if not _is_about_rows(item)])
        items[:] = [item for item in items if _is_about_rows(item)]


def _is_about_rows(item):
    if HERE / "access" in item.path.parents:
        return item.path.name in ONE_WALK
    if item.path.name == "test_sample.py":
        return False
    asked = set(getattr(item, "fixturenames", ()))
    rows = asked & {"db", "transactional_db"} or item.get_closest_marker("django_db")
    return bool(rows) and "client" not in asked


def pytest_terminal_summary(terminalreporter):
    if ON_POSTGRESQL:
        terminalreporter.write_line("the library, single pages, the sample year: SQLite runs them")


@pytest.fixture(autouse=True)
def jobs_run_at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def quick_and_private(settings, tmp_path):
    """Cheap password hashing, plain static files, and a store of its own for each test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.QUIET_HOURS = ""  # the time of day is the real one
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        "default": {
            "BACKEND": "thidua.files.storage.WholeFileStorage",
            "OPTIONS": {"location": tmp_path / "files", "base_url": None},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture(autouse=True)
def nothing_kept_from_another_test():
    """The numbers of the frame are kept for some seconds."""
    cache.clear()


@pytest.fixture(autouse=True)
def a_frame_without_numbers(monkeypatch):
    """Pages leave out how many tasks wait: to ask every room takes long.

    Tests about tasks, and those that walk everything, ask for `whole_frame`.
    """
    monkeypatch.setattr(desk, "ROOMS", ())


@pytest.fixture
def whole_frame(a_frame_without_numbers, monkeypatch):
    """Pages count the tasks of every room, as they do outside the tests."""
    monkeypatch.setattr(desk, "ROOMS", ROOMS)


@pytest.fixture(autouse=True)
def on_the_sample_day(settings, tmp_path):
    """Every test lives on 15/03/2024 unless it moves the day itself."""
    settings.SAMPLE_DAY_FILE = tmp_path / "sample-day"
    clock.set_sample_day(clock.SAMPLE_DAYS[0])


@pytest.fixture
def province(db):
    """The superior: a provincial education union with a standing committee."""
    return UnitFactory(
        name="Công đoàn Giáo dục tỉnh Ninh Bình",
        kind=unit_kind("cdgd", "Công đoàn Giáo dục tỉnh"),
        named__short_name="CĐGD tỉnh",
        named__symbol="CĐGD",
        named__body="BAN THƯỜNG VỤ",
    )


@pytest.fixture
def workplace(province):
    """A grassroots union below the superior."""
    return UnitFactory(name="CĐCS Trường THPT Hoa Lư A", under=province)


@pytest.fixture
def outsider(db):
    """A unit in another tree."""
    return UnitFactory(name="CĐCS Trường Chính trị tỉnh Lai Châu")
