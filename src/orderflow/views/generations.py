"""Generations of a view: which one serves, and how another takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orderflow.views.schema import TABLES

if TYPE_CHECKING:
    from orderflow.views.database import Transaction, ViewDatabase
    from orderflow.views.view import View


def ready(database: ViewDatabase, view: View) -> None:
    """Make the tables of a view, and its first generation if there is none of any form.

    A view that was kept in another form goes on serving those who know it, until `Views.rebuild`
    has built it anew.
    """

    def work(rows: Transaction) -> None:
        rows.execute(
            "INSERT INTO view_generations SELECT ?, ?, 1, 0, '', 1"
            " WHERE NOT EXISTS (SELECT 1 FROM view_generations WHERE view = ?)"
            " ON CONFLICT (view, generation) DO NOTHING",
            view.name,
            view.form,
            view.name,
        )

    database.make((*TABLES, *view.tables))
    if not database.read(lambda rows: serves(rows, view)):
        database.write(work)


def serves(rows: Transaction, view: View) -> bool:
    """Tell whether there is a generation of this form that serves."""
    found = rows.rows(
        "SELECT 1 FROM view_generations WHERE view = ? AND form = ? AND serving = 1",
        view.name,
        view.form,
    )
    return bool(found)


def begun(database: ViewDatabase, view: View) -> int:
    """Return the generation that is built beside the one that serves; begin one if none is."""

    def work(rows: Transaction) -> int:
        building = rows.rows(
            "SELECT generation FROM view_generations WHERE view = ? AND form = ? AND serving = 0",
            view.name,
            view.form,
        )
        if building:
            return int(building[0][0])
        (last,) = rows.rows(
            "SELECT MAX(generation) FROM view_generations WHERE view = ?", view.name
        )[0]
        rows.execute(
            "INSERT INTO view_generations VALUES (?, ?, ?, 0, '', 0)"
            # Somebody else may have begun it in this moment: then we build that one together.
            " ON CONFLICT (view, generation) DO NOTHING",
            view.name,
            view.form,
            int(last or 0) + 1,
        )
        return int(last or 0) + 1

    return database.write(work)


def swapped(database: ViewDatabase, view: View, generation: int, reached: int) -> bool:
    """Let a generation serve in place of the one that does, and drop that; all at once.

    Args:
        database: Where the view is kept.
        view: The view.
        generation: The generation that was built.
        reached: Position that it must have reached.

    Returns:
        Whether it serves now; False if it is behind what serves, or gone.
    """

    def work(rows: Transaction) -> bool:
        taken = rows.execute(
            "UPDATE view_generations SET serving = 1"
            " WHERE view = ? AND generation = ? AND serving = 0 AND position >= ?",
            view.name,
            generation,
            reached,
        )
        if not taken:
            return False
        for table in view.row_tables:
            rows.execute(f"DELETE FROM {table} WHERE generation <> ?", generation)  # noqa: S608
        for table in ("view_parked", "view_generations"):
            rows.execute(
                f"DELETE FROM {table} WHERE view = ? AND generation <> ?",  # noqa: S608
                view.name,
                generation,
            )
        return True

    return database.write(work)
