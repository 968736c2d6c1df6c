"""What an auditor asks of a log: is it complete, was it changed, what did it say when."""
