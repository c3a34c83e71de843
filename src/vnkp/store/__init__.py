"""From the TOML file to a `Book`: reading, checking, caching."""
