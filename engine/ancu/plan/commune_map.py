"""A map of communes, where the province supplies their polygons as GeoJSON."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, os_reason
from ancu.plan.communes import Communes

Point = tuple[float, float]
#: Width of the drawing; how many steps of colour there are; how near points may be before one of them goes.
_WIDE, _NEAR = 720, 0.6
#: From few to many.
SHADES = ("#fdeccb", "#f9cf8b", "#ee9f54", "#d96a34", "#a63a1e")
NONE_LEFT = "#e9f2ec"
_UNKNOWN = "#ffffff"


@dataclass(frozen=True)
class CommuneShapes:
    """The outlines of communes by code, in longitude and latitude; ``strangers`` are shapes that are none of them."""

    outlines: Mapping[str, Sequence[Sequence[Point]]]
    strangers: int


def read_polygons(path: str, communes: Communes) -> CommuneShapes:
    """The polygons in a GeoJSON file, each of the commune that one of its properties names. Raises :class:`InputError`.

    Several features of one commune are parts of it.
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        features = content["features"] if content.get("type") == "FeatureCollection" else [content]
        outlines: dict[str, list[list[Point]]] = {}
        strangers = 0
        for feature in features:
            rings = list(_rings(feature["geometry"]))
            code = _code(feature.get("properties") or {}, communes)
            if code is None:
                strangers += 1
            else:
                outlines.setdefault(code, []).extend(rings)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(Problem("plan_polygons_bad", {"detail": str(error)[:80]}, path)) from error
    if not outlines:
        raise InputError(Problem("plan_polygons_none", {}, path))
    return CommuneShapes(outlines, strangers)


def _rings(geometry: Mapping[str, Any]) -> Iterator[list[Point]]:
    """The rings of a polygon or of several."""
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        raise ValueError(str(geometry["type"]))
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            points = [(float(point[0]), float(point[1])) for point in ring]
            if any(not (abs(x) <= 180 and abs(y) <= 90) for x, y in points):
                raise ValueError("longitude, latitude")
            yield points


def _code(properties: Mapping[str, Any], communes: Communes) -> str | None:
    """The commune that a property names, a code before a name."""
    said = [value for value in properties.values() if isinstance(value, str | int) and not isinstance(value, bool)]
    for value in sorted(said, key=lambda one: not str(one).strip().isdigit()):
        if (code := communes.find(str(value))) is not None:
            return code
    return None


def steps_of(left: Mapping[str, int]) -> list[tuple[int, int]]:
    """The ranges of cases left that share a shade, from 1 on; as few as there are numbers."""
    most = max(left.values(), default=0)
    size = max(1, -(-most // len(SHADES)))
    return [(low, min(low + size - 1, most)) for low in range(1, most + 1, size)]


def draw_map(shapes: CommuneShapes, left: Mapping[str, int], names: Mapping[str, str], title: str) -> str:
    """The map as SVG, each commune in the shade of how many cases it has ``left``; its name and number on hovering."""
    every = [point for rings in shapes.outlines.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, north = min(y for _, y in every), max(y for _, y in every)
    # Degrees of longitude are shorter, by the latitude.
    narrow = math.cos(math.radians((south + north) / 2))
    scale = _WIDE / (max(east - west, 1e-9) * narrow)
    height = math.ceil((north - south) * scale)
    steps = steps_of(left)

    def placed(point: Point) -> Point:
        return ((point[0] - west) * narrow * scale, (north - point[1]) * scale)

    drawn = []
    for code, rings in shapes.outlines.items():
        count = left.get(code)
        colour = _UNKNOWN if count is None else NONE_LEFT if count == 0 else _shade(count, steps)
        path = "".join(_path([placed(point) for point in ring]) for ring in rings)
        said = escape(f"{names.get(code, code)}: {count if count is not None else '–'}")
        drawn.append(
            f'<path d="{path}" fill="{colour}" fill-rule="evenodd" stroke="#7c8794" stroke-width=".7">'
            f"<title>{said}</title></path>"
        )
    return (
        f'<svg viewBox="-2 -2 {_WIDE + 4} {height + 4}" role="img" aria-label="{escape(title)}" class="map" '
        f'xmlns="http://www.w3.org/2000/svg"><title>{escape(title)}</title>{"".join(drawn)}</svg>'
    )


def _shade(count: int, steps: Sequence[tuple[int, int]]) -> str:
    place = next(i for i, (_, high) in enumerate(steps) if count <= high)
    # Few steps use the stronger shades, so that one case is seen.
    return SHADES[place + len(SHADES) - len(steps)]


def _path(points: Sequence[Point]) -> str:
    """A ring, points left out that nobody would see apart."""
    kept = [points[0]]
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) >= _NEAR:
            kept.append(point)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept) + "Z"
