"""海港区, the eve of the sixty days of 2009: each sentence of the speech, asked of the ledger."""

from datetime import date

CASE = "haigang-2009"
BUILT = ["started", "building"]


def test_73_projects_of_1000_wan_and_more_are_being_built(case):
    """在建千万元以上项目 73 个."""
    projects = case.ask("projects", stages=BUILT)
    assert (projects["planned_fai_wan"] >= 1000).sum() == 73


def test_the_structure_counts_the_same_73(structure):
    assert structure("scale_tier", stages=BUILT)["1000_3000wan"]["cumulative_count"] == 73


def test_15_completed_projects_are_to_be_pushed_into_production(case):
    """15 个竣工项目尽快投产."""
    assert len(case.ask("projects", stages=["completed"])) == 15


def test_the_zone_by_the_port_holds_three_parks(case):
    """临港产业聚集区: 北部工业区, 临港物流园, 东部循环经济园."""
    parks = case.ask("parks")
    assert set(parks["park_name"]) == {"北部工业区", "临港物流园", "东部循环经济园"}
    assert set(parks["zone_name"]) == {"临港产业聚集区"}


def test_each_of_four_work_groups_has_projects_of_1_yi(case):
    """保投产, 抓续建, 争开工, 促前期."""
    groups = (["completed"], BUILT, ["signed"], ["intent", "agreement"])
    for stages in groups:
        projects = case.ask("projects", stages=stages)
        assert (projects["contract_wan"].fillna(projects["intended_wan"]) >= 10_000).any()


def test_every_project_has_a_leader_in_charge(projects):
    assert projects["leader_name"].notna().all()


def test_there_is_a_reserve_of_planned_projects(case):
    assert len(case.ask("projects", stages=["negotiating", "intent", "agreement"])) == 20


def test_2_november_is_day_1_of_60(case, push):
    """11 月 2 日起大干 60 天."""
    assert push[["campaign_state", "day_number", "day_count"]].tolist() == ["coming", 0, 60]
    first = case.ask("campaigns", as_of=date(2009, 11, 2)).iloc[0]
    assert first[["campaign_state", "day_number", "days_left"]].tolist() == ["running", 1, 59]


def test_the_15_completed_projects_are_the_campaign_s_target(case, push):
    """15 个竣工项目尽快投产."""
    aims = case.ask("campaign_progress", campaign_id=push["campaign_id"]).set_index("metric")
    assert aims.loc["producing_count", "target_value"] == 15
    totals = case.ask("pipeline_gap_totals").set_index("pipeline_gap")["project_count"]
    assert totals["not_producing"] == 15


def test_the_work_groups_hold_projects_under_construction_and_those_to_be_finished(case):
    """抓续建, 保投产: 6 of the 79 under way are below 1000 万元."""
    groups = case.ask("work_groups").set_index("work_group")["project_count"]
    assert (groups["under_way"], groups["to_produce"], groups["to_start"], groups["preparing"]) == (73 + 6, 15, 12, 20)


def test_industries_are_those_of_the_three_parks(structure):
    assert {"玻璃", "装备制造", "金属压延", "电子", "光伏", "生物工程", "现代物流"} <= structure("industry_name").keys()


def test_it_is_10th_of_11_by_investment_and_3rd_by_growth(case):
    """固定资产投资第 10 位/11, 增速第 3 位/11."""
    ranks = case.ask("peer_ranks", region="海港区").query("is_own").set_index("indicator")
    row = ranks.loc["固定资产投资（亿元）"]
    assert (row["peer_rank"], row["peer_count"]) == (10, 11)
    assert (row["growth_rank"], row["growth_count"]) == (3, 11)
