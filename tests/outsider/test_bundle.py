"""The verifier on bundles: it accepts what we make, and refuses whatever else there is."""

from __future__ import annotations

import re
import tarfile
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from orderflow.audit.bundle import Beside, Bundle, archive, check
from orderflow.audit.bundle.manifest import NAME
from orderflow.audit.ledger.note import Note
from orderflow.audit.ledger.trust import Trust
from orderflow.errors import EventLogError, LedgerError
from tests.outsider.verifier import LOG, OTHER, WITNESS, Answer, ask
from tests.unit.audit.bundle.conftest import LATE
from tests.unit.audit.bundle.making import (
    RU,
    Place,
    bundled,
    files_in,
    lived,
    nothing_beside,
    resigned,
)
from tests.unit.audit.ledger.making import LOG_KEY, OTHER_KEY

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a log of two cases with its ledger."""
    return lived(tmp_path_factory.mktemp("outside"))


@pytest.fixture(scope="module")
def order(place: Place) -> Path:
    """Return a bundle of an order, with all that goes with it."""
    out = place.log.with_name("order.tar")
    bundled(place, out, beside=Beside(since=place.earlier()))
    return out


@pytest.fixture(scope="module")
def period(place: Place) -> Path:
    """Return a bundle of one event."""
    out = place.log.with_name("period.tar")
    with nothing_beside():
        bundled(place, out, LATE)
    return out


def both(content: bytes, file: Path, *words: object) -> Answer:
    """Ask the verifier and our own reader; they must agree on whether it holds."""
    file.write_bytes(content)
    found = ask("bundle", file, "--key", LOG, *words)
    try:
        with Bundle.open(file) as bundle:
            check(bundle, Trust(LOG_KEY.verifier))
        ours = True
    except (LedgerError, EventLogError):
        ours = False
    assert ours == (found.code == 0), found.said
    return found


def test_what_we_make_is_accepted(order: Path, period: Path, place: Place, tmp_path: Path) -> None:
    """An order and a period, with what each proves in plain words."""
    (tmp_path / "first").write_bytes(place.checkpoints[0])
    found = ask("bundle", order, "--key", LOG, "--since", tmp_path / "first")
    assert found.code == 0
    assert found.said.startswith("VERIFIED: these 7 events stand in the log log.example/orders\n")
    assert f"order {RU}" in found.said
    assert "places      1 to 7 of 17" in found.said
    assert "only extends the checkpoint of 7 events" in found.said
    assert "SIMULATION" in found.said

    found = ask("bundle", period, "--key", LOG)
    assert (found.code, "places      7 to 7 of 17" in found.said) == (0, True)
    assert ask("bundle", period, "--key", LOG, "--since", tmp_path / "first").code == 1
    (tmp_path / "now").write_bytes(place.checkpoints[1])
    assert ask("bundle", period, "--key", LOG, "--since", tmp_path / "now").code == 0


def test_only_the_key_that_signed_will_do(period: Path, tmp_path: Path) -> None:
    """Neither another key of the log, nor of the signer, nor too few witnesses."""
    assert ask("bundle", period, "--key", OTHER).code == 1
    assert ask("bundle", period, "--key", LOG, "--signer", OTHER).code == 1
    assert ask("bundle", period, "--key", LOG, "--witness", WITNESS).code == 1
    (tmp_path / "b").write_bytes(resigned(files_in(period), OTHER_KEY))
    assert ask("bundle", tmp_path / "b", "--key", LOG).code == 1
    assert ask("bundle", tmp_path / "b", "--key", LOG, "--signer", OTHER).code == 0


def changed(name: str, old: bytes, new: bytes) -> Callable[[Files], Files]:
    """Return what changes a file."""

    def change(files: Files) -> Files:
        assert old in files[name]
        return {**files, name: files[name].replace(old, new, 1)}

    return change


@pytest.mark.parametrize(
    "change",
    [
        changed("events.jsonl", b"mother", b"nobody"),
        changed("events.jsonl", b'"sequence":"00', b'"sequence":"01'),
        changed("events.jsonl", b'"simulated":true,"sequence"', b'"sequence"'),
        changed("events.jsonl", b'"order":null', b'"order":"1"'),
        changed("events.jsonl", b'"events":"1"', b'"events":"2"'),
        changed("events.jsonl", b"interchange/1", b"interchange/2"),
        changed("events.jsonl", b'"id":"end"', b'"id":"fin"'),
        changed("events.jsonl", b'json","data":{"event_id', b'octet-stream","data_base64":"A"}\n{'),
        changed("proof.txt", b"events 6 7", b"events 6 8"),
        changed("proof.txt", b"events 6 7\n", b""),
        changed("proof.txt", b"hash 0", b"hash 00"),
        changed("proof.txt", b"proof/1", b"proof/2"),
        changed("proof.txt", b"\nhash", b"\nevents"),
        changed("checkpoint", b"\n17\n", b"\n18\n"),
        lambda files: {n: c for n, c in files.items() if n != "checkpoint"},
        lambda files: {n: c for n, c in files.items() if n != "events.jsonl"},
        lambda files: {n: c for n, c in files.items() if n != "proof.txt"},
        lambda files: {**files, "checkpoint": bytes(1_000_001)},
        lambda files: {**files, "events.jsonl": files["events.jsonl"][:-1]},
        lambda files: {**files, "events.jsonl": files["events.jsonl"] + b"\n"},
        lambda files: {**files, "events.jsonl": b""},
        lambda files: {**files, "proof.txt": files["proof.txt"] + b"events 17 18\n"},
        lambda files: {**files, "proof.txt": b""},
    ],
)
def test_a_signer_cannot_make_it_say_otherwise(
    period: Path, tmp_path: Path, change: Callable[[Files], Files]
) -> None:
    """Even signed anew, what the ledger says cannot be changed; both readers refuse it."""
    found = both(resigned(change(files_in(period))), tmp_path / "b")

    assert found.code == 1
    assert found.said.startswith("REFUSED: ")


@pytest.mark.parametrize(
    "said",
    [
        {"origin": "other.example/orders"},
        {"events": 6},
        {"size": 18},
        {"selection": LATE},
    ],
)
def test_a_manifest_that_claims_otherwise_is_refused(
    order: Path, tmp_path: Path, said: dict[str, object]
) -> None:
    """By both readers."""
    assert both(resigned(files_in(order), said=said), tmp_path / "b").code == 1


def made(*members: tuple[tarfile.TarInfo, bytes], form: int = tarfile.USTAR_FORMAT) -> bytes:
    """Return an archive as the standard library writes it."""
    whole = BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=form) as opened:
        for info, content in members:
            info.size = len(content)
            opened.addfile(info, BytesIO(content))
    return whole.getvalue()


def rebuilt(bundle: Path, change: Callable[[tarfile.TarInfo], object], form: int) -> bytes:
    """Return the same files in an archive that another program wrote."""
    content = bundle.read_bytes()
    with tarfile.open(fileobj=BytesIO(content)) as opened:
        members = []
        for info in opened.getmembers():
            found = opened.extractfile(info)
            assert found is not None
            members.append((info, found.read()))
    for info, _ in members:
        change(info)
    return made(*members, form=form)


TRICKS: dict[str, Callable[[tarfile.TarInfo], object]] = {
    "as it is": lambda _: None,
    "a time": lambda info: setattr(info, "mtime", 1),
    "a mode": lambda info: setattr(info, "mode", 0o4755),
    "an owner": lambda info: setattr(info, "uname", "root"),
    "a link": lambda info: setattr(info, "type", tarfile.SYMTYPE),
    "a hard link": lambda info: setattr(info, "linkname", "/etc/passwd"),
    "a device": lambda info: setattr(info, "type", tarfile.CHRTYPE),
    "a path": lambda info: setattr(info, "name", f"./{info.name}"),
    "a way out": lambda info: setattr(info, "name", f"../{info.name}"),
    "a long name": lambda info: setattr(info, "name", f"{'x' * 120}/{info.name}"),
    "a comment": lambda info: setattr(info, "pax_headers", {"comment": "hello"}),
}


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_an_archive_by_another_program_is_refused(
    period: Path, tmp_path: Path, trick: str, form: int
) -> None:
    """The same files with other headers, links, comments or padding are not the same bundle."""
    assert both(rebuilt(period, TRICKS[trick], form), tmp_path / "b").code == 1


def hand_made(bundle: Path, lines: Callable[[list[str]], list[str]], *names: str) -> bytes:
    """Return a bundle with other lines in its manifest, rightly signed."""
    files = files_in(bundle)
    text = files[NAME].decode().splitlines()
    changed_text = "".join(f"{line}\n" for line in lines(text))
    from orderflow.audit.ledger.note import Signature  # noqa: PLC0415 - beside its use

    value = LOG_KEY.sign(changed_text.encode())
    signature = Signature(LOG_KEY.name, LOG_KEY.verifier.key_id, value)
    note = Note(changed_text, (signature,)).encode()
    whole = BytesIO()
    archive.add(whole, NAME, note, len(note))
    for name in names or [one for one in files if one != NAME]:
        archive.add(whole, name, files[name], len(files[name]))
    archive.finish(whole)
    return whole.getvalue()


@pytest.mark.parametrize(
    "lines",
    [
        lambda text: [*text, text[-1]],
        lambda text: [*text[:5], *reversed(text[5:])],
        lambda text: [*text[:5], text[5].replace("README", "../README"), *text[6:]],
        lambda text: [*text[:5], text[5].replace("README", "/README"), *text[6:]],
        lambda text: [*text[:5], text[5].replace(" 6 ", " 06 "), *text[6:]],
        lambda text: [*text[:5], text[5].replace(" 6 ", " 99999999999999999999 "), *text[6:]],
        lambda text: [*text[:5], text[5].upper(), *text[6:]],
        lambda text: ["orderflow-bundle/2", *text[1:]],
        lambda text: text[:4],
        lambda text: text[:1],
        lambda text: [*text[:4], "period 2013-05-01T00:00:00Z", *text[5:]],
        lambda text: [*text[:4], "everything", *text[5:]],
        lambda text: [*text[:3], "events 2 of 17", *text[4:]],
    ],
)
def test_a_manifest_with_tricks_is_refused(
    period: Path, tmp_path: Path, lines: Callable[[list[str]], list[str]]
) -> None:
    """Doubled, in another order, leading elsewhere, of another version: whoever signed it."""
    assert both(hand_made(period, lines), tmp_path / "b").code == 1


def test_files_are_those_of_the_manifest(period: Path, tmp_path: Path) -> None:
    """One that is left out, doubled or in another place is refused."""
    names = [one for one in files_in(period) if one != NAME]
    assert both(hand_made(period, list, *names), tmp_path / "b").code == 0
    for other in (names[1:], [*names, names[-1]], [names[1], names[0], *names[2:]]):
        assert both(hand_made(period, list, *other), tmp_path / "b").code == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        bytes(10240),
        b"PK\x03\x04" + bytes(600),
        archive.header(NAME, 0) + bytes(1024),
        archive.header(NAME, 10**9),
        archive.header(NAME, 2) + b"\n\n" + bytes(510 + 1024),
    ],
)
def test_what_is_no_bundle_is_refused(content: bytes, tmp_path: Path) -> None:
    """Nothing, zeroes, a zip, half a bundle, one that says it is huge."""
    assert both(content, tmp_path / "b").code == 1


def test_the_law_is_for_the_own_reader(order: Path, tmp_path: Path) -> None:
    """A signer who puts other law into a bundle is found out by orderflow; the docs say so."""
    change = changed("law/regimes/uk-ew-fmpo@2008.toml", b"2008-11-25", b"2008-11-26")
    (tmp_path / "b").write_bytes(resigned(change(files_in(order))))
    assert ask("bundle", tmp_path / "b", "--key", LOG).code == 0
    with Bundle.open(tmp_path / "b") as bundle, pytest.raises(LedgerError):
        check(bundle, Trust(LOG_KEY.verifier))


def rewritten(files: Files, change: Callable[[bytes], bytes], *, line: int = 1) -> Files:
    """Return files in which one line of the events is written otherwise, and its end fits it."""
    lines = files["events.jsonl"].splitlines(keepends=True)
    lines[line] = change(lines[line])
    before = sha256(b"".join(lines[:-1])).hexdigest().encode()
    lines[-1] = re.sub(rb'"sha256":"[0-9a-f]+"', b'"sha256":"%b"' % before, lines[-1])
    return {**files, "events.jsonl": b"".join(lines)}


def coded(line: bytes) -> bytes:
    """Return a line with its payload in Base 64 that could stand in it as it is."""
    head, _, state = line.removesuffix(b"}\n").partition(b'"datacontenttype":')
    whole = b64encode(state.removeprefix(b'"application/json","data":'))
    return head + b'"datacontenttype":"application/octet-stream","data_base64":"%b"}\n' % whole


def unnamed(line: bytes) -> bytes:
    """Return a line in which a type of ours is written as one of others."""
    kind = rb'"type":"nl.protection-order.([A-Za-z]+).v1"'
    other = rb'"type":"nl.protection-order.other-type.orderflow%2F\1%2F1"'
    return re.sub(kind, other, line)


@pytest.mark.parametrize(
    "change, line",
    [
        (coded, 1),
        (unnamed, 1),
        (lambda line: line.replace(b'"subject":"a', b'"subject":"%61'), 1),
        (lambda line: re.sub(rb',"time":"[^"]+"', b"", line, count=1), 1),
        (lambda line: line.replace(b"urn:uuid:", b"http:uuid:"), 0),
        (lambda line: line.replace(b"urn:uuid:", b"urn:uuid:\xff"), 0),
        (lambda line: line.replace(b'"data":{', b'"data":{"more":null,'), 0),
        (lambda line: line.replace(b'"known_at":null', b'"known_at":"never"'), 0),
        (lambda line: line.replace(b'"known_at":null', b'"known_at":"2030-01-01T00:00:00Z"'), 0),
        (lambda line: re.sub(rb'"order":"[^"]+"', b'"order":null', line), 0),
        (
            lambda line: re.sub(rb'"simulated":true,"created', b'"simulated":false,"created', line),
            0,
        ),
    ],
)
def test_a_line_is_written_in_one_way(
    order: Path, change: Callable[[bytes], bytes], line: int, tmp_path: Path
) -> None:
    """Even where the signer signs another: the same event, said otherwise, is refused by both."""
    files = rewritten(files_in(order), change, line=line)
    assert files["events.jsonl"] != files_in(order)["events.jsonl"]
    assert both(resigned(files), tmp_path / "b").code == 1


def test_what_is_rewritten_without_a_change_is_accepted(order: Path, tmp_path: Path) -> None:
    """Or the test above could pass whatever the verifier looks at."""
    files = rewritten(files_in(order), lambda line: line)
    assert both(resigned(files), tmp_path / "b").code == 0
