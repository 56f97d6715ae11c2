"""What counsellors keep at hand, mark for the editors, and note after a call."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "shelf",
        _account("shelf"),
        sa.Column("entry_id", sa.String(60), nullable=False),
        sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("account_id", "entry_id", name=op.f("pk_shelf")),
    )
    op.create_table(
        "marks",
        sa.Column("id", sa.Integer(), nullable=False),
        _account("marks"),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("entry_id", sa.String(60), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_marks")),
    )
    op.create_table(
        "counsels",
        sa.Column("id", sa.Integer(), nullable=False),
        _account("counsels"),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("topic", sa.String(60), nullable=True),
        sa.Column("entry_id", sa.String(60), nullable=True),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counsels")),
    )
    op.create_index(op.f("ix_marks_marked_at"), "marks", ["marked_at"])
    op.create_index(op.f("ix_counsels_noted_at"), "counsels", ["noted_at"])


def downgrade() -> None:
    """Drop the tables."""
    for table in ("counsels", "marks", "shelf"):
        op.drop_table(table)


def _account(table: str) -> sa.Column[int]:
    key = sa.ForeignKey("accounts.id", name=op.f(f"fk_{table}_account_id_accounts"))
    return sa.Column("account_id", sa.Integer(), key, nullable=False)
