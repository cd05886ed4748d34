"""An MCP server over HTTP that tells how this station is: the load, the uptime and how full the disk is.

It speaks the streamable HTTP transport without streams: each request is answered by one JSON document.
"""

import hmac
import json
import os
import platform
import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROTOCOL = "2025-03-26"
LARGEST_REQUEST = 1 << 20

TOOL = {
    "name": "station_facts",
    "description": "How this station is: load, uptime, how full its disk is.",
    "inputSchema": {"type": "object", "properties": {}},
}


def station_facts() -> dict[str, object]:
    disk = shutil.disk_usage("/")
    with open("/proc/uptime", encoding="utf-8") as file:
        seconds = float(file.read().split()[0])
    return {
        "station": platform.node(),
        "load": os.getloadavg()[0],
        "uptime_hours": round(seconds / 3600, 1),
        "disk_percent": round(100 * disk.used / disk.total),
    }


def result_of(method: str, params: dict) -> dict[str, object] | None:
    """What a method gives; nothing if there is no such method."""
    if method == "initialize":
        server = {"name": "station-facts", "version": "1"}
        return {"protocolVersion": PROTOCOL, "capabilities": {"tools": {}}, "serverInfo": server}
    if method == "ping":
        return {}
    if method == "tools/list":
        return {"tools": [TOOL]}
    if method == "tools/call" and params.get("name") == TOOL["name"]:
        return {"content": [{"type": "text", "text": json.dumps(station_facts())}]}
    return None


def reply_to(message: dict) -> dict[str, object] | None:
    """The answer to one message; notifications have none."""
    if "id" not in message:
        return None
    answer = {"jsonrpc": "2.0", "id": message["id"]}
    result = result_of(str(message.get("method")), message.get("params") or {})
    if result is None:
        return answer | {"error": {"code": -32601, "message": "there is no such method or tool"}}
    return answer | {"result": result}


class Handler(BaseHTTPRequestHandler):
    token: str | None = None

    def do_POST(self) -> None:
        if not self.may_ask():
            self.answer(401, {"error": "the token is missing or wrong"})
            return
        try:
            length = min(int(self.headers.get("Content-Length", 0)), LARGEST_REQUEST)
            message = json.loads(self.rfile.read(length))
        except ValueError:
            self.answer(400, {"error": "the request is no JSON"})
            return
        if not isinstance(message, dict):
            self.answer(400, {"error": "the request is no single message"})
            return
        reply = reply_to(message)
        self.answer(202 if reply is None else 200, reply)

    def may_ask(self) -> bool:
        # A page in a browser names where it comes from; nothing in a browser has to ask here.
        if self.headers.get("Origin") is not None:
            return False
        if self.token is None:
            return True
        return hmac.compare_digest(self.headers.get("Authorization", ""), f"Bearer {self.token}")

    def answer(self, status: int, document: dict | None) -> None:
        body = b"" if document is None else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    token_file = os.environ.get("MCP_TOKEN_FILE")
    if token_file is not None:
        with open(token_file, encoding="utf-8") as file:
            Handler.token = file.read().strip()
    ThreadingHTTPServer(("", int(os.environ["MCP_PORT"])), Handler).serve_forever()


if __name__ == "__main__":
    main()
