"""Five historic cases: invented ledgers whose figures are those that public speeches state."""

from parkatlas.demo.cases.register import REGIONS

__all__ = ["REGIONS"]
