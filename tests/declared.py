"""Values that came as JSON, held against the types of Python that declare them."""

import math
from types import NoneType, UnionType
from typing import Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

_PLAIN = {float: (int, float)}  # JSON writes a whole number without its point


def faults(value, kind, where="value"):
    """Return where ``value`` differs from the type ``kind``, one line each."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        lines = _of_fields(value, kind, where) if isinstance(value, dict) else [f"{where} is no {kind.__name__}"]
    elif origin in (Union, UnionType):
        lines = min((faults(value, argument, where) for argument in arguments), key=len)
    elif origin is NotRequired:
        lines = faults(value, arguments[0], where)
    elif origin is dict:
        lines = _of_items(value, [arguments[1]] * len(value), where)
    elif origin in (list, tuple):
        lines = _of_list(value, kind, where)
    else:
        lines = [] if _is_plain(value, kind) else [f"{where} is {value!r}"]
    return lines


def _is_plain(value, kind):
    if get_origin(kind) is Literal:
        return value in get_args(kind)
    return type(value) in _PLAIN.get(kind, (kind,)) and (kind in (str, NoneType) or math.isfinite(value))


def _of_list(value, kind, where):
    arguments = get_args(kind)
    if not isinstance(value, list) or (get_origin(kind) is tuple and len(value) != len(arguments)):
        return [f"{where} is no {kind}"]
    kinds = arguments if get_origin(kind) is tuple else arguments * len(value)
    return _of_items(dict(enumerate(value)), kinds, where)


def _of_items(items, kinds, where):
    pairs = zip(items.items(), kinds, strict=True)
    return [fault for (key, item), kind in pairs for fault in faults(item, kind, f"{where}[{key}]")]


def _of_fields(value, kind, where):
    hints = get_type_hints(kind, include_extras=True)
    strange = [f"{where}.{name} is not declared" for name in value.keys() - hints.keys()]
    missing = [f"{where}.{name} is missing" for name in kind.__required_keys__ - value.keys()]
    present = [name for name in hints if name in value]
    return (
        strange + missing + [fault for name in present for fault in faults(value[name], hints[name], f"{where}.{name}")]
    )
