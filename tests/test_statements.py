"""What a turn asks of the database stays within its household: read from the SQL itself."""

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from skill.store.schema import Base
from skill.testing import Conversation

TABLES = "|".join(Base.metadata.tables)
TOUCHES = re.compile(rf"\b(?:FROM|INTO|UPDATE|JOIN)\s+({TABLES})\b")
WITHIN = re.compile(r"\bWHERE\b.*\bhousehold_id = (\?|%\(\w+\)s)", re.DOTALL)
UNION = "UNION ALL"
ADDS = re.compile(rf"INSERT INTO (?:{TABLES}) \(household_id, ")


@contextmanager
def listened(database):
    """Collect every statement that touches a table, each with the values it is given once or many times."""
    found = []

    def listen(connection, cursor, statement, values, context, many):
        if TOUCHES.search(statement):
            found.extend((statement, each) for each in (values if many else [values]))

    event.listen(database._engine, "before_cursor_execute", listen)
    try:
        yield found
    finally:
        event.remove(database._engine, "before_cursor_execute", listen)


@pytest.fixture
def turns(safe_harbor, request):
    """Hold a conversation through the shipped practices, and give its statements with the household's id."""
    harbor = safe_harbor.harbor
    with listened(harbor.database) as statements:
        ana = Conversation(safe_harbor, user=request.node.name)
        ana.launch()
        for words in (
            "I'm grateful for the rain",
            "it smelled of summer",
            "no",
            "what good things did I note",
            "I need a break",
            "twenty minutes",
            "how long do I have left",
            "what did you just save",
            "delete that",
            "stop",
        ):
            ana.say(words)
    assert len(statements) > 60
    return statements


def test_every_statement_of_a_turn_is_within_one_household(turns):
    def loose(statement):
        if statement.startswith("INSERT"):
            return not ADDS.search(statement)
        return not all(map(WITHIN.search, statement.split(UNION)))

    assert {statement for statement, _ in turns if loose(statement)} == set()


def test_every_statement_of_a_conversation_names_the_same_household(turns):
    def ids(values):
        given = values.values() if isinstance(values, dict) else values
        return {each for each in given if isinstance(each, str)}

    assert len(set.intersection(*(ids(values) for _, values in turns))) == 1
