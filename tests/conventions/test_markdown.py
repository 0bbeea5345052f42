"""Streamlit reads markdown in nearly all it shows: only our own words reach it, and data through ``plain``."""

import ast

import pytest

from tests.conventions.project import layer, product, relative, tree

# Of a call of these Streamlit reads the first argument and some of the named as markdown, and of three the options too.
READ = {
    "badge", "button", "caption", "checkbox", "dialog", "download_button", "error", "expander", "header", "info",
    "link_button", "markdown", "page_link", "pills", "popover", "radio", "segmented_control", "slider", "status",
    "subheader", "success", "tabs", "title", "toast", "toggle", "warning", "write",
}  # fmt: skip
MODULES = {"beside", "drafts"}  # of the product, with functions that bear such a name
NAMED = {"label", "help", "body", "captions"}
OPTIONS_READ = {"pills", "radio", "segmented_control"}
# What makes words of our own: labels of the catalogues, numbers and dates, and the door itself.
DOORS = {"len", "int", "label", "month", "plain"}
OWN_ATTRIBUTES = {"label", "header", "meaning", "icon", "own_name"}
PARTS = {
    ast.JoinedStr: lambda e: [part.value for part in e.values if isinstance(part, ast.FormattedValue)],
    ast.IfExp: lambda e: [e.body, e.orelse],
    ast.BoolOp: lambda e: e.values,
    ast.BinOp: lambda e: [e.left, e.right],
    ast.List: lambda e: e.elts,
    ast.Tuple: lambda e: e.elts,
    ast.GeneratorExp: lambda e: [e.elt],
    ast.ListComp: lambda e: [e.elt],
    ast.Lambda: lambda e: [e.body],
    ast.Subscript: lambda e: [e.value],
    ast.Dict: lambda e: e.values,
}


def is_own(words, bindings, met=frozenset()):
    """Tell whether an expression holds our own words only; ``bindings`` are names' values, ``met`` those looked at."""
    if isinstance(words, ast.Constant):
        return True
    if isinstance(words, ast.Attribute):
        is_lookup = words.attr == "__getitem__" and is_own(words.value, bindings, met)
        return is_lookup or words.attr in OWN_ATTRIBUTES
    if isinstance(words, ast.Name):
        values = bindings.get(words.id, ())
        is_told = bool(values) and all(is_own(value, bindings, met | {words.id}) for value in values)
        return words.id in met or is_told
    if isinstance(words, ast.Call):
        return _is_own_call(words, bindings, met)
    return type(words) in PARTS and all(is_own(part, bindings, met) for part in PARTS[type(words)](words))


def _is_own_call(call, bindings, met):
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name == "text":
        return all(is_own(keyword.value, bindings, met) for keyword in call.keywords)
    if name == "partial":
        return getattr(call.args[0], "attr", "") in DOORS
    if name == "join":
        return is_own(call.args[0], bindings, met)
    return name in DOORS or f"{name}()" in bindings


def values(block):
    """Return what the names in a block are given: assigned, appended, counted, said to be numbers, or returned."""
    bindings = {}
    for node in ast.walk(block):
        if isinstance(node, ast.arg) and getattr(node.annotation, "id", "") == "int":
            bindings.setdefault(node.arg, []).append(ast.Constant(0))
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _pairs(target, node.value):
                    bindings.setdefault(getattr(name, "id", ""), []).append(value)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "append":
            bindings.setdefault(getattr(node.func.value, "id", ""), []).append(node.args[0])
        if isinstance(node, ast.For) and getattr(getattr(node.iter, "func", None), "id", "") == "enumerate":
            bindings.setdefault(node.target.elts[0].id, []).append(ast.Constant(0))
    return bindings


def _pairs(target, value):
    if not isinstance(target, ast.Tuple):
        return [(target, value)]
    return zip(target.elts, value.elts if isinstance(value, ast.Tuple) else [value] * len(target.elts), strict=True)


def own_functions(module, bindings):
    """Return the module's functions that give back our own words only, as ``values`` has names."""
    return {
        f"{block.name}()": ()
        for block in ast.walk(module)
        if isinstance(block, ast.FunctionDef)
        for returned in [[node.value for node in ast.walk(block) if isinstance(node, ast.Return)]]
        if returned and all(is_own(value, bindings | values(block)) for value in returned)
    }


def read(call):
    """Return what Streamlit reads of a call as markdown."""
    name = call.func.attr
    first = call.args[:1] if name != "page_link" else []
    options = [keyword.value for keyword in call.keywords if keyword.arg == "format_func" and name in OPTIONS_READ]
    return [*first, *options, *(keyword.value for keyword in call.keywords if keyword.arg in NAMED)]


def astray(module):
    """Return the lines of a module on which other words than our own reach markdown."""
    own = values(ast.Module([node for node in module.body if isinstance(node, ast.Assign)], []))
    own |= own_functions(module, own)
    blocks = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)]
    inside = {id(node): block for block in blocks for node in ast.walk(block)}
    return [
        f"{call.lineno}: {ast.unparse(words)}"
        for call in ast.walk(module)
        if _is_drawing(call)
        for words in read(call)
        if not is_own(words, own | values(inside.get(id(call), module)))
    ]


def _is_drawing(node):
    """Tell a call of Streamlit's, by its name, from one of a module of the product."""
    if not isinstance(node, ast.Call) or getattr(node.func, "attr", "") not in READ:
        return False
    return getattr(node.func.value, "id", "") not in MODULES


def test_data_reach_markdown_only_where_they_are_escaped():
    drawn = [path for path in product() if layer(path) in {"app.py", "pages", "ui"}]
    wrong = [f"{relative(path)}:{line}" for path in drawn for line in astray(tree(path))]
    assert not wrong, "pass data through parkatlas.ui.kit.markdown.plain:\n" + "\n".join(wrong)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("st.markdown(name)", "1: name"),
        ('st.caption(f"{name}")', "1: f'{name}'"),
        ('st.error(text("a", name=name))', "1: text('a', name=name)"),
        ("label = name\nst.button(label)", "2: label"),
        ('st.pills("a", [], format_func=lambda one: names[one])', "1: lambda one: names[one]"),
        ('st.page_link("a.py", label=name)', "1: name"),
        ('st.toggle("a", help=name)', "1: name"),
        ('st.subheader(", ".join(names))', "1: ', '.join(names)"),
    ],
)
def test_data_that_reach_markdown_unescaped_are_found(line, place):
    assert astray(ast.parse(line)) == [place]


@pytest.mark.parametrize(
    "line", ["st.markdown(plain(name))", 'st.error(text("a", name=plain(name), count=len(names)))']
)
def test_data_that_reach_markdown_escaped_are_not(line):
    assert astray(ast.parse(line)) == []
