# SPDX-License-Identifier: MIT
"""Builds dtgrowth.c: the C library from its one file, and what Python calls."""

import glob
import os
import shutil
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.sdist import sdist

HERE = os.path.dirname(os.path.abspath(__file__))
TOOLS = os.path.join(HERE, "../../lib/tools")
VENDOR = os.path.join(HERE, "vendor")  # In a source distribution.
MADE = ["dtgrowth.c", "dtgrowth.h", "interface.c"]


def make(folder):
    """The files that are made of the sources around this folder."""
    os.makedirs(folder, exist_ok=True)
    for tool in ("one_file.py", "python.py"):
        subprocess.run([sys.executable, os.path.join(TOOLS, tool), folder],
                       check=True, stdout=subprocess.DEVNULL)
    shutil.copy(os.path.join(HERE, "../../include/dtgrowth/api.json"), folder)


class Build(build_ext):
    def build_extension(self, ext):
        folder = VENDOR
        if not os.path.exists(os.path.join(VENDOR, "dtgrowth.c")):
            folder = os.path.join(self.build_temp, "made")
            make(folder)
        ext.include_dirs.append(folder)
        ext.sources += [os.path.join(folder, name) for name in MADE
                        if name.endswith(".c")]
        super().build_extension(ext)


class Archive(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        folder = os.path.join(base_dir, "vendor")
        if os.path.exists(VENDOR):
            shutil.copytree(VENDOR, folder, dirs_exist_ok=True)
        else:
            make(folder)
            shutil.copy(os.path.join(HERE, "../../LICENSE"), base_dir)


setup(
    cmdclass={"build_ext": Build, "sdist": Archive},
    ext_modules=[Extension(
        "dtgrowth.c",
        sources=sorted(os.path.relpath(path, HERE) for path in
                       glob.glob(os.path.join(HERE, "core", "*.c"))),
        include_dirs=["core"],
        define_macros=[("DTGROWTH_STATIC", None),
                       ("Py_LIMITED_API", "0x030b0000")],
        # The module has its own copy of the library, which nobody else sees.
        extra_compile_args=["-std=c11", "-O2", "-g0", "-fvisibility=hidden",
                            "-ffp-contract=off",
                            "-Werror=implicit-function-declaration"],
        py_limited_api=True)],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
