"""The results: a table to read, and beside it a page, a plot and the numbers, kept with the date and the machine."""

from __future__ import annotations

import json
import os
import platform
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from parts import Profile
from rich.console import Console
from rich.table import Table

RESULTS = Path(__file__).parents[1] / "results"
Sheet = tuple[str, Sequence[str], Sequence[Sequence[str]]]
"""A table's title, the names of its columns, and its lines."""


@dataclass(frozen=True)
class Row:
    """One server: requests per second of processor time (8 and 1 at a time), latencies in ms, MB, seconds.

    ``ratio`` is what ours reaches of its rate at 8 at a time, at the median of the rounds; ``ratios`` the extremes.
    """

    name: str
    rate: float
    alone: float
    ratio: float
    ratios: tuple[float, float]
    median_1: float
    p99_1: float
    median_8: float
    p99_8: float
    memory: float
    start: float


def machine() -> str:
    """Describe the machine: its processor and what runs on it, and nothing that would name it."""
    try:
        models = re.findall(r"^model name\s*: (.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        models = []
    model = models[0] if models else platform.machine()
    return f"{os.cpu_count()} cores ({model}), {platform.system()}, Python {platform.python_version()}"


def print_sheets(sheets: Sequence[Sheet], remarks: Sequence[str]) -> None:
    """Print tables, and what is to be said of them."""
    console = Console(width=120)
    for title, header, lines in sheets:
        table = Table(title=title)
        for number, name in enumerate(header):
            table.add_column(name, justify="right" if number else "left")
        for line in lines:
            table.add_row(*line)
        console.print(table)
    for each in remarks:
        console.print(each)


def publish(rows: Sequence[Row], profile: Profile, missed: Sequence[str]) -> None:
    """Print the results, and write them beside this package."""
    print_sheets([*_servers(rows), *_profile(profile)], missed or ["All as wanted."])
    _write(rows, profile, missed)


def _servers(rows: Sequence[Row]) -> Iterator[Sheet]:
    rates = [
        (row.name, f"{row.rate:.0f}", f"{row.alone:.0f}", f"{row.ratio:.2f}", "{:.2f} to {:.2f}".format(*row.ratios))
        for row in rows
    ]
    yield "Requests per second of server CPU", ("server", "8 at a time", "1 at a time", "ours to it", "range"), rates
    others = [
        (
            row.name,
            *(f"{value:.1f}" for value in (row.median_1, row.p99_1, row.median_8, row.p99_8)),
            f"{row.memory:.0f}",
            f"{row.start:.2f}",
        )
        for row in rows
    ]
    header = ("server", "median ms, 1", "p99 ms, 1", "median ms, 8", "p99 ms, 8", "memory MB", "start s")
    yield "Latency at 1 and at 8 at a time, memory, start-up", header, others


def _profile(profile: Profile) -> Iterator[Sheet]:
    parts = sorted(profile.parts.items(), key=lambda each: -each[1].cpu)
    cells = [
        (name, f"{cost.cpu:.0f}", f"{cost.cpu / profile.whole.cpu:.0%}", f"{cost.clock:.0f}") for name, cost in parts
    ]
    cells.append(("all", f"{profile.whole.cpu:.0f}", "", f"{profile.whole.clock:.0f}"))
    title = f"Our turn by part ({profile.statements:.1f} statements in {profile.transactions:.1f} transactions)"
    yield title, ("part", "µs of CPU", "share", "µs on the clock"), cells


def _write(rows: Sequence[Row], profile: Profile, missed: Sequence[str]) -> None:
    RESULTS.mkdir(exist_ok=True)
    date, on = datetime.now(UTC).date().isoformat(), machine()
    numbers = {"date": date, "machine": on, "servers": [asdict(row) for row in rows], "profile": asdict(profile)}
    text = json.dumps(_rounded(numbers), indent=1, ensure_ascii=False)
    (RESULTS / "turn.json").write_text(text + "\n", encoding="utf-8")
    (RESULTS / "turn.svg").write_text(_plot(rows, f"{date}, {on}"), encoding="utf-8")
    page = [f"# An ordinary turn beside its peers\n\n{date}, {on}. Only ratios within one run mean anything.\n"]
    page.append("![Requests per second of server CPU, and latency](turn.svg)\n")
    page += [sheet(each) for each in (*_servers(rows), *_profile(profile))]
    page.append("\n".join(f"- {each}" for each in missed or ["All as wanted."]) + "\n")
    (RESULTS / "turn.md").write_text("\n".join(page), encoding="utf-8")


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    return [_rounded(each) for each in value] if isinstance(value, list | tuple) else value


def sheet(laid_out: Sheet) -> str:
    """Write a table as Markdown."""
    title, header, cells = laid_out
    lines = (header, ("---", *["---:"] * (len(header) - 1)), *cells)
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


# The plot: bars drawn by hand, as there is nothing more to it.

WIDTH, LEFT, BAR, GAP = 720, 140, 18, 8


def _plot(rows: Sequence[Row], caption: str) -> str:
    charts = (
        ("requests per second of server CPU, 8 at a time", [(row.name, row.rate) for row in rows], "{:.0f}"),
        ("p99 in ms, 8 at a time", [(row.name, row.p99_8) for row in rows], "{:.1f}"),
    )
    drawn, top = [], 20
    for title, bars, form in charts:
        drawn.append(f'<text x="10" y="{top}" font-weight="bold">{escape(title)}</text>')
        most = max(value for _, value in bars)
        for number, (name, value) in enumerate(bars):
            y, length = top + 10 + number * (BAR + GAP), value / most * (WIDTH - LEFT - 80)
            colour = "#99aabb" if number else "#2266aa"
            drawn.append(f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>')
            drawn.append(f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>')
            drawn.append(f'<text x="{LEFT + length + 6:.1f}" y="{y + 13}">{form.format(value)}</text>')
        top += 40 + len(bars) * (BAR + GAP)
    drawn.append(f'<text x="10" y="{top}" fill="#555555">{escape(caption)}</text>')
    size = f'width="{WIDTH}" height="{top + 12}" viewBox="0 0 {WIDTH} {top + 12}"'
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )
