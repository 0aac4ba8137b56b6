"""A host on this machine that answers in every way in which hosts do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Host(ThreadingHTTPServer):
    """Answers by the first part of the path, and notes what it was asked.

    Attributes:
        asked: Method and path of each request, in order.
        most_at_once: The greatest number of requests that were under way at the same time.
        agents: Every User-Agent that came.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.under_way = self.most_at_once = 0
        self.lock = threading.Lock()
        self.closing = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def times(self, path: str, method: str = "") -> int:
        return sum(line.endswith(f" {path}") and line.startswith(method) for line in self.asked)


class _Answers(BaseHTTPRequestHandler):
    server: Host
    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: object) -> None:  # noqa: ARG002 - the base class names them
        return

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        host = self.server
        with host.lock:
            host.asked.append(f"{self.command} {self.path}")
            host.agents.add(self.headers["User-Agent"])
            host.under_way += 1
            host.most_at_once = max(host.most_at_once, host.under_way)
            times = host.times(self.path)
        kind, _, rest = self.path.removeprefix("/").partition("/")
        headers = {}
        code = int(kind) if kind.isdigit() else 200
        if kind in ("301", "302", "308"):
            headers["Location"] = f"/{rest}"
        elif kind == "round":
            code, headers["Location"] = 302, self.path
        elif kind == "astray":
            code, headers["Location"] = 301, rest
        elif kind == "busy":  # until the third time; it says how long to wait
            code = 429 if times < 3 else 200
            headers["Retry-After"] = "0"
        elif kind == "ill":  # until the third time
            code = 503 if times < 3 else 200
        elif kind == "no-head":
            code = 405 if self.command == "HEAD" else 200
        elif kind == "slow":
            host.closing.wait(0.3)
        elif kind == "never":
            host.closing.wait()
        with host.lock:
            host.under_way -= 1
        if kind == "hang-up":
            return
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()


@contextmanager
def answering() -> Iterator[Host]:
    """A host that answers until the end of the block."""
    with Host() as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield host
        finally:
            host.closing.set()
            host.shutdown()
            thread.join()
