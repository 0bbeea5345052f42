"""Settings: a commented file whose every fault is named."""

import pytest

from parkatlas.errors import SettingsWrong
from parkatlas.terms import STAGES
from parkatlas.workspace import Workspace, settings, settings_template
from tests.hostile import NAMES


def written(tmp_path, text):
    (tmp_path / settings.FILE).write_text(text, encoding="utf-8")
    return settings.read(tmp_path)


def test_without_a_file_the_defaults_hold(tmp_path):
    assert settings.read(tmp_path).entry.threshold_wan_per_mu == 100


def test_the_template_says_the_defaults(tmp_path):
    settings_template.write(tmp_path, "", is_example=False)
    assert settings.read(tmp_path) == settings.Settings()


@pytest.mark.parametrize("name", [*NAMES, 'a"b\\c', "甲\n乙"])
def test_a_region_keeps_its_name_whatever_it_holds(tmp_path, name):
    settings_template.write(tmp_path, name[:60], is_example=True)
    assert settings.read(tmp_path).region.name == name[:60]


WRONG = {
    "credit.rules.1: 引进单位分成为 120%": "[[credit.rules]]\nintroducer_share_pct = 120",
    "credit.rules.1: 引进单位分成为 nan%": "[[credit.rules]]\nintroducer_share_pct = nan",
    "credit.rules.1: 规则自 2026-02-01": (
        "[[credit.rules]]\nintroducer_share_pct = 50\nfrom = 2026-02-01\nuntil = 2026-01-31"
    ),
    "没有指标“profit”": '[[credit.rules]]\nintroducer_share_pct = 50\nmetrics = ["profit"]',
    "第 1 条与第 2 条规则在 2026-01-01 都适用于指标 contract_wan": (
        "[[credit.rules]]\nintroducer_share_pct = 60\nfrom = 2026-01-01\n"
        '[[credit.rules]]\nintroducer_share_pct = 50\nuntil = 2026-06-30\nmetrics = ["contract_wan"]'
    ),
    "threshold_wan_per_mu": "[entry]\nthreshold_wan_per_mu = 0",
    "introducer_share_pct": "[credit]\nintroducer_share_pct = 101",
    "kind": '[basemap]\nkind = "google"',
    "signed": "[stages]\nsigned = -1",
    "memory_mb": "[intake]\nmemory_mb = 1",
    "by": '[pace]\nby = "weeks"',
    "rule": '[lamps]\nrule = "colour"',
    "red_below is less than yellow_below": "[lamps]\nyellow_below = 6",
    "red_after_months": "[lamps]\nred_after_months = 3",
    "the shares of A, B and C exceed 100": "[grades]\na_share_pct = 60",
    "the weights of the grades are all 0": "[grades]\ntax_weight = 0\noutput_weight = 0\ndone_weight = 0",
    "tresholds": "[entry]\ntresholds = 100",
    "table declaration": "[entry",
    "name": "[region]\nname = 5",
}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, key):
    with pytest.raises(SettingsWrong) as wrong:
        written(tmp_path, WRONG[key])
    path, reason = wrong.value.args
    assert path.endswith(settings.FILE)
    assert key in reason


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-32"])
def test_a_file_in_another_encoding_is_refused_with_the_right_one(tmp_path, encoding):
    (tmp_path / settings.FILE).write_bytes("[region]\nname = '清城区'".encode(encoding))
    with pytest.raises(SettingsWrong, match="UTF-8"):
        settings.read(tmp_path)


def test_a_mark_of_utf_8_before_the_first_line_is_no_fault(tmp_path):
    (tmp_path / settings.FILE).write_bytes("[region]\nname = '清城区'".encode("utf-8-sig"))
    assert settings.read(tmp_path).region.name == "清城区"


def test_settings_that_cannot_be_read_are_named_with_the_reason(tmp_path, monkeypatch):
    refusing = PermissionError(13, "Permission denied")
    monkeypatch.setattr("pathlib.Path.read_text", lambda *_, **__: (_ for _ in ()).throw(refusing))
    with pytest.raises(SettingsWrong, match="Permission denied"):
        settings.read(tmp_path)


def test_settings_nested_without_end_are_refused(tmp_path):
    with pytest.raises(SettingsWrong):
        written(tmp_path, "a = " + "[" * 100_000)


def test_a_workspace_with_wrong_settings_does_not_open_and_is_not_held(tmp_path):
    (tmp_path / settings.FILE).write_text("nonsense", encoding="utf-8")
    with pytest.raises(SettingsWrong):
        Workspace.create(tmp_path)
    (tmp_path / settings.FILE).unlink()
    with Workspace.create(tmp_path) as mended:
        assert mended.revision == 0


def test_the_threshold_of_the_settings_is_the_default_of_queries(directory):
    (directory / settings.FILE).write_text("[entry]\nthreshold_wan_per_mu = 250", encoding="utf-8")
    with Workspace(directory) as workspace:
        assert set(workspace.ask("intensity_by_project")["verdict"]) == {"short"}


def test_pace_and_lamps_of_the_settings_are_what_queries_ask_by(directory):
    lamps = '[lamps]\nrule = "share"\nyellow_below = 1\nred_below = 9\nred_after_months = 2'
    (directory / settings.FILE).write_text(f'[pace]\nby = "months"\n{lamps}', encoding="utf-8")
    with Workspace(directory) as workspace:
        defaults = workspace.defaults()
    params = {
        name: defaults[name] for name in ("pace_by", "lamp_rule", "yellow_below", "red_below", "red_after_months")
    }
    assert list(params.values()) == ["months", "share", 1, 9, 2]


def test_queries_get_the_limits_of_the_settings_in_stage_order(directory):
    (directory / settings.FILE).write_text("[stages]\nlead = 1\nat_capacity = 9", encoding="utf-8")
    with Workspace(directory) as workspace:
        assert workspace.defaults()["stage_limits"] == [1, 120, 120, 120, 180, 180, 540, 90, 0, 9]


def test_a_share_rule_becomes_a_line_for_each_of_its_metrics(tmp_path):
    read = written(
        tmp_path,
        "[credit]\nintroducer_share_pct = 90\n"
        '[[credit.rules]]\nintroducer_share_pct = 60\nuntil = 2025-12-31\nmetrics = ["contract_wan"]\n'
        '[[credit.rules]]\nintroducer_share_pct = 50\nfrom = 2026-01-01\nmetrics = ["contract_wan", "in_place_wan"]',
    ).credit.params
    assert read["credit_share"] == 90
    assert read["credit_metrics"] == ["contract_wan", "contract_wan", "in_place_wan"]
    assert read["credit_shares"] == [60, 50, 50]
    assert [day.year for day in (read["credit_until"][0], read["credit_from"][1])] == [2025, 2026]


def test_without_rules_all_goes_to_the_introducer(tmp_path):
    assert settings.read(tmp_path).credit.params["credit_share"] == 100
    assert settings.read(tmp_path).credit.params["credit_metrics"] == []


def test_there_is_a_limit_for_every_stage_but_dropped():
    assert list(settings.Stages.model_fields) == [term.code for term in STAGES if term.code != "dropped"]


def test_none_for_a_parameter_that_has_a_default_means_the_default(directory):
    with Workspace(directory) as workspace:
        totals = workspace.ask("overview_totals", as_of=None, basis=None, threshold=None)
        assert totals.equals(workspace.ask("overview_totals"))
