"""Running feature files wherever they stand, on pytest-bdd, with nothing of pytest to be seen."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ancu.messages import message
from ancu.specs.language.chosen import language
from ancu.specs.language.feature_file import SpecFile
from ancu.specs.language.gherkin import compose_letters
from ancu.specs.language.mistakes import Mismatch, SpecError, SpecFlaw, WrongRows
from ancu.specs.language.remarks import Remark
from ancu.specs.language.scenario import Scenario
from ancu.specs.language.world import World
from ancu.specs.run.results import Result, SpecRun, ToldStep, Trouble
from ancu.specs.sheets.spec_files import read_scenarios


def run_specs(files: list[Path], tell: Callable[[Result], None] | None = None) -> SpecRun:
    """Run the scenarios of ``files``; ``tell`` hears each result as it comes, in the order of the files.

    They are judged by the rulebook of :func:`ancu.specs.language.chosen.judged_by`. Raises
    :class:`~ancu.errors.InputError` for a file that cannot be read and
    :class:`~ancu.errors.IntegrityError` where two engines disagree.
    """
    begun = time.perf_counter()
    run = SpecRun()

    def take(result: Result) -> None:
        run.results.append(result)
        if tell is not None:
            tell(result)

    compose_letters()
    specs = [read_scenarios(file) for file in files]
    with tempfile.TemporaryDirectory(prefix="ancu-spec-") as folder:
        listener = _Listener(take, _order(specs, Path(folder)))
        if module := _write(specs, Path(folder)):
            _pytest(module, listener)
        listener.finish()
    if listener.crash is not None:
        raise listener.crash
    run.seconds = time.perf_counter() - begun
    return run


def _copy(folder: Path, number: int) -> Path:
    return folder / f"{number:04}.feature"


def _write(specs: list[SpecFile], folder: Path) -> Path | None:
    """The runnable text of each file, and a test module that names the sound scenarios; None if there are none."""
    lines = ["from pytest_bdd import scenario"]
    for number, spec in enumerate(specs):
        _copy(folder, number).write_text(spec.text, encoding="utf-8")
        _check_runnable(spec, _copy(folder, number))
        for scenario in spec.scenarios:
            if not scenario.flaws:
                lines += [
                    f"@scenario({str(_copy(folder, number))!r}, {scenario.name!r})",
                    f"def test_{len(lines)}(): pass",
                ]
    if len(lines) == 1:
        return None
    module = folder / f"test_{folder.name}.py"  # pytest takes a module of a known name as it was before
    module.write_text("\n".join(lines), encoding="utf-8")
    return module


def _check_runnable(spec: SpecFile, copy: Path) -> None:
    """Mark every scenario of a file that pytest-bdd refuses for a reason that reading has not found."""
    from pytest_bdd.parser import FeatureParser

    try:
        FeatureParser(str(copy.parent), copy.name).parse()
    except Exception as error:
        detail = str(error).splitlines()[0] if str(error) else type(error).__name__
        for scenario in spec.scenarios:
            scenario.flaws.append(SpecFlaw(scenario.line, message("spec_unrunnable", language(), detail=detail)))


def _pytest(module: Path, listener: _Listener) -> None:
    """Let pytest run ``module`` alone: no configuration, plugin or option of the folder it is called from."""
    import pytest

    from ancu.specs.run import steps

    with _quiet_environment(), warnings.catch_warnings():
        # Tags are the officer's own words; pytest would have them registered.
        warnings.simplefilter("ignore", pytest.PytestUnknownMarkWarning)
        arguments = [
            str(module), "--rootdir", str(module.parent), "-c", str(module.parent / "pytest.ini"), "--noconftest",
            "-p", "pytest_bdd.plugin", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:warnings",
            "--capture=no", "--assert=plain", "--import-mode=importlib",
        ]  # fmt: skip
        (module.parent / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
        try:
            code = pytest.main(arguments, plugins=[steps, listener])
        finally:
            sys.modules.pop(module.stem, None)
    if code == pytest.ExitCode.INTERRUPTED and not listener.unexpected:
        raise KeyboardInterrupt
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and listener.crash is None:
        raise RuntimeError(f"pytest ended with {code!r}: {listener.unexpected}")


@contextmanager
def _quiet_environment() -> Iterator[None]:
    kept = {name: os.environ.get(name) for name in ("PYTEST_ADDOPTS", "PYTEST_DISABLE_PLUGIN_AUTOLOAD")}
    wrote, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    os.environ.pop("PYTEST_ADDOPTS", None)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    try:
        yield
    finally:
        sys.dont_write_bytecode = wrote
        for name, value in kept.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


_Key = tuple[str, int]


def _order(specs: list[SpecFile], folder: Path) -> Mapping[_Key, tuple[SpecFile, Scenario | None]]:
    """Every scenario, by the copy that is run and its line, in the order to be told; line 0: the file itself."""
    order: dict[_Key, tuple[SpecFile, Scenario | None]] = {}
    for number, spec in enumerate(specs):
        copy = str(_copy(folder, number))
        if spec.flaws:
            order[copy, 0] = (spec, None)
        order.update({(copy, scenario.line): (spec, scenario) for scenario in spec.scenarios})
    return order


class _Listener:
    """Hears from pytest-bdd what happens to each scenario, and tells results in the order of the files."""

    def __init__(self, take: Callable[[Result], None], order: Mapping[_Key, tuple[SpecFile, Scenario | None]]) -> None:
        self.take, self.order = take, order
        self.waiting = list(order)
        self.heard: set[_Key] = set()
        self.current: Result | None = None
        self.begun = 0.0
        self.crash: BaseException | None = None
        self.unexpected = ""

    def _flush(self, until: _Key | None) -> None:
        """Tell the flawed scenarios that stand before ``until``."""
        while self.waiting and self.waiting[0] != until:
            spec, scenario = self.order[self.waiting.pop(0)]
            flaws = spec.flaws if scenario is None else scenario.flaws
            if flaws:
                name, line = (spec.path.name, flaws[0].line) if scenario is None else (scenario.name, scenario.line)
                troubles = [Trouble(flaw.line, flaw.text) for flaw in flaws]
                self.take(Result(spec.path, spec.name, name, line, "flawed", troubles, places=spec.places))

    def finish(self) -> None:
        """Tell what remains to be told: a sound scenario that was not run is no scenario passed."""
        self._flush(None)
        sound = {key for key, (_, scenario) in self.order.items() if scenario is not None and not scenario.flaws}
        if self.crash is None and self.heard != sound:
            raise RuntimeError(f"pytest ran {len(self.heard)} of {len(sound)} scenarios")

    # -- hooks ------------------------------------------------------------------------------------------------------

    def pytest_bdd_before_scenario(self, feature: Any, scenario: Any) -> None:
        key = (feature.filename, scenario.line_number)
        self._flush(key)
        self.heard.add(key)
        spec, _ = self.order[key]
        self.current = Result(spec.path, spec.name, scenario.name, scenario.line_number, places=spec.places)
        self.current.steps = [_told(step) for step in scenario.steps]
        self.begun = time.perf_counter()

    def pytest_bdd_step_error(self, step: Any, exception: BaseException) -> None:
        assert self.current is not None
        if not isinstance(exception, SpecError):
            self.crash = exception
            return
        self.current.outcome = "failed"
        self.current.troubles += _troubles(exception, step.line_number, f"{step.keyword} {step.name}")
        if not any(trouble.expected for trouble in self.current.troubles):
            self.current.outcome = "flawed"

    def pytest_bdd_after_scenario(self, request: Any) -> None:
        if self.current is not None and self.crash is None:
            world = request.getfixturevalue("world")
            self.current.decisions, self.current.remarks = world.decisions, self._remarks(world)
            self.current.judged_at = world.judged_at
            self.current.seconds = time.perf_counter() - self.begun
            self.take(self.current)
        self.current = None

    def _remarks(self, world: World) -> list[Remark]:
        try:
            return world.remarks()
        except Exception as error:  # pytest would take it for the scenario's own and go on
            self.crash = error
            return []

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed and report.when != "call":
            self.unexpected = str(report.longrepr)

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.unexpected = str(report.longrepr)

    def pytest_internalerror(self, excinfo: Any) -> bool:
        self.crash = excinfo.value
        return True


def _told(step: Any) -> ToldStep:
    rows = step.datatable.rows if step.datatable is not None else ()
    cells = [[cell.value for cell in row.cells] for row in rows]
    return ToldStep(step.type, step.line_number, step.name, cells, [row.location.line for row in rows])


def _troubles(error: SpecError, line: int, step: str) -> Iterator[Trouble]:
    if isinstance(error, WrongRows):
        for part in error.errors:
            yield from _troubles(part, line, step)
    elif isinstance(error, Mismatch):
        where = error.line or line
        yield Trouble(where, str(error), step, error.expected, error.got, error.decision, error.condition)
    else:
        yield Trouble(error.line or line, str(error), step)
