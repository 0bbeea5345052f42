"""Units as headers write them, and what one of each is in the catalogue's unit."""

import re
import unicodedata

# Catalogue unit -> (unit as written, normalised) -> factor.
SCALES: dict[str, dict[str, float]] = {
    "万元": {
        "元": 1e-4, "千元": 0.1, "万元": 1, "百万元": 100, "千万元": 1000, "亿元": 1e4, "亿": 1e4, "万": 1,
        "人民币万元": 1, "cny": 1e-4, "yuan": 1e-4, "10kcny": 1, "100mcny": 1e4,
    },
    "亿元": {"亿元": 1, "万元": 1e-4, "100mcny": 1},
    "万美元": {
        "美元": 1e-4, "千美元": 0.1, "万美元": 1, "百万美元": 100, "亿美元": 1e4, "usd": 1e-4, "10kusd": 1,
    },
    "亩": {
        "亩": 1, "mu": 1, "万亩": 1e4, "公顷": 15, "ha": 15, "hectare": 15, "hectares": 15,
        "平方米": 0.0015, "平米": 0.0015, "m2": 0.0015, "sqm": 0.0015, "万平方米": 15, "万m2": 15,
        "平方公里": 1500, "平方千米": 1500, "km2": 1500,
    },
    "万元/亩": {
        "万元/亩": 1, "10kcny/mu": 1, "万元/公顷": 1 / 15, "亿元/平方公里": 20 / 3,
        "元/平方米": 1 / 15, "元/m2": 1 / 15,
    },
    "公里": {"公里": 1, "千米": 1, "km": 1, "米": 0.001, "m": 0.001},
    "度": {"度": 1, "°": 1, "degree": 1, "degrees": 1, "deg": 1},
    "%": {"%": 1},
    "个": {"个": 1},
    "天": {"天": 1, "days": 1},
    "人": {"人": 1, "people": 1},
    "家": {"家": 1},
    "": {},
}  # fmt: skip

_WORDS = sorted(
    {word for scale in SCALES.values() for word in scale} - {"m", "万", "亿", "人", "家"}, key=len, reverse=True
)
_BRACKET = re.compile(r"[(\[【〔{]([^()\[\]【】〔〕{}]*)[)\]】〕}]")
_TAIL = re.compile(rf"^(?P<base>.+?)[/,:;_\-、]?(?:单位[:：]?)?(?P<unit>{'|'.join(map(re.escape, _WORDS))})$")
_SAID_ABOVE = re.compile(r"(?:金额|面积|计量)?单位[:：]([^()（）。;；]+)")


def normal(text: str) -> str:
    """Return a header as it is compared: compatibility forms, lower case, no white space."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def is_unit(word: str) -> bool:
    """Whether a word is a unit of measurement of any kind."""
    return any(word in scale for scale in SCALES.values())


def split(header: str) -> tuple[str, str | None]:
    """Return a header's name and the unit it states: 总投资(亿元) -> (总投资, 亿元); None where it states none."""
    plain = normal(header)
    inside = [word.removeprefix("单位").lstrip(":") for word in _BRACKET.findall(plain)]
    base = _BRACKET.sub("", plain)
    unit = next((word for word in inside if is_unit(word)), None)
    if unit is None and (tail := _TAIL.match(base)) and len(tail["base"]) > 1:
        return tail["base"], tail["unit"]
    return (base, unit) if base else (plain, None)


def units_in(header: str) -> list[str]:
    """Return every unit that a header states, several for several kinds of rows: 目标(个/亿元) -> [个, 亿元]."""
    inside = [word for part in _BRACKET.findall(normal(header)) for word in re.split(r"[,，、/;；]|单位[:：]?", part)]
    return [word for word in inside if is_unit(word)] or list(filter(None, [split(header)[1]]))


def units_above(cells: list[str]) -> list[str]:
    """Return the units that a title line states for the whole table: 单位：万元、亩 -> [万元, 亩]."""
    statements = [match for cell in cells for match in _SAID_ABOVE.findall(normal(cell))]
    return [word for text in statements for word in re.split(r"[,，、/]", text) if is_unit(word)]
