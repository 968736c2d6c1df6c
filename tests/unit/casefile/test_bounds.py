"""A case file made to exhaust its reader is refused, and running one takes no needless work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from orderflow.casefile import bounds, load_case, open_simulated, read_case, run_case
from orderflow.casefile import store as stage
from orderflow.casefile.bounds import DEEPEST, LARGEST_FILE, MOST_IN_A_LIST, MOST_TABLES
from orderflow.errors import CaseFileError
from orderflow.store import ProtectionOrders
from tests.unit.casefile.conftest import GRANT, HEAD, REQUEST, WHOLE, Read, Refused

WISH = """
[[step]]
name = "wish {}"
do = "RecordWishes"
at = 2024-03-12T10:00:00+00:00
actor = {{ role = "protected_person", person = "daughter" }}
with = {{ person = "daughter", wishes = "supports" }}
"""


def wishes(number: int) -> str:
    """Return so many steps that each record one event."""
    return "".join(WISH.format(one) for one in range(number))


def counted(name: str, asked: list[str]) -> Callable[..., object]:
    """Return a method of the store that writes down each time it is asked."""
    method: Callable[..., object] = getattr(ProtectionOrders, name)

    def asking(*given: object, **named: object) -> object:
        asked.append(name)
        return method(*given, **named)

    return asking


@pytest.mark.parametrize(
    "text, said",
    [
        ("a = " + "[" * 20_000, "too many brackets"),
        ("a = " + "{a = " * 20_000, "too many brackets"),
        ("a" + ".a" * 20_000 + " = 1", "line 1 names tables within each other"),
        ("\n[a" + " . 'a' . \"a\"" * 20_000 + "]", "line 2 names tables within each other"),
        ("format = " + "9" * 10_000, "out of all bounds"),
        ("format = 0x" + "F" * 10_000, "larger than TOML knows"),
        (f"format = {2**63}", "larger than TOML knows"),
        ("#" * (LARGEST_FILE + 1), "larger than 256 KiB"),
        ("a = " + "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), f"more than {DEEPEST} tables"),
        ("a = [" + "1," * (MOST_IN_A_LIST + 1) + "]", f"at most {MOST_IN_A_LIST}"),
        ("[[step]]\n" * (MOST_TABLES["step"] + 1), "at most 1000"),
        ("[[person]]\n" * (MOST_TABLES["person"] + 1), "at most 200"),
    ],
    ids=range(12),
)
def test_a_bomb_is_refused(refused: Refused, text: str, said: str) -> None:
    """Nesting, size and numbers beyond any case are refused in words."""
    step, _, reason = refused(text)

    assert step == ""
    assert said in reason


@pytest.mark.boundary
def test_what_is_just_within_bounds_is_no_bomb(refused: Refused) -> None:
    """At the bound itself the file is judged by what it says."""
    key = "a" + ".a" * (DEEPEST - 1)
    for text in (
        f"{key} = {2**63 - 1}\n",
        "a = " + "[" * DEEPEST + "]" * DEEPEST,
        "#" * LARGEST_FILE,
        "a = [" + "1," * MOST_IN_A_LIST + "]",
    ):
        assert refused(text)[1:] == ("person", "is missing: there is no [[person]] table")


def test_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    """A file beyond the bound is refused as such, whatever it holds."""
    (tmp_path / "big.toml").write_bytes(b"\xff" * (LARGEST_FILE + 2))

    with pytest.raises(CaseFileError, match="larger than 256 KiB"):
        load_case(tmp_path / "big.toml")


@pytest.mark.parametrize("name", ["", "x" * 201, "x\x1b[2J", "x\udcff", "x\u202ey"])
def test_a_name_that_the_log_cannot_keep_is_refused(name: str) -> None:
    """The name of a file that becomes the name of a case must be one that can be seen."""
    with pytest.raises(CaseFileError, match="characters that can be seen") as caught:
        read_case(WHOLE, file=f"{name}.toml")

    assert caught.value.file == f"{name}.toml"


@pytest.mark.boundary
def test_the_longest_name_is_kept() -> None:
    """A name of 200 characters is read and run."""
    assert run_case(read_case(WHOLE, file=f"{'x' * 200}.toml")).ok


def test_a_name_that_no_file_has_cannot_be_read() -> None:
    """A name with a null character is told as a file that cannot be read."""
    with pytest.raises(CaseFileError, match="cannot be read"):
        load_case("x\0y.toml")


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "1899-12-31T00:00:00+00:00"],
)
@pytest.mark.parametrize("field", ["at", "recorded_at", "conduct_at"])
def test_a_moment_beyond_all_orders_is_refused(refused: Refused, field: str, moment: str) -> None:
    """A moment before 1900 or after 2999 is told with its step and field."""
    head, _, report = WHOLE.rpartition("[[step]]")
    if field == "conduct_at":
        report = report.replace("2024-03-10T12:00:00+00:00", moment)
    elif field == "at":
        report = report.replace("2024-03-11T10:00:00+00:00", moment)
    else:
        report = report.replace("actor", f"recorded_at = {moment}\nactor", 1)
    step, place, reason = refused(f"{head}[[step]]{report}")

    assert (step, place.removeprefix("with.")) == ("report", field)
    assert reason == "a moment lies between the years 1900 and 2999"


def test_a_step_reads_nothing_of_what_came_before(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many steps a case has, its history is read once, and its order once."""
    asked: list[str] = []
    for name in ("get", "history"):
        monkeypatch.setattr(ProtectionOrders, name, counted(name, asked))

    assert run_case(read(HEAD + REQUEST + GRANT + wishes(50))).ok
    assert sorted(asked) == ["get", "history"]


def test_an_order_has_no_more_events_than_any_case(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A case whose order grows beyond the bound stops there, with the step that was too much."""
    monkeypatch.setattr(stage, "MOST_EVENTS", 5)
    case = read(HEAD + REQUEST + GRANT + wishes(9))

    with pytest.raises(CaseFileError, match="events; a case has far fewer") as caught:
        run_case(case)

    assert caught.value.step.startswith("wish")
    assert bounds.MOST_EVENTS == 5000


def test_a_store_that_others_write_to_is_read_again(read: Read) -> None:
    """What somebody else records between two steps is seen at the next."""
    orders, clock = open_simulated()
    other = read_case(WHOLE, file="other.toml")
    case = read(HEAD + REQUEST + GRANT + wishes(3))
    handle, busy = orders.handle, [False]

    def handled(*given: object, **named: object) -> object:
        if not busy[0]:
            busy[0] = True
            assert run_case(other, orders, clock=clock).ok
            busy[0] = False
        clock.set(case.steps[-1].moment_recorded)  # type: ignore[union-attr]
        return handle(*given, **named)  # type: ignore[arg-type]

    with orders, pytest.MonkeyPatch.context() as patch:
        patch.setattr(orders, "handle", handled)
        assert run_case(case, orders, clock=clock).ok
        patch.undo()
        assert run_case(case, orders, clock=clock).repeated
