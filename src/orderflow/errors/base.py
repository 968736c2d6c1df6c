"""What every error of `orderflow` is, and that it survives another process."""

from __future__ import annotations


class OrderflowError(Exception):
    """Base of every error that `orderflow` raises on purpose; it survives being pickled."""

    def __reduce__(self) -> tuple[object, ...]:
        """Tell how to build it again, in another process too."""
        return _rebuilt, (type(self), self.args, dict(self.__dict__))


def _rebuilt(
    kind: type[OrderflowError], args: tuple[object, ...], parts: dict[str, object]
) -> OrderflowError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(parts)
    return error
