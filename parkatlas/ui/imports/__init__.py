"""The Data page: files taken in after a look at them, what became of them, backups and checks."""

__all__ = ["decisions", "keeping", "panel"]
