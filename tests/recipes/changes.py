"""What the recipes of CONTRIBUTING.md write: for each (file, what stands there, what is written after it)."""

from tests.conventions.project import ROOT

_QUERY = """\
-- capital_by_type: whose capital the projects in scope are, one row per type of capital that any project has.
--
-- reads:    projects_measured
-- params:   $as_of       DATE       ledger date, inclusive
--           $basis       VARCHAR    planned | done | contract
--           $threshold   DOUBLE     万元/亩, for parks without their own
--           $judged      VARCHAR    parks | all, whose projects a threshold is asked of
--           $scope.parks       VARCHAR[]  park ids, null for all
--           $scope.units       VARCHAR[]  introducing unit ids, null for all
--           $scope.industries  VARCHAR[]  industry names, null for all
--           $scope.stages      VARCHAR[]  stages, null for all but dropped
-- returns:  capital_type              VARCHAR  null where none is stated
--           project_count             BIGINT   个
-- order:    project_count descending, then capital_type
select
    capital_type,
    count(*) as project_count,
from projects_measured($as_of, $basis, $threshold, $judged, $scope)
group by capital_type
order by project_count desc, capital_type nulls last;
"""
_CHART = '''\
"""The chart of capital: how many projects each type of it has."""

import pandas as pd
import plotly.graph_objects as go

from parkatlas import terms
from parkatlas.charts import style


def by_type(frame: pd.DataFrame, *, title: str = "", dark: bool = False, large: bool = False) -> go.Figure:
    """Draw the number of projects of each type; ``frame``: rows of ``queries/capital_by_type``."""
    look = style.Look(dark, large)
    figure = style.figure(look, title, [], round(look.row * (len(frame) + 1)))
    names = [terms.label("capital_type", str(code)) for code in frame["capital_type"]]
    return figure.add_bar(orientation="h", x=frame["project_count"], y=names)
'''
_SHEET = '''\
"""Capital: whose money the projects are."""

from typing import TYPE_CHECKING

from parkatlas.charts import capital
from parkatlas.sheets.model import Sheet

if TYPE_CHECKING:
    from parkatlas.sheets.asking import Asking


def sheet(ask: "Asking") -> Sheet:
    """Return what the page says."""
    return ask.sheet("capital", blocks=[ask.query_chart("capital_by_type", capital.by_type, "capital_by_type")])
'''
_PAGE = '''\
"""Capital: whose money the projects are."""

from parkatlas.sheets import capital
from parkatlas.ui.kit import data, sheet

sheet.draw(capital.sheet(data.asking()))
'''
ASK_LAMP = """
import duckdb
from parkatlas import queries
with duckdb.connect() as engine:
    for script in queries.table_scripts():
        engine.execute(script)
    for completion in (45, 30):
        lamp = "select lamp_of(behind_pace(?, 80.0, 'half'), 0, 5)"
        print(engine.execute(lamp, [completion]).fetchall()[0][0])
"""


def _titles(page, chart, method):
    messages = {"capital": page, "capital_by_type": chart, "method_capital": method}
    return "".join(_said(f"pages.{key}", words) for key, words in messages.items())


def _last(file):
    """Return the end of a catalogue, after which a message is written."""
    return (ROOT / file).read_text(encoding="utf-8")[-200:]


def _head(file):
    """Return the head of a catalogue, after which a message is written."""
    return (ROOT / file).read_text(encoding="utf-8").partition("\n\n")[0] + "\n"


def _names(label, meaning):
    return _said("columns.job_count", label) + _said("columns.job_count.meaning", meaning)


def _said(key, words):
    return f'\nmsgid "{key}"\nmsgstr "{words}"\n'


_ZH, _EN = "locale/zh_CN/pages.po", "locale/en/pages.po"
CHANGES = {
    "column": (
        (
            "parkatlas/columns.py",
            '    _column("tax_wan", "number", "万元", "税收 年纳税"),\n',
            '    _column("job_count", "integer", "人"),\n',
        ),
        ("parkatlas/filetypes.py", '"tax_wan", "stage",', ' "job_count",'),
        (
            "queries/project_facts.sql",
            "tax_wan                   DOUBLE   万元\n",
            "--           job_count  BIGINT  人\n",
        ),
        ("queries/project_facts.sql", "    chosen.tax_wan,\n", "    chosen.job_count,\n"),
        *(
            (f"locale/{language}/columns.po", _head(f"locale/{language}/columns.po"), _names(label, meaning))
            for language, label, meaning in (("zh_CN", "用工人数", "用工人数"), ("en", "Jobs", "People employed"))
        ),
    ),
    "question": (
        ("queries/capital_by_type.sql", "", _QUERY),
        ("parkatlas/charts/capital.py", "", _CHART),
        ("parkatlas/sheets/capital.py", "", _SHEET),
        ("pages/capital.py", "", _PAGE),
        (
            "parkatlas/ui/layout.py",
            '("pages/structure.py", "mix", "structure", ":material/stacked_bar_chart:"),\n',
            '        ("pages/capital.py", "money", "capital", ":material/payments:"),\n',
        ),
        (_ZH, _last(_ZH), _titles("资本构成", "各类资本的项目个数", "按台账所填的内外资计数。")),
        (_EN, _last(_EN), _titles("Capital", "Projects by type of capital", "Counted as the ledger states.")),
    ),
    "language": (
        (
            "locale/fr",
            "",
            {
                path.name: path.read_text(encoding="utf-8").replace("Template written", "Modèle écrit")
                for path in (ROOT / "locale" / "en").glob("*.po")
            },
        ),
    ),
    "lamps": (
        (
            "parkatlas/terms.py",
            'LAMP_RULES = _terms("lamp_rule", "points", "share"',
            ', "half"',
        ),
        *(
            (f"locale/{language}/terms.po", _head(f"locale/{language}/terms.po"), _said("terms.lamp_rule.half", label))
            for language, label in (("zh_CN", "半程"), ("en", "Half of even pace"))
        ),
        (
            "queries/tables/8_pace.sql",
            "then 100 - 100.0 * completion_pct / pace_pct\n",
            "            when lamp_rule = 'half' then pace_pct / 2 - completion_pct\n",
        ),
    ),
}
