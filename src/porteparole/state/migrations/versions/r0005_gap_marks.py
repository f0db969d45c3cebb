"""What moderators made of the questions that were refused."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("gaps", sa.Column("mark", sa.String(10), nullable=False, server_default="open"))
    op.add_column("gaps", sa.Column("marked_by", sa.String(200), nullable=False, server_default=""))
