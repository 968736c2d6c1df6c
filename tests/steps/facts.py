"""What the record may say, in words: each event, and each way in which an order ends."""

from __future__ import annotations

from orderflow.order import events as e
from orderflow.order.values import EndCause
from tests.steps.grammar import table_of, words

_EVENTS = """
OrderRequested | an order was asked for | om een bevel is verzocht
PermissionRequested | permission was asked for | om toestemming is verzocht
PermissionGranted | permission was given | toestemming is gegeven
PermissionRefused | permission was refused | toestemming is geweigerd
RequestWithdrawn | the request was withdrawn | het verzoek is ingetrokken
OrderRefused | the order was refused | het bevel is geweigerd
UndertakingAccepted | an undertaking was accepted | een toezegging is aanvaard
ApplicationServed | the application was served | het verzoek is betekend
HearingListed | a hearing was listed | een zitting is bepaald
WishesRecorded | her wishes were heard | haar wensen zijn gehoord
SupportArranged | support was arranged | hulp is geregeld
OrderGranted | the order was made | het bevel is gegeven
ReturnHearingListed | a return hearing will follow | een nadere zitting volgt
OrderSealed | the order was sealed | het bevel is gewaarmerkt
OrderVaried | the order was varied | het bevel is gewijzigd
EndRecounted | the end was counted anew | het einde opnieuw is geteld
ChangeRefused | a change was refused | een wijziging is geweigerd
OrderConfirmed | the order was confirmed | het bevel is bevestigd
OrderExtended | the order was extended | het bevel is verlengd
ConflictFlagged | another order conflicts | een ander bevel strijdt
ContactDetailsWithheld | contact details are withheld | contactgegevens zijn afgeschermd
ServiceAttemptFailed | an attempt at service failed | een poging tot betekening is mislukt
SubstitutedServiceAuthorised | substituted service was allowed | vervangende betekening is toegestaan
ServiceDispensed | service was dispensed with | van betekening is afgezien
OrderServed | the order was served | het bevel is betekend
PersonInformed | a person was told of the order | iemand over het bevel is ingelicht
BindingInvalidated | a service or notice does not count | een betekening of mededeling niet telt
PersonIdentified | a person was identified | een persoon bekend is geworden
PersonsLinked | two names mean one person | twee namen één persoon zijn
PersonsUnlinked | two names mean two persons | twee namen twee personen zijn
PoliceNotified | the police were told | de politie is ingelicht
OrderDischarged | the order was discharged | het bevel is ingetrokken
ProtectedPersonReleased | one person is no longer protected | één persoon niet meer wordt beschermd
OrderSetAside | the order was set aside | het bevel is vernietigd
OrderExpired | the order reached its end | het bevel zijn einde heeft bereikt
OrderSuperseded | another order took its place | een ander bevel ervoor in de plaats kwam
ProtectedPersonDied | a protected person died | een beschermde persoon is overleden
AppealLodged | an appeal was lodged | beroep is ingesteld
AppealDetermined | the appeal was decided | op het beroep is beslist
OrderRestored | the order is in force again | het bevel weer van kracht is
IncidentReported | the incident was reported | het incident is gemeld
IncidentReassessed | the incident was assessed again | het incident opnieuw is beoordeeld
IncidentDismissed | the incident was put aside | het incident terzijde is gelegd
ComplaintWithdrawn | the complaint was withdrawn | de aangifte is ingetrokken
IncidentReferred | the incident was referred to the prosecutor | het proces-verbaal bij het OM is ingezonden
CivilEnforcementPursued | the civil court has the incident | het incident bij de civiele rechter ligt
ProsecutionConcluded | the prosecution ended | de vervolging is geëindigd
CivilEnforcementConcluded | the civil route ended | de civiele weg is geëindigd
RecordCorrected | an entry was marked as wrong | een regel als fout is gemerkt
DocumentSurrendered | a document was handed in | een document is ingeleverd
DocumentReturned | a document was given back | een document is teruggegeven
CaseTransferred | the case was transferred | de zaak is overgedragen
OrderCertifiedForAbroad | a certificate was issued | een certificaat is afgegeven
TermExceeded | a term was found exceeded | een termijn overschreden bleek
ConfidentialityChecked | a copy was checked | een afschrift is nagezien
AccessRestricted | access was restricted | de toegang is beperkt
RestrictionLifted | a restriction was lifted | een beperking is opgeheven
PersonDetailsRecorded | a detail was sealed | een gegeven is verzegeld
StatementRecorded | a statement was sealed | een verklaring is verzegeld
PersonalDataErased | personal data were erased | persoonsgegevens zijn gewist
"""  # noqa: E501 - a table

_ENDS = """
refused | the order was refused | het bevel is geweigerd
withdrawn | the request was withdrawn | het verzoek is ingetrokken
permission_refused | permission was refused | de toestemming is geweigerd
undertaking | an undertaking took its place | een toezegging kwam ervoor in de plaats
expired | its time had run out | de termijn was verstreken
age_limit | the age it was made for was reached | de leeftijd was bereikt
discharged | it was discharged | het is ingetrokken
set_aside | it was set aside | het is vernietigd
superseded | another order took its place | een ander bevel kwam ervoor in de plaats
protected_person_died | nobody is left to protect | niemand is er nog om te beschermen
"""

FACTS = {getattr(e, name): said for name, said in table_of(_EVENTS).items()}
"""The words of each event, English and Dutch."""

words("fact", FACTS)
words("end", {EndCause(cause): said for cause, said in table_of(_ENDS).items()})
