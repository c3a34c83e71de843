"""Entries of a store, drafted from words."""
