"""What is shown of an order and of the law, in forms that are stable for ever.

The command line prints these forms, the service answers with them. Reads nothing but what it is
given, and knows neither terminal nor network.
"""
