"""What a turn asks of the database stays within its household: read from the SQL itself."""

import re

import pytest

from skill.store.schema import Base
from skill.testing import Conversation

TABLES = "|".join(Base.metadata.tables)
TOUCHES = re.compile(rf"\b(?:FROM|INTO|UPDATE|JOIN)\s+({TABLES})\b")
WITHIN = re.compile(r"\bWHERE\b.*\bhousehold_id = (\?|%\(\w+\)s)", re.DOTALL)
UNION = "UNION ALL"
ADDS = re.compile(rf"INSERT INTO (?:{TABLES}) \(household_id, ")


@pytest.fixture
def turns(safe_harbor, request, sent_to):
    """Hold a conversation through the shipped practices, and give its statements, each with the values it is given."""
    with sent_to(safe_harbor.harbor.database) as sent:
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
    statements = [(statement, values) for statement, values in sent if TOUCHES.search(statement)]
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
