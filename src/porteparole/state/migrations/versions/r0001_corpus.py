"""The generations, the audit log, the refused questions, the removed articles and the archive."""

import sqlalchemy as sa
from alembic import op

from porteparole.state.tables import Line, Moment, RowNumber

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "swaps",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("generation", Line(40), nullable=False),
        sa.Column("before", Line(40)),
        sa.Column("rolled_back", sa.Boolean(name="swaps_rolled_back"), nullable=False),
        sa.Column("origin", Line(64), nullable=False),
        sa.Column("signature", Line(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_swaps"),
    )
    op.create_table(
        "actions",
        sa.Column("id", RowNumber, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("ended", Moment),
        sa.Column("actor", Line(200), nullable=False),
        sa.Column("action", Line(40), nullable=False),
        sa.Column("subject", Line(500), nullable=False),
        sa.Column("outcome", Line(20), nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
    )
    op.create_index("ix_actions_at", "actions", ["at"])
    op.create_table(
        "gaps",
        sa.Column("words", Line(300), nullable=False),
        sa.Column("language", Line(2), nullable=False),
        sa.Column("question", Line(300), nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("last_asked", Moment, nullable=False),
        sa.PrimaryKeyConstraint("words", "language", name="pk_gaps"),
    )
    op.create_table(
        "removals",
        sa.Column("article", Line(100), nullable=False),
        sa.Column("digest", Line(64), nullable=False),
        sa.Column("title", Line(1000), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("actor", Line(200), nullable=False),
        sa.PrimaryKeyConstraint("article", name="pk_removals"),
    )
    op.create_table(
        "archived_articles",
        sa.Column("digest", Line(64), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("article", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_archived_articles"),
    )
    op.create_table(
        "archived_paragraphs",
        sa.Column("id", Line(40), nullable=False),
        sa.Column("digest", Line(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_archived_paragraphs"),
        sa.ForeignKeyConstraint(
            ["digest"], ["archived_articles.digest"], name="fk_archived_paragraphs_digest"
        ),
    )
