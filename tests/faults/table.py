"""What each fault came to: one row a test, and all of them in a table at the end of the run."""

from dataclasses import asdict, astuple, dataclass, fields

PROPERTY = "fault"


@dataclass(frozen=True)
class Row:
    """How often a fault was tried, and what became of the turns that were acknowledged and of the others."""

    fault: str
    tried: int
    acknowledged: int
    lost: int
    doubled: int
    half: int

    @property
    def clean(self):
        """Say whether nothing was lost, doubled or half written."""
        return not (self.lost or self.doubled or self.half)

    def of_report(self):
        """Give what a report can carry, from one process to another too."""
        return PROPERTY, asdict(self)


def rows_of(reports):
    """Give the rows that reports carry, in the order of their tests."""
    found = sorted((each.nodeid, value) for each in reports for name, value in each.user_properties if name == PROPERTY)
    return [Row(**value) for _, value in sorted(found, key=lambda pair: pair[0])]


def lines_of(rows):
    """Write rows as a table with a line of sums."""
    sums = [sum(getattr(row, field.name) for row in rows) for field in fields(Row)[1:]]
    cells = [[field.name for field in fields(Row)], *(list(map(str, astuple(row))) for row in rows)]
    cells.append(["all", *map(str, sums)])
    wide = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  ".join([row[0].ljust(wide[0]), *(cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True))])
        for row in cells
    ]
