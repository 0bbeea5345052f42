"""Every SQL file keeps its contract and the house style; a wrong header is refused with file, line and cure."""

import ast
import inspect
import re
import traceback
from itertools import pairwise

import pytest

from parkatlas import queries, resources
from parkatlas.columns import CATALOGUE
from parkatlas.errors import ContractBroken, UnknownQuery
from parkatlas.filetypes import KINDS
from parkatlas.queries import contracts, headers
from parkatlas.workspace import database

WRONG = sorted((resources.QUERIES.parent / "tests/queries/wrong").glob("*.sql"))
FILES = sorted(resources.QUERIES.glob("**/*.sql"))
QUERIES = queries.load_all()
# A longer statement asks two questions at once.
MOST_LINES = 90


@pytest.fixture(scope="module")
def engine():
    return database.connect()


def bare(path):
    """Return the statement without comments and quoted words."""
    return re.sub(r"'[^']*'", "''", re.sub(r"--.*", "", path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_keeps_its_contract(name, engine):
    queries.check(QUERIES[name], engine)


@pytest.mark.parametrize("path", WRONG, ids=lambda path: path.stem)
def test_a_wrong_file_is_refused_with_file_line_and_cure(path, engine):
    expected = re.search(r"^-- expect: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)[1]
    with pytest.raises(ContractBroken) as refused:
        queries.check(queries.parse(path), engine)
    assert re.match(rf"{path.name}:\d+: ", str(refused.value))
    assert expected in str(refused.value)


def test_there_is_a_wrong_file_for_every_rule(engine):
    refusing = {_refusing_line(path, engine) for path in WRONG}
    rules = [
        (module.__name__, node.lineno)
        for module in (headers, contracts)
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Raise) and re.match(r"ContractBroken\(|_broken\(", ast.unparse(node.exc))
    ]
    assert len(rules) > 10
    assert [rule for rule in rules if rule not in refusing] == [], "write a file of tests/queries/wrong/ that breaks it"


def _refusing_line(path, engine):
    """Return module and line of the ``raise`` that refuses a file."""
    with pytest.raises(ContractBroken) as refused:
        queries.check(queries.parse(path), engine)
    *_, frame = (frame for frame, _ in traceback.walk_tb(refused.tb))
    return frame.f_globals["__name__"], frame.f_lineno


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sql_is_in_lower_case(path):
    assert bare(path) == bare(path).lower()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_line_is_longer_than_a_screen(path):
    long = [number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if len(line) > 120]
    assert not long, f"wrap lines {long} of {path.name}"


@pytest.mark.parametrize("path", sorted(resources.QUERIES.glob("*.sql")), ids=lambda path: path.stem)
def test_a_column_list_over_lines_ends_with_a_comma(path):
    lines = [line.rstrip() for line in bare(path).splitlines() if line.strip()]
    before_from = [a for a, b in pairwise(lines) if b.strip().startswith("from ")]
    plain = [line for line in before_from if not line.endswith(",") and not line.strip().startswith(("select", "row_"))]
    assert not plain, f"{path.name}: end the last column with a comma: {plain}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_only_the_scope_looks_into_lists_and_passes_them_by_name(path):
    if path.stem != "6_scope":
        assert not re.search(r"\blist_contains\(|\bany\(cast|\$scope\.\w+,|\bscope\['\w+'\],", bare(path)), (
            f"{path.name}: ask is_chosen or is_picked of a list, and pass the scope as a whole"
        )


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_says_its_grain_and_its_order_and_is_short(name):
    query = QUERIES[name]
    assert re.search(r"one row|no rows", query.summary), "say 'one row per …' in the first sentence"
    assert query.order
    statement = [line for line in query.sql.splitlines() if not line.startswith("--")]
    assert len(statement) <= MOST_LINES, "make a macro of queries/tables/ of what others ask too"


@pytest.mark.parametrize("name", QUERIES)
def test_a_quotient_that_may_be_null_says_when(name):
    meanings = {slot.name: slot.meaning for slot in QUERIES[name].returns if slot.unit == "%" and "share" in slot.name}
    silent = [column for column, meaning in meanings.items() if "null" not in meaning]
    assert silent == ([] if name != "intensity_by_park" else silent)


def test_the_scope_reaches_a_statement_as_one_struct_of_lists():
    query = queries.find("cluster_projects")
    arguments = query.arguments({"parks": ["甲"], "stages": ["signed"], "industries": ["钢"], "basis": "done"})
    assert arguments["scope"] == {"parks": ["甲"], "units": None, "industries": None, "stages": ["signed"]}
    assert (arguments["basis"], "parks" in arguments) == ("done", False)


def test_an_unknown_query_is_answered_with_the_nearest_name():
    with pytest.raises(UnknownQuery) as unknown:
        queries.find("intensity_by_prak")
    assert unknown.value.nearest[0] == "intensity_by_park"


def test_an_unknown_parameter_is_answered_with_those_there_are(engine):
    with pytest.raises(UnknownQuery) as unknown:
        queries.run(queries.find("parks"), engine.cursor(), {"zzz": 1})
    assert unknown.value.nearest == ("as_of", "parks")


@pytest.mark.parametrize(("name", "kind"), [("projects", "ledger"), ("parks", "parks"), ("units", "units")])
def test_a_stored_table_holds_the_catalogues_columns_with_their_types(name, kind, engine):
    stored = {row[0]: str(row[1]) for row in engine.execute(f"describe {name}").fetchall()}
    assert [column for column in KINDS[kind].stored if column not in stored] == []
    own = {"valid_to": "DATE", "outline": "BLOB", "is_outside_stated": "BOOLEAN", "stated_park_id": "VARCHAR"}
    own |= {"located_park_id": "VARCHAR", "highest_rank": "BIGINT"}
    money = ("contract", "done_fai", "in_place", "outside_in_place", "foreign_usd")
    own |= {f"{name}_before_wan": "DOUBLE" for name in money}
    expected = {c: CATALOGUE[c].sql_type if c in CATALOGUE else own[c] for c in stored}
    assert stored == expected
