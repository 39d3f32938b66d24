"""How cost grows with the articles, as SVG: a panel for each measure, both axes logarithmic."""

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape

from bench.peers import ENTRANTS
from bench.questions import Task
from bench.results import Results, Row

_PANEL_WIDTH, _PANEL_HEIGHT = 420, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 40, 34, 34
_LEGEND = 30
_COLOURS = ("#c1272d", "#555555", "#0f6fb5", "#2e8b57", "#b8860b", "#7b3fa0")
_STYLE = "text{font:12px sans-serif;fill:#222}.t{font-weight:bold}.g{stroke:#ddd}.l{fill:none;stroke-width:2}"

# The points of a peer: articles, and what they cost.
Points = Sequence[tuple[int, float]]


def chart(all_results: Sequence[Results], peers: Sequence[str]) -> str:
    """Return a picture of the results of several sizes."""
    panels = [_panel(title, _series(all_results, peers, of)) for title, of in _MEASURES.items()]
    width, height = 2 * _PANEL_WIDTH, _LEGEND + 2 * _PANEL_HEIGHT
    placed = "".join(
        f'<g transform="translate({place % 2 * _PANEL_WIDTH},{_LEGEND + place // 2 * _PANEL_HEIGHT})">'
        f"{panel}</g>"
        for place, panel in enumerate(panels)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">'
        f"<title>How cost grows with the number of articles</title><style>{_STYLE}</style>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>{_legend(peers)}{placed}</svg>\n'
    )


def _indexing(results: Results, peer: str) -> float | None:
    rate = results.value(Row.RATE, peer)
    return results.size / rate if rate else None


_MEASURES: Mapping[str, Callable[[Results, str], float | None]] = {
    f"{Task.FACETS}, ms": lambda results, peer: results.milliseconds(Task.FACETS, peer),
    f"{Task.WHOLE}, ms": lambda results, peer: results.milliseconds(Task.WHOLE, peer),
    f"{Task.BARE}, ms": lambda results, peer: results.milliseconds(Task.BARE, peer),
    "indexing on one core, s": _indexing,
}


def _series(
    all_results: Sequence[Results], peers: Sequence[str], of: Callable[[Results, str], float | None]
) -> dict[str, Points]:
    return {peer: [(each.size, value) for each in all_results if (value := of(each, peer))] for peer in peers}


def _legend(peers: Sequence[str]) -> str:
    step = 2 * _PANEL_WIDTH // (len(peers) + 1)
    return "".join(
        f'<circle cx="{_LEFT + place * step}" cy="16" r="5" fill="{_colour(peer)}"/>'
        f'<text x="{_LEFT + place * step + 10}" y="20">{escape(ENTRANTS[peer].title)}</text>'
        for place, peer in enumerate(peers)
    )


def _panel(title: str, series: Mapping[str, Points]) -> str:
    points = [point for each in series.values() for point in each]
    if not points:
        return ""
    across = _Axis([size for size, _ in points], _LEFT, _PANEL_WIDTH - _RIGHT)
    up = _Axis([value for _, value in points], _PANEL_HEIGHT - _BOTTOM, _TOP)
    grid = "".join(_line_across(up.place(tick), _label(tick)) for tick in up.ticks)
    grid += "".join(_line_up(across.place(tick), _label(tick)) for tick in across.ticks)
    drawn = "".join(_curve(peer, each, across, up) for peer, each in series.items() if each)
    return f'<text class="t" x="{_LEFT}" y="20">{escape(title)}</text>{grid}{drawn}'


class _Axis:
    """A logarithmic axis over values, from one place on the panel to another; it ends at powers of ten."""

    def __init__(self, values: Sequence[float], first: float, last: float) -> None:
        low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self._low, self._span = low, max(high - low, 1)
        self._first, self._last = first, last
        self.ticks = [10.0**power for power in range(low, low + self._span + 1)]

    def place(self, value: float) -> float:
        share = (math.log10(value) - self._low) / self._span
        return round(self._first + share * (self._last - self._first), 1)


def _curve(peer: str, points: Points, across: _Axis, up: _Axis) -> str:
    places = [(across.place(size), up.place(value)) for size, value in points]
    path = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3" fill="{_colour(peer)}"/>' for x, y in places)
    return f'<polyline class="l" stroke="{_colour(peer)}" points="{path}"/>{dots}'


def _line_across(y: float, label: str) -> str:
    line = f'<line class="g" x1="{_LEFT}" x2="{_PANEL_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
    return f'{line}<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{label}</text>'


def _line_up(x: float, label: str) -> str:
    line = f'<line class="g" x1="{x}" x2="{x}" y1="{_TOP}" y2="{_PANEL_HEIGHT - _BOTTOM}"/>'
    return f'{line}<text x="{x}" y="{_PANEL_HEIGHT - 14}" text-anchor="middle">{label}</text>'


def _label(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _colour(peer: str) -> str:
    return _COLOURS[list(ENTRANTS).index(peer)]
