"""The skill's icon, drawn from a few shapes: two arms of a harbour wall, a light between them, water below."""

import math
import struct
import zlib

Colour = tuple[float, float, float]

SKY: Colour = (22, 52, 88)
SEA: Colour = (38, 116, 134)
WALL: Colour = (244, 241, 232)
LIGHT: Colour = (255, 190, 92)


def draw_icon(size: int) -> bytes:
    """Return the icon as a PNG file of ``size`` by ``size`` pixels, round on a transparent ground."""
    rows = b"".join(b"\0" + _row(y, size) for y in range(size))
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(row: int, size: int) -> bytes:
    """Return one row; the drawing is its own mirror image, so only the left half is worked out."""
    pixel = 2 / size
    y = (row + 0.5) * pixel - 1
    left = [_dot((column + 0.5) * pixel - 1, y, pixel) for column in range((size + 1) // 2)]
    return b"".join(left + left[: size // 2][::-1])


def _dot(x: float, y: float, pixel: float) -> bytes:
    """Return red, green, blue and opacity of one point."""
    opacity = _cover(math.hypot(x, y) - 0.98, pixel)
    if opacity == 0:
        return bytes(4)
    colour = _blend(SKY, SEA, (y + 1) / 2)
    for distance, paint in ((_walls(x, y), WALL), (_water(x, y), WALL), (_lamp(x, y), LIGHT)):
        colour = _blend(colour, paint, _cover(distance, pixel))
    return bytes((*map(round, colour), round(255 * opacity)))


# Each shape is the distance from its edge, negative inside, in halves of the icon's width.


def _walls(x: float, y: float) -> float:
    """Two arms of a ring, open at the top where boats come in."""
    angle = math.atan2(abs(x), -y)
    if angle > math.radians(38):
        return abs(math.hypot(x, y) - 0.62) - 0.075
    end_x, end_y = 0.62 * math.sin(math.radians(38)), -0.62 * math.cos(math.radians(38))
    return math.hypot(abs(x) - end_x, y - end_y) - 0.075


def _water(x: float, y: float) -> float:
    """One wave."""
    return max(abs(y - 0.27 + 0.03 * math.cos(x * 21)) - 0.03, abs(x) - 0.3)


def _lamp(x: float, y: float) -> float:
    return math.hypot(x, y + 0.1) - 0.17


def _cover(distance: float, pixel: float) -> float:
    return min(1.0, max(0.0, 0.5 - distance / pixel))


def _blend(below: Colour, above: Colour, amount: float) -> Colour:
    if amount <= 0:
        return below
    red, green, blue = (low + (high - low) * amount for low, high in zip(below, above, strict=True))
    return red, green, blue
