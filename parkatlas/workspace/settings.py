"""Settings of a workspace: a commented TOML file beside its data, checked when read."""

import tomllib
from datetime import date, time
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from parkatlas import terms
from parkatlas.errors import SettingsWrong
from parkatlas.messages import text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE = "settings.toml"

CREDITED = tuple(term.code for term in terms.TARGET_METRICS)
_WHOLE = 100
_ON_DISK = 4  # times the memory that questions may put aside on the disk


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Region(_Section):
    """Whose region this is."""

    name: str = Field(default="", max_length=60)
    is_example: bool = False
    time_zone: str = "Asia/Shanghai"

    @field_validator("time_zone")
    @classmethod
    def _check_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (LookupError, ValueError, OSError):  # unknown, a path, a folder of zones
            raise ValueError(text("settings.time_zone")) from None
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone by whose clock days begin and times are shown."""
        return ZoneInfo(self.time_zone)


class Entry(_Section):
    """Conditions of entry."""

    threshold_wan_per_mu: float = Field(default=100, gt=0)
    judged: Literal["parks", "all"] = "parks"


class CreditRule(_Section):
    """What introducers are credited with of enclaves signed from one day until another, by some metrics or all."""

    introducer_share_pct: float
    first: date = Field(default=date.min, alias="from")
    until: date = date.max
    metrics: tuple[str, ...] = Field(default=CREDITED, min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> "CreditRule":
        if not 0 <= self.introducer_share_pct <= _WHOLE:
            raise ValueError(text("settings.share_beyond", share=f"{self.introducer_share_pct:g}"))
        if self.until < self.first:
            raise ValueError(text("settings.rule_backwards", first=self.first, until=self.until))
        for metric in self.metrics:
            if metric not in CREDITED:
                raise ValueError(text("settings.rule_metric", metric=metric, known=", ".join(CREDITED)))
        return self

    def meets(self, other: "CreditRule") -> str | None:
        """Return a metric that both rules speak of on the same day; None where there is none."""
        is_apart = self.until < other.first or other.until < self.first
        return None if is_apart else next((metric for metric in self.metrics if metric in other.metrics), None)


class Credit(_Section):
    """How credit for enclave projects is shared."""

    introducer_share_pct: float = Field(default=100, ge=0, le=100)
    rules: tuple[CreditRule, ...] = ()

    @model_validator(mode="after")
    def _apart(self) -> "Credit":
        for (one, rule), (two, other) in combinations(enumerate(self.rules, 1), 2):
            if metric := rule.meets(other):
                day = max(rule.first, other.first)
                raise ValueError(text("settings.rules_overlap", one=one, two=two, metric=metric, day=day))
        return self

    @property
    def params(self) -> dict[str, object]:
        """The rules as queries take them: the usual share, and a line for each metric of a rule in parallel lists."""
        lines = [(metric, rule) for rule in self.rules for metric in dict.fromkeys(rule.metrics)]
        return {
            "credit_share": self.introducer_share_pct,
            "credit_metrics": [metric for metric, _ in lines],
            "credit_from": [rule.first for _, rule in lines],
            "credit_until": [rule.until for _, rule in lines],
            "credit_shares": [rule.introducer_share_pct for _, rule in lines],
        }


class Pace(_Section):
    """What even pace counts."""

    by: Literal["days", "months"] = "days"


LampRule = StrEnum("LampRule", {term.code: term.code for term in terms.LAMP_RULES})  # type: ignore[misc]


class Lamps(_Section):
    """When a target behind even pace is yellow, and when red."""

    rule: LampRule = LampRule("points")
    yellow_below: float = Field(default=0, ge=0, le=100)
    red_below: float = Field(default=5, ge=0, le=100)
    red_after_months: Literal[1, 2] = 1

    @model_validator(mode="after")
    def _in_order(self) -> "Lamps":
        if self.red_below < self.yellow_below:
            message = "red_below is less than yellow_below"
            raise ValueError(message)
        return self


class Step(_Section):
    """What is due for units of a group without a result, from a part of a campaign on."""

    from_pct: float = Field(ge=0, le=100)
    unit_group: Literal["all", "territory", "department", "unsorted"] = "all"
    step: str = Field(min_length=1, max_length=60)


def _usual_steps() -> tuple[Step, ...]:
    """Return the steps that the template has, in the language in use."""
    usual = ((0, "all", "report"), (50, "territory", "visit"), (50, "department", "summon"), (80, "all", "announce"))
    return tuple(
        Step(from_pct=pct, unit_group=group, step=text(f"settings.step_{name}"))  # type: ignore[arg-type]
        for pct, group, name in usual
    )


class Campaigns(_Section):
    """What campaigns ask of units without a result."""

    steps: tuple[Step, ...] = Field(default_factory=_usual_steps)

    def due(self, unit_group: str, passed_pct: float) -> str | None:
        """Return the last step that is due for a group when so much of the campaign has passed; None for none."""
        due = [one for one in self.steps if one.unit_group in ("all", unit_group) and one.from_pct <= passed_pct]
        return max(due, key=lambda one: one.from_pct).step if due else None


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


class Siting(_Section):
    """The usual weights of what parks are ranked by."""

    agglomeration: int = Field(default=30, ge=0, le=100)
    transport: int = Field(default=20, ge=0, le=100)
    land_price: int = Field(default=15, ge=0, le=100)
    free_land: int = Field(default=15, ge=0, le=100)
    progress: int = Field(default=20, ge=0, le=100)


class Grades(_Section):
    """How producing projects are graded per mu."""

    tax_weight: float = Field(default=50, ge=0, le=100)
    output_weight: float = Field(default=30, ge=0, le=100)
    done_weight: float = Field(default=20, ge=0, le=100)
    a_share_pct: float = Field(default=20, ge=0, le=100)
    b_share_pct: float = Field(default=50, ge=0, le=100)
    c_share_pct: float = Field(default=25, ge=0, le=100)
    young_months: int = Field(default=12, ge=0, le=600)
    least_graded: int = Field(default=10, ge=1)

    @model_validator(mode="after")
    def _in_whole(self) -> "Grades":
        if self.tax_weight + self.output_weight + self.done_weight <= 0:
            message = "the weights of the grades are all 0"
            raise ValueError(message)
        if self.a_share_pct + self.b_share_pct + self.c_share_pct > 100:  # noqa: PLR2004 - per cent
            message = "the shares of A, B and C exceed 100"
            raise ValueError(message)
        return self


class Basemap(_Section):
    """What lies under the parks."""

    kind: Literal["none", "xyz", "tianditu", "gaode"] = "none"
    url: str = ""
    key: str = ""
    attribution: str = ""


class Backup(_Section):
    """Where the server writes a backup each night, when, and how many stay."""

    folder: str = Field(default="", max_length=1000)
    at: str = Field(default="02:00", pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    keep: int = Field(default=14, ge=1, le=1000)

    @field_validator("folder")
    @classmethod
    def _whole(cls, folder: str) -> str:
        if folder and not Path(folder).is_absolute():
            raise ValueError(text("settings.backup_folder", folder=folder))
        return folder

    @property
    def time(self) -> time:
        """The time of day at which it is done."""
        return time.fromisoformat(self.at)


class IntakeLimits(_Section):
    """What reading one file of a person may take."""

    memory_mb: int = Field(default=2048, ge=256)
    seconds: int = Field(default=300, ge=5)


class QueryLimits(_Section):
    """What questions to the data may take: one its seconds, all at once memory and processor cores (0: every core)."""

    seconds: float = Field(default=30, ge=1, le=3600)
    memory_limit_mb: int = Field(default=4096, ge=256)
    threads: int = Field(default=0, ge=0, le=256)

    @property
    def engine(self) -> dict[str, str]:
        """The limits that the engine keeps, as it takes them."""
        memory = {"memory_limit": f"{self.memory_limit_mb}MB"}
        on_disk = {"max_temp_directory_size": f"{_ON_DISK * self.memory_limit_mb}MB"}
        threads = {"threads": str(self.threads)} if self.threads else {}
        return memory | on_disk | threads


class Gate(_Section):
    """What the server takes from browsers: megabytes of files, open pages."""

    file_mb: int = Field(default=50, ge=1, le=2000)
    session_mb: int = Field(default=200, ge=1)
    uploads_mb: int = Field(default=1000, ge=1)
    sockets: int = Field(default=500, ge=1)
    sockets_per_address: int = Field(default=100, ge=1)


class Settings(_Section):
    """All settings of a workspace."""

    region: Region = Region()
    entry: Entry = Entry()
    credit: Credit = Credit()
    pace: Pace = Pace()
    lamps: Lamps = Lamps()
    campaigns: Campaigns = Campaigns()
    stages: Stages = Stages()
    siting: Siting = Siting()
    grades: Grades = Grades()
    basemap: Basemap = Basemap()
    backup: Backup = Backup()
    intake: IntakeLimits = IntakeLimits()
    queries: QueryLimits = QueryLimits()
    gate: Gate = Gate()


def read(directory: Path) -> Settings:
    """Read the settings of a workspace; raises SettingsWrong naming the file and the key that is wrong."""
    path = directory / FILE
    try:
        # An editor may have put a mark of UTF-8 before the first line.
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return Settings()
    except ValidationError as error:
        reason = "; ".join(map(_fault_text, error.errors()))
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
    except (UnicodeDecodeError, RecursionError):
        reason = text("settings.no_text")
    except OSError as error:
        reason = text("settings.unreadable", reason=error.strerror or str(error))
    raise SettingsWrong(str(path), reason)


def _fault_text(fault: "ErrorDetails") -> str:
    """Return where a setting is wrong and why; entries of a list are counted from 1, as people do."""
    key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in fault["loc"])
    if fault["type"] == "value_error":
        return f"{key}: {fault['ctx']['error']}"
    return f"{key} = {fault['input']!r}: {fault['msg']}"
