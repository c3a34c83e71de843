"""Vietnamese and English prose: values in, phrases out."""
