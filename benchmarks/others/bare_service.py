"""What the service's libraries cost by themselves: the same body read, an answer of the same kind, nothing decided.

``bare_service.py WORKERS``, on a free port.
"""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import Response
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

app = FastAPI()
_ANSWER = json.dumps({"decisions": [{"status": "eligible", "reasons": ["…"] * 12}]}).encode()


@app.post("/v1/decide")
async def decide(request: Request) -> Response:
    """The record is read as JSON; the answer stands ready."""
    json.loads(await request.body())
    return Response(_ANSWER, media_type="application/json")


class AtOnce(HttpToolsProtocol):
    """Answers are not kept back until the caller acknowledges their head, as in ours."""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from others.bare_service import AtOnce as Protocol

    uvicorn.run(
        "others.bare_service:app",
        app_dir=str(Path(__file__).parents[1]),
        port=0,
        http=Protocol,
        access_log=False,
        workers=int(sys.argv[1]),
    )
