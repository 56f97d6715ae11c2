"""Turns get a key that nobody can guess, and citizens may say whether an answer helped."""

import uuid

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Give every turn a key, and make the table."""
    with op.batch_alter_table("turns") as turns:
        turns.add_column(sa.Column("key", sa.String(32), nullable=True))
    _give_keys(op.get_bind())
    with op.batch_alter_table("turns") as turns:
        turns.alter_column("key", existing_type=sa.String(32), nullable=False)
        turns.create_unique_constraint(op.f("uq_turns_key"), ["key"])
    op.create_table(
        "feedback",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.String(60), nullable=True),
        sa.Column("helpful", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["turn_id"], ["turns.id"], name=op.f("fk_feedback_turn_id_turns")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_feedback")),
    )
    for column in ("turn_id", "entry_id", "said_at"):
        op.create_index(op.f(f"ix_feedback_{column}"), "feedback", [column])


def downgrade() -> None:
    """Drop the table and the keys."""
    op.drop_table("feedback")
    with op.batch_alter_table("turns") as turns:
        turns.drop_constraint(op.f("uq_turns_key"), type_="unique")
        turns.drop_column("key")


def _give_keys(connection: sa.Connection) -> None:
    turns = sa.table("turns", sa.column("id", sa.Integer), sa.column("key", sa.String))
    for (turn_id,) in connection.execute(sa.select(turns.c.id)).all():
        connection.execute(turns.update().where(turns.c.id == turn_id).values(key=uuid.uuid4().hex))
