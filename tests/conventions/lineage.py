"""What defines each column that a question returns, followed through its SQL and that of the table macros."""

import re
from dataclasses import dataclass
from functools import cache

import sqlglot
from sqlglot import exp

from tests.conventions.project import ROOT

QUERIES = ROOT / "queries"
_MACRO = re.compile(r"^create macro (\w+)\([^)]*\) as table \((.*?)^\);", re.DOTALL | re.MULTILINE)
_DEEPEST = 30


@dataclass(frozen=True)
class Relation:
    """Something selected from: its statement, with the common table expressions that it may name."""

    statement: exp.Expression
    named: "dict[str, Relation]"


def questions():
    """Return the statement of every question by its name."""
    return {path.stem: _parsed(path.read_text(encoding="utf-8")) for path in sorted(QUERIES.glob("*.sql"))}


@cache
def macros():
    """Return the statement of every table macro by its name."""
    scripts = (path.read_text(encoding="utf-8") for path in sorted((QUERIES / "tables").glob("*.sql")))
    return {match[1]: Relation(_parsed(match[2]), {}) for script in scripts for match in _MACRO.finditer(_bare(script))}


def _bare(sql):
    return re.sub(r"--.*", "", sql)


def _parsed(sql):
    return sqlglot.parse_one(_bare(sql), dialect="duckdb")


def definitions(statement, column):
    """Return the expressions that define a column of a statement, each once, however it came there.

    A plain reference, a cast, and what stands in for null are followed to what they refer to; a column of a table is
    its own definition. Names of relations and of parameters make no difference.
    """
    return _of_relation(Relation(statement, {}), column, 0)


def _of_relation(relation, column, depth):
    if depth > _DEEPEST:
        return set()
    named = _with_own(relation)
    return {text for select in _selects(relation.statement) for text in _of_select(select, named, column, depth)}


def _with_own(relation):
    """Return what a statement may name: the table expressions around it and its own, each with those before it."""
    named = dict(relation.named)
    for own in relation.statement.ctes:
        named[own.alias] = Relation(own.this, dict(named))
    return named


def _selects(statement):
    if isinstance(statement, exp.Select):
        return [statement]
    if isinstance(statement, exp.SetOperation):
        return [*_selects(statement.left), *_selects(statement.right)]
    return _selects(statement.this) if isinstance(statement, exp.Subquery) else []


def _of_select(select, named, column, depth):
    named = _with_own(Relation(select, named))
    sources = _sources(select, named)
    stars = []
    for item in select.expressions:
        if item.alias_or_name == column and not item.is_star:
            return _of_expression(item.unalias(), select, sources, depth)
        if item.is_star:
            stars.append(item)
    passing = (star for star in stars if column not in _left_out(star))
    return {text for star in passing for name in _meant(star, sources) for text in _from(sources[name], column, depth)}


def _left_out(star):
    inner = star.this if isinstance(star, exp.Column) else star
    return {name.name for name in inner.args.get("except_") or inner.args.get("except") or ()}


def _meant(star, sources):
    return [star.table] if isinstance(star, exp.Column) and star.table else list(sources)


def _sources(select, named):
    """Return what a select draws from by the name it bears there: a relation, a table's name, columns of values."""
    first = select.args.get("from_") or select.args.get("from")
    items = [*([first.this] if first else []), *(join.this for join in select.args.get("joins") or ())]
    return {item.alias_or_name: _source(item, named) for item in items}


def _source(item, named):
    if isinstance(item, exp.Lateral):
        item = item.this
    if isinstance(item, exp.Subquery):
        return Relation(item.this, named)
    if isinstance(item, exp.Values):
        return frozenset(item.alias_column_names)
    name = item.this.name if isinstance(item, exp.Table) and isinstance(item.this, exp.Func) else item.name
    return named.get(name) or macros().get(name) or name


def _from(source, column, depth):
    if isinstance(source, frozenset):  # the columns of rows written out
        return {f"values.{column}"} & {f"values.{name}" for name in source}
    return _of_relation(source, column, depth + 1) if isinstance(source, Relation) else {f"{source}.{column}"}


def _of_expression(expression, select, sources, depth):
    expression = _essence(expression)
    if not isinstance(expression, exp.Column):
        return {_text(expression)}
    if expression.table:
        return _from(sources[expression.table], expression.name, depth) if expression.table in sources else set()
    beside = next((item for item in select.expressions if _is_named_here(item, expression)), None)
    if beside is not None:
        return _of_expression(beside.this, select, sources, depth)
    return {text for source in sources.values() for text in _from(source, expression.name, depth)}


def _is_named_here(item, column):
    """Tell whether a select's own item is what a plain name beside it refers to."""
    return (
        isinstance(item, exp.Alias)
        and item.alias == column.name
        and all(inner.name != column.name for inner in item.this.find_all(exp.Column))
    )


def _essence(expression):
    """Return an expression without what leaves its meaning: casts, brackets, the same column of a second relation."""
    while True:
        if isinstance(expression, exp.Cast | exp.Paren) or (
            isinstance(expression, exp.Coalesce)
            and all(_is_stand_in(expression.this, other) for other in expression.expressions)
        ):
            expression = expression.this
        else:
            return expression


def _is_stand_in(first, other):
    """Tell whether a value stands in for null only: a literal, the same column elsewhere, the name of an unknown id."""
    if not isinstance(other, exp.Column):
        return isinstance(other, exp.Literal)
    return other.name == first.name or (first.name.endswith("_id") and other.name.endswith("_name"))


def _text(expression):
    plain = expression.copy()
    for column in plain.find_all(exp.Column):
        column.set("table", None)
    for parameter in list(plain.find_all(exp.Parameter, exp.Placeholder)):
        parameter.replace(exp.column(parameter.name))
    return plain.sql(dialect="duckdb")
