"""What the commands of `onrecord` do; service/__main__.py names them and their options."""
