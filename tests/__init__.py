"""The tests, run in as many processes as there are cores: each computes on one thread.

OpenBLAS reads this once, when numpy is imported. Threads of its own would wait for cores that the other processes
hold, and waiting they burn them: the sentence encoder's tests took three times the CPU time.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
