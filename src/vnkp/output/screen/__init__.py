"""Answers as screens, drawn with Rich."""
