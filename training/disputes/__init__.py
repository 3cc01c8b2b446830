"""A reader of pairs of statements: are the two in dispute?"""
