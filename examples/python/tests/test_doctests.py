# SPDX-License-Identifier: MIT
"""Every example of the package and of its README is run."""

import doctest
import importlib
import os
import pkgutil
import re
import subprocess
import sys

import pytest
import user_examples

import dtgrowth as dg

README = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                      "../README.md")
MODULES = [m.name for m in pkgutil.iter_modules(dg.__path__, "dtgrowth.")]


def test_all_modules_are_there():
    assert {"dtgrowth.c", "dtgrowth.growth", "dtgrowth.compare",
            "dtgrowth.figures", "dtgrowth.frames"} <= set(MODULES)


@pytest.mark.parametrize("name", ["dtgrowth"] + MODULES)
def test_examples(name):
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0


@pytest.mark.parametrize("name", [
    n for n in dg.__all__ if callable(getattr(dg, n)) and
    not isinstance(getattr(dg, n), type(dg.c.growth_rate)) and
    not (isinstance(getattr(dg, n), type) and issubclass(
        getattr(dg, n), Exception))])
def test_every_function_has_an_example(name):
    thing = getattr(dg, name)
    plain = ("Series", "Result", "Panel", "PanelResult", "GrowthCheck",
             "SumCheck")  # Made by functions that have one.
    assert thing.__doc__
    assert name in plain or ">>>" in thing.__doc__


def test_readme():
    with open(README, encoding="utf-8") as file:
        text = file.read()
    code, output = (re.search(rf"```{word}\n(.*?)```", text, re.S)[1]
                    for word in ("python", "text"))
    run = subprocess.run([sys.executable, "-c", code], capture_output=True,
                         text=True, check=True)
    assert run.stdout == output


def test_what_users_write():
    assert user_examples.growth_of_trade() == dg.cagr(4.59, 7.23, 4)
    assert user_examples.a_buffer() == [1.0, 1.0]
    assert user_examples.periods() == ["2024-03", "2024-04", "2024-05"]
    assert user_examples.figures() == "consistent"
    assert user_examples.sums() == 1.0
    assert user_examples.failures() == ("DT_E_LAG", -1)
