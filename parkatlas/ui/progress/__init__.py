"""The pages of progress: the choices of each, and the pipeline to click."""

__all__ = ["campaigns", "peers", "people", "pipeline", "ranks", "recruiting", "targets", "trend"]
