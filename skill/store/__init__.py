"""What lasts: households in a database, sealed where it holds what people say."""

from skill.store.changes import Changes
from skill.store.database import Database
from skill.store.encryption import Mark, Vault
from skill.store.household import Households
from skill.store.identity import fold, new_id
from skill.store.journal import StoredJournal
from skill.store.rotation import Rotation
from skill.store.snapshot import Member, Snapshot, StoredAlert, StoredFrame
from skill.store.turns import Seen

__all__ = [
    "Changes",
    "Database",
    "Households",
    "Mark",
    "Member",
    "Rotation",
    "Seen",
    "Snapshot",
    "StoredAlert",
    "StoredFrame",
    "StoredJournal",
    "Vault",
    "fold",
    "new_id",
]
