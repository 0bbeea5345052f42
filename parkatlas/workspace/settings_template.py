"""The commented settings that a new workspace begins with."""

import json
from pathlib import Path

from parkatlas.messages import text
from parkatlas.workspace import settings, whole

TEMPLATE = """\
# Settings of this ParkAtlas workspace. Restart the server after a change.

[region]
name = {name}            # shown in the header of every page and export
is_example = {example}   # true marks everything as example data
time_zone = "Asia/Shanghai"  # by its clock days begin and times are shown

[entry]
threshold_wan_per_mu = 100   # default entry threshold, 10k CNY per mu; the table of thresholds and a park's own win
judged = "parks"           # whom the threshold judges: projects in "parks" only, or "all"

[credit]
introducer_share_pct = 100   # what the introducing unit of an enclave project is credited with; the host gets the rest
# Other shares for contracts signed from one day until another (both count; leave one out for no end) and for some
# metrics (leave out for all): project_count, contract_wan, large_count, started_count, producing_count, done_fai_wan,
# in_place_wan, outside_in_place_wan, foreign_usd_wan. No two rules may hold for the same metric on the same day.
# [[credit.rules]]
# introducer_share_pct = 60
# from = 2026-01-01
# until = 2026-12-31
# metrics = ["contract_wan", "in_place_wan"]

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

[campaigns]
# What is due for a unit that brought a campaign neither funds nor a contract: each step from a part of the campaign (%)
# on, for a group of units: territory, department, unsorted, or all.
steps = [
  {{ from_pct = 0, unit_group = "all", step = {report} }},
  {{ from_pct = 50, unit_group = "territory", step = {visit} }},
  {{ from_pct = 50, unit_group = "department", step = {summon} }},
  {{ from_pct = 80, unit_group = "all", step = {announce} }},
]

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

[siting]                 # what parks that meet all conditions of a project are ranked by: weights, 0 leaves one out
agglomeration = 30       # projects of the same industry in the park
transport = 20           # distances to motorway, rail, port and airport
land_price = 15
free_land = 15           # land available
progress = 20            # share of the park's signed projects that started and that produce

[grades]                 # producing projects graded A to D per mu, by the place of their score among all graded ones
tax_weight = 50          # weights of tax, output and fixed-asset investment done per mu
output_weight = 30
done_weight = 20
a_share_pct = 20         # the first so many per cent are A, the next B, then C; the rest is D
b_share_pct = 50
c_share_pct = 25
young_months = 12        # producing for less than so many months: not graded
least_graded = 10        # fewer projects than these are not ranked at all

[basemap]
kind = "none"            # none | xyz | tianditu | gaode
url = ""                 # xyz: https://tiles.intranet/{{z}}/{{x}}/{{y}}.png
key = ""                 # tianditu: the key of your unit
attribution = ""         # shown on the map, with the map approval number where one is due

[backup]
folder = ""              # where the server writes a backup each night, best on another disk; "" for none
at = "02:00"             # by the clock of the region; the server checks the workspace then, too
keep = 14                # so many backups stay, older ones are deleted

[intake]
memory_mb = 2048         # what reading one file may take; two are read at once at most
seconds = 300

[queries]
seconds = 30             # how long one question to the data may take before it is stopped
memory_limit_mb = 4096   # what all questions at once may take
threads = 0              # processor cores they may use, 0 for all

[gate]                   # what the server takes from browsers
file_mb = 50             # one file
session_mb = 200         # the files of one visit; uploaded files are held in memory until the visit ends
uploads_mb = 1000        # the files of all visits
sockets = 500            # pages open at once
sockets_per_address = 100    # of one address; behind a proxy all pages come from one
"""

STEPS = ("report", "visit", "summon", "announce")  # the template's steps for campaigns, in the language in use


def write(directory: Path, region_name: str, *, is_example: bool) -> None:
    """Write the commented settings of a new workspace; an existing file stays."""
    path = directory / settings.FILE
    if path.exists():
        return
    # A JSON string is a TOML string, whatever the name holds.
    words = {"name": region_name} | {step: text(f"settings.step_{step}") for step in STEPS}
    quoted = {key: json.dumps(word, ensure_ascii=False) for key, word in words.items()}
    whole.write(path, TEMPLATE.format(example=str(is_example).lower(), **quoted).encode())
