"""A bundle: events with their proofs, and all that is needed to read them, in one signed file.

    archive      the one way to write the archive, and to read it
    manifest     what a bundle says of itself; the text that is signed
    excerpt      the tree of a whole log, of which some events are known
    choosing     which events go in
    covering     what the ledger says of them
    contents     law, lifecycle, features, forms, pages
    shipped      where the last three lie
    readme       what it says to a reader in ten years
    making       writes a bundle
    reading      opens one: every byte of it is accounted for
    checking     what a bundle proves, and to whom
    log          a bundle as a log, to be replayed

`docs/auditing/bundle.md` is normative, and says what a bundle does not promise.
"""

from __future__ import annotations

from orderflow.audit.bundle.checking import Checked, check
from orderflow.audit.bundle.choosing import Source
from orderflow.audit.bundle.log import BundleLog
from orderflow.audit.bundle.making import Beside, make
from orderflow.audit.bundle.manifest import Manifest
from orderflow.audit.bundle.reading import Bundle

__all__ = [
    "Beside",
    "Bundle",
    "BundleLog",
    "Checked",
    "Manifest",
    "Source",
    "check",
    "make",
]
