"""What goes on in a process that judges chunks of a list for another."""

from __future__ import annotations

import gc
import os
import signal
from typing import NoReturn

from ancu.rulebook.rulebook import Rulebook
from ancu.screening.apart.channel import Channel, ClosedError
from ancu.screening.apart.packed import unpacked
from ancu.screening.apart.pieces import PieceMaker
from ancu.screening.run.screen import Judge, judge_for


def serve(channel: Channel) -> NoReturn:
    """Judge what comes through ``channel`` until nothing more does; the process ends with that.

    What cannot be done is told as None: whoever asked does it again, and meets the same error where it can be told.
    """
    # A key that interrupts the command reaches all its processes: the one that began them ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)
    # What was there before is never garbage here; looking through it would only make copies of its memory.
    gc.freeze()
    try:
        _serve(channel)
    except ClosedError:
        os._exit(0)
    except BaseException:
        os._exit(1)
    os._exit(0)


def _serve(channel: Channel) -> None:
    (plan, job, headers, number_key), _ = channel.receive()
    ready: tuple[Judge, PieceMaker] | None = None
    while True:
        told, memory = channel.receive()
        try:
            judge, maker = ready = ready or (judge_for(plan, "columns", 1), PieceMaker(plan, job, headers, number_key))
            chunk = unpacked(told, memory)
            piece, rows = maker.piece(chunk, judge.judge(chunk))
        except Exception:
            channel.send(None)
            continue
        channel.send(piece, rows)
        # The next chunk finds room where this one was.
        del told, memory, chunk, piece


def known_of(book: Rulebook) -> dict[str, object]:
    """What both ends of a channel have."""
    return {"book": book}
