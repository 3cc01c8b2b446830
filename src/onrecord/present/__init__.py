"""present: the record for people and programs: terminal, HTML report, export files; one module a format."""
