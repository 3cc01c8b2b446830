"""web: the desk: server-rendered pages and a JSON API over one record, served to a browser on the same machine.

The record's words are hostile: templates escape all of them, no page runs a script, nothing is loaded from elsewhere.
"""
