"""On Record: who said what, in which article, about which event."""
