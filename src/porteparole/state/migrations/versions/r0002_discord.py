"""The feedback on answers, and the choices of servers."""

import sqlalchemy as sa
from alembic import op

from porteparole.state.tables import Line, Moment, RowNumber

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "feedback",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("reason", Line(20), nullable=False),
        sa.Column("comment", Line(1000), nullable=False),
        sa.Column("receipt", sa.JSON, nullable=False),
        sa.Column("person", sa.BigInteger, nullable=False),
        sa.Column("asker", sa.BigInteger, nullable=False),
        sa.Column("message", sa.BigInteger, nullable=False),
        sa.Column("server", sa.BigInteger),
        sa.Column("link", Line(200), nullable=False),
        sa.Column("verdict", Line(20)),
        sa.Column("by", Line(200)),
        sa.Column("gold", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
    )
    for column in ("at", "person", "asker", "message"):
        op.create_index(f"ix_feedback_{column}", "feedback", [column])
    op.create_table(
        "servers",
        sa.Column("server", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("choices", sa.JSON, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", Line(200), nullable=False),
        sa.PrimaryKeyConstraint("server", name="pk_servers"),
    )
