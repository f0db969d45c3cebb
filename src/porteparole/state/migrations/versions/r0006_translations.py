"""Translations by a machine, and what moderators made of them."""

import sqlalchemy as sa
from alembic import op

from porteparole.state.tables import Line, Moment

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "translations",
        sa.Column("paragraph", Line(16), nullable=False),
        sa.Column("text", Line(20_000), nullable=False),
        sa.Column("model", Line(200), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", Line(200)),
        sa.PrimaryKeyConstraint("paragraph", name="pk_translations"),
    )
