"""Serves the site on this machine and builds it anew whenever something changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

WATCHED = ("practices", "docs", "schema", "scripts", "mkdocs.yml")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each, and the site's own page for a missing one."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: ARG002 - the base class names them
        return

    def handle(self) -> None:
        with suppress(ConnectionError):  # a reader who leaves in the middle of a page is no fault
            super().handle()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def open_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Opens a server for a folder on this machine only; the folder may be swapped while it serves.

    Raises:
        OSError: If the port is taken.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))


def serve(root: Path, out: Path, port: int) -> None:
    """Builds, serves ``out`` and builds again on change, until the user stops it. A failed build keeps the last site.

    Raises:
        OSError: If the port is taken.
    """
    from watchfiles import watch

    with open_server(out, port) as server:
        _build(root, out)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(
            f"Serving http://127.0.0.1:{server.server_address[1]}/ and watching for changes. Stop with Ctrl-C.",
            flush=True,
        )
        for _ in watch(*(root / name for name in WATCHED), raise_interrupt=False):
            _build(root, out)


def _build(root: Path, out: Path) -> None:
    """Builds in a process of its own, so that changed code counts too."""
    command = [sys.executable, "-m", "scripts", "build", "--out", str(out)]
    if subprocess.run(command, cwd=root, check=False).returncode and out.exists():
        print("The last good site is still being served.", file=sys.stderr, flush=True)
