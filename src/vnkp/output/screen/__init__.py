"""Everything that Rich draws."""
