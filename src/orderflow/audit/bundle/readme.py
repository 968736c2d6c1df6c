"""What a bundle says to whoever opens it in ten years, in English and in Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orderflow.audit.bundle.manifest import Manifest

NAME: Final = "README.txt"

_TEXT: Final = """\
{english}
{line}
{nederlands}
"""

_ENGLISH: Final = """\
WHAT THIS IS

This archive holds events from a log of protection orders: who asked for an
order, what the court or authority decided, what happened after that. The log
is {origin}. The events are those of
{about}.
There are {events}; the log had {size} when this was made.
People stand in it under pseudonyms.{simulated}
It was made by {made_by}. It is a plain tar file: any tool that opens
those opens this, and everything in it is text.

HOW TO CHECK IT

You need the public key of the log, from somebody whom you trust, and not from
this archive: a key in here proves nothing. You need Python 3.9 or newer with
the library "cryptography", and the program verify_bundle.py. A copy lies in
here, for reading. Run one that you got elsewhere, for who changes the archive
can change that copy too.

    python verify_bundle.py bundle THIS-FILE --key log.pub

It says VERIFIED or REFUSED, and why. Not one byte of this file can be changed,
added or taken away without its being refused. Keep the file as it is: do not
unpack it and pack it again.

WHAT LIES WHERE

MANIFEST            what this is, the hash of every file, and a signature
events.jsonl        the events, one a line, as they are stored
checkpoint          the signed root of the tree over the whole log
proof.txt           the hashes that lead from the events to that root
growth.proof        if it is there: that the log only grew since an older one
keys/               public keys, to be compared with those that you hold
law/                the law the orders were decided under, with its sources and
                    the choices made where a text leaves room
lifecycle/          the states of an order, for people and for machines
features/           the rules, as sentences with examples
schemas/            the form of every event
docs/               every format in here, byte by byte
verify_bundle.py    the program that checks it

WHAT IT DOES NOT PROVE

That an event is true. That the checkpoint was not made on the day before
yesterday by somebody who held the key: a cosignature by a witness helps
there. That no event was left out at the end of the order or period: that is
the word of whoever signed. docs/bundle.md says more.
"""

_NEDERLANDS: Final = """\
WAT DIT IS

Dit archief bevat gebeurtenissen uit een logboek van beschermingsbevelen: wie
om een bevel vroeg, wat de rechter of het gezag besliste, wat daarna gebeurde.
Het logboek is {origin}. De gebeurtenissen zijn die van
{over}.
Het zijn er {events}; het logboek telde er {size} toen dit werd gemaakt.
Mensen staan erin onder een pseudoniem.{gesimuleerd}
Het is gemaakt door {made_by}. Het is een gewoon tar-bestand: elk
programma dat die opent, opent dit, en alles erin is tekst.

HOE U HET CONTROLEERT

U hebt de openbare sleutel van het logboek nodig, van iemand die u vertrouwt en
niet uit dit archief: een sleutel hierin bewijst niets. U hebt Python 3.9 of
nieuwer nodig met de bibliotheek "cryptography", en het programma
verify_bundle.py. Een kopie ligt hierin, om te lezen. Voer er een uit die u van
elders hebt, want wie het archief wijzigt, kan ook die kopie wijzigen.

    python verify_bundle.py bundle DIT-BESTAND --key log.pub

Het zegt VERIFIED (klopt) of REFUSED (geweigerd), en waarom. Geen byte van dit
bestand kan worden gewijzigd, toegevoegd of weggenomen zonder dat het wordt
geweigerd. Bewaar het bestand zoals het is: niet uitpakken en opnieuw inpakken.

WAT WAAR LIGT

MANIFEST            wat dit is, de hash van elk bestand, en een handtekening
events.jsonl        de gebeurtenissen, een per regel, zoals ze zijn opgeslagen
checkpoint          de getekende wortel van de boom over het hele logboek
proof.txt           de hashes die van de gebeurtenissen naar die wortel leiden
growth.proof        als het er is: dat het logboek sinds een ouder controlepunt
                    alleen is gegroeid
keys/               openbare sleutels, om te vergelijken met die u zelf hebt
law/                het recht waaronder is beslist, met zijn bronnen en de
                    keuzes waar een tekst ruimte laat
lifecycle/          de staten van een bevel, voor mensen en voor machines
features/           de regels, als zinnen met voorbeelden
schemas/            de vorm van elke gebeurtenis
docs/               elk formaat hierin, tot op de byte
verify_bundle.py    het programma dat het controleert

WAT HET NIET BEWIJST

Dat een gebeurtenis waar is. Dat het controlepunt niet eergisteren is gemaakt
door wie de sleutel had: een medeondertekening door een getuige helpt daar.
Dat aan het einde van het bevel of de periode geen gebeurtenis is weggelaten:
daarvoor staat in wie heeft getekend. docs/bundle.md zegt meer.
"""


def readme(manifest: Manifest, *, simulated: bool) -> bytes:
    """Return the file, for the bundle that a manifest describes."""
    order, begin = manifest.selection.order, manifest.selection.recorded_from
    before = manifest.selection.recorded_before
    said = {
        "origin": manifest.origin,
        "made_by": manifest.made_by,
        "events": manifest.events,
        "size": manifest.size,
        "about": f"order {order}" if order else f"what was recorded from {begin}\nto {before}",
        "over": f"bevel {order}" if order else f"wat is vastgelegd van {begin}\ntot {before}",
        "simulated": "\nTHIS IS A SIMULATION: nothing in it happened." if simulated else "",
        "gesimuleerd": "\nDIT IS EEN SIMULATIE: niets erin is gebeurd." if simulated else "",
    }
    english, nederlands = (
        "\n".join(line.rstrip() for line in text.format(**said).split("\n"))
        for text in (_ENGLISH, _NEDERLANDS)
    )
    return _TEXT.format(english=english, line="-" * 79, nederlands=nederlands).encode()
