"""onrecord keeps the record of a developing story."""
