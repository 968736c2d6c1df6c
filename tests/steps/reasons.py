"""Every reason in words: why a route is closed or to be judged, why an act is refused.

Completes `because …` in English and `want …` in Dutch, so each is a main clause in both.
"""

from __future__ import annotations

from orderflow.order.reasons import Code
from tests.steps.grammar import lists, table_of, words

_ASSESSING = """
not_in_force | no order was in force then | toen was geen bevel van kracht
term_not_in_version | the order did not contain that term then | het bevel bevatte die bepaling toen niet
term_ended | that term had ended by then | die bepaling was toen al geëindigd
not_addressed | that term does not bind this person | die bepaling bindt deze persoon niet
requirement_only | not doing what an order requires is not the offence | nalaten wat een bevel gebiedt is niet strafbaar
not_covered | this route does not reach a term of that kind | deze weg ziet niet op zo'n bepaling
not_aware | nothing shows that this person knew of the order | uit niets blijkt dat deze persoon het bevel kende
terms_not_known | nothing shows that this person knew what the order says | uit niets blijkt dat deze persoon de inhoud van het bevel kende
variation_not_known | nothing shows that this person knew of the variation that added the term | uit niets blijkt dat deze persoon de wijziging kende die de bepaling toevoegde
not_served | the order had not been served on this person | het bevel was deze persoon niet betekend
no_offence | breach of this order is no offence | overtreding van dit bevel is geen strafbaar feit
offence_not_yet_commenced | breach was not yet an offence | overtreding was nog niet strafbaar
no_civil_route | this order has no civil route | dit bevel kent geen civiele weg
undertaking_only | an undertaking is not an order | een toezegging is geen bevel
punished_as_contempt | the same conduct was punished on the civil route | langs civiele weg is voor hetzelfde gedrag al gestraft of een dwangsom geïnd
already_convicted | the same conduct led to a conviction | hetzelfde gedrag leidde tot een veroordeling
no_standing | who acts has no standing | wie handelt heeft daartoe geen recht
term_home_only | that term is confined to the country | die bepaling is tot het eigen land beperkt
offence_home_only | the offence does not reach abroad | het misdrijf reikt niet tot het buitenland
set_aside_works_back | the order was set aside from its beginning | het bevel is vanaf het begin vernietigd
reasonable_excuse_review | not having been served may be an excuse | niet betekend zijn kan een verontschuldiging zijn
awareness_review | nothing proves by itself that this person knew | niets op zichzelf bewijst dat deze persoon het wist
jurisdiction_review | it is unsettled whether the term or the offence reaches abroad | onbeslist is of de bepaling of het misdrijf tot het buitenland reikt
place_unknown_review | the place of the conduct is not known | de plaats van het gedrag is niet bekend
already_acquitted | the same conduct ended in an acquittal | hetzelfde gedrag eindigde in vrijspraak
acquitted_before | the same conduct led to an acquittal | hetzelfde gedrag leidde tot vrijspraak
contempt_unpunished | the same conduct went unpunished on the civil route | hetzelfde gedrag bleef langs civiele weg onbestraft
same_conduct_elsewhere_review | the same conduct is on record under another order | hetzelfde gedrag staat ook onder een ander bevel
set_aside_review | the order was later set aside | het bevel is later vernietigd
record_corrected_review | an entry of this order is marked as wrong | een regel van dit bevel als onjuist is gemerkt
conflicting_order_review | another order conflicts with that term | een ander bevel is met die bepaling in strijd
not_decided | what the law says here has not been established | wat het recht hier zegt is niet vastgesteld
"""  # noqa: E501 - a table

_REFUSING = """
in_the_future | a fact must have happened before it is recorded | een feit moet zijn gebeurd voordat het wordt vastgelegd
not_in_this_state | the order does not stand where this can happen | dit kan niet in deze stand van het bevel
not_competent | who acts is not competent | wie handelt is niet bevoegd
regime_not_in_force | that law was not in force | dat recht gold toen niet
hypothetical_only | a draft is nobody's law | een ontwerp is niemands recht
not_admitted | this applicant cannot ask for an order | deze verzoeker kan geen bevel vragen
harm_out_of_scope | the law does not protect from this harm | de wet beschermt niet tegen dit gevaar
age_out_of_scope | the law does not reach persons of that age | de wet geldt niet voor personen van die leeftijd
consent_needed | an adult must have asked or agreed | een meerderjarige moet het vragen of ermee instemmen
permission_needed | this applicant needs permission first | deze verzoeker heeft eerst toestemming nodig
permission_to_withdraw_needed | the court has not permitted it to be withdrawn | de rechter heeft de intrekking niet toegestaan
permission_not_needed | this applicant needs no permission | deze verzoeker heeft geen toestemming nodig
permission_not_asked | no permission is being asked | er wordt geen toestemming gevraagd
criteria_missing | the application must speak of more | het verzoek moet meer noemen
own_motion_not_allowed | the authority cannot act of its own motion here | ambtshalve handelen kan hier niet
lawyer_required | only a lawyer can bring this application | alleen een advocaat kan dit verzoek doen
channel_not_open | applications are not taken this way | zo wordt geen verzoek aangenomen
respondents_not_allowed | the order cannot be made against these persons | het bevel kan niet tegen deze personen worden gegeven
other_persons_not_allowed | the order binds nobody but respondents | het bevel bindt niemand dan verweerders
support_not_offered | the support that must be offered was not | de hulp die moet worden aangeboden ontbreekt
without_notice_not_allowed | nobody may be bound unheard | niemand mag ongehoord worden gebonden
undertaking_not_supported | an undertaking cannot take the place of an order | een toezegging kan een bevel niet vervangen
undertaking_barred | violence makes an order necessary | door geweld is een bevel nodig
term_not_allowed | an order cannot contain such a term | een bevel kan zo'n bepaling niet bevatten
term_not_abroad | no term may reach abroad | geen bepaling mag tot het buitenland reiken
travel_term_needs_end | taking the freedom to travel needs an end or a review, or a most exceptional case | reisvrijheid beperken vraagt een einde of een toetsing, of een hoogst uitzonderlijk geval
power_of_arrest_not_allowed | a power of arrest can no longer be attached | een aanhoudingsbevoegdheid kan niet worden toegevoegd
no_such_person | this person has no such place in the case | deze persoon heeft die plaats niet in de zaak
no_such_version | the order has no such version | het bevel heeft die versie niet
no_such_incident | no such incident is on record | zo'n incident is niet vastgelegd
no_such_binding | no such service is on record | zo'n betekening is niet vastgelegd
no_such_document | no such document was handed in | zo'n document is niet ingeleverd
no_such_appeal | no appeal is pending | er loopt geen beroep
no_such_event | there is no such entry | die regel bestaat niet
no_such_link | these persons are not linked | deze personen zijn niet verbonden
already_on_record | it is on record already | het is al vastgelegd
end_too_early | the law fixes a longer term at first | de wet bepaalt eerst een langere termijn
end_too_late | the end lies beyond the longest term | het einde ligt voorbij de langste termijn
end_not_later | an extension must end later | een verlenging moet later eindigen
end_in_the_past | the order would end before it begins | het bevel zou eindigen voor het begint
end_needed | the order needs an end | het bevel heeft een einde nodig
not_extendable | the order cannot be extended | het bevel kan niet worden verlengd
too_many_extensions | the order was extended as often as can be | het bevel is al zo vaak verlengd als kan
not_yet_ended | the end has not come | het einde is er nog niet
method_not_valid | an order cannot be served or told in that way | zo kan een bevel niet worden betekend of meegedeeld
service_not_authorised | the court had not allowed it | de rechter had dat niet toegestaan
person_not_identified | nobody is bound before being identified | niemand is gebonden voordat bekend is wie het is
before_the_order | the order had not been made | het bevel was nog niet gegeven
last_protected_person | the order protects nobody else | het bevel beschermt niemand anders
not_a_return_hearing | the respondents were heard before the order | de verweerders waren vooraf gehoord
incident_concluded | the incident is concluded | het incident is afgedaan
incident_dismissed | the incident was put aside | het incident is terzijde gelegd
already_referred | it is with the prosecutor already | het ligt al bij de officier van justitie
not_referred | it is not with the prosecutor | het ligt niet bij de officier van justitie
already_pursued | the civil court has it already | het ligt al bij de civiele rechter
not_pursued | the civil court does not have it | het ligt niet bij de civiele rechter
review_needed | a person must weigh it first | een mens moet het eerst wegen
nothing_to_restore | there is no ended order to restore | er is geen geëindigd bevel om te herstellen
no_appeal | no appeal lies | er staat geen beroep open
not_certifiable | the order cannot be certified | het bevel kan niet worden gecertificeerd
no_such_duty | there is no such duty | die plicht bestaat niet
too_early | it comes before what it follows from | het komt voor datgene waar het op volgt
applicant_not_named | an applicant has a name or an office | een verzoeker heeft een naam of een instantie
no_such_decision | there is no such decision | die beslissing is er niet
period_over | that time in force is over | die periode van kracht is voorbij
hearing_too_late | the hearing comes too late | de zitting komt te laat
no_change | nothing would change | er verandert niets
no_such_restriction | there is no such restriction | die beperking is er niet
confidentiality_unchecked | nobody checked that copy for what is withheld | niemand heeft dat afschrift nagezien op wat is afgeschermd
"""  # noqa: E501 - a table

_FLAGGING = """
age_unknown | an age is unknown | een leeftijd onbekend is
capacity_check | a child applies alone | een kind zonder bijstand verzoekt
served_by_applicant | the applicant served it in person | de verzoeker zelf betekende
short_notice | the notice was too short | de oproep te kort voor de zitting kwam
manual_police_notice | the police must be told by hand | de politie apart moet worden ingelicht
protected_person_opposes | the protected person opposes the order | de beschermde persoon het bevel niet wil
"""  # noqa: E501 - a table

REASONS = {Code(code): said for code, said in table_of(_ASSESSING + _REFUSING.lstrip()).items()}
"""The words of each reason, English and Dutch."""

words("reason", REASONS)
lists("reasons", "reason", {"en": ", and because ", "nl": ", en want "})
lists("weighed", "reason", {"en": " and that ", "nl": "; "})
words("flag", {Code(code): said for code, said in table_of(_FLAGGING).items()})
