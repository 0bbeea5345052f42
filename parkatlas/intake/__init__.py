"""Intake: one file from a person in, checked tables and a report out."""

from parkatlas.intake.isolation import parts, read, reading, waiting
from parkatlas.intake.options import RULES, Intake, Known, Limits, Offer, Options
from parkatlas.intake.report import Finding, Report
from parkatlas.intake.templates import TEMPLATES, template_name, write_template

__all__ = [
    "RULES",
    "TEMPLATES",
    "Finding",
    "Intake",
    "Known",
    "Limits",
    "Offer",
    "Options",
    "Report",
    "parts",
    "read",
    "reading",
    "template_name",
    "waiting",
    "write_template",
]
