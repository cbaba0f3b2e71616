"""The re-organisation of 2025 replayed on a simulated country, province by province.

`python bench/replay.py "Ninh Bình" "Hồ Chí Minh"`, or `all`. THIDUA_DATA and DATABASE_URL say where
the country lies; it has to be PostgreSQL. The day is that of the data. Everything happens in one
transaction that is rolled back at the end. SECONDS ends the list of provinces early. Exit code 1
when something was wrong.
"""

import os


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings")
    os.environ.setdefault("THIDUA_SAMPLE", "1")
    import django  # noqa: PLC0415 -- the settings have just been named

    django.setup()
    from replay_whole import replay  # noqa: PLC0415

    replay()


if __name__ == "__main__":
    main()
