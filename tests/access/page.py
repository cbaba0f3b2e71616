"""The reference page of the matrix, written from the rules and the kinds of post.

PYTHONPATH=src:tests python -m access.page
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from access.roles import FILE as KINDS
from access.roles import ROLES
from access.rules import FILE, Rule, rules

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/access-matrix.md"
HEAD = f"""# Access matrix

Which address lets in whom. Written from `tests/access/{FILE.name}` and
`org/reference/{KINDS.name}` (`python -m access.page`), not by hand; the tests walk every address
and compare the answer with this table in both directions, so a page without a line here fails the
build.

- **In the unit**: the post is held in the unit whose thing it is. **Keeping an ended unit**: the
  unit whose thing it is has ended, and the post is held in the unit that keeps its records; then
  *above* means above the keeping unit, and its former superiors are refused. **Above**: in any unit
  above it. **At the top**: in the topmost unit only. **Below**: in a group of the unit.
  **Anywhere**: in whatever unit; such a page names no thing and shows and changes only what belongs
  to the units of one's posts.
- Rights are those of [Rights](rights.md). `+`: all are needed; a comma parts alternatives; *any
  right*: one is enough, whichever; *signs*: a post that signs for its unit.
- A post counts from its first day to the day before its end; a letter of delegation on its days and
  no longer than the post; entering for a unit on its days, and only for what is entered.
- **Kinds of post**: those of the catalogue as delivered that get in, at the first place named. A
  keeper may change the catalogue; then the rights decide.
- Everybody else is refused: strangers are asked to sign in, others get 403 or, where they may not
  even know of the thing, 404.
"""
FEW = 4
COLUMNS = ("| Address | Way | Who | Kinds of post |", "| --- | --- | --- | --- |")
SAID = {
    "here": "in the unit",
    "keeping": "keeping an ended unit",
    "above": "above",
    "top": "at the top",
    "below": "below",
    "anywhere": "anywhere",
}
WHOLE = {
    "everybody": "everybody, without an account too",
    "account": "every account; shows what belongs to the units of one's posts",
    "nobody": "nobody",
}


def page() -> str:
    return HEAD + "".join(_room(room, list(lines)) for room, lines in _by_room())


def _by_room() -> Iterator[tuple[str, Iterator[Rule]]]:
    return groupby(rules(), key=lambda rule: rule.room)


def _room(room: str, lines: list[Rule]) -> str:
    table = [f"\n## {room}\n", *COLUMNS]
    for _key, same in groupby(lines, key=lambda one: (one.route, one.who, one.note)):
        ways = list(same)
        table.append(_row(ways[0], ", ".join(one.way for one in ways)))
    return "\n".join(table) + "\n"


def _row(rule: Rule, ways: str) -> str:
    remark = f" ({rule.note})" if rule.note and not rule.refusals_only else ""
    return f"| `{rule.route}` | {ways} | {_who(rule)}{remark} | {_kinds(rule)} |"


def _who(rule: Rule) -> str:
    if not rule.places:
        return WHOLE[rule.who]
    return "; ".join(f"{SAID[place]}: {_needs(rule, place)}" for place in rule.places)


def _needs(rule: Rule, place: str) -> str:
    said = dict(part.strip().split(" ", 1) for part in rule.who.split(";"))[place]
    if said in {"any", "post"}:
        return {"any": "any right", "post": "any post"}[said]
    return ", ".join(
        " + ".join("signs" if name == "signs" else f"`{name}`" for name in one.split(" + "))
        for one in said.split(" | ")
    )


def _kinds(rule: Rule) -> str:
    if not rule.places:
        return "all" if rule.who in {"everybody", "account"} else "none"
    place = next(iter(rule.places))
    let_in = [code for code, rights in ROLES.items() if rule.lets_in(rights, place)]
    others = [code for code in ROLES if code not in let_in]
    if len(others) <= FEW:
        return f"all but {', '.join(others)}" if others else "all"
    return ", ".join(let_in) or "none"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
