"""``ancu rules list --on``: what is open on a day, and what it grants then."""

from __future__ import annotations

from tests.conftest import Command


def test_what_is_open_for_a_poor_family_after_the_campaign(ancu_here: Command) -> None:
    code, out, _ = ancu_here("rules", "list", "--on", "29/11/2026", "--audience", "poor")
    assert code == 0
    assert "disaster_house_support" in out
    assert "temporary_house_elimination" not in out
    assert "40.000.000 đồng" in out
    assert "không phải quyền được hưởng theo luật" in out


def test_the_campaign_was_open_in_its_time(ancu_here: Command) -> None:
    _, out, _ = ancu_here("rules", "list", "--on", "01/06/2025", "--audience", "poor")
    assert "temporary_house_elimination" in out
    assert "Xây mới nhà ở: 60.000.000 đồng" in out


def test_a_group_that_is_none_and_a_day_that_is_none_are_refused(ancu_here: Command) -> None:
    for wrong in (("--audience", "nguoi-ngheo"), ("--on", "31/02/2026")):
        code, _, err = ancu_here("rules", "list", *wrong)
        assert code == 2
        assert wrong[1] in err


def test_a_change_names_the_programmes_that_share_it(ancu_here: Command) -> None:
    _, out, _ = ancu_here("rules", "diff", "30/06/2026", "01/07/2026")
    shared = out[out.index("[priority_two_children]") :]
    assert "Dùng chung cho: Mua, thuê mua nhà ở xã hội; Thuê nhà ở xã hội" in shared
