"""One module a format, each with `build_files`: the record's tables to files of the same bytes every time."""
