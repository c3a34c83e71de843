"""Answers as pictures for a terminal and as text for machines; nothing here prints."""
