"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tables of version ${up_revision} from those of the one before."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Not offered: restore a copy of the record instead."""
    raise NotImplementedError
