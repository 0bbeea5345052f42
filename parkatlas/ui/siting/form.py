"""What is asked of the Siting page: the project, its needs and the weights, all kept in the address."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from parkatlas import formats, terms
from parkatlas.analysis import conditions, siting
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.ui.kit import address, drafts, look, store
from parkatlas.ui.kit.markdown import plain

if TYPE_CHECKING:
    import pandas as pd

_MOST_WAN, _MOST_MU, _MOST_KM = 1e8, 1e5, 2000.0
_USUAL_WAN, _USUAL_MU = 12_000.0, 80.0  # a project of 150 万元/亩, to begin with
_LONGEST_NAME, _LONGEST_CODE = 40, 8
_UTILITIES = tuple(term.code for term in terms.INFRASTRUCTURE)
_KEYS = (
    "site_name", "site_industry", "site_code", "site_fai", "site_land", "site_pieces", "site_utilities",
    *(f"site_{name}" for name in conditions.DISTANCES), *(f"site_w_{name}" for name in siting.CRITERIA),
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What was asked: the project's name and need, the weights chosen and the usual ones."""

    name: str
    need: conditions.Need
    weights: dict[str, int]
    usual: dict[str, int]


def draw(parks: "pd.DataFrame", industries: "pd.DataFrame") -> Asked:
    """Draw the form and return what it holds; at first what the address says, nonsense there ignored."""
    drafts.bring_back("siting", _KEYS)
    with look.card("siting-form", gap="small"):
        st.markdown(f"**{text('siting.form')}**")
        address.recall_text("site_name", _LONGEST_NAME)
        name = st.text_input(text("siting.name"), key="site_name", max_chars=_LONGEST_NAME).strip()
        names = _industry(parks, industries)
        left, right = st.columns(2, vertical_alignment="bottom")  # a label may take two lines
        with left:
            money = _number("site_fai", text("siting.fai"), _MOST_WAN, _USUAL_WAN)
        with right:
            land = _number("site_land", text("siting.land"), _MOST_MU, _USUAL_MU)
        address.recall_flag("site_pieces")
        st.toggle(text("siting.pieces"), key="site_pieces", help=text("siting.pieces_help"))
        need = conditions.Need(names, money, land, not st.session_state["site_pieces"], _utilities(), _distances())
        weights, usual = _weights()
    _publish(usual)
    return Asked(name or text("siting.proposed"), need, weights, usual)


def _publish(usual: dict[str, int]) -> None:
    defaults = {"site_fai": _USUAL_WAN, "site_land": _USUAL_MU} | {f"site_w_{name}": usual[name] for name in usual}
    for key in _KEYS:
        if isinstance(st.session_state.get(key), str | bool | list):
            address.publish(key)
        else:
            address.publish_number(key, defaults.get(key))
    drafts.keep_address("siting", _KEYS)


def _industry(parks: "pd.DataFrame", industries: "pd.DataFrame") -> tuple[str, ...]:
    """Draw the choice of an industry or a code; return the local industries that it means, none where it means none."""
    leading = Counter(name for said in parks["park_industries"] for name in conditions.leading(said))
    known = dict.fromkeys([*(name for name, _ in leading.most_common()), *industries["industry_name"]])
    options = [*known, ""]
    address.recall("site_industry", options, options[0])
    chosen = st.selectbox(
        text("siting.industry"), options, key="site_industry", format_func=lambda one: one or text("siting.by_code")
    )
    return (chosen,) if chosen else _by_code(industries)


def _by_code(industries: "pd.DataFrame") -> tuple[str, ...]:
    address.recall_text("site_code", _LONGEST_CODE)
    code = st.text_input(text("siting.code"), key="site_code", max_chars=_LONGEST_CODE, placeholder="C3071").strip()
    if not code:
        st.caption(text("siting.code_empty"))
        return ()
    names = conditions.of_code(code, industries)
    if names:
        said = text("siting.list_comma").join(names)
        st.caption(text("siting.code_means", code=plain(code), names=plain(said)))
    else:
        st.warning(text("siting.code_unknown" if names is None else "siting.code_unused", code=plain(code)))
    return names or ()


def _number(key: str, label: str, most: float, usual: float | None = None) -> float | None:
    address.recall_number(key, 0.0, most, usual)
    stated: float | None = st.number_input(label, min_value=0.0, max_value=most, key=key, format="%g", value=None)
    return stated


def _utilities() -> tuple[str, ...]:
    address.recall_many("site_utilities", _UTILITIES)
    chosen = st.pills(
        text("siting.utilities"),
        _UTILITIES,
        selection_mode="multi",
        key="site_utilities",
        format_func=lambda code: terms.label("infrastructure", code),
    )
    return tuple(chosen)


def _distances() -> dict[str, float]:
    """Draw the farthest distances wanted; return those stated."""
    st.caption(text("siting.distances"))
    found = {}
    for place, name in zip(st.columns(2) * 2, conditions.DISTANCES, strict=True):
        with place:
            most = _number(f"site_{name}", column(name).header, _MOST_KM)
        if most is not None:
            found[name] = most
    return found


def _weights() -> tuple[dict[str, int], dict[str, int]]:
    """Draw the sliders; return the weights chosen and the usual ones of the settings."""
    usual = store.workspace().settings.siting.model_dump()
    st.markdown(f"**{text('siting.weights')}**", help=text("siting.weights_help"))
    chosen = {}
    for term in terms.SITING_CRITERIA:
        key = f"site_w_{term.code}"
        address.recall_number(key, 0, 100, usual[term.code])
        st.session_state[key] = int(st.session_state[key])
        chosen[term.code] = st.slider(term.label, 0, 100, step=5, key=key)
    sum_ = sum(chosen.values())
    if sum_:
        shares = (
            text("siting.share", name=term.label, share=formats.quantity(100 * chosen[term.code] / sum_, "%", 0))
            for term in terms.SITING_CRITERIA
        )
        st.caption(plain(text("siting.list_comma").join(shares)))
    if chosen != usual:
        st.button(text("siting.usual_weights"), type="tertiary", icon=":material/undo:", on_click=_reset, args=(usual,))
    return chosen, usual


def _reset(usual: dict[str, int]) -> None:
    for name, weight in usual.items():
        st.session_state[f"site_w_{name}"] = weight


def choice(key: str, options: list[str], labels: dict[str, str], label: str) -> str:
    """Draw a switch that the address keeps; the first option is where it begins."""
    address.recall(key, options, options[0])
    chosen = st.segmented_control(
        plain(label), options, key=key, format_func=lambda one: plain(labels[one]), required=True
    )
    address.publish(key, options[0])
    return str(chosen)


def picks(key: str, names: dict[str, str], label: str) -> list[str]:
    """Draw the choice of several by id, which the address keeps."""
    address.recall_many(key, list(names))
    chosen = st.multiselect(label, list(names), key=key, format_func=lambda one: names.get(one, one))
    address.publish(key)
    return list(chosen)
