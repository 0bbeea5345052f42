"""Colours by what they mean: one table for charts, maps, pages and files; the theme alone has others."""

from typing import NamedTuple

ACCENT = "#14588C"
REACHED = "#1B7F79"
SHORT = "#C8651B"
NO_DATA = "#B8C0CA"
EXEMPT = "#B5A7C9"  # of what no threshold is asked
ENCLAVE = "#7B4B94"
IDLE = "#8C6D1F"
LIT = "#D81B60"
UNLIT = "#8C96A34D"
OTHER = "#8C96A3"
PALE = "#8C96A380"
CLUSTER = "#2F7FB5"
WHITE = "#FFFFFF"

# Five classes of a measure, light to dark.
MEASURE = ("#DCE9F1", "#B3D0E2", "#7FB0CF", "#478BB5", "#14588C")
MEASURE_LINE = "#3C6E91"

# The stages in their order, light to dark; a dropped project is grey.
STAGE = {
    "lead": "#C8EBD4",
    "negotiating": "#A1DFB9",
    "intent": "#6CD3AD",
    "agreement": "#49C1AD",
    "signed": "#38AAAC",
    "started": "#348FA7",
    "building": "#3574A0",
    "completed": "#3B5799",
    "producing": "#413D7B",
    "at_capacity": "#2E1E3C",
    "dropped": "#A4ADB8",
}

VERDICT = {"pass": REACHED, "short": SHORT, "missing": NO_DATA, "exempt": EXEMPT}
CAPITAL = {"domestic": ACCENT, "foreign": "#D98E04"}

# What parks are scored by when a project looks for a site.
CRITERION = {
    "agglomeration": "#6E8FB3",
    "transport": "#44AA99",
    "land_price": "#DDCC77",
    "free_land": "#999933",
    "progress": "#CC6677",
}

# Kinds of obstacles, warm first: they stand over stages and verdicts.
OBSTACLE = {
    "acquisition": "#B3261E",
    "quota": "#E0A100",
    "permit": "#7B3FA0",
    "funds": "#2F6B2F",
    "infrastructure": "#8D5524",
    "labour": "#0B6E99",
    "other": "#6B7785",
}

# Kinds of constraint layers: fine lines over parks, on light ground and on dark.
CONSTRAINT = {
    "farmland": "#6B8E00",
    "ecology": "#C0392B",
    "control": "#8250B4",
    "plan": "#9A5F26",
    "other": "#64748B",
}

# Ten that stay apart for colour-blind eyes (Paul Tol's muted scheme and one more); whatever comes after is grey.
INDUSTRY = (
    "#332288", "#CC6677", "#117733", "#DDCC77", "#88CCEE", "#882255", "#44AA99", "#999933", "#AA4499", "#6E8FB3",
)  # fmt: skip

# Lines of a chart beyond those that its theme has colours for.
MORE_LINES = ("#AA4499", "#6E8FB3", "#999933", "#CC6677")

# What the theme has no word for: the colours of cards and key figures, light and dark.
PAGE = {
    False: {"card": "#FFFFFF", "line": "#E3E6EB", "muted": "#5F6B77", "good": "#1B7F79", "bad": "#B4530F"},
    True: {"card": "#1C252F", "line": "#2F3B47", "muted": "#9AA7B4", "good": "#4DB6AE", "bad": "#EE9B5C"},
}


class Ink(NamedTuple):
    """The colours of charts in one theme."""

    ground: str
    text: str
    secondary: str
    hairline: str
    accent: str
    reached: str
    short: str
    no_data: str
    idle: str
    enclave: str
    enclave_pale: str  # the ground of the weakest cell of a matrix of enclaves
    on_strong: str  # figures on its strongest

    def verdict(self, code: str) -> str:
        """Return the colour of an entry verdict: pass, short or missing."""
        return {"pass": self.reached, "short": self.short}.get(code, self.no_data)


LIGHT = Ink(
    "#FFFFFF", "#1F2933", "#5B6773", "#E3E6EB", ACCENT, REACHED, SHORT, NO_DATA, IDLE, ENCLAVE, "#F1EAF5", WHITE
)  # fmt: skip
DARK = Ink(
    "#1C252F", "#E4E9EE", "#A3B0BD", "#2F3B47", "#6FB3E5", "#4DB6AE", "#EE9B5C", "#66727F", "#C9A54A", "#B78FCE",
    "#33273C", "#12171D",
)  # fmt: skip

# Lamps: of bars, and of text, which needs more contrast to its ground, in the light theme and in the dark one.
LAMP = {"green": "#2E7D32", "yellow": "#E0A100", "red": "#C0392B"}
LAMP_TEXT = {
    False: {"green": "#2E7D32", "yellow": "#8A6200", "red": "#B3261E"},
    True: {"green": "#7CC880", "yellow": "#F2C14E", "red": "#F28B82"},
}

# The map's surroundings, light and dark: static/parkatlas.css and static/map/styles.js repeat them, held by a test.
MAP = {
    False: {
        "ground": "#F6F7F9", "card": "#FFFFFF", "line": "#E3E6EB", "text": "#1F2933", "quiet": "#6B7785",
        "accent": ACCENT, "region": "#FFFFFF", "border": "#C9D0D9", "reached": REACHED, "short": SHORT, "none": NO_DATA,
        "enclave": ENCLAVE,
    },
    True: {
        "ground": "#12171D", "card": "#1B222B", "line": "#303A46", "text": "#E6EAEF", "quiet": "#97A3B1",
        "accent": "#6FB1E0", "region": "#1A212A", "none": "#4A5663", "border": "#3D4855", "enclave": "#B78FCE",
    },
}  # fmt: skip
HATCHED_LINE = "#98A2AE"

# Grounds in workbooks: of a table's header, and in templates of a field that may be filled in or must be.
WORKBOOK = {"header": "#F6F7F9", "field": "#DCE6E4", "required": "#F4C7A1"}
