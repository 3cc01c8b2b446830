"""Rules that find time expressions (TIMEX3) in plain text, without a date and without a parse."""
