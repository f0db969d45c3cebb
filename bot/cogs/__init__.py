"""Commands and messages: arguments, cooldown, defer, call the service, hand over to a presenter."""
