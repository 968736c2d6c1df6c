"""Tables that every view needs, and the one rule of all of them.

Each row of a view bears the number of the generation that it was built in. A view that is built
anew fills a generation beside the one that serves, and the swap is one change of one row; so
readers find the old rows or the new ones and never a mixture.
"""

from __future__ import annotations

from typing import Final

FORMAT: Final = 1
"""Version of everything below, and of how views are kept at all."""

TABLES: Final = (
    """CREATE TABLE IF NOT EXISTS view_generations (
        view TEXT NOT NULL,
        form BIGINT NOT NULL,
        generation BIGINT NOT NULL,
        position BIGINT NOT NULL,
        digest TEXT NOT NULL,
        serving BIGINT NOT NULL,
        PRIMARY KEY (view, generation)
    )""",
    """CREATE TABLE IF NOT EXISTS view_parked (
        view TEXT NOT NULL,
        generation BIGINT NOT NULL,
        position BIGINT NOT NULL,
        order_id TEXT,
        version BIGINT,
        error TEXT NOT NULL,
        parked_at TEXT NOT NULL,
        PRIMARY KEY (view, generation, position)
    )""",
    "CREATE INDEX IF NOT EXISTS view_parked_orders ON view_parked (view, generation, order_id)",
)
