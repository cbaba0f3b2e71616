"""The bodies, people and posts around the five sample plans; members have made-up names."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from itertools import repeat

from django.contrib.auth.hashers import make_password

from thidua.org import actions
from thidua.org.actions.headcounts import give_headcount
from thidua.org.actor import Actor
from thidua.org.models import Membership, Person, PostKind, Unit, UnitKind
from thidua.org.sample_accounts import PASSWORD
from thidua.oversight.reference import load_all_reference
from thidua.oversight.sample.tables import Row, table

FOUNDED = date(2018, 1, 1)
BEGAN = datetime(2018, 1, 1, 1, tzinfo=UTC)
COUNTED = date(2021, 12, 31)


def build_organisation() -> dict[str, Unit]:
    """Every unit by its code in ``units.csv``, with headcounts, members, posts and accounts."""
    load_all_reference()
    rows = table("units.csv")
    keeper, units = _units(rows)
    _posts(units, keeper)
    _members(rows, units)
    return units


@cache
def _password_hash() -> str:
    """The same for all, since the password is: hashing takes its time on purpose."""
    return make_password(PASSWORD)


def _units(rows: Sequence[Row]) -> tuple[Actor, dict[str, Unit]]:
    kinds = {kind.code: kind for kind in UnitKind.objects.all()}
    top = rows[0]
    keeper = actions.found_installation(
        kind=kinds[top["kind"]],
        naming=_naming(top),
        keeper=PostKind.objects.get(code="keeper"),
        username="quantri",
        on=FOUNDED,
        at=BEGAN,
    )
    keeper.user.password = _password_hash()
    keeper.user.save(update_fields=["password"])
    units = {top["code"]: Unit.objects.get()}
    for row in rows[1:]:
        units[row["code"]] = actions.establish_unit(
            under=units[row["under"]],
            kind=kinds[row["kind"]],
            naming=_naming(row),
            on=FOUNDED,
            by=keeper,
            at=BEGAN,
        )
        if row["members"]:
            _count(units[row["code"]], row, keeper)
    return keeper, units


def _naming(row: Row) -> actions.Naming:
    fields = ("name", "short_name", "symbol", "place", "body")
    return actions.Naming(**{field: row[field] for field in fields})


def _count(unit: Unit, row: Row, keeper: Actor) -> None:
    women = int(row["women"]) if row["women"] else None
    by = replace(keeper, day=COUNTED)
    give_headcount(unit=unit, on=COUNTED, members=int(row["members"]), women=women, by=by, at=BEGAN)


def _posts(units: Mapping[str, Unit], keeper: Actor) -> None:
    kinds = {kind.code: kind for kind in PostKind.objects.all()}
    password_hash = _password_hash()
    for row in table("posts.csv"):
        if row["post"] == "keeper":
            continue
        unit = units[row["unit"]]
        email = f"{row['username']}@example.org" if row["username"] else ""
        person = Person.objects.create(name=row["name"], email=email)
        actions.appoint(
            person=person,
            unit=unit,
            kind=kinds[row["post"]],
            on=date.fromisoformat(row["starts_on"]),
            basis="",
            by=keeper,
            at=BEGAN,
        )
        if row["username"]:
            actions.give_account(
                person=person,
                username=row["username"],
                password_hash=password_hash,
                unit=unit,
                by=keeper,
                at=BEGAN,
            )


def _members(rows: Sequence[Row], units: Mapping[str, Unit]) -> None:
    """As many members as were counted in every workplace; the same names on every machine."""
    draw = random.Random(2024)  # noqa: S311 -- made-up names, not secrets
    names = table("names.csv")
    parts = [[row[part] for row in names if row[part]] for part in ("family", "middle", "given")]
    wants = {row["given"]: row["wants"] for row in names if row["wants"]}
    for row in rows:
        if row["kind"] != "cdcs":
            continue
        persons = Person.objects.bulk_create(
            Person(
                name=_agreeing([draw.choice(part) for part in parts], wants),
                code=f"{row['code'].upper()}-{number:03d}",
                phone=f"09{draw.randrange(10**8):08d}",
            )
            for number in range(1, int(row["members"]) + 1)
        )
        places = _places(row["code"], rows, units)
        Membership.objects.bulk_create(
            Membership(person=person, unit=place, starts_on=FOUNDED)
            for person, place in zip(persons, places, strict=False)
        )


def _agreeing(name: Sequence[str], wants: Mapping[str, str]) -> str:
    """No *Đức Yến* and no *Thị Hùng*: such a given name takes the middle name it `wants`."""
    family, middle, given = name
    wanted = wants.get(given, "")
    clash = bool(wanted) and middle.startswith("Thị") != (wanted == "Thị") and middle != "Xuân"
    return f"{family} {wanted if clash else middle} {given}"


def _places(code: str, rows: Sequence[Row], units: Mapping[str, Unit]) -> Iterator[Unit]:
    """Where the members of a workplace stand one after the other: its groups, then itself."""
    for row in rows:
        if row["under"] == code:
            yield from repeat(units[row["code"]], int(row["members"]))
    yield from repeat(units[code])
