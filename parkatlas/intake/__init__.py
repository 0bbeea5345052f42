"""Intake: one file from a person in, checked tables and a report out."""

from parkatlas.intake.isolation import parts, read, reading, waiting
from parkatlas.intake.leftovers import sweep
from parkatlas.intake.names import fault_of as fault_of_name
from parkatlas.intake.options import RULES, Intake, Limits, Offer, Options, Registers
from parkatlas.intake.quoting import is_text, quoted
from parkatlas.intake.report import Finding, Report
from parkatlas.intake.templates import TEMPLATES, template_name, write_template

__all__ = [
    "RULES",
    "TEMPLATES",
    "Finding",
    "Intake",
    "Limits",
    "Offer",
    "Options",
    "Registers",
    "Report",
    "fault_of_name",
    "is_text",
    "parts",
    "quoted",
    "read",
    "reading",
    "sweep",
    "template_name",
    "waiting",
    "write_template",
]
