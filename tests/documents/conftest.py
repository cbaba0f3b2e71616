"""Somebody who works with papers; threads that write at once, on a database they really share."""

import copy
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from django.db import connection, connections

from factories import CLERK, actor_as


@pytest.fixture
def at_once(shared_database):
    """Run the given functions at the same moment, each on a connection of its own.

    What each returned or raised comes back in their order.
    """

    def run(*deeds):
        start = Barrier(len(deeds))

        def go(deed):
            start.wait(timeout=30)
            try:
                return deed()
            except Exception as error:  # noqa: BLE001 -- handed to the test, which judges it
                return error
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(deeds)) as pool:
            return list(pool.map(go, deeds))

    return run


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """Threads cannot share SQLite in memory as they share a file: work on a copy in a file."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    path = tmp_path / "shared.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as target:
        connection.connection.backup(target)
    in_memory, settings = connections["default"], connections.settings["default"]
    name = settings["NAME"]
    connections.settings["default"] = {**copy.deepcopy(settings), "NAME": path}
    del connections["default"]
    yield
    connections["default"].close()
    connections.settings["default"] = {**settings, "NAME": name}
    connections["default"] = in_memory


@pytest.fixture
def clerk(province):
    """Somebody who gives the numbers and sends."""
    return actor_as(CLERK, province, "Lê Văn Thư")
