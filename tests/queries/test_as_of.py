"""Which rows hold on a date: later ledgers, undone imports, the same month twice, registers that change."""

from tests.queries.toy import County, park, project


def done(county, as_of):
    return county.ask("projects", as_of).set_index("project_id")["done_fai_wan"].to_dict()


def test_a_later_ledger_supersedes_from_its_month_end_on():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1))
    county.ledger("2026-02", project("甲", done_fai_wan=2))
    assert [done(county, day) for day in ("2026-01-30", "2026-01-31", "2026-02-27", "2026-02-28")] == [
        {}, {"甲": 1}, {"甲": 1}, {"甲": 2},
    ]  # fmt: skip


def test_a_project_stands_as_the_last_ledger_that_speaks_of_it():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1), project("乙", done_fai_wan=5))
    county.ledger("2026-02", project("乙", done_fai_wan=6))
    assert done(county, "2026-02-28") == {"甲": 1, "乙": 6}


def test_ledgers_may_come_in_any_order():
    county = County()
    county.ledger("2026-03", project("甲", done_fai_wan=3))
    county.ledger("2026-01", project("甲", done_fai_wan=1))
    assert (done(county, "2026-02-28"), done(county, "2026-03-31")) == ({"甲": 1}, {"甲": 3})


def test_the_same_month_again_replaces_the_whole_older_import_which_stays_listed():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1), project("误"))
    county.ledger("2026-01", project("甲", done_fai_wan=9))
    assert done(county, "2026-01-31") == {"甲": 9}
    assert county.ask("imports")[["import_id", "is_active", "is_in_force"]].to_numpy().tolist() == [
        [2, True, True], [1, True, False],
    ]  # fmt: skip


def test_an_undone_import_vanishes_and_what_it_replaced_holds_again():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1))
    wrong = county.ledger("2026-01", project("甲", done_fai_wan=9))
    county.undo(wrong)
    assert done(county, "2026-01-31") == {"甲": 1}
    county.undo(wrong, is_active=True)
    assert done(county, "2026-01-31") == {"甲": 9}


def test_undoing_a_month_between_two_lets_the_earlier_one_reach_on():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1))
    february = county.ledger("2026-02", project("甲", done_fai_wan=2))
    county.ledger("2026-03", project("甲", done_fai_wan=3))
    county.undo(february)
    assert [done(county, day)["甲"] for day in ("2026-02-28", "2026-03-31")] == [1, 3]


def test_a_project_missing_from_a_replaced_month_is_gone_from_it():
    county = County()
    county.ledger("2026-01", project("甲", done_fai_wan=1))
    county.ledger("2026-02", project("甲", done_fai_wan=2))
    county.ledger("2026-02", project("乙", done_fai_wan=7))
    assert done(county, "2026-02-28") == {"甲": 1, "乙": 7}


def test_a_register_holds_from_its_month_and_not_before():
    county = County()
    county.parks(park("旧"))
    county.parks(park("旧"), park("新"), since="2026-03")
    assert county.ask("parks", "2026-03-30")["park_id"].tolist() == ["旧"]
    assert county.ask("parks", "2026-03-31")["park_id"].tolist() == ["新", "旧"]


def test_the_newer_register_of_the_same_reach_wins_whole():
    county = County()
    county.parks(park("甲"), park("乙"))
    county.parks(park("甲", planned_area_mu=5.0))
    assert county.ask("parks")[["park_id", "planned_area_mu"]].to_numpy().tolist() == [["甲", 5]]


def test_names_of_a_ledger_take_ids_when_the_register_comes_later():
    county = County()
    county.ledger("2026-01", project("甲", "东园", unit_name="城关镇"))
    assert county.one("projects")["park_id"] == "东园"
    register = county.parks({"park_name": "东园", "park_id": "P1"})
    assert county.one("projects")["park_id"] == "P1"
    county.undo(register)
    assert county.one("projects")["park_id"] == "东园"
