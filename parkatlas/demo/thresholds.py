"""The demo's thresholds: what some parks asked per mu before, and since when they ask what they ask now."""

from datetime import date

_RULES_2018, _RULES_2023, _RULES_2024 = "云川发〔2018〕31号", "云川政办〔2023〕44号", "云川发〔2024〕27号"
# Park, first day, threshold, document; each park's last line is what its register or the default says.
_HISTORY = (
    ("城东装备制造产业园", date(2019, 1, 1), 80, _RULES_2018),
    ("城东装备制造产业园", date(2024, 1, 1), 100, _RULES_2023),
    ("澄溪高新技术产业园", date(2019, 1, 1), 120, _RULES_2018),
    ("澄溪高新技术产业园", date(2025, 1, 1), 150, _RULES_2024),
    ("龙窑陶瓷建材产业园", date(2019, 1, 1), 60, _RULES_2018),
    ("龙窑陶瓷建材产业园", date(2024, 1, 1), 100, _RULES_2023),
    ("白沙渡新材料产业园", date(2019, 1, 1), 80, _RULES_2018),
    ("白沙渡新材料产业园", date(2025, 1, 1), 100, _RULES_2024),
    ("双溪家居产业园", date(2019, 1, 1), 60, _RULES_2018),
    ("双溪家居产业园", date(2025, 1, 1), 80, _RULES_2024),
)


def thresholds() -> list[dict[str, object]]:
    """Return the rows of the table of thresholds."""
    names = ("park_name", "valid_from_on", "threshold_wan_per_mu", "threshold_source")
    return [dict(zip(names, row, strict=True)) for row in _HISTORY]
