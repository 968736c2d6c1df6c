"""The HTTP service, for whoever does not write Python, and as routes for whoever does.

```python
from orderflow import api

application.include_router(api.router(orders, tokens=tokens, access_log=Path("access.db")))
```

Needs the extra `api`: `pip install 'orderflow[api]'`.
"""

from __future__ import annotations

from orderflow.api.accesses.log import AccessFile
from orderflow.api.building import app, router, service
from orderflow.api.fetching import fetcher
from orderflow.api.keys import FetchedKeys, FixedKeys
from orderflow.api.mounting import app_of, router_of
from orderflow.api.service import LedgerOfLog, Service
from orderflow.api.settings import API_VERSION, Limits, Settings
from orderflow.api.tokens import Tokens

__all__ = [
    "API_VERSION",
    "AccessFile",
    "FetchedKeys",
    "FixedKeys",
    "LedgerOfLog",
    "Limits",
    "Service",
    "Settings",
    "Tokens",
    "app",
    "app_of",
    "fetcher",
    "router",
    "router_of",
    "service",
]
