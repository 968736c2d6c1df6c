"""Examples of what is sent and answered; every one is valid, and a test says so."""

from __future__ import annotations

from typing import Any, Final

EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    "file_order": {
        "fmpo": {
            "summary": "A council asks for a forced marriage protection order, without notice",
            "value": {
                "type": "RequestOrder",
                "occurred_at": "2025-03-03T09:00:00Z",
                "regime": "uk-ew-fmpo",
                "harms": ["forced_marriage"],
                "protected_persons": [{"id": "ana", "age": "16_17"}],
                "respondents": [{"id": "rob", "age": "adult"}],
                "case_reference": "fam/2025/17",
                "without_notice": True,
            },
        }
    },
    "command_order": {
        "grant": {
            "summary": "The court makes the order",
            "value": {
                "type": "GrantOrder",
                "occurred_at": "2025-03-03T12:00:00Z",
                "terms": [
                    {
                        "id": "no-contact",
                        "kind": "prohibition",
                        "subject": "no_contact",
                        "binds": ["rob"],
                    }
                ],
                "duration": {"kind": "open_ended"},
                "without_notice": True,
            },
        },
        "serve": {
            "summary": "A process server hands it over",
            "value": {
                "type": "ServeOrder",
                "occurred_at": "2025-03-04T09:00:00Z",
                "person": "rob",
                "version": 1,
                "method": "personal",
            },
        },
        "report": {
            "summary": "The police report conduct",
            "value": {
                "type": "ReportIncident",
                "occurred_at": "2025-03-05T11:00:00Z",
                "incident": "i1",
                "person": "rob",
                "term": "no-contact",
                "conduct_at": "2025-03-05T09:00:00Z",
            },
        },
    },
    "search_orders": {
        "person": {"summary": "Orders that know a person", "value": {"person": "rob"}},
    },
    "assess_conduct": {
        "contact": {
            "summary": "Contact against a term",
            "value": {
                "person": "rob",
                "term": "no-contact",
                "conduct_at": "2025-03-05T09:00:00Z",
                "place": "home_country",
            },
        }
    },
    "ask_enforceability": {
        "gate": {"summary": "At the gate, now", "value": {"person": "rob"}},
    },
}
"""By operation, as OpenAPI has them."""

ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "list_due": {
        "hearing": {
            "summary": "Notice to the police that nobody gave, and an end that may be put off",
            "value": {
                "format": "orderflow/due/1",
                "at": "2025-03-06T12:00:00Z",
                "due": [
                    {
                        "order_id": "3f2a1c9e-5d7b-4f60-812a-9c0e4b6d8f10",
                        "kind": "police_notice",
                        "about": "version 1",
                        "status": "exceeded",
                        "due_at": "2025-03-04T23:59:59.999999Z",
                        "inclusive": True,
                        "law": ["gb-eaw/pd-11a/para-1"],
                    },
                    {
                        "order_id": "3f2a1c9e-5d7b-4f60-812a-9c0e4b6d8f10",
                        "kind": "expiry",
                        "about": "",
                        "status": "running",
                        "due_at": "2025-09-03T12:00:00Z",
                        "inclusive": False,
                        "law": ["gb-eaw/fla-1996/s-63f"],
                    },
                ],
                "next": None,
            },
        }
    },
}
"""The same, of answers."""
