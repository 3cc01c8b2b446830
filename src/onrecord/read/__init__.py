"""read: files, folders, globs and streams in, documents with zones and stated metadata out."""
