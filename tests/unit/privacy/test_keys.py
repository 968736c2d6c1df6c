"""What every key store does, whatever it keeps its keys in."""

from __future__ import annotations

import pickle
import re
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor

import pytest

from orderflow.errors import DataErased, KeyStoreError, NoKey, NotUnsealed
from orderflow.order.confidential import Sealed
from orderflow.privacy import KeyState, KeyStatus
from tests.contracts.cases import after
from tests.unit.privacy.making import LOG, ORDER, PLACE, SAFE, Keys, erasure


def never() -> bool:
    """Tell that a log holds nothing sealed."""
    return False


def always() -> bool:
    """Tell that a log holds something sealed."""
    return True


def test_what_is_sealed_opens_in_its_place(keys: Keys) -> None:
    """And says what it said, whatever that is."""
    for text in (SAFE, "x", "é ✓ \U0001f512", "\0", "line\nline", "x" * 20_000):
        assert keys.open(keys.seal(text, PLACE), PLACE) == text


@pytest.mark.parametrize(
    "changes",
    [
        {"stream": ORDER.__class__(int=7)},
        {"version": 4},
        {"event": "StatementRecorded"},
        {"field": "text"},
    ],
)
def test_what_is_moved_does_not_open(keys: Keys, changes: dict[str, object]) -> None:
    """To another order, version, event or field."""
    sealed = keys.seal(SAFE, PLACE)

    with pytest.raises(NotUnsealed) as raised:
        keys.open(sealed, PLACE._replace(**changes))  # type: ignore[arg-type]
    assert SAFE not in str(raised.value)


def test_what_is_moved_to_another_person_does_not_open(keys: Keys) -> None:
    """Whether or not that person has a key."""
    sealed = keys.seal(SAFE, PLACE)

    for _ in range(2):
        with pytest.raises(NoKey):
            keys.open(sealed, PLACE._replace(person="rob"))
        keys.seal("else", PLACE._replace(person="rob"))


def test_any_changed_byte_is_refused(keys: Keys) -> None:
    """Of the box, character by character, and of the name of the key."""
    sealed = keys.seal(SAFE, PLACE)

    for number, letter in enumerate(sealed.box):
        other = "A" if letter != "A" else "B"
        box = f"{sealed.box[:number]}{other}{sealed.box[number + 1 :]}"
        if letter == "=":
            continue  # No longer base64, and so no sealed value at all.
        with pytest.raises(NotUnsealed):
            keys.open(sealed.model_copy(update={"box": box}), PLACE)
    for short in ("AAAA", sealed.box[:-4], sealed.box + "AAAA"):
        with pytest.raises(NotUnsealed):
            keys.open(sealed.model_copy(update={"box": short}), PLACE)
    with pytest.raises(NoKey):
        keys.open(sealed.model_copy(update={"key": "f" * 32}), PLACE)


def test_no_nonce_repeats_and_no_length_tells(keys: Keys) -> None:
    """The same text is never sealed alike, and short texts are as long as each other."""
    boxes = [b64decode(keys.seal(SAFE, PLACE).box) for _ in range(2000)]

    assert len({box[:12] for box in boxes}) == len(boxes)
    lengths = {len(keys.seal("x" * size, PLACE).box) for size in range(1, 61)}
    assert len(lengths) == 1


def test_a_person_has_one_key(keys: Keys) -> None:
    """Everywhere in the log, and another than anybody else's."""
    names = {
        keys.seal(SAFE, PLACE._replace(person=person, version=version)).key
        for person in ("ana", "rob")
        for version in (1, 2, 3)
    }

    assert len(names) == 2
    assert [status.person for status in keys.statuses()] == ["ana", "rob"]


def test_many_threads_make_one_key(keys: Keys) -> None:
    """Whoever comes first makes it, and everybody else uses it."""
    with ThreadPoolExecutor(8) as pool:
        sealed = list(pool.map(lambda n: keys.seal(SAFE, PLACE._replace(version=n)), range(64)))

    assert len({one.key for one in sealed}) == 1
    assert {keys.open(one, PLACE._replace(version=n)) for n, one in enumerate(sealed)} == {SAFE}


def test_a_fingerprint_needs_the_key(keys: Keys) -> None:
    """It is the same for the same content and person, and for nothing else."""
    with pytest.raises(NoKey):
        keys.fingerprint(b"content", "ana")
    keys.seal(SAFE, PLACE)
    keys.seal(SAFE, PLACE._replace(person="rob"))

    found = keys.fingerprint(b"content", "ana")
    assert len(found) == 32
    assert keys.fingerprint(b"content", "ana") == found
    assert keys.fingerprint(b"other", "ana") != found
    assert keys.fingerprint(b"content", "rob") != found


def test_who_is_marked_has_nothing_more_sealed(keys: Keys) -> None:
    """But what is sealed still opens, until the key is destroyed."""
    sealed = keys.seal(SAFE, PLACE)
    first = erasure()

    assert keys.mark(first) == first
    assert keys.mark(erasure()) == first
    for refused in (lambda: keys.seal(SAFE, PLACE), lambda: keys.fingerprint(b"x", "ana")):
        with pytest.raises(DataErased):
            refused()
    assert keys.open(sealed, PLACE) == SAFE
    assert keys.status("ana") == KeyStatus("ana", KeyState.MARKED, sealed.key, first)


def test_a_mark_can_be_taken_back(keys: Keys) -> None:
    """The same key seals again; where there was none, nothing is left."""
    sealed = keys.seal(SAFE, PLACE)
    for person in ("ana", "rob"):
        keys.mark(erasure(person))
        keys.withdraw(person)
        keys.withdraw(person)

    assert keys.status("rob") is None
    assert keys.seal(SAFE, PLACE).key == sealed.key
    assert keys.status("ana") == KeyStatus("ana", KeyState.LIVE, sealed.key)


def test_a_destroyed_key_is_never_made_again(keys: Keys) -> None:
    """Nothing opens, nothing is sealed, and nothing takes it back; others are as they were."""
    sealed, other = keys.seal(SAFE, PLACE), keys.seal(SAFE, PLACE._replace(person="rob"))
    decided = keys.mark(erasure())

    status = keys.destroy("ana", after(41))
    assert status == KeyStatus("ana", KeyState.ERASED, sealed.key, decided, after(41))
    keys.withdraw("ana")
    assert keys.destroy("ana", after(50)) == status
    assert keys.mark(erasure()) == decided
    for refused in (
        lambda: keys.open(sealed, PLACE),
        lambda: keys.seal(SAFE, PLACE),
        lambda: keys.fingerprint(b"x", "ana"),
    ):
        with pytest.raises(DataErased):
            refused()
    assert keys.open(other, PLACE._replace(person="rob")) == SAFE


def test_who_never_had_a_key_gets_none_after_being_erased(keys: Keys) -> None:
    """A tombstone stands where a key might have been made."""
    keys.mark(erasure("rob"))
    with pytest.raises(DataErased):
        keys.seal(SAFE, PLACE._replace(person="rob"))

    assert keys.destroy("rob", after(41)).key_id is None
    with pytest.raises(DataErased):
        keys.seal(SAFE, PLACE._replace(person="rob"))
    with pytest.raises(DataErased):
        keys.open(Sealed(key="0" * 32, box="AAAA"), PLACE._replace(person="rob"))


def test_no_key_is_destroyed_without_a_decision(keys: Keys) -> None:
    """Neither of somebody who has one, nor of somebody unknown."""
    keys.seal(SAFE, PLACE)

    for person in ("ana", "rob"):
        with pytest.raises(KeyStoreError):
            keys.destroy(person, after(41))
    assert keys.status("rob") is None


def test_keys_serve_one_log(keys: Keys) -> None:
    """The first that is opened with them; a pseudonym of another log is somebody else."""
    keys.serve(LOG, never)
    keys.serve(LOG, always)

    with pytest.raises(KeyStoreError, match="another log"):
        keys.serve("real/2026-02-02T00:00:00+00:00", never)


def test_new_keys_do_not_serve_a_log_that_was_sealed_with_others(keys: Keys) -> None:
    """A key store that is missing is not replaced by an empty one in silence."""
    with pytest.raises(KeyStoreError, match="new"):
        keys.serve(LOG, always)

    keys.serve(LOG, never)


def test_a_key_store_shows_no_key(keys: Keys) -> None:
    """Not in its own form, nor in what it tells of anybody."""
    keys.seal(SAFE, PLACE)

    told = f"{keys!r} {keys} {list(keys.statuses())}"
    assert re.search(r"(?<![0-9a-f])b['\"]", told) is None
    with pytest.raises(TypeError):
        pickle.dumps(keys)
