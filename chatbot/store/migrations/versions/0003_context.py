"""Turns keep what they were taken for, and what the next turn may be understood from."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; talks from before are simply not continued."""
    with op.batch_alter_table("turns") as turns:
        turns.add_column(sa.Column("understood", sa.Text(), nullable=True))
        turns.add_column(sa.Column("context", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("turns") as turns:
        turns.drop_column("context")
        turns.drop_column("understood")
