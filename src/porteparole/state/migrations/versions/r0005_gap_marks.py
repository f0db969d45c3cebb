"""What moderators made of the questions that were refused."""

import sqlalchemy as sa
from alembic import op

from porteparole.state.tables import Line

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("gaps", sa.Column("mark", Line(10), nullable=False, server_default="open"))
    op.add_column("gaps", sa.Column("marked_by", Line(200), nullable=False, server_default=""))
