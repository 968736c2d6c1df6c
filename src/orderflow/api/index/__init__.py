"""The orders of the log in memory, current at every answer.

The question at the gate and the lists are answered from here. Nothing here is a record: it is built
from the log when the service starts, follows the log, and is gone with the process.
"""
