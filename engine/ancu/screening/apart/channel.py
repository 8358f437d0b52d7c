"""What two processes of one machine tell each other: objects, and columns in memory that both see."""

from __future__ import annotations

import io
import mmap
import os
import pickle
import socket
import struct
from collections.abc import Mapping
from typing import Any

_HEAD = struct.Struct("<QQ")


class ClosedError(Exception):
    """Nobody is at the other end any more."""


class Channel:
    """One end of a channel. ``known``: objects that both ends have, by what they are called: they do not travel."""

    def __init__(self, end: socket.socket, known: Mapping[str, object]) -> None:
        self._end, self._known = end, known
        self._names = {id(one): name for name, one in known.items()}

    def send(self, told: object, shared: int | None = None) -> None:
        """Tell the other end something; ``shared`` is a file in memory that it may read, which is closed here.

        Raises :class:`ClosedError`.
        """
        written = io.BytesIO()
        pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
        pickler.persistent_id = lambda one: self._names.get(id(one))  # type: ignore[method-assign]
        try:
            pickler.dump(told)
            size = os.fstat(shared).st_size if shared is not None else 0
            head = _HEAD.pack(written.tell(), size)
            socket.send_fds(self._end, [head], [shared] if shared is not None else [])
            self._end.sendall(written.getbuffer())
        except (BrokenPipeError, ConnectionResetError) as error:
            raise ClosedError from error
        finally:
            if shared is not None:
                os.close(shared)

    def receive(self) -> tuple[Any, mmap.mmap | None]:
        """What the other end tells, and what it shares; :class:`ClosedError` where it tells no more."""
        try:
            head, files, _, _ = socket.recv_fds(self._end, _HEAD.size, 1)
            size, shared = _HEAD.unpack(head + self._exactly(_HEAD.size - len(head)))
            # The other end is a copy of this very process.
            unpickler = pickle.Unpickler(io.BytesIO(self._exactly(size)))  # noqa: S301
        except ConnectionResetError as error:
            raise ClosedError from error
        unpickler.persistent_load = self._known.__getitem__  # type: ignore[method-assign]
        try:
            return unpickler.load(), mmap.mmap(files[0], shared, access=mmap.ACCESS_READ) if shared else None
        finally:
            for file in files:
                os.close(file)

    def _exactly(self, size: int) -> bytes:
        found = bytearray(size)
        view = memoryview(found)
        while view:
            got = self._end.recv_into(view)
            if not got:
                raise ClosedError
            view = view[got:]
        return bytes(found)

    def close(self) -> None:
        """Tell no more."""
        self._end.close()
