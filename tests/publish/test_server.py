from __future__ import annotations

import contextlib
import http.client
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from scripts.publish.server import open_server
from tests.publish.project import BROKEN, LIMIT, environment, make_project


def ask(port: int, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("Tea", encoding="utf-8")
    (tmp_path / "site" / "404.html").write_text("No tea", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Recipe", encoding="utf-8")
    return tmp_path / "site"


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with open_server(folder, 0) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def test_serves_pages_that_are_never_kept(port: int) -> None:
    status, headers, text = ask(port, "/")
    assert (status, text, headers["Cache-Control"]) == (200, "Tea", "no-cache")


def test_a_missing_page_gives_the_sites_own(port: int) -> None:
    status, headers, text = ask(port, "/coffee/")
    assert (status, text, headers["Content-Type"]) == (404, "No tea", "text/html; charset=utf-8")
    assert ask(port, "/coffee/", "HEAD")[::2] == (404, "")


def test_a_missing_page_without_the_sites_own(port: int, folder: Path) -> None:
    (folder / "404.html").unlink()
    assert ask(port, "/coffee/")[0] == 404


def test_nothing_outside_the_folder_is_served(port: int) -> None:
    assert ask(port, "/../secret.txt")[0] == 404
    assert ask(port, "/%2e%2e/secret.txt")[0] == 404


def test_the_folder_may_be_swapped_while_it_serves(port: int, folder: Path) -> None:
    folder.rename(folder.with_name("old"))
    folder.mkdir()
    (folder / "index.html").write_text("More tea", encoding="utf-8")
    assert ask(port, "/")[2] == "More tea"


def test_a_taken_port_is_an_error(port: int, folder: Path) -> None:
    with pytest.raises(OSError, match="in use"):
        open_server(folder, port)


class Serving:
    """``python -m scripts serve`` in a process of its own, and what it prints."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "scripts", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            command,
            cwd=root,
            env=environment(root),
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.lines: Queue[str] = Queue()
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put("")

    def wait_for(self, words: str, timeout: float = LIMIT) -> str:
        until = time.monotonic() + timeout
        while words not in (line := self.lines.get(timeout=max(0.01, until - time.monotonic()))):
            assert line, f"it ended before it said {words!r}"
        return line

    def change(self, path: Path, text: str, words: str) -> None:
        """Writes a file, once more if need be since the watching may begin a little later, until it says the words."""
        for _ in range(10):
            path.write_text(text, encoding="utf-8")
            with contextlib.suppress(Empty):
                self.wait_for(words, LIMIT / 10)
                return
        pytest.fail(f"it never said {words!r}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(LIMIT)
        self.reader.join()
        assert self.process.stdout
        self.process.stdout.close()
        return status


def test_serve_builds_on_change_and_keeps_the_last_good_site(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", with_code=True)
    entry = project / "practices" / "lantern-path.yml"
    good = entry.read_text(encoding="utf-8").replace("name: Lantern Path", "name: Lamp Path")
    serving = Serving(project)
    try:
        port = int(serving.wait_for("Serving http://127.0.0.1:").split(":")[2].split("/")[0])
        assert "Lantern Path" in ask(port, "/practices/lantern-path/")[2]
        serving.change(entry, good, "Built 3 practices")
        assert "Lamp Path" in ask(port, "/practices/lantern-path/")[2]
        serving.change(entry, BROKEN, "The last good site is still being served.")
        assert "Lamp Path" in ask(port, "/practices/lantern-path/")[2]
    finally:
        status = serving.stop()
    assert status in (0, 130)


def test_a_reader_who_leaves_in_the_middle_is_no_fault(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "large.bin").write_bytes(b"x" * 50_000_000)
    with open_server(tmp_path, 0) as server:
        server.daemon_threads = False  # so that closing waits for the reply that breaks off
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with socket.create_connection(("127.0.0.1", server.server_address[1])) as reader:
            reader.sendall(b"GET /large.bin HTTP/1.0\r\n\r\n")
            assert reader.recv(1000)
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        server.shutdown()
    assert capfd.readouterr().err == ""
