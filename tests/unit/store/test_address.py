"""Where a log can be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orderflow.store import ProtectionOrders
from orderflow.store.address import settings_of
from tests.contracts.cases import request

if TYPE_CHECKING:
    from eventsourcing.utils import EnvType


@pytest.mark.parametrize(
    "address,path",
    [
        ("orders.db", "orders.db"),
        (Path("some") / "orders.db", "some/orders.db"),
        ("sqlite:///orders.db", "orders.db"),
        ("sqlite:////srv/orders.db", "/srv/orders.db"),
    ],
)
def test_a_path_is_an_sqlite_file(address: str | Path, path: str) -> None:
    """A path, or the URL of one, is a file."""
    assert settings_of(address)["SQLITE_DBNAME"] == path


@pytest.mark.parametrize("address", [":memory:", "sqlite:///:memory:"])
def test_memory_is_memory(address: str) -> None:
    """Both ways to write it mean a log that ends with the process."""
    assert settings_of(address) == {"PERSISTENCE_MODULE": "eventsourcing.popo"}


@pytest.mark.parametrize("scheme", ["postgres:", "postgresql:"])
def test_a_server_is_postgresql(scheme: str) -> None:
    """Both ways to begin the address lead there; it goes along as it was written."""
    address = f"{scheme}//orders:secret@localhost/orders"

    assert settings_of(address) == {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_URL": address,
    }


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sqlite:///",
        "file:orders.db?mode=ro",
        "mysql://u:pw@h",
        "postgresql+psycopg://u:pw@h/orders",
    ],
)
def test_any_other_address_is_the_callers_mistake(address: str) -> None:
    """What cannot be a log is refused, without repeating what may hold a password."""
    with pytest.raises(ValueError, match="address") as refused:
        ProtectionOrders.open(address)

    assert "pw" not in str(refused.value)


@pytest.mark.parametrize(
    "env",
    [
        {"PERSISTENCE_MODULE": "eventsourcing.postgres"},
        {"PERSISTENCE_MODULE": "eventsourcing.kurrentdb"},
        {"PERSISTENCE_MODULE": "eventsourcing.sqlite"},
        {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": "file:a.db?cache=shared"},
        {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": "file:x?mode=memory"},
    ],
)
def test_settings_for_another_store_are_refused(env: EnvType) -> None:
    """The library's settings must lead to a store of ours."""
    with pytest.raises(ValueError, match=r"SQLite|path|database"):
        ProtectionOrders(env)


@pytest.mark.parametrize(
    "name", ["mode=memory/o.db", "mode=memory.db", "a:memory:b", ":memory: ", "./:memory:", "a?b#c"]
)
def test_every_other_name_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Memory is `:memory:` and nothing else: what looks like it keeps what it acknowledged."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mode=memory").mkdir()
    with ProtectionOrders.open(name) as orders:
        order_id = orders.handle(request()).order_id
        assert (tmp_path / name).stat().st_size > 0
        assert orders.factory.tracking_recorder().max_tracking_id("ProtectionOrders") is None
    with ProtectionOrders.open(name, create=False) as orders:
        assert orders.get(order_id).version == 1


def test_a_name_cannot_hold_a_nul() -> None:
    """What no file can be called is the caller's mistake."""
    with pytest.raises(ValueError, match="address"):
        ProtectionOrders.open("orders\0.db")
    with pytest.raises(ValueError, match="path"):
        ProtectionOrders({"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": "a\0"})


def test_sqlite_in_memory_is_memory() -> None:
    """The library's name for a database in memory is understood."""
    env = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": ":memory:"}
    with ProtectionOrders(env) as orders:
        assert orders.recorder.max_notification_id() is None


def test_an_address_prevails_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever names a log gets that log, whatever the process was started with."""
    monkeypatch.setenv("PROTECTIONORDERS_PERSISTENCE_MODULE", "eventsourcing.postgres")
    monkeypatch.setenv("PROTECTIONORDERS_SQLITE_DBNAME", str(tmp_path / "other.db"))
    ProtectionOrders.open(tmp_path / "orders.db").close()
    ProtectionOrders.open().close()

    assert [file.name for file in tmp_path.iterdir()] == ["orders.db"]


def test_settings_may_be_meant_for_this_application_only(tmp_path: Path) -> None:
    """The library's prefix, the name of the application, is honoured."""
    path = tmp_path / "orders.db"
    env = {
        "PROTECTIONORDERS_PERSISTENCE_MODULE": "eventsourcing.sqlite",
        "PROTECTIONORDERS_SQLITE_DBNAME": str(path),
        "SQLITE_DBNAME": "elsewhere.db",
    }
    ProtectionOrders(env).close()

    assert path.exists()
