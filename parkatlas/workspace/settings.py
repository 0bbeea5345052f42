"""Settings of a workspace: a commented TOML file beside its data, checked when read."""

import json
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

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

[stages]                 # days a project may stand in a stage before it counts as stuck; 0 for no limit
lead = 180
negotiating = 120
intent = 120
agreement = 120
signed = 180
started = 180
building = 540
completed = 90
producing = 0
at_capacity = 0

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


class Stages(_Section):
    """How many days a project may stand in each stage; 0 for no limit."""

    lead: int = Field(default=180, ge=0)
    negotiating: int = Field(default=120, ge=0)
    intent: int = Field(default=120, ge=0)
    agreement: int = Field(default=120, ge=0)
    signed: int = Field(default=180, ge=0)
    started: int = Field(default=180, ge=0)
    building: int = Field(default=540, ge=0)
    completed: int = Field(default=90, ge=0)
    producing: int = Field(default=0, ge=0)
    at_capacity: int = Field(default=0, ge=0)

    @property
    def limits(self) -> list[int]:
        """The limits in the order of the stages."""
        return list(self.model_dump().values())


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
    stages: Stages = Stages()
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
