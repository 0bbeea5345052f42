"""The demo region: an invented county, its parks and thirty months of ledgers, drawn from a fixed seed."""
