"""The version, in a file that imports nothing."""

__version__ = "0.2.0"
RELEASED = "2026-11-26"  # the day, as ISO 8601 has it
