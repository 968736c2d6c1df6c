"""Writes what a command made to the file that was asked for, and never over the record."""

from __future__ import annotations

from pathlib import Path

from orderflow.cli.faults import WrongUse


def put(place: str, content: bytes) -> None:
    """Leave a file with this content and no other, in place of one that was there.

    Raises:
        WrongUse: A log, a ledger, keys or a folder is there; it was left as it is.
        OSError: It cannot be written; what was there is left as it is.
    """
    from orderflow.audit.export.files import whole_file

    path = Path(place)
    if path.is_symlink():
        path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(content)  # A pipe or a terminal takes it as it comes.
        return
    try:
        with whole_file(path, replace=True, private=False) as new:
            new.write_bytes(content)
    except FileExistsError:
        msg = f"'{place}' is there already, and is not replaced"
        raise WrongUse(msg) from None
