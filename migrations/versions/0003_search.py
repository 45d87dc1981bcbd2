"""Search by words."""

from migrations.beside import run_sql_beside

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Run the SQL beside this file."""
    run_sql_beside(__file__)
