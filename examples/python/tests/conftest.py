# SPDX-License-Identifier: MIT
import os
import sys

from hypothesis import settings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
settings.register_profile("here", deadline=None, derandomize=True,
                          database=None,
                          max_examples=int(os.environ.get("EXAMPLES", 100)),
                          print_blob=True)
settings.load_profile("here")
