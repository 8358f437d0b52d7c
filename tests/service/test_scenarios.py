"""Scenarios in the browser, by form posts alone as a browser without scripts makes them."""

from __future__ import annotations

import asyncio
import base64
import html
import io
import logging
import os
import re
import subprocess
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import openpyxl
import pytest

from ancu.rulebook.rulebook import Rulebook
from ancu.service.app import create_app
from ancu.service.problems import HttpError
from ancu.service.scenarios import acts, last_results, room
from ancu.service.scenarios.folder import ChangedSince, FeatureFolder, digest_of
from ancu.service.scenarios.git import commit, one_line
from ancu.service.scenarios.names import clean_name
from ancu.service.settings import Keys, Settings, SettingsError
from tests.conftest import Run
from tests.support.case_tables import HEADINGS, IN_ZONE, LODGING, OUTSIDE, workbook

ONE = """# language: vi
Tính năng: Nhà lưu trú

  Tình huống: Ngoài khu
    Biết "Làm việc trong khu công nghiệp" là không
    Và ngày xét là 01/05/2026
    Khi xét "worker_lodging"
    Thì kết quả là "không đủ điều kiện"
"""
WRONG = ONE.replace('"không đủ điều kiện"', '"đủ điều kiện"')


class Desk:
    """A service with a folder of features, and whoever sits before its pages."""

    def __init__(self, settings: Settings, book: Rulebook) -> None:
        self.app = create_app(settings, book)
        self.headers = {"accept": "text/html"}

    def ask(self, method: str, path: str, **said: object) -> httpx.Response:
        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url="http://x") as client:
                return await client.request(method, path, headers=self.headers, **said)  # type: ignore[arg-type]

        return asyncio.run(asked())

    def get(self, path: str) -> httpx.Response:
        return self.ask("GET", path)

    def act(self, do: str, text: str = "", **fields: str) -> httpx.Response:
        """Press a button of the editor."""
        said = {"do": do, "text": text, "lang": "vi", **fields}
        return self.ask("POST", "/soan-tinh-huong", files={name: (None, value) for name, value in said.items()})

    def send(self, content: bytes, name: str = "ca.xlsx", programme: str = "") -> httpx.Response:
        """Send a workbook."""
        fields = {"do": "import", "lang": "vi", "programme": programme}
        return self.ask("POST", "/soan-tinh-huong", data=fields, files={"workbook": (name, content)})


def said(page: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(
        html.unescape(re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>|<[^>]+>", " ", page.text)).split()
    )


def written(page: httpx.Response) -> str:
    """What stands in the editor."""
    found = re.search(r"<textarea[^>]*>\n(.*?)</textarea>", page.text, re.DOTALL)
    assert found is not None
    return html.unescape(found[1])


def opened(page: httpx.Response) -> str:
    found = re.search(r'name="opened" value="(\w*)"', page.text)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def service(book: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One service for all that leaves its folder as it was; results are kept in a cache of its own."""
    folder = tmp_path_factory.mktemp("features")
    (folder / "mot.feature").write_text(ONE, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        cache = tmp_path_factory.mktemp("cache")
        patch.setattr(last_results, "folder", lambda: cache)
        desk = Desk(Settings(features=str(folder)), book)
        yield desk
        desk.app.app.state.room.close()  # type: ignore[attr-defined]


@pytest.fixture
def folder(service: Desk, tmp_path: Path) -> Iterator[Path]:
    """A folder of its own for one test, behind the same service."""
    of = service.app.app.state.room  # type: ignore[attr-defined]
    before, of.folder = of.folder, FeatureFolder(tmp_path)
    yield tmp_path
    of.folder = before


# -- running --------------------------------------------------------------------------------------------------------


def test_a_scenario_that_fails_shows_what_was_understood_expected_and_decided(service: Desk) -> None:
    page = service.act("run", WRONG)
    assert written(page) == WRONG
    text = said(page)
    assert "✗ 1 không khớp" in text
    assert "Đang làm việc tại khu công nghiệp có nhà lưu trú: không" in text
    assert "Ngày xét: 01/05/2026" in text
    assert f"Xét chương trình: {LODGING}" in text
    assert "Dòng 8 : Thì kết quả là" in text
    assert "Mong đợi đủ điều kiện Thực tế không đủ điều kiện" in text
    assert "Không làm việc tại doanh nghiệp, hợp tác xã sản xuất" in text
    assert "✓ 1 đạt" in said(service.act("run", ONE))


def test_a_scenario_that_is_wrong_gets_the_sentences_of_the_command_line(
    service: Desk, ancu_command: Run, tmp_path: Path
) -> None:
    text = ONE.replace("ngày xét là", "ngay xet la").replace('"worker_lodging"', '"nhà lưu trú cong nhan"')
    page = service.act("run", text)
    (tmp_path / "sai.feature").write_text(text, encoding="utf-8")
    told = re.findall(r"sai\.feature:(\d+): (.+)", ancu_command("spec", "run", "sai.feature").stdout)
    assert len(told) == 2
    for line, sentence in told:
        assert f"Dòng {line}" in said(page)
        assert sentence in said(page)


def test_letters_of_a_word_processor_are_read(service: Desk) -> None:
    text = ONE.replace('"', "”").replace("là không", "là\u00a0không.").replace("\n", "\r\n")
    assert "✓ 1 đạt" in said(service.act("run", unicodedata.normalize("NFD", text)))


def test_nothing_that_is_written_is_lost_where_it_cannot_be_run(service: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_OFTEN", 0.05)
    monkeypatch.setattr(room.ScenarioRoom.ask, "__defaults__", (-1.0,))
    page = service.act("run", ONE)
    assert page.status_code == 422
    assert "nên đã dừng" in said(page)
    assert written(page) == ONE
    monkeypatch.undo()
    # The process that was ended is begun anew.
    assert "✓ 1 đạt" in said(service.act("run", ONE))
    of = service.app.app.state.room  # type: ignore[attr-defined]
    of._short._process._process.kill()
    of._short._process._process.wait()
    (Path(of._short._temporary) / "ancu-scenario-x").mkdir()
    left = of._short._temporary
    assert "✓ 1 đạt" in said(service.act("run", ONE))
    # What was being run by the process that ended went with it.
    assert not Path(left).exists()


def test_who_asks_for_much_waits(service: Desk) -> None:
    of = service.app.app.state.room  # type: ignore[attr-defined]
    of._waiting["127.0.0.1"] = room.MOST_EACH
    page = service.act("run", ONE)
    of._waiting.clear()
    assert (page.status_code, written(page)) == (422, ONE)
    assert "2 yêu cầu đang chạy hoặc chờ" in said(page)


def test_what_takes_long_keeps_no_short_run_waiting(service: Desk) -> None:
    of = service.app.app.state.room  # type: ignore[attr-defined]
    until = threading.Event()
    of._long.thread.submit(until.wait)
    try:
        assert "✓ 1 đạt" in said(service.act("run", ONE))
    finally:
        until.set()


def test_too_long_a_text_is_refused(service: Desk) -> None:
    assert service.act("run", "a" * 200_001).status_code == 413


def test_a_frame_is_added_and_sentences_are_found(service: Desk) -> None:
    text = written(service.act("frame", "", name="Ngoài khu", programme="worker_lodging", day="01/05/2026"))
    assert text.startswith(f"# language: vi\nTính năng: {LODGING}\n\n  Tình huống: Ngoài khu\n")
    assert text.endswith('    Thì kết quả là "đủ điều kiện"\n')
    assert written(service.act("frame", ONE, programme="worker_lodging")).startswith(ONE)
    wrong = service.act("frame", ONE, day="hôm nào")
    assert (wrong.status_code, written(wrong)) == (422, ONE)
    assert "làm việc tại khu công nghiệp có nhà lưu trú" in said(service.act("find", ONE, words="khu cong nghiep"))


def test_the_other_language_keeps_what_is_written(service: Desk) -> None:
    page = service.act("language:en", ONE)
    assert 'lang="en"' in page.text[:60]
    assert written(page) == ONE


def test_the_sentences_for_the_editor(service: Desk) -> None:
    found = service.get("/tinh-huong/cau.json").json()
    under = {text: keyword for text, _, keyword in found}
    assert under[f'xét "{LODGING}"'] == "when"
    assert under['kết quả là "không đủ điều kiện"'] == "then"
    assert under["làm việc tại khu công nghiệp có nhà lưu trú"] == "given"


# -- the folder -----------------------------------------------------------------------------------------------------


def test_the_folder_is_listed_and_run_and_a_change_forgets_the_result(service: Desk, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "hai.feature").write_text(WRONG.replace("Ngoài", "Bên ngoài"), encoding="utf-8")
    (folder / ".hidden.feature").write_text(ONE, encoding="utf-8")
    assert "chưa chạy" in said(service.get("/tinh-huong"))
    assert service.ask("POST", "/soan-tinh-huong/tat-ca", files={"lang": (None, "vi")}).status_code == 303
    page = service.get("/tinh-huong")
    assert "✗ 1 không khớp" in said(page)
    assert page.text.count("/tinh-huong/tep/") == 1
    assert "✗ không khớp" in said(service.get("/tinh-huong/tep/sub/hai.feature"))
    (folder / "sub" / "hai.feature").write_text(ONE.replace("Ngoài", "Ở ngoài"), encoding="utf-8")
    assert "chưa chạy" in said(service.get("/tinh-huong"))
    assert service.get("/tinh-huong/tai/sub/hai.feature").content == (folder / "sub/hai.feature").read_bytes()
    assert service.get("/tinh-huong/tep/khac.feature").status_code == 404
    assert service.get("/tinh-huong/tep/../../etc/passwd").status_code == 404


def test_a_file_is_saved_once_and_not_over_what_somebody_else_has_changed(service: Desk, folder: Path) -> None:
    page = service.act("save", ONE, file="thu nhập/mức trần")
    path = folder / "thu nhập" / "mức trần.feature"
    assert "Đã lưu thu nhập/mức trần.feature." in said(page)
    assert path.read_text("utf-8") == ONE
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    again = service.act("save", WRONG, file="thu nhập/mức trần.feature", opened=opened(page))
    assert path.read_text("utf-8") == WRONG
    # The first page was opened before that.
    late = service.act("save", ONE, file="thu nhập/mức trần.feature", opened=opened(page))
    assert "Tệp đã đổi từ khi được mở để sửa" in said(late)
    assert path.read_text("utf-8") == WRONG
    assert '− Thì kết quả là "đủ điều kiện"' in re.sub(r"chỉ ở bản [^:]+: ", "", said(late))
    assert '+ Thì kết quả là "không đủ điều kiện"' in re.sub(r"chỉ ở bản [^:]+: ", "", said(late))
    service.act(f"take:{opened(again)}", ONE, file="thu nhập/mức trần.feature", opened=opened(page))
    assert path.read_text("utf-8") == ONE
    # A new file does not take the place of one that is there.
    assert "Tệp đã đổi" in said(service.act("save", WRONG, file="thu nhập/mức trần"))


ELSEWHERE = (
    "../ra", "a/../../b", "/etc/x", "C:\\x", "con", "aux.b", "LPT1.x", "a/.git/b", "..", "a\x00b", "a:b", "x" * 71,
    "a/b/c/d/e", "nul .x", "tệp?", "-x", "a//b",
)  # fmt: skip


@pytest.mark.parametrize("name", ELSEWHERE)
def test_names_that_lead_elsewhere_or_that_a_system_cannot_have(name: str) -> None:
    with pytest.raises(HttpError) as refused:
        clean_name(name)
    assert [problem.kind for problem in refused.value.problems] == ["room_bad_name"]


def test_names_are_told_by_the_page_and_the_text_stays(service: Desk, folder: Path) -> None:
    page = service.act("save", ONE, file="../ra")
    assert (page.status_code, written(page)) == (422, ONE)
    assert "“../ra” không dùng làm tên tệp được." in said(page)
    assert list(folder.iterdir()) == []
    assert list(folder.parent.glob("ra*")) == []
    (folder / "Một.feature").write_text(ONE, encoding="utf-8")
    assert "chỉ khác “một.feature” ở chữ hoa" in said(service.act("save", ONE, file="một"))


def test_a_file_in_another_encoding_is_neither_shown_nor_replaced(service: Desk, folder: Path) -> None:
    (folder / "cu.feature").write_bytes(b"T\xednh n\xe3ng: c\xfb")
    before = (folder / "cu.feature").read_bytes()
    page = service.act("save", ONE, file="cu.feature")
    assert (page.status_code, written(page)) == (422, ONE)
    assert "UTF-8" in said(page)
    assert (folder / "cu.feature").read_bytes() == before


def test_links_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.feature").write_text(ONE, encoding="utf-8")
    (tmp_path / "in" / "a").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "b.feature").symlink_to(tmp_path / "out" / "x.feature")
    folder = FeatureFolder(tmp_path / "in")
    assert folder.names() == []
    for name in ("a/x", "a/neu", "b"):
        with pytest.raises(HttpError) as refused:
            folder.save(name, WRONG, digest_of(ONE.encode()))
        assert [problem.kind for problem in refused.value.problems] == ["room_link"]
    with pytest.raises(HttpError):
        folder.open("a/x.feature")
    assert (tmp_path / "out" / "x.feature").read_text("utf-8") == ONE


def test_a_file_keeps_its_line_ends_and_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "x.feature"
    path.write_bytes(ONE.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    folder = FeatureFolder(tmp_path)
    before = folder.open("x.feature")
    assert before.text == ONE
    folder.save("x.feature", WRONG, before.digest)
    assert path.read_bytes() == WRONG.replace("\n", "\r\n").encode()
    assert path.stat().st_mode & 0o777 == 0o640
    with pytest.raises(ChangedSince):
        folder.save("x.feature", ONE, before.digest)
    path.unlink()
    with pytest.raises(ChangedSince) as gone:
        folder.save("x.feature", ONE, before.digest)
    assert gone.value.now is None


# -- git ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "features").mkdir()
    return tmp_path / "features"


def history(folder: Path) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), "log", "--name-only", "--format=%an <%ae>: %s"], capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.needs("git")
def test_one_commit_of_one_file_in_the_name_of_the_key(repository: Path) -> None:
    for name in ("a.feature", "b.feature"):
        (repository / name).write_text(ONE, encoding="utf-8")
    subprocess.run(["git", "-C", str(repository), "add", "b.feature"], check=True)
    done = commit(repository, "a.feature", "--amend # dòng\nhai", "so-xd")
    assert (bool(done.commit), done.problem) == (True, None)
    assert history(repository) == "so-xd <so-xd@ancu.invalid>: --amend # dòng hai\n\nfeatures/a.feature\n"
    # What is as it was is not committed again.
    assert commit(repository, "a.feature", "x", "so-xd").commit == ""


@pytest.mark.needs("git")
def test_a_commit_that_fails_is_told_and_the_file_stays(
    repository: Path, book: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = repository.parent / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho khong cho >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    desk = Desk(Settings(features=str(repository)), book)
    page = desk.act("save", ONE, file="a", subject="Thử")
    assert "Tệp đã lưu nhưng chưa ghi vào lịch sử; git trả lời: khong cho" in said(page)
    assert (repository / "a.feature").read_text("utf-8") == ONE
    monkeypatch.setenv("PATH", "")
    page = desk.act("save", ONE, file="b")
    assert "máy chủ không có git" in said(page)
    assert (repository / "b.feature").exists()


def test_a_subject_is_one_line() -> None:
    assert one_line("  Sửa\nmức\ttrần \x00 ") == "Sửa mức trần"


# -- workbooks ------------------------------------------------------------------------------------------------------


def test_a_table_of_cases_is_read_run_and_written_back(service: Desk) -> None:
    page = service.send(workbook(HEADINGS, IN_ZONE, [*OUTSIDE[:5], "đủ điều kiện", None]))
    assert "Đã đọc 2 trường hợp." in said(page)
    assert "trang “Ca kiểm thử”, ô A3 Ngoài khu" in said(page)
    text = written(page)
    assert "✓ 1 đạt ✗ 1 không khớp" in said(service.act("run", text))
    answer = service.act("export", text, file="ca.feature")
    assert "ca.xlsx" in answer.headers["content-disposition"]
    rows = list(openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0].values)
    assert rows[0][-3:] == ("Kết quả thực tế", "Khớp", "Khác ở chỗ")
    assert [row[-3:-1] for row in rows[1:]] == [("chưa đủ thông tin", "có"), ("không đủ điều kiện", "không")]
    # What was written back is read again, its results aside.
    assert "Đã đọc 2 trường hợp." in said(service.send(answer.content))


def test_wrong_cells_are_told_and_the_sound_rows_are_read(service: Desk) -> None:
    page = service.send(workbook(HEADINGS, IN_ZONE, [2, "Sai", LODGING, "hôm nào", "có", "đủ điều kiện"]))
    assert page.status_code == 422
    assert "Trang “Ca kiểm thử”, ô D3 (dòng 3, cột “Ngày xét”), giá trị “hôm nào”:" in said(page)
    assert "Đã đọc 1 trường hợp." in said(page)
    for content, name in ((b"x", "ca.xlsx"), (b"x", "ca.csv"), (b"", "ca.xlsx")):
        assert service.send(content, name).status_code == 422


def test_a_template_is_filled_in_and_read(service: Desk) -> None:
    content = service.get("/soan-tinh-huong/bang-mau.xlsx?chuong-trinh=worker_lodging").content
    made = openpyxl.load_workbook(io.BytesIO(content))
    sheet = made.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    for heading, value in (("Tình huống", "Ngoài"), ("Ngày xét", "01/05/2026"), ("Kết quả mong đợi", "chưa rõ")):
        sheet.cell(2, heads.index(heading) + 1, value)
    out = io.BytesIO()
    made.save(out)
    assert "“chưa rõ”" in said(service.send(out.getvalue()))
    sheet.cell(2, heads.index("Kết quả mong đợi") + 1, "chưa đủ thông tin")
    out = io.BytesIO()
    made.save(out)
    assert "Đã đọc 1 trường hợp." in said(service.send(out.getvalue()))


# -- one condition --------------------------------------------------------------------------------------------------


def test_which_scenarios_decide_a_condition_and_a_draft_of_the_others(service: Desk) -> None:
    law = service.get("/luat/dieu-kien/producer_worker")
    assert "/tinh-huong/dieu-kien?dieu-kien=producer_worker" in law.text
    led = service.get("/tinh-huong/dieu-kien?dieu-kien=producer_worker")
    assert led.headers["location"] == "/tinh-huong/dieu-kien/worker_lodging/producer_worker?lang=vi"
    page = said(service.get(led.headers["location"]))
    assert "Không đạt có tình huống cho thấy" in page
    assert "Đạt chưa tình huống nào cho thấy" in page
    assert "mot.feature:7 không đạt" in page
    draft = service.act("missing:worker_lodging/producer_worker", day="01/05/2026")
    assert "thiếu 2 trong 3 ca" in said(draft)
    assert "✓ 1 đạt" in said(service.act("run", written(draft)))
    assert service.get("/tinh-huong/dieu-kien/worker_lodging/khong_co").status_code == 404
    assert "producer_worker" in service.get("/tinh-huong/dieu-kien?chuong-trinh=worker_lodging").text


# -- who may, and where nothing is saved ----------------------------------------------------------------------------


def test_roles_other_sites_and_the_log(book: Rulebook, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    keys = Keys.of((f"so/{role}", f"key-of-a-{role}-in-the-office") for role in ("policy", "viewer", "clerk"))
    (tmp_path / "mot.feature").write_text(ONE, encoding="utf-8")
    desk = Desk(Settings(keys=keys, features=str(tmp_path)), book)
    caplog.set_level(logging.INFO, "ancu.service")

    def sign_in(role: str) -> None:
        said = base64.b64encode(f"x:key-of-a-{role}-in-the-office".encode()).decode()
        desk.headers = {"accept": "text/html", "authorization": f"Basic {said}"}

    sign_in("viewer")
    page = desk.get("/tinh-huong/tep/mot.feature")
    assert (page.status_code, "/soan-tinh-huong" in page.text) == (200, False)
    assert "/soan-tinh-huong" not in desk.get("/tinh-huong").text
    assert desk.act("save", WRONG, file="mot.feature").status_code == 403
    sign_in("clerk")
    assert desk.get("/tinh-huong").status_code == 403
    sign_in("policy")
    desk.headers["sec-fetch-site"] = "cross-site"
    assert desk.act("save", WRONG, file="hai").status_code == 403
    desk.headers["sec-fetch-site"] = "same-origin"
    assert desk.act("save", ONE, file="Người Mẫu").status_code == 200
    assert sorted(path.name for path in tmp_path.glob("*.feature")) == ["Người Mẫu.feature", "mot.feature"]
    acted = [one.getMessage() for one in caplog.records if " scenarios " in one.getMessage()]
    assert [line.split(" ", 1)[1] for line in acted] == ["key=so/policy scenarios save done"]
    assert "Mẫu" not in caplog.text


def test_without_a_folder_nothing_is_written_and_all_else_works(service: Desk) -> None:
    of = service.app.app.state.room  # type: ignore[attr-defined]
    before, of.folder = of.folder, None
    try:
        assert "người quản trị chưa chỉ thư mục" in said(service.get("/tinh-huong"))
        page = service.act("save", ONE, file="a")
        assert (page.status_code, written(page)) == (422, ONE)
        assert "✓ 1 đạt" in said(service.act("run", ONE))
        answer = service.act("download", ONE)
        assert (answer.content.decode(), "tinh-huong.feature" in answer.headers["content-disposition"]) == (ONE, True)
        assert service.get("/tinh-huong/tep/mot.feature").status_code == 404
        assert service.get("/tinh-huong/dieu-kien/worker_lodging/producer_worker").status_code == 200
    finally:
        of.folder = before


def test_a_folder_that_is_not_there_stops_the_service(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as refused:
        replace(Settings(), features=str(tmp_path / "khong")).check()
    assert "khong” không có, hoặc dịch vụ không được ghi vào đó" in refused.value.text("vi")


def test_unknown_acts_are_refused(service: Desk) -> None:
    assert service.act("xoa", ONE).status_code == 400
    assert set(acts.ACTS) >= {"run", "save", "take", "import", "export", "missing"}
    assert os.path.isdir(service.app.app.state.room.settings.features)  # type: ignore[attr-defined]
