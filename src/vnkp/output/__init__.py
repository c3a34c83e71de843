"""An answer as text: one module for each format, and the screens."""
