"""Writes what a command made to the file that was asked for, and never over the record."""

from __future__ import annotations

from pathlib import Path

from orderflow.cli.faults import WrongUse


def put(place: str, content: bytes) -> None:
    """Leave a file with this content and no other, in place of one that was there.

    Raises:
        WrongUse: A log (also one in lines, or a bundle), a ledger, keys or a folder is there; it
            was left as it is.
        OSError: It cannot be written; what was there is left as it is.
    """
    from orderflow.audit.export.files import whole_file
    from orderflow.audit.interchange import is_interchange
    from orderflow.cli.logs import begins_as_a_bundle

    path = Path(place)
    if path.is_symlink():
        path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)  # A pipe or a terminal takes it as it comes.
        return
    there = f"'{place}' is there already, and is not replaced"
    if is_interchange(path) or begins_as_a_bundle(path):
        raise WrongUse(there)
    try:
        with whole_file(path, replace=True, private=False) as new:
            new.write_bytes(content)
    except FileExistsError:
        raise WrongUse(there) from None
