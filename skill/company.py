"""Who is there: who speaks, who said they are here too, and whom the household knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from skill.exchange import Heard
from skill.home import Home
from skill.store import Member, Snapshot, fold
from skill.turn import Person


@dataclass(frozen=True)
class Company:
    """The people of a turn. ``speaker`` is None for an unknown voice in a household of several.

    ``members`` are all of the household, ``here`` the ids of those who said they are present; ``changed`` are the
    members to be written and ``gone`` the ids of those to be forgotten. ``asked`` says that this session was asked who
    speaks, ``closed`` that it was asked for somebody's spoken code; ``coded`` are the ids of those who have one.
    """

    members: tuple[Member, ...]
    speaker: Person | None
    here: tuple[str, ...] = ()
    changed: tuple[Member, ...] = ()
    asked: bool = False
    gone: tuple[str, ...] = ()
    closed: bool = False
    coded: Set[str] = frozenset()

    @classmethod
    def of(cls, snapshot: Snapshot, heard: Heard, new_id: Callable[[], str], home: Home) -> Company:
        """Find out who speaks; ``new_id`` gives the id of somebody new, ``home`` knows who has a spoken code.

        A recognised voice is that person, and a new one a new person; who gave a name in this session is that
        person; in a household of one the unknown voice is that one, unless a spoken code stands before them; otherwise
        nobody knows.
        """
        members, session, coded = tuple(snapshot.people), heard.session, frozenset(home.codes)
        known = {member.id: member for member in members}
        here, who = session.get("here"), session.get("who")
        recognised = heard.person is not None
        speaks: Member | None = None
        if recognised:
            speaks = known.get(snapshot.voice or "") or Member(new_id(), "", account=not members, voice=True)
        elif isinstance(who, str) and who in known:
            speaks = known[who]
        elif not members:
            speaks = Member(new_id(), "", account=True, voice=False)
        elif len(members) == 1 and not members[0].voice and members[0].id not in coded:
            speaks = members[0]
        new = (speaks,) if speaks is not None and speaks.id not in known else ()
        return cls(
            (*members, *new),
            _person(speaks, recognised=recognised) if speaks else None,
            tuple(each for each in here if isinstance(each, str) and each in known) if isinstance(here, list) else (),
            new,
            asked=bool(session.get("asked")),
            closed=bool(session.get("closed")),
            coded=coded,
        )

    @property
    def unknown(self) -> bool:
        """Say whether nobody knows who speaks, and nobody was asked yet."""
        return self.speaker is None and not self.asked

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everyone the household knows."""
        return tuple([_person(member) for member in self.members])

    @cached_property
    def present(self) -> tuple[Person, ...]:
        """Those who said they are here."""
        return tuple(person for each in self.here for person in self.people if person.id == each)

    def person(self, id_: str) -> Person | None:
        """Find someone by id."""
        return next((person for person in self.people if person.id == id_), None)

    def speaking(self, asked: str) -> Person | None:
        """Say who answers: a recognised voice is who it is; an unknown one is whoever was asked."""
        if self.speaker is not None and self.speaker.recognised:
            return self.speaker
        return self.person(asked) or self.speaker

    def named(self, name: str) -> Person | None:
        """Find someone by the name they gave, however it is written."""
        return next((person for person in self.people if person.name and fold(person.name) == fold(name)), None)

    def introduced(self, name: str, part: str, new_id: str) -> Company:
        """Take in a name: for the one who speaks, or for someone beside them.

        ``part`` is speaker, proven (the speaker, by id, who said their code), present, unknown (who speaks would rather
        not say), closed (who speaks is asked for a code) or alone (nobody is beside them). Whoever has a code and was
        not heard to say it is taken for nobody.
        """
        if part == "unknown":
            return replace(self, asked=True)
        if part == "closed":
            return replace(self, asked=True, closed=True)
        if part == "alone":
            return replace(self, here=())
        if part == "proven":
            return replace(self, speaker=self.person(name), asked=True)
        found = self.named(name)
        if part == "speaker":
            return self._speaking(found, name, new_id)
        if found is None:
            added = self._with(Member(id=new_id, name=name, account=False, voice=False))
            found = added.person(new_id)
        else:
            added = self
        first = (self.speaker.id,) if self.speaker else ()
        here = tuple(dict.fromkeys((*first, *self.here, found.id if found else new_id)))
        return replace(added, here=here)

    def _speaking(self, found: Person | None, name: str, new_id: str) -> Company:
        if found is not None:
            claimed = found.id in self.coded and (self.speaker is None or self.speaker.id != found.id)
            return replace(self, speaker=None if claimed else found, asked=True)
        if self.speaker is not None and not self.speaker.name:
            return replace(self._renamed(self.speaker.id, name), asked=True)
        joined = self._joined(Member(id=new_id, name=name, account=False, voice=False))
        return replace(joined, asked=True)

    def without(self, person: str) -> Company:
        """Give it without somebody who is to be forgotten; nobody is asked again who speaks."""
        left = self.speaker is not None and self.speaker.id == person
        return replace(
            self,
            members=tuple(each for each in self.members if each.id != person),
            speaker=None if left else self.speaker,
            here=tuple(each for each in self.here if each != person),
            changed=tuple(each for each in self.changed if each.id != person),
            asked=True,
            gone=(*self.gone, person),
        )

    def _renamed(self, id_: str, name: str) -> Company:
        old = next(member for member in self.members if member.id == id_)
        renamed = self._with(replace(old, name=name))
        speaker = self.speaker
        return replace(renamed, speaker=replace(speaker, name=name) if speaker and speaker.id == id_ else speaker)

    def _joined(self, member: Member, *, recognised: bool = False) -> Company:
        return replace(self._with(member), speaker=_person(member, recognised=recognised))

    def _with(self, member: Member) -> Company:
        def put(members: Sequence[Member]) -> tuple[Member, ...]:
            return (*(each for each in members if each.id != member.id), member)

        return replace(self, members=put(self.members), changed=put(self.changed))


def _person(member: Member, *, recognised: bool = False) -> Person:
    return Person(member.id, member.name, recognised)
