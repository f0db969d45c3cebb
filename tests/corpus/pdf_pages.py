"""PDF files for tests, written by hand: lines of Helvetica at given places."""

from __future__ import annotations

from collections.abc import Sequence

# x and y from the lower left in points, size, text
Placed = tuple[float, float, float, str]


def pdf(pages: Sequence[Sequence[Placed]]) -> bytes:
    """Return a PDF with these pages of lines."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids: list[bytes] = []
    for lines in pages:
        stream = b"".join(_line(line) for line in lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def column(text_lines: Sequence[str], *, top: float = 700, x: float = 60, size: float = 11) -> list[Placed]:
    """Place lines one below the other; an empty one leaves a gap, a leading blank is an indent."""
    placed: list[Placed] = []
    y = top
    for text in text_lines:
        if text:
            placed.append((x + 20 if text.startswith(" ") else x, y, size, text.strip()))
        y -= 1.2 * size if text else 0.7 * size
    return placed


def _line(line: Placed) -> bytes:
    x, y, size, text = line
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (size, x, y, shown)


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(data))
    )
