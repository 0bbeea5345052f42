"""The constraint layers in force: patches counted, areas added up, the newest of each name."""

import shapely

from tests.queries.toy import County, square


def test_a_layer_is_told_with_its_patches_and_their_area():
    county = County()
    county.layer("农田", "farmland", (square(117, 31), 10.0), (square(118, 31), 5.0))
    row = county.one("layers")
    assert (row["layer_name"], row["layer_kind"]) == ("农田", "farmland")
    assert (row["patch_count"], row["patch_area_mu"], row["file_name"]) == (2, 15.0, "layers.csv")


def test_the_newest_of_a_name_holds_and_others_stay_beside_it():
    county = County()
    county.layer("农田", "farmland", (square(117, 31), 10.0))
    county.layer("红线", "ecology", (square(117, 31), 1.0))
    newer = county.layer("农田", "farmland", (shapely.box(0, 0, 1, 1), 20.0))
    assert county.ask("layers")["patch_area_mu"].tolist() == [1.0, 20.0]
    county.undo(newer)
    assert county.ask("layers")["patch_area_mu"].tolist() == [1.0, 10.0]


def test_without_layers_there_is_no_row():
    assert County().ask("layers").empty
