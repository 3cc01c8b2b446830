"""The closed lists of the record and the word lists behind the rules: one word per idea."""
