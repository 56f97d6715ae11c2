"""Talks know where they are held, and messengers' talks whose they are and where they stand."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; talks from before were all held on the web."""
    with op.batch_alter_table("conversations") as conversations:
        conversations.add_column(sa.Column("channel", sa.String(20), nullable=False, server_default="web"))
        conversations.add_column(sa.Column("user_key", sa.String(64), nullable=True))
        conversations.add_column(sa.Column("place", sa.JSON(), nullable=True))
        conversations.create_index(op.f("ix_conversations_user_key"), ["user_key"])


def downgrade() -> None:
    """Drop the columns."""
    with op.batch_alter_table("conversations") as conversations:
        conversations.drop_index(op.f("ix_conversations_user_key"))
        conversations.drop_column("place")
        conversations.drop_column("user_key")
        conversations.drop_column("channel")
