"""Intake: one file from a person in, checked tables and a report out."""

from parkatlas.intake.isolation import parts, read
from parkatlas.intake.options import Intake, Known, Limits, Options
from parkatlas.intake.report import Finding, Report
from parkatlas.intake.templates import TEMPLATES, template_name, write_template

__all__ = [
    "TEMPLATES",
    "Finding",
    "Intake",
    "Known",
    "Limits",
    "Options",
    "Report",
    "parts",
    "read",
    "template_name",
    "write_template",
]
