# SPDX-License-Identifier: MIT
"""The C library by ctypes, made of api.json alone: the other side of what the
tests compare."""

import ctypes
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.environ.get("DTGROWTH_ROOT", os.path.join(HERE, "../../.."))
API_PATH = os.path.join(ROOT, "include/dtgrowth/api.json")
if not os.path.exists(API_PATH):
    API_PATH = os.path.join(HERE, "../vendor/api.json")
with open(API_PATH, encoding="utf-8") as file:
    API = json.load(file)
FUNCTIONS = {f["name"].removeprefix("dt_"): f for f in API["functions"]}
ENUMERATIONS = {e["name"]: {c["word"]: c["value"] for c in e["constants"]}
                for e in API["enumerations"]}
FLAGS = [name for name in ENUMERATIONS if name.endswith(
    ("_flag", "_option", "_compare_text"))]
PLAIN = {"double": ctypes.c_double, "int32_t": ctypes.c_int32,
         "uint32_t": ctypes.c_uint32, "int64_t": ctypes.c_int64,
         "uint64_t": ctypes.c_uint64,
         "uint8_t": ctypes.c_uint8, "char": ctypes.c_char, "void": None}
SKIPPED = ("reserved", "spare", "struct_size")


def built():
    """The library, of the one file that a compiler takes."""
    folder = tempfile.mkdtemp()
    source = os.path.join(HERE, "../vendor")
    if not os.path.exists(os.path.join(source, "dtgrowth.c")):
        source = folder
        subprocess.run([sys.executable, os.path.join(
            ROOT, "lib/tools/one_file.py"), folder], check=True,
            stdout=subprocess.DEVNULL)
    path = os.path.join(folder, "libdtgrowth.so")
    subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-O2", "-shared",
                    "-fPIC", "-ffp-contract=off", "-DDTGROWTH_BUILDING",
                    "-I" + source,
                    os.path.join(source, "dtgrowth.c"), "-o", path], check=True)
    return path


LIBRARY = ctypes.CDLL(os.environ.get("DTGROWTH_LIBRARY") or built())
STRUCTS = {}


def type_of(words):
    if "*" in words:
        return ctypes.c_void_p
    words = words.replace("const ", "")
    return STRUCTS[words[7:]] if words.startswith("struct ") else PLAIN[words]


for _struct in API["structs"]:
    STRUCTS[_struct["name"]] = type(_struct["name"], (ctypes.Structure,), {
        "_fields_": [(m["name"], type_of(m["type"]) * m["count"]
                      if "count" in m else type_of(m["type"]))
                     for m in _struct["members"]]})
MEMBERS = {s["name"]: [m for m in s["members"] if m["name"] not in SKIPPED]
           for s in API["structs"]}


def function(name):
    found = getattr(LIBRARY, "dt_" + name)
    entry = FUNCTIONS[name]
    found.restype = ctypes.c_char_p if entry["returns"] == "const char *" \
        else type_of(entry["returns"])
    found.argtypes = [type_of(p["type"]) for p in entry["parameters"]]
    return found


def bare(words):
    return words.replace("const ", "").replace("struct ", "").rstrip(" *")


def camel(tag):
    return "".join(w.capitalize() for w in tag.removeprefix("dt_").split("_"))


def is_record(tag):
    return tag != "dt_error" and not any(
        m["type"].endswith("*") or m["name"] == "opaque"
        for m in next(s for s in API["structs"] if s["name"] == tag)["members"])


def filled(tag, members):
    """A struct with the members that are given, as numbers."""
    struct = STRUCTS[tag]()
    if hasattr(struct, "struct_size"):
        struct.struct_size = ctypes.sizeof(struct)
    if hasattr(struct, "decimals") and tag == "dt_series_unit":
        struct.decimals = -1
    for name, value in members.items():
        setattr(struct, name, value)
    return struct


def series(values, frequency=0, start=0, unit=None, flags=0):
    """A view of doubles, which are kept by it."""
    made = STRUCTS["dt_series"]()
    array = (ctypes.c_double * max(len(values), 1))(*values)
    made.kept = array
    made.values = ctypes.addressof(array)
    made.length, made.stride = len(values), 1
    made.frequency, made.start, made.flags = frequency, start, flags
    made.unit = unit or filled("dt_series_unit", {})
    return made


def panel(rows, frequency=0, start=0, unit=None, flags=0):
    length = len(rows[0]) if len(rows) else 0
    made = STRUCTS["dt_series_panel"]()
    array = (ctypes.c_double * max(len(rows) * length, 1))(
        *[v for row in rows for v in row])
    made.kept = array
    made.values = ctypes.addressof(array)
    made.count, made.length, made.stride = len(rows), length, 1
    made.series_stride = length
    made.frequency, made.start, made.flags = frequency, start, flags
    made.unit = unit or filled("dt_series_unit", {})
    return made


class Out:
    """Room for the result of some series."""

    def __init__(self, count, length, is_panel):
        n = count * length
        self.values = (ctypes.c_double * (n + 1))()
        self.why = (ctypes.c_uint8 * (n + 1))()
        self.summaries = (STRUCTS["dt_series_summary"] * (count + 1))()
        self.n, self.count = n, count
        tag = "dt_series_panel_out" if is_panel else "dt_series_out"
        out = self.struct = STRUCTS[tag]()
        out.values = ctypes.addressof(self.values)
        out.why = ctypes.addressof(self.why)
        out.stride = 1
        if is_panel:
            out.summaries = ctypes.addressof(self.summaries)
            out.count, out.length = count, length
            out.series_stride = length
            out.why_stride, out.why_series_stride = 1, length
        else:
            out.summary = ctypes.addressof(self.summaries)
            out.capacity = length

    def bytes(self):
        return bytes(self.values)[:8 * self.n], bytes(self.why)[:self.n]
