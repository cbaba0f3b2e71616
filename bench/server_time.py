"""What the process of PostgreSQL behind our connection has computed."""

import os
from pathlib import Path

from django.db import connection


def server_seconds() -> float:
    """On this machine only; SQLite computes in our own process, so nothing."""
    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (pid,) = cursor.fetchone()
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
