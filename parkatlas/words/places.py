"""One park or one project in sentences and key figures: the finding on top, the entry check, what changed when."""

from typing import TYPE_CHECKING, Any, NamedTuple

from parkatlas import formats, terms
from parkatlas.columns import column
from parkatlas.messages import text
from parkatlas.words.sentences import KeyFigure, measured

if TYPE_CHECKING:
    import pandas as pd

_NUMBERS = ("number", "integer")


class Condition(NamedTuple):
    """One condition of entry: pass, short or missing, and a sentence with the values compared."""

    verdict: str
    sentence: str


def project(fact: "pd.Series[Any]", stages: "pd.DataFrame", obstacles: "pd.DataFrame") -> str:
    """Say where a project stands, how far its investment is, what is late and how much holds it.

    A row of ``queries/project_facts``, rows of ``queries/project_stages`` and ``queries/project_obstacles``.
    """
    stage = fact["stage"]
    state = text("places.no_stage") if formats.is_none(stage) else terms.label("stage", stage)
    clauses = [text("places.project_stands", name=fact["project_name"], stage=state)]
    done = fact["done_fai_wan"]
    if not formats.is_none(done):
        share = _share(done, fact["planned_fai_wan"])
        clauses.append(
            text("places.done", done=formats.money(done))
            if share is None
            else text("places.done_of_plan", done=formats.money(done), share=formats.quantity(share, "%"))
        )
    overdue = stages[stages["days_late"].notna() & ~stages["is_reached"].astype(bool)]
    clauses += [_overdue(row) for _, row in overdue.iterrows()]
    if len(obstacles):
        clauses.append(text("places.held_by", count=len(obstacles)))
    return _sentence(clauses)


def project_figures(fact: "pd.Series[Any]") -> list[KeyFigure]:
    """Return a project's five figures: contract, investment done, funds in place, land, intensity."""
    verdict = str(fact["verdict"])
    intensity = fact["intensity_wan_per_mu"]
    return [
        KeyFigure(
            column("contract_wan").label, *formats.money_parts(fact["contract_wan"]), _when("signed", fact["signed_on"])
        ),
        KeyFigure(
            column("done_fai_wan").label,
            *formats.money_parts(fact["done_fai_wan"]),
            _of("places.of_plan", fact["done_fai_wan"], fact["planned_fai_wan"]),
        ),
        KeyFigure(
            column("in_place_wan").label,
            *formats.money_parts(fact["in_place_wan"]),
            _of("places.of_contract", fact["in_place_wan"], fact["contract_wan"]),
        ),
        KeyFigure(column("land_mu").label, formats.number(fact["land_mu"], "亩"), _unit("land_mu", fact["land_mu"])),
        KeyFigure(
            column("intensity_wan_per_mu").label,
            formats.number(intensity, "万元/亩"),
            _unit("intensity_wan_per_mu", intensity),
            asked(fact),
            is_good={"pass": True, "short": False}.get(verdict),
        ),
    ]


def entry(fact: "pd.Series[Any]") -> list[Condition]:
    """Check a project (a row of ``queries/project_facts``) against both conditions of entry; say what is missing."""
    return [_industry(fact), _intensity(fact)]


def park(fact: "pd.Series[Any]", figure: "pd.Series[Any]", targets: "pd.DataFrame", obstacles: "pd.DataFrame") -> str:
    """Say how many projects a park has, how its targets stand and how much holds its projects up.

    Rows of ``queries/parks`` and ``queries/intensity_by_park``; of ``queries/park_targets``, ``obstacles_open``.
    """
    clauses = [text("places.park_stands", name=fact["park_name"], count=int(figure["project_count"]))]
    base = targets[targets["target_tier"] == "base"]
    lit = base[base["lamp"].notna()]
    if len(lit):
        behind = lit[lit["lamp"] != "green"]
        names = text("places.list_comma").join(terms.label("metric", metric) for metric in behind["metric"])
        clauses.append(
            text("places.behind", count=len(lit), behind=len(behind), names=names)
            if len(behind)
            else text("places.on_pace", count=len(lit))
        )
    if len(obstacles):
        clauses.append(text("places.park_held_by", count=len(obstacles)))
    return _sentence(clauses)


def park_figures(
    fact: "pd.Series[Any]", figure: "pd.Series[Any]", months: "pd.DataFrame", obstacles: "pd.DataFrame"
) -> list[KeyFigure]:
    """Return a park's five figures: projects, investment done, intensity, free land, open obstacles."""
    stated = months[months["has_ledger"]]
    done, planned = (stated[name].iloc[-1] if len(stated) else None for name in ("done_fai_wan", "planned_fai_wan"))
    verdict, free = str(figure["verdict"]), fact["free_area_mu"]
    late = int(obstacles["overdue_days"].notna().sum())
    return [
        measured("project_count", figure["project_count"], text("places.reached", count=int(figure["reached_count"]))),
        KeyFigure(
            column("done_fai_wan").label, *formats.money_parts(done), _of("places.of_plan", done, planned)
        ),
        KeyFigure(
            column("intensity_wan_per_mu").label,
            formats.number(figure["intensity_wan_per_mu"], "万元/亩"),
            _unit("intensity_wan_per_mu", figure["intensity_wan_per_mu"]),
            asked(figure),
            is_good={"pass": True, "short": False}.get(verdict),
        ),
        KeyFigure(
            column("free_area_mu").label,
            formats.number(free, "亩"),
            _unit("free_area_mu", free),
            _of("places.of_planned_area", free, fact["planned_area_mu"]),
        ),
        measured(
            "obstacle_count", len(obstacles), text("places.overdue", count=late), is_good=False if late else None
        ),
    ]  # fmt: skip


def changes(rows: "pd.DataFrame") -> "pd.DataFrame":
    """Return rows of ``queries/project_changes`` as people read them: the fields' labels, the values with units."""
    return rows.assign(
        changed_field=[column(name).label for name in rows["changed_field"]],
        **{
            side: [_value(name, value) for name, value in zip(rows["changed_field"], rows[side], strict=True)]
            for side in ("before_text", "after_text")
        },
    )


def _value(name: str, value: object) -> str:
    if formats.is_none(value):
        return formats.NONE
    entry = column(name)
    if entry.kind in _NUMBERS:
        return formats.quantity(float(str(value)), entry.unit)  # to the last 万元, or small changes would show none
    return str(value) if entry.kind == "date" else formats.cell(name, value)


def _industry(fact: "pd.Series[Any]") -> Condition:
    industry, leading, fits = fact["industry_name"], fact["park_industries"], fact["is_industry_fit"]
    if formats.is_none(fact["park_id"]):
        return Condition("missing", text("places.without_park"))
    if formats.is_none(industry):
        return Condition("missing", text("places.without_industry"))
    if formats.is_none(fits):
        return Condition("missing", text("places.without_leading", industry=industry))
    return Condition(
        "pass" if fits else "short",
        text("places.fits" if fits else "places.fits_not", industry=industry, leading=leading),
    )


def _intensity(fact: "pd.Series[Any]") -> Condition:
    verdict = str(fact["verdict"])
    if verdict == "exempt":
        intensity = formats.quantity(fact["intensity_wan_per_mu"], "万元/亩")
        return Condition(verdict, text("places.exempt", intensity=intensity))
    threshold = _threshold(fact)
    if verdict == "missing":
        lacking = [
            column(name).label for name in ("invested_wan", "land_mu")
            if formats.is_none(fact[name]) or fact[name] <= 0
        ]  # fmt: skip
        return Condition(
            verdict, text("places.unmeasured", lacking=text("places.list_comma").join(lacking), threshold=threshold)
        )
    intensity = formats.quantity(fact["intensity_wan_per_mu"], "万元/亩")
    if verdict == "pass":
        return Condition(verdict, text("places.dense", intensity=intensity, threshold=threshold))
    return Condition(
        verdict,
        text(
            "places.thin",
            intensity=intensity,
            threshold=threshold,
            per_mu=formats.quantity(fact["shortfall_wan_per_mu"], "万元/亩"),
            money=formats.money(fact["shortfall_wan"]),
        ),
    )


def asked(fact: "pd.Series[Any]") -> str:
    """Return the threshold that a project or park is judged by, or that none is."""
    if fact["verdict"] == "exempt":
        return text("card.exempt")
    return text("card.threshold", threshold=formats.quantity(fact["threshold_wan_per_mu"], "万元/亩"))


def _threshold(fact: "pd.Series[Any]") -> str:
    """Return which threshold a project is judged by, and since when and by which document, or whose it is."""
    required = formats.quantity(fact["threshold_wan_per_mu"], "万元/亩")
    if fact["threshold_origin"] == "table":
        since = formats.day(fact["valid_from_on"])
        return text("places.threshold_since", threshold=required, day=since, source=fact["threshold_source"])
    origin = terms.label("threshold_origin", fact["threshold_origin"])
    return text("places.threshold_from", threshold=required, origin=origin)


def _overdue(row: "pd.Series[Any]") -> str:
    days = formats.quantity(int(row["days_late"]), "天")
    return text("places.stage_late", stage=terms.label("stage", row["stage"]), days=days)


def _sentence(clauses: list[str]) -> str:
    return text("sentences.sentence_end", said=text("sentences.clause_comma").join(clauses))


def _share(part: object, whole: object) -> float | None:
    """Return a share in %; no base, no figure."""
    if formats.is_none(part) or formats.is_none(whole) or not float(whole) > 0:  # type: ignore[arg-type]
        return None
    return 100 * float(part) / float(whole)  # type: ignore[arg-type]


def _of(key: str, part: object, whole: object) -> str:
    share = _share(part, whole)
    return "" if share is None else text(key, share=formats.quantity(share, "%"))


def _when(stage: str, day: object) -> str:
    return "" if formats.is_none(day) else f"{terms.label('stage', stage)} {formats.day(day)}"


def _unit(name: str, value: object) -> str:
    return "" if formats.is_none(value) else column(name).unit_label
