"""The published contracts against the running service, by cases that schemathesis generates."""
