"""100,000 people from an Excel file: checked, taken over, undone; beside reading the file alone.

Run by itself, `python bench/importing.py`, on an empty database of its own (`DATABASE_URL`, by
default SQLite in a folder that is thrown away).
"""

import datetime as dt
import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from section import write_section

PEOPLE, UNITS = int(os.environ.get("PEOPLE", "100000")), 400
ONE_WRONG_IN = 100
NAMES = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Lý"),
    ("Thị", "Văn", "Hữu", "Đức", "Minh", "Thu", "Ngọc", "Quang", "Thanh", "Xuân"),
    ("An", "Bảo", "Cẩm", "Diệu", "Gia", "Hải", "Kim", "Lệ", "Mỹ", "Nhật", "Phương", "Quốc"),
    ("Hoa", "Lan", "Hùng", "Dũng", "Anh", "Bình", "Châu", "Giang", "Hà", "Hạnh", "Khánh", "Mai"),
)
TITLES = (
    "STT",
    "Họ và tên",
    "Mã số đoàn viên",
    "Ngày sinh",
    "Giới tính",
    "Điện thoại",
    "Email",
    "Đơn vị",
    "Ngày vào",
)


def main() -> None:
    folder = Path(tempfile.mkdtemp())
    os.environ.setdefault("THIDUA_DATA", str(folder))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    os.environ["TASKS_BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
    path = folder / "danh-sach.xlsx"
    write_list(path)
    alone = read_alone(path)
    rows = [["reading the same file alone", *_told(*alone, 0.0), "—"]]

    import django  # noqa: PLC0415 -- the settings have just been made

    django.setup()
    from importing_steps import steps  # noqa: PLC0415

    for name, took, used, served, note in steps(path, UNITS):
        rows.append([name, *_told(took, used, served), note or "—"])
        print(" ".join(rows[-1]))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    rows.append(["the process that reads the file, twice", *_told(0.0, worker, 0.0), "—"])
    memory = f"{own} MiB, and {child} MiB in the process that reads the file"
    rows.append(["most memory", "—", "—", "—", memory])
    write_section(
        f"A list of {PEOPLE:,} people from Excel, {django.db.connection.vendor}",
        f"PEOPLE={PEOPLE} python bench/importing.py",
        ("What", "Clock", "CPU of the application", "CPU of the database server", "Came of it"),
        rows,
    )


def _told(took: float, used: float, served: float) -> list[str]:
    return [f"{seconds:.1f} s" if seconds else "—" for seconds in (took, used, served)]


def write_list(path: Path) -> None:
    """As a province would send it: a title, heads of columns, one wrong line in a hundred."""
    import xlsxwriter  # noqa: PLC0415

    chance = random.Random(7)  # noqa: S311 -- data to measure with
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(0, 0, "DANH SÁCH ĐOÀN VIÊN")
        sheet.write_row(1, 0, TITLES)
        for number in range(1, PEOPLE + 1):
            wrong = number % ONE_WRONG_IN == 0
            born = dt.datetime(1965, 1, 1) + dt.timedelta(days=chance.randrange(13_000))  # noqa: DTZ001
            cells = [
                number,
                " ".join(map(chance.choice, NAMES)),
                f"DV{number:07}",
                "31/02/1980" if wrong and number % 300 == 0 else born,
                chance.choice(("Nam", "Nữ")),
                f"09{number:08}",
                f"a{number}@example.org",
                "Trường không có"
                if wrong and number % 300 == 100
                else f"CĐCS Trường số {number % UNITS}",
                "0l/O9/2015" if wrong and number % 300 == 200 else "01/09/2015",
            ]
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.datetime):
                    sheet.write_datetime(number + 1, column, cell, days)
                else:
                    sheet.write(number + 1, column, cell)


def read_alone(path: Path) -> tuple[float, float]:
    """What the library takes for the file, nothing kept: by the clock, and computing."""
    import python_calamine  # noqa: PLC0415

    began, worked = time.perf_counter(), time.process_time()
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    count = sum(1 for _row in book.get_sheet_by_index(0).iter_rows())
    if count < PEOPLE:
        sys.exit(f"the file holds {count} rows")
    return time.perf_counter() - began, time.process_time() - worked


if __name__ == "__main__":
    main()
