import subprocess
import sys
from pathlib import Path

import pytest

from porteparole.notice import PorteParoleError
from porteparole.store.lock import DataLock

_HOLD = """
import sys
from pathlib import Path
from porteparole.store.lock import DataLock
lock = DataLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(PorteParoleError) as error:
            DataLock(tmp_path)
        assert error.value.notice.key == "store-locked"
        assert error.value.notice.values["process"] == str(holder.pid)
        holder.kill()
    DataLock(tmp_path).release()  # a killed process holds nothing


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PorteParoleError) as error:
        DataLock(tmp_path / "file" / "data")
    assert error.value.notice.key == "store-not-writable"
