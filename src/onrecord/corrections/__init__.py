"""corrections: what people set right in the record, kept as a log and applied anew at each run, as pure functions."""
