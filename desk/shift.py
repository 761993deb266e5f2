"""The desk's worker, a process of its own: `python -m desk.shift PID`. It ends when the desk of that number does."""

import os
import sys
import threading
import time
from contextlib import suppress

__all__ = ["main"]


def main(desk_pid: int) -> int:
    """Work until the desk ends; a fault is one sentence on standard error."""
    # Here, since each page's reader imports what the main module does: a second of its processor time.
    from pipeline.cli.weights import ensure_weights
    from pipeline.compose import open_newsroom
    from pipeline.errors import ModelFault, MorasseError
    from pipeline.settings import load_settings

    threading.Thread(target=_end_with, args=(desk_pid,), daemon=True).start()
    try:
        newsroom = open_newsroom(load_settings())
        # Without its model a draft goes as far as it can, and is parked with the same words.
        with suppress(ModelFault):
            ensure_weights(newsroom.settings)
        newsroom.work()
    except MorasseError as fault:
        print(f"morasse\u00a0: {fault}", file=sys.stderr)
        return fault.exit_code
    except KeyboardInterrupt:
        return 0
    return 0


def _end_with(desk_pid: int) -> None:
    while os.getppid() == desk_pid:
        time.sleep(1)
    # The desk was killed: what is begun goes on with the next worker.
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
