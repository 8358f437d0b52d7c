"""One commit for each file that is saved, where the folder lies in a git repository: by ``git`` itself."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ancu.errors import Problem

#: How long git may take, in seconds; how much of what it says is told; how long a subject may be, in letters.
_LONGEST, _TOLD, SUBJECT = 30, 300, 120
#: An address that can be nobody's (RFC 2606).
_HOST = "ancu.invalid"


@dataclass(frozen=True)
class CommitDone:
    """What came of it: the commit's short name, or why there is none; neither where the folder is in no repository."""

    commit: str = ""
    problem: Problem | None = None


def in_repository(folder: Path) -> bool:
    """Whether ``folder`` lies in a git repository."""
    place = folder.resolve()
    return any((one / ".git").exists() for one in (place, *place.parents))


def one_line(subject: str) -> str:
    """``subject`` as the first line of a commit's message."""
    plain = "".join(letter if letter.isprintable() else " " for letter in subject)
    return " ".join(plain.split())[:SUBJECT]


def commit(folder: Path, name: str, subject: str, author: str) -> CommitDone:
    """Commit the file ``name`` of ``folder`` alone, in the name of ``author``; the file stays whatever comes of it."""
    if not in_repository(folder):
        return CommitDone()
    git = shutil.which("git")
    if git is None:
        return CommitDone(problem=Problem("room_git_absent"))
    try:
        _git(git, folder, author, "add", "--", name)
        if not _git(git, folder, author, "status", "--porcelain", "--", name).strip():
            return CommitDone()  # it is as it was committed before
        _git(git, folder, author, "commit", "--quiet", "--file=-", "--", name, said=f"{one_line(subject)}\n")
        return CommitDone(_git(git, folder, author, "rev-parse", "--short", "HEAD").strip())
    except subprocess.TimeoutExpired:
        return CommitDone(problem=Problem("room_git_slow", {"seconds": _LONGEST}))
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or getattr(error, "stdout", "") or str(error)
        return CommitDone(problem=Problem("room_git_failed", {"told": " ".join(told.split())[:_TOLD]}))


def _git(git: str, folder: Path, author: str, *arguments: str, said: str = "") -> str:
    """What a command of git answers. Names of files are names, not patterns."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    env |= {"GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1", "GIT_EDITOR": "true"}
    for role in ("AUTHOR", "COMMITTER"):
        env |= {f"GIT_{role}_NAME": author, f"GIT_{role}_EMAIL": f"{author}@{_HOST}"}
    done = subprocess.run(  # noqa: S603 - git, with arguments that no shell reads
        [git, *arguments], cwd=folder, env=env, input=said, capture_output=True, timeout=_LONGEST, check=True,
        encoding="utf-8", errors="replace",
    )  # fmt: skip
    return done.stdout
