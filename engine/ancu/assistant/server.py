"""The tools over the Model Context Protocol, by its official SDK, on standard input and output."""

from __future__ import annotations

import json
import logging
from typing import Any

from ancu.errors import ExtraMissingError, Problem
from ancu.messages import message
from ancu.version import __version__

try:
    import anyio
    import mcp_types as types
    from mcp.server import Server, ServerRequestContext
    from mcp.server.stdio import stdio_server

    from ancu.assistant.tools import Assistant, AssistantTool
except ModuleNotFoundError as error:
    raise ExtraMissingError(Problem("extra_missing", {"what": error.name, "extra": "mcp"})) from error


def server_of(assistant: Assistant) -> Server[Any]:
    """``assistant`` as a server of the SDK; it offers tools and nothing else."""

    async def list_tools(
        _: ServerRequestContext[Any], __: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(assistant, tool) for tool in assistant.tools.values()])

    async def call_tool(_: ServerRequestContext[Any], asked: types.CallToolRequestParams) -> types.CallToolResult:
        answer, refused = await assistant.call(asked.name, asked.arguments or {})
        text = json.dumps(answer, ensure_ascii=False)
        content: list[types.ContentBlock] = [types.TextContent(type="text", text=text)]
        return types.CallToolResult(content=content, structured_content=answer, is_error=refused)

    server: Server[Any] = Server(
        "ancu",
        version=__version__,
        title="An Cư",
        instructions=message("assistant_instructions", assistant.lang),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )
    # Its one middleware traces every call for whatever collector the process has: nothing of a talk leaves here.
    server.middleware.clear()
    return server


def _described(assistant: Assistant, tool: AssistantTool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=message(f"assistant_title_{tool.name}", assistant.lang),
        description=message(f"assistant_about_{tool.name}", assistant.lang),
        input_schema=tool.takes,
        output_schema=tool.output_schema(),
        annotations=types.ToolAnnotations(
            read_only_hint=not tool.stores,
            destructive_hint=False,
            idempotent_hint=not tool.stores,
            open_world_hint=False,
        ),
    )


def run(assistant: Assistant) -> None:
    """Serve over standard input and output until the input ends."""
    # What the SDK logs may quote what was sent; ours says which tool failed, and how.
    logging.getLogger("mcp").setLevel(logging.CRITICAL)
    server = server_of(assistant)

    async def serve() -> None:
        async with stdio_server() as (read_stream, write_stream):
            await server.run(read_stream, write_stream, server.create_initialization_options())

    anyio.run(serve)
