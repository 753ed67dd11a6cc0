"""Curves: what something costs as something else grows, printed, and kept as a page and a plot."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from results import RESULTS, Sheet, machine, print_sheets, sheet

MOST = 1.2
"""What a turn may cost at the end of a curve, where it costs 1 at its beginning."""


@dataclass(frozen=True)
class Curve:
    """Microseconds of processor time of each kind of turn, by how much there is of ``what``; ``why`` says it in words.

    ``more`` are further lines of the table.
    """

    what: str
    why: str
    sizes: Sequence[int]
    micros: Mapping[str, Sequence[float]]
    more: Sequence[Sequence[str]] = ()

    @classmethod
    def of(
        cls,
        what: str,
        why: str,
        sizes: Sequence[int],
        taken: Mapping[str, Sequence[Sequence[float]]],
        *more: Sequence[str],
    ) -> Curve:
        """Sum up the seconds that were taken, by kind of turn and size: the median of each."""
        micros = {kind: [statistics.median(some) * 1e6 for some in by_size] for kind, by_size in taken.items()}
        return cls(what, why, sizes, micros, more)

    def grown(self, kind: str) -> float:
        """Give what a kind of turn costs at the end, where it costs 1 at the beginning."""
        return self.micros[kind][-1] / self.micros[kind][0]

    def missed(self) -> Iterator[str]:
        """Say what grows by more than it may."""
        for kind in self.micros:
            if self.grown(kind) > MOST:
                yield f"{self.what}: {kind} costs {self.grown(kind):.2f} times as much at the end, wanted {MOST:g}"

    def sheet(self) -> Sheet:
        """Lay it out as a table."""
        header = (f"µs of CPU per turn, {self.what}", *(f"{size:,}" for size in self.sizes), "last to first", "within")
        lines = [
            (kind, *(f"{each:.0f}" for each in micros), f"{self.grown(kind):.2f}", _yes(self.grown(kind) <= MOST))
            for kind, micros in self.micros.items()
        ]
        return f"Growth with {self.what}", header, [*lines, *((*line, "", "") for line in self.more)]


@dataclass(frozen=True)
class Table:
    """Figures that no limit is set for, and what they mean in words."""

    why: str
    sheet: Sheet


def publish(curves: Sequence[Curve], tables: Sequence[Table]) -> None:
    """Print everything, and write it beside the other results."""
    missed = [each for curve in curves for each in curve.missed()] or [f"No turn grows beyond {MOST:g} times."]
    print_sheets([curve.sheet() for curve in curves] + [table.sheet for table in tables], missed)
    date, on = datetime.now(UTC).date().isoformat(), machine()
    page = [
        f"# What a turn costs as things grow\n\n{date}, {on}. Medians of processor time; sizes take turns, there and "
        "back. Only ratios within one run mean anything.\n",
        "![Cost by size, where the first is 1](growth.svg)\n",
    ]
    for curve in curves:
        page += [sheet(curve.sheet()), f"{curve.why}\n"]
    for table in tables:
        page += [sheet(table.sheet), f"{table.why}\n"]
    page.append("\n".join(f"- {each}" for each in missed) + "\n")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "growth.md").write_text("\n".join(page), encoding="utf-8")
    (RESULTS / "growth.svg").write_text(_plot(curves, f"{date}, {on}"), encoding="utf-8")


def _yes(right: bool) -> str:
    return "yes" if right else "no"


# The plot: each curve in a panel, its sizes on a logarithmic scale, its costs where the first is 1.

WIDTH, HEIGHT, LEFT, RIGHT, TOP = 720, 170, 50, 230, 34
COLOURS = ("#2266aa", "#cc5522", "#338844", "#884499", "#997711", "#117788", "#aa3366", "#555555")


def _plot(curves: Sequence[Curve], caption: str) -> str:
    drawn = [each for number, curve in enumerate(curves) for each in _panel(curve, number * (HEIGHT + 60))]
    whole = len(curves) * (HEIGHT + 60) + 24
    drawn.append(f'<text x="10" y="{whole - 10}" fill="#555555">{escape(caption)}</text>')
    size = f'width="{WIDTH}" height="{whole}" viewBox="0 0 {WIDTH} {whole}"'
    body = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def _panel(curve: Curve, down: int) -> Iterator[str]:
    grown = {kind: [each / micros[0] for each in micros] for kind, micros in curve.micros.items()}
    most = max(1.5, *(each for some in grown.values() for each in some))
    low, high = math.log(curve.sizes[0]), math.log(curve.sizes[-1])

    def x(size: int) -> float:
        return LEFT + (math.log(size) - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def y(times: float) -> float:
        return down + TOP + HEIGHT * (1 - times / most)

    yield f'<text x="10" y="{down + 20}" font-weight="bold">{escape(f"cost of a turn by {curve.what}")}</text>'
    for times, dash in ((0.0, ""), (1.0, ""), (MOST, ' stroke-dasharray="4 4"')):
        line = f'x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(times):.1f}" y2="{y(times):.1f}"'
        yield f'<line {line} stroke="#bbbbbb"{dash}/>'
        yield f'<text x="{LEFT - 8}" y="{y(times) + 4:.1f}" text-anchor="end">{times:g}</text>'
    for size in curve.sizes:
        yield f'<text x="{x(size):.1f}" y="{down + TOP + HEIGHT + 16}" text-anchor="middle">{size:,}</text>'
    for number, (kind, course) in enumerate(grown.items()):
        colour = COLOURS[number % len(COLOURS)]
        points = " ".join(f"{x(size):.1f},{y(each):.1f}" for size, each in zip(curve.sizes, course, strict=True))
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
        at = f'x="{WIDTH - RIGHT + 16}" y="{down + TOP + 12 + number * 18}"'
        yield f'<text {at} fill="{colour}">{escape(kind)} ({course[-1]:.2f})</text>'
