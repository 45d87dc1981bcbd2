"""Sources, articles, actors, quotes and events."""

from migrations.beside import run_sql_beside

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Run the SQL beside this file."""
    run_sql_beside(__file__)
