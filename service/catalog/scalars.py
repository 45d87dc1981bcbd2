"""The custom scalars of the contract: name -> description."""

SCALARS = {
    "DateTime": "An RFC 3339 instant in UTC, e.g. 2019-02-02T17:30:00Z; as an argument, with any offset.",
    "Date": "An ISO 8601 calendar date, e.g. 2019-02-02.",
    "PartialDate": "An ISO 8601 date at the precision that is known: 2019, 2019-02, 2019-02-02 or an instant.",
    "URL": "An absolute http or https URL.",
}
