"""The committed files are what the generator writes, small, and as the README counts them."""

import re
from itertools import pairwise
from pathlib import Path

from parkatlas.demo.build import write
from tests.parkatlas.demo.conftest import features

PROJECT = Path(__file__).parents[3]


def written(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}


def test_the_generator_writes_the_committed_files_byte_for_byte(tmp_path):
    write(tmp_path)
    again = written(tmp_path)
    committed = {Path("data") / path for path in written(PROJECT / "data")} | {Path("parks.geojson")}
    by_hand = {Path("data/README.md")}
    assert sorted(committed ^ again.keys() ^ by_hand) == [], "commit what is written, and remove what is not"
    changed = [str(path) for path, content in again.items() if (PROJECT / path).read_bytes() != content]
    assert changed == [], "run `python -m parkatlas.demo` and commit what it writes"


def test_the_data_stay_under_four_megabytes():
    assert sum(path.stat().st_size for path in (PROJECT / "data").rglob("*.*")) < 4_000_000


def test_the_months_follow_one_another_without_a_gap(ledgers):
    months = [int(month[:4]) * 12 + int(month[5:]) for month in ledgers]
    assert (min(ledgers), max(ledgers)) == ("2024-05", "2026-10")
    assert all(later - earlier == 1 for earlier, later in pairwise(months))


def test_the_readme_counts_what_is_there(ledgers, newest, parks, units, plans):
    text = (PROJECT / "data" / "README.md").read_text(encoding="utf-8")
    stated = [int(number) for number in re.findall(r"^\| [^|]+ \| (\d+) \|$", text, re.MULTILINE)]
    kinds = [properties["unit_kind"] for properties, _ in units.values()]
    in_zone = sum(bool(properties["zone_name"]) for properties, _ in parks.values())
    split = sum(len(ground.geoms) > 1 for _, ground in parks.values())
    dropped = sum(row["stage"] == "终止" for row in newest)
    patches = [len(plans[kind]) for kind in ("farmland", "ecology")]
    own = [kinds.count("乡镇") + kinds.count("街道"), kinds.count("部门"), kinds.count("开发区"), len(parks), in_zone]
    teams = {row["team_name"] for row in plans["trips"]}
    planned = [len(plans["obstacles"]), len(plans["trips"]), len(teams)]
    assert stated == [*own, split, len(ledgers), len(newest), dropped, *planned, *patches]


def test_one_park_was_merged_into_another_before_the_first_ledger():
    (gone,) = features(PROJECT / "parks.geojson", "park_name").keys() & {"城东老工业园"}
    properties, ground = features(PROJECT / "parks.geojson", "park_name")[gone]
    heir = features(PROJECT / "parks.geojson", "park_name")[properties["merged_into_name"]][1]
    assert properties["merged_on"] < "2024-05"
    assert ground.difference(heir.buffer(1e-5)).is_empty


def test_two_parks_reach_into_farmland_and_one_into_the_red_line(parks, plans):
    reached = {
        kind: [
            name for name, (_, ground) in parks.items() if any(ground.intersects(field) for _, field in fields.values())
        ]
        for kind, fields in ((kind, plans[kind]) for kind in ("farmland", "ecology"))
    }
    assert reached == {"farmland": ["柳桥新能源产业园", "黄泥铺循环经济产业园"], "ecology": ["枫林农产品加工园"]}


def test_no_unit_bears_the_name_of_a_project_twice(newest):
    assert len({row["project_name"] for row in newest}) == len({row["project_id"] for row in newest}) == len(newest)
