"""Draws what confidence is worth: its reliability, and what precision and recall cost each other. SVG, written by hand."""

from __future__ import annotations

from collections.abc import Sequence

Point = tuple[float, float]

_SIZE, _EDGE = 320, 48
_STYLE = (
    "text{font:12px sans-serif;fill:#333}.axis{stroke:#888}.even{stroke:#aaa;stroke-dasharray:4}"
    ".line{fill:none;stroke:#1f5f9f;stroke-width:2}.dot{fill:#1f5f9f}"
)


def draw(reliability: Sequence[tuple[float, float, int]], curve: Sequence[tuple[float, float, float]]) -> str:
    """Two panels side by side.

    `reliability`: said, right (both 0 to 1) and number of each bin; `curve`: least confidence, precision, recall (0 to 1).
    """
    most = max((number for _, _, number in reliability), default=1)
    dots = "".join(_dot((said, right), 3 + 9 * (number / most) ** 0.5, f"{number}") for said, right, number in reliability)
    line = _line([(said, right) for said, right, _ in reliability])
    first = _panel(0, "confidence said", "share right", f'<path class="even" d="{_path([(0, 0), (1, 1)])}"/>{line}{dots}')
    points = [(recall, precision) for _, precision, recall in curve]
    named = "".join(
        _dot((recall, precision), 3, f"least confidence {least:.2f}", label=f"{least:.1f}")
        for least, precision, recall in curve
    )
    second = _panel(_SIZE + 2 * _EDGE, "recall", "precision", _line(points) + named)
    width, height = 2 * _SIZE + 4 * _EDGE, _SIZE + 2 * _EDGE
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f'{head}<style>{_STYLE}</style><rect width="100%" height="100%" fill="#fff"/>{first}{second}</svg>\n'


def _panel(left: int, x_name: str, y_name: str, inner: str) -> str:
    ticks = "".join(_tick(value / 5) for value in range(6))
    axes = f'<path class="axis" fill="none" d="{_path([(0, 1), (0, 0), (1, 0)])}"/>'
    names = (
        f'<text x="{_EDGE + _SIZE / 2}" y="{_SIZE + _EDGE + 38}" text-anchor="middle">{x_name}</text>'
        f'<text x="{_EDGE}" y="{_EDGE - 14}" text-anchor="middle">{y_name}</text>'
    )
    return f'<g transform="translate({left} 0)">{axes}{ticks}{names}{inner}</g>'


def _tick(value: float) -> str:
    (x, low), (left, y) = _at((value, 0)), _at((0, value))
    return (
        f'<text x="{x:.0f}" y="{low + 18:.0f}" text-anchor="middle">{value:.1f}</text>'
        f'<text x="{left - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{value:.1f}</text>'
    )


def _at(point: Point) -> Point:
    return _EDGE + point[0] * _SIZE, _EDGE + (1 - point[1]) * _SIZE


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(_at, points))


def _line(points: Sequence[Point]) -> str:
    return f'<path class="line" d="{_path(points)}"/>' if points else ""


def _dot(point: Point, radius: float, title: str, label: str = "") -> str:
    x, y = _at(point)
    text = f'<text x="{x + 7:.1f}" y="{y - 5:.1f}">{label}</text>' if label else ""
    return f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"><title>{title}</title></circle>{text}'
