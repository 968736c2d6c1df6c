"""Notes, keys and checkpoints: written in one way, and read in no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint, cosignature, moment_of, signed
from orderflow.audit.ledger.encoding import decoded, number
from orderflow.audit.ledger.keys import Kind, SigningKey, VerifierKey
from orderflow.audit.ledger.merkle import EMPTY_ROOT, leaf_hash
from orderflow.audit.ledger.note import LARGEST_NOTE, Note, Signature
from orderflow.errors import NotWellFormed
from tests.unit.audit.ledger.making import LOG_KEY, NOON, ORIGIN, WITNESS_KEY

# The example of the Go package golang.org/x/mod/sumdb/note, where signed notes come from.
GO_VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_NOTE = (
    f"{GO_TEXT}\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZ"
    "b6KE6RyyBwJnAM=\n"
).encode()

ROOT = leaf_hash(b"")
CHECKPOINT = Checkpoint(ORIGIN, 1, ROOT)
NOTE = signed(CHECKPOINT, LOG_KEY).encode()


def test_the_note_of_the_go_package_verifies() -> None:
    """A note that others signed is read, and its signature holds."""
    note = Note.parse(GO_NOTE)
    key = VerifierKey.parse(GO_VERIFIER)
    (signature,) = note.signatures

    assert note.text == GO_TEXT
    assert (signature.name, signature.key_id) == (key.name, key.key_id)
    assert key.signed(GO_TEXT.encode(), signature.value)
    assert note.encode() == GO_NOTE


def test_we_sign_byte_for_byte_as_the_go_package_does() -> None:
    """With the same key and text our note is the same; keys are written back the same."""
    key = SigningKey.parse(GO_SIGNER)
    signature = Signature(key.name, key.verifier.key_id, key.sign(GO_TEXT.encode()))

    assert Note(GO_TEXT, (signature,)).encode() == GO_NOTE
    assert key.reveal() == GO_SIGNER
    assert str(key.verifier) == GO_VERIFIER


def test_a_private_key_does_not_show_itself() -> None:
    """Neither `repr` nor `str` of a key holds the secret."""
    key = SigningKey.generate("log.example", Kind.NOTE)

    assert repr(key.secret) not in repr(key)
    assert key.reveal() not in (str(key), repr(key))


def test_one_key_has_another_id_for_another_kind() -> None:
    """A key for notes and one for cosignatures differ in their ids, even if the secret is one."""
    note, cosigning = (SigningKey("a", kind, bytes(32)).verifier for kind in Kind)

    assert note.public == cosigning.public
    assert note.key_id != cosigning.key_id


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\nb", "a\u00a0b", "a\u2003b", "a\x00b"])
def test_a_key_needs_a_proper_name(name: str) -> None:
    """No empty name, no space of any kind, no plus sign, no control character."""
    with pytest.raises(ValueError, match="name of a key"):
        SigningKey.generate(name, Kind.NOTE)


WELL = str(LOG_KEY.verifier)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a+b",
        WELL.replace("log.", "lag."),
        WELL.replace("+", " ", 1),
        WELL[:-1],
        f"{WELL}\n",
        WELL.replace(WELL.split("+")[1], WELL.split("+")[1].upper()),
        WELL.replace(WELL.split("+")[1], "zz"),
        WELL.replace(WELL.split("+")[1], "00000000"),
        "a+00000000+AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "a+00000000+AQAA",
        GO_SIGNER,
    ],
)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    """Another form, length, kind or id: it is not read."""
    with pytest.raises(NotWellFormed):
        VerifierKey.parse(text)


@pytest.mark.parametrize(
    "change",
    [lambda t: t.replace("PRIVATE", "PUBLIC"), lambda t: t.replace("Peter", "Paul"), str.lower],
)
def test_what_is_no_private_key_is_refused(change: Callable[[str], str]) -> None:
    """Another form or id: it is not read."""
    with pytest.raises(NotWellFormed):
        SigningKey.parse(change(GO_SIGNER))


def test_an_impossible_public_key_signs_nothing() -> None:
    """A signature of the wrong length or for something else does not hold, and does not raise."""
    key = LOG_KEY.verifier

    assert not key.signed(b"text", b"")
    assert not key.signed(b"text", bytes(64))
    assert not key.signed(b"text", LOG_KEY.sign(b"another text"))


LINE = NOTE.split(b"\n\n")[1]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"text\n\n\n",
        b"text\n\nno signature\n",
        b"text\n" + LINE,
        b"text\n\n" + LINE[:-1],
        b"text\n\n" + LINE + b"\n",
        b"text\n\n" + LINE.replace(b"\xe2\x80\x94", b"-"),
        b"text\n\n" + LINE.replace(b" ", b"  ", 1),
        "text\n\n— name AAAAAA==\n".encode(),
        "text\n\n— name AAAAAAB=\n".encode(),
        "text\n\n— name A AAA\n".encode(),
        "text\n\n— name \n".encode(),
        "text\n\n— name é\n".encode(),
        b"te\rxt\n\n" + LINE,
        b"te\x00xt\n\n" + LINE,
        b"te\xffxt\n\n" + LINE,
        b"text\n\n" + LINE * 101,
        b"x" * LARGEST_NOTE + b"\n\n" + LINE,
    ],
)
def test_what_is_no_note_is_refused(content: bytes) -> None:
    """Without a blank line, a signature line of the exact form, or plain UTF-8, nothing is read."""
    with pytest.raises(NotWellFormed):
        Note.parse(content)


def test_a_note_may_hold_blank_lines_and_many_signatures() -> None:
    """The last blank line ends the text; a hundred signatures are read."""
    note = Note.parse(b"one\n\ntwo\n\n" + LINE * 100)

    assert note.text == "one\n\ntwo\n"
    assert len(note.signatures) == 100
    assert note.joined(note.signatures) == note


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\n1\n",
        f"a\n1\n{CHECKPOINT.text.split()[2]}",
        CHECKPOINT.text.replace(ORIGIN, ""),
        CHECKPOINT.text.replace("\n1\n", "\n01\n"),
        CHECKPOINT.text.replace("\n1\n", "\n+1\n"),
        CHECKPOINT.text.replace("\n1\n", "\n\u0661\n"),
        CHECKPOINT.text.replace("\n1\n", "\n9999999999999999999\n"),
        CHECKPOINT.text.replace("\n1\n", "\n0\n"),
        CHECKPOINT.text.replace("=", ""),
        f"a\n1\n{'A' * 40}\n",
        f"{CHECKPOINT.text}\n",
        f"{CHECKPOINT.text}more\n\nmore\n",
    ],
)
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    """Lines missing or empty, a number or a hash in another form, a root of nothing: not read."""
    with pytest.raises(NotWellFormed):
        Checkpoint.parse(text)


def test_a_checkpoint_is_read_as_it_is_written() -> None:
    """Also with further lines, and of a log without events."""
    for one in (CHECKPOINT, Checkpoint("a b", 0, EMPTY_ROOT), Checkpoint("a", 2, ROOT, ("x", "y"))):
        assert Checkpoint.parse(one.text) == one


def test_a_log_signs_only_with_its_own_key() -> None:
    """The key bears the name of the log and is one for notes; a witness's is one for cosigning."""
    with pytest.raises(ValueError, match="own name"):
        signed(Checkpoint("another", 1, ROOT), LOG_KEY)
    with pytest.raises(ValueError, match="own name"):
        signed(Checkpoint(WITNESS_KEY.name, 1, ROOT), WITNESS_KEY)
    with pytest.raises(ValueError, match="cosignatures"):
        cosignature(CHECKPOINT.text, LOG_KEY, NOON)


def test_a_cosignature_is_made_as_c2sp_says() -> None:
    """Eight bytes of time, then a signature over a header, the time, and the whole checkpoint."""
    found = cosignature(CHECKPOINT.text, WITNESS_KEY, NOON)
    message = f"cosignature/v1\ntime 1795435200\n{CHECKPOINT.text}".encode()

    assert found.value[:8] == (1795435200).to_bytes(8, "big")
    assert found.value[8:] == WITNESS_KEY.sign(message)
    assert found.key_id == WITNESS_KEY.verifier.key_id


def test_a_moment_beyond_the_calendar_is_none() -> None:
    """A time that no calendar holds is no moment."""
    assert moment_of(1795435200) == NOON
    assert moment_of(2**63) is None
    assert moment_of(2**40) is None


@pytest.mark.parametrize("text", ["", "A", "AAAA\n", "AA==AA==", "AAB=", "é"])
def test_base_64_has_one_form(text: str) -> None:
    """Whatever is not exactly what would be written is refused."""
    with pytest.raises(NotWellFormed):
        decoded(text)


def test_numbers_have_one_form() -> None:
    """Up to the largest position of a log, without leading zeroes."""
    assert [number(text) for text in ("0", "10", str(2**63 - 1))] == [0, 10, 2**63 - 1]
    with pytest.raises(NotWellFormed):
        number(str(2**63))
