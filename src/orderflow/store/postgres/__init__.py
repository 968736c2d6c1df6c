"""The log on PostgreSQL, for several processes on several machines."""
