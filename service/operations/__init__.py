"""What those who operate the service are told: metrics."""
