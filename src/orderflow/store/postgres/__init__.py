"""The log on PostgreSQL, for several processes on several machines."""

from __future__ import annotations

try:
    import psycopg as psycopg
    import psycopg_pool as psycopg_pool
except ModuleNotFoundError as error:
    _MISSING = "PostgreSQL needs the extra 'postgres': pip install 'orderflow[postgres]'"
    raise ModuleNotFoundError(_MISSING, name=error.name) from None
