"""What a command prints: tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import click
from rich.console import Console
from rich.table import Table

Row: TypeAlias = Mapping[str, str | list[str]]
"""The cells of one row by their titles."""
ENDLESS = 4000
"""Columns of a line that no terminal shows: what is piped is not folded."""


def print_rows(rows: Sequence[Row], *, as_json: bool) -> None:
    """Print rows that share their keys, as a JSON list or as a table with the keys for titles."""
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        cells = [[", ".join(each) if isinstance(each, list) else each for each in row.values()] for row in rows]
        print_table(tuple(rows[0]), cells)


def print_table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table; without a line of titles where all are empty."""
    table = Table(show_header=any(titles), box=None, pad_edge=False)
    for title in titles:
        table.add_column(title, overflow="fold")
    for row in rows:
        table.add_row(*row)
    width = None if sys.stdout.isatty() else ENDLESS
    Console(file=sys.stdout, markup=False, highlight=False, width=width).print(table)
