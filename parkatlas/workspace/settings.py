"""Settings of a workspace: a commented TOML file beside its data, checked when read."""

import json
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from parkatlas.errors import SettingsWrong

FILE = "settings.toml"

TEMPLATE = """\
# Settings of this ParkAtlas workspace. Restart the server after a change.

[region]
name = {name}            # shown in the header of every page and export
is_example = {example}   # true marks everything as example data

[entry]
threshold_wan_per_mu = 100   # default entry threshold, 10k CNY per mu; a park's own threshold wins

[credit]
introducer_share_pct = 100   # what the introducing unit of an enclave project is credited with; the host gets the rest

[pace]
by = "days"              # even pace of a target: "days" passed of the year's, or "months" that have ended, of twelve

[lamps]
# How far behind even pace a target is: rule "points" takes the percentage points between completion and even pace,
# "share" the share of the even pace that is missing. Up to yellow_below green, up to red_below yellow, further red.
#   usual     "points", 0 and 5      green at or above even pace, red more than 5 points below it
#   strict    "points", 0 and 0      red as soon as behind; no yellow
#   lenient   "points", 2 and 10
#   by share  "share", 0 and 10      red below nine tenths of the even pace
rule = "points"
yellow_below = 0
red_below = 5
red_after_months = 1     # 2: red only when behind at the ledger before (of the same year), too; until then yellow

[basemap]
kind = "none"            # none | xyz | tianditu | gaode
url = ""                 # xyz: https://tiles.intranet/{{z}}/{{x}}/{{y}}.png
key = ""                 # tianditu: the key of your unit
attribution = ""         # shown on the map, with the map approval number where one is due

[intake]
memory_mb = 4096         # what reading one file may take
seconds = 300
"""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Region(_Section):
    """Whose region this is."""

    name: str = Field(default="", max_length=60)
    is_example: bool = False


class Entry(_Section):
    """Conditions of entry."""

    threshold_wan_per_mu: float = Field(default=100, gt=0)


class Credit(_Section):
    """How credit for enclave projects is shared."""

    introducer_share_pct: float = Field(default=100, ge=0, le=100)


class Pace(_Section):
    """What even pace counts."""

    by: Literal["days", "months"] = "days"


class Lamps(_Section):
    """When a target behind even pace is yellow, and when red."""

    rule: Literal["points", "share"] = "points"
    yellow_below: float = Field(default=0, ge=0, le=100)
    red_below: float = Field(default=5, ge=0, le=100)
    red_after_months: Literal[1, 2] = 1

    @model_validator(mode="after")
    def _in_order(self) -> "Lamps":
        if self.red_below < self.yellow_below:
            message = "red_below is less than yellow_below"
            raise ValueError(message)
        return self


class Basemap(_Section):
    """What lies under the parks."""

    kind: Literal["none", "xyz", "tianditu", "gaode"] = "none"
    url: str = ""
    key: str = ""
    attribution: str = ""


class IntakeLimits(_Section):
    """What reading one file of a person may take."""

    memory_mb: int = Field(default=4096, ge=256)
    seconds: int = Field(default=300, ge=5)


class Settings(_Section):
    """All settings of a workspace."""

    region: Region = Region()
    entry: Entry = Entry()
    credit: Credit = Credit()
    pace: Pace = Pace()
    lamps: Lamps = Lamps()
    basemap: Basemap = Basemap()
    intake: IntakeLimits = IntakeLimits()


def read(directory: Path) -> Settings:
    """Read the settings of a workspace; raises SettingsWrong naming the file and the key that is wrong."""
    path = directory / FILE
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except ValidationError as error:
        wrong = (f"{'.'.join(map(str, fault['loc']))} = {fault['input']!r}: {fault['msg']}" for fault in error.errors())
        raise SettingsWrong(str(path), "; ".join(wrong)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsWrong(str(path), str(error)) from error


def write_template(directory: Path, region_name: str, *, is_example: bool) -> None:
    """Write the commented settings of a new workspace; an existing file stays."""
    path = directory / FILE
    if path.exists():
        return
    # A JSON string is a TOML string, whatever the name holds.
    text = TEMPLATE.format(name=json.dumps(region_name, ensure_ascii=False), example=str(is_example).lower())
    path.write_text(text, encoding="utf-8")
