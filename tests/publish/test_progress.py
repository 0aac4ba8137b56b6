from __future__ import annotations

import os
import subprocess
import sys

import pytest

from scripts.publish.progress import STAGES, show_progress
from tests.toy import ROOT

BUILD = """
from scripts.publish.progress import STAGES, show_progress
with show_progress() as begin:
    for stage in STAGES:
        begin(stage)
"""


def test_is_silent_when_the_output_is_not_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with show_progress() as begin:
        for stage in STAGES:
            begin(stage)
    assert capsys.readouterr() == ("", "")


def test_tells_the_stages_on_a_terminal_and_nothing_to_a_file() -> None:
    reader, terminal = os.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    command = [sys.executable, "-c", BUILD]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    shown = os.read(reader, 100_000).decode()
    os.close(reader)
    assert done.stdout == b""
    for stage in STAGES:
        assert stage in shown
