"""What the language model cost, and who used it today."""

import sqlalchemy as sa
from alembic import op

from porteparole.state.tables import Line

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns and the table."""
    op.add_column("writer_usage", sa.Column("cost", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("writer_usage", sa.Column("salt", Line(64)))
    op.create_table(
        "writer_persons",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("person", Line(64), nullable=False),
        sa.Column("tokens", sa.BigInteger, nullable=False),
        sa.Column("cost", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("day", "person", name="pk_writer_persons"),
    )
