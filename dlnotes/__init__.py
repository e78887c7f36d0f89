"""Functions behind the pages of dlnotes, one module per chapter, on NumPy alone."""
