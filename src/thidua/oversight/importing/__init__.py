"""Lists from Excel and CSV files: reading, understanding, checking, taking over, taking back."""
