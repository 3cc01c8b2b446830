"""Training of the event tagger: labels of our readers on public news, one network, one command."""
