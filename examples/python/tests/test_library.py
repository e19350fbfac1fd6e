# SPDX-License-Identifier: MIT
"""The package is equal to the C library, bit for bit, and lacks nothing of it:
every function of api.json is called with random arguments by both."""

import ctypes
import inspect
import keyword
import random
import struct

import native
import pytest
from native import API, ENUMERATIONS, FLAGS, FUNCTIONS, MEMBERS, STRUCTS

import dtgrowth as dg
from dtgrowth import records, words

c = dg.c
ROUNDS = 150
LEVELS = [1.0, 100.0, 4.59, 7.23, 0.0, -2.5, 1e-320, 1.7e308, float("inf"),
          float("nan"), 0.1, 0.121, 3.0]
FREQUENCIES = {0: 0, 112: 2020, 106: 2020, 202: 4040, 206: 4040, 302: 8080,
               303: 8080, 400: 24240, 503: 2700, 507: 2700, 600: 14000,
               700: 18000}
BY_HAND = ("series_view", "series_from_out")
HIDDEN = ("capacity", "work_capacity", "needed", "work", "struct_size", "size",
          "error")


def bits(x):
    return struct.pack("d", x)


class Case:
    """Arguments of one call, for Python by name and for C in order."""

    def __init__(self, rng, entry):
        self.rng, self.entry = rng, entry
        self.given, self.native, self.kept, self.outputs = {}, [], [], []
        self.frequency = rng.choice(list(FREQUENCIES)) if rng.random() < .8 \
            else 0
        self.length = rng.choice([0, 1, 2, 5, 13, 40])
        self.count = rng.choice([1, 2, 3])
        self.is_panel = entry["name"].endswith("_panel")
        self.tame = rng.random() < .6
        self.spans = None
        for p in entry["parameters"]:
            self.add(p)

    def keep(self, thing):
        self.kept.append(thing)
        return ctypes.addressof(thing)

    def give(self, p, python, native_value):
        name = p["name"] + "_" * keyword.iskeyword(p["name"])
        self.given[name] = python
        self.native.append(native_value)

    def number(self):
        if self.rng.random() < .25 and not self.tame:
            return self.rng.choice(LEVELS)
        return self.rng.choice([self.rng.uniform(0, 1),
                                self.rng.uniform(.5, 200)])

    def numbers(self, n):
        made = [self.number() for _ in range(n)]
        return [x if self.rng.random() > .04 else float("nan") for x in made]

    # -- each kind of parameter

    def add(self, p):
        kind, name = native.bare(p["type"]), p["name"]
        if "*" not in p["type"]:
            return self.plain(p, kind)
        if p["direction"] == "out" or name in HIDDEN:
            return self.output(p, kind)
        if p.get("nullable") and self.rng.random() < .4:
            return self.give(p, None, None)
        if kind in ("dt_series", "dt_series_panel"):
            return self.view(p, kind)
        if kind == "dt_series_sum":
            return self.sum(p)
        if kind == "char":
            text = self.text(name)
            return self.give(p, text, self.keep(
                ctypes.create_string_buffer(text.encode())))
        if kind == "uint8_t":
            state = dg.Sum().add([self.number()]).save()
            state = state[:-1] if self.rng.random() < .2 else state
            return self.give(p, state, self.keep(
                ctypes.create_string_buffer(state, len(state))))
        if kind == "double":
            made = [self.number() for _ in range(self.count)]
            return self.give(p, made, self.keep((ctypes.c_double * max(
                1, self.count))(*made)))
        return self.record(p, kind)

    def plain(self, p, kind):
        name = p["name"]
        if name in HIDDEN or (name == "count" and "parts" in self.given):
            return self.native.append({
                "capacity": words.SERIES_SUM_BYTES,
                "work_capacity": self.length,
                "size": self.given.get("bytes") and len(self.given["bytes"]),
                "count": len(self.given.get("parts", ()))}.get(name)
                or self.hidden_size(name))
        if "enumeration" in p:
            return self.word(p)
        if kind == "double":
            x = self.number()
            return self.give(p, x, x)
        if name == "i":
            i = self.rng.randrange(max(1, self.length))
        elif name in ("base", "end", "period", "first", "last", "start"):
            i = FREQUENCIES[self.frequency] + self.rng.randint(-2, 16)
        else:
            i = self.rng.choice([0, 1, 1, 2, 4, 12, self.rng.randint(-3, 40)])
        self.give(p, i, i)

    def hidden_size(self, name):
        if name != "struct_size":
            return 0
        tag = self.entry["name"].removesuffix("_init")
        return ctypes.sizeof(STRUCTS[tag])

    def word(self, p):
        tag = p["enumeration"]
        if tag == "dt_series_freq":
            value = self.frequency
            return self.give(p, value, value)
        word, value = self.rng.choice(list(ENUMERATIONS[tag].items()))
        if tag in FLAGS and self.rng.random() < .6:
            return self.give(p, [], 0)
        self.give(p, self.rng.choice([word, value]), value)

    def text(self, name):
        if name == "enumeration":
            return self.rng.choice([*ENUMERATIONS, "none"])
        if name == "word":
            return self.rng.choice(list(ENUMERATIONS.get(
                self.given["enumeration"], ["none"])) + ["none"])
        return self.rng.choice(
            ["2020", "2020-Q1", "2020-03", "2024-02-29", "2024-02-30",
             "2020-W53", "x", "", "4,590", "12.1%", "-2.90", "1.5.5", "٣"])

    def unit(self, of="x"):
        if self.tame:
            return {} if "series_convert" not in self.entry["name"] else {
                "x": {"kind": "flow", "currency": "CNY", "scale": 12},
                "to": {"kind": "flow", "scale": 9},
                "rates": {"kind": "average", "currency": "USD", "per": "CNY"},
            }[of]
        if self.rng.random() < .5:
            return {}
        made = {}
        for m in MEMBERS["dt_series_unit"]:
            if self.rng.random() < .7:
                continue
            if m["name"] == "reference_frequency":
                made.update(reference_frequency="A", reference=2015)
            elif "enumeration" in m:
                made[m["name"]] = self.rng.choice(
                    list(ENUMERATIONS[m["enumeration"]]))
            elif m["type"] == "char":
                made[m["name"]] = self.rng.choice(["USD", "CNY"])
            elif m["name"] not in ("reference", "per"):
                made[m["name"]] = self.rng.choice([0, 3, 12])
        return made

    def view(self, p, kind):
        start = FREQUENCIES[self.frequency] + self.rng.choice([0, 0, 0, 1, -2])
        flags = self.rng.choice([0, 0, 0, 1])
        unit = self.unit(p["name"])
        where = {"frequency": self.frequency, "start": start, "flags": flags,
                 "unit": struct_of("dt_series_unit", unit)}
        if not self.native:
            self.first = start
        if kind == "dt_series":
            values = self.numbers(self.length)
            made = c.series_view(memoryview(struct.pack(
                f"{self.length}d", *values)).cast("d") if values else [],
                self.frequency, start, unit, flags)
            view = native.series(values, **where)
        else:
            rows = [self.numbers(self.length) for _ in range(self.count)]
            made = dg.panel(rows, start and dg.Period(start, self.frequency),
                            self.frequency, unit=unit,
                            nan_is_value=bool(flags))
            view = native.panel(rows, **where)
            view.length = view.series_stride = self.length
        self.spans = [start] if self.spans is None else self.spans + [start]
        self.give(p, made, self.keep(view))

    def sum(self, p):
        values = self.numbers(3)
        state = STRUCTS["dt_series_sum"]()
        assert native.function("series_sum_init")(
            ctypes.byref(state), None) == 0
        view = native.series(values)
        assert native.function("series_sum_add")(
            ctypes.byref(state), ctypes.byref(view), None, None) == 0
        made = dg.Sum().add(values)
        if "out" in p["direction"]:
            self.outputs.append(("state", p, (state, made)))
        self.give(p, made, self.keep(state))

    def record(self, p, kind):
        if p["points_to"] == "1":
            made = self.members(kind, p["name"])
            return self.give(p, made, self.keep(struct_of(kind, made)))
        made = [self.members(kind) for _ in range(self.rng.randint(0, 4))]
        array = (STRUCTS[kind] * max(1, len(made)))(
            *[struct_of(kind, m) for m in made])
        self.give(p, made, self.keep(array))

    def members(self, kind, name=""):
        if kind == "dt_series_unit":
            return self.unit(name if name == "to" else "x")
        if kind == "dt_compare_figure":
            return {"digits": self.rng.randint(0, 99999),
                    "decimals": self.rng.randint(0, 4),
                    "quality": self.rng.choice(["printed"] * 9 + ["vague"]),
                    "rounding": self.rng.choice(
                        list(ENUMERATIONS["dt_compare_rounding"]))}
        made = {}
        for m in MEMBERS[kind]:
            if self.rng.random() < (.95 if self.tame else .6):
                continue
            if m.get("enumeration") in FLAGS:
                made[m["name"]] = self.rng.choice([0, 0, 1])
            elif "enumeration" in m:
                made[m["name"]] = self.rng.choice(
                    list(ENUMERATIONS[m["enumeration"]]))
            else:
                made[m["name"]] = self.rng.choice([0.0, 4.0, 12.0])
        return made

    def output(self, p, kind):
        name = p["name"]
        if name == "error":
            made = STRUCTS["dt_error"]()
            self.error = made
            return self.native.append(self.keep(made))
        if name in ("needed", "work"):
            made = (ctypes.c_int64 * (self.length + 1))()
            return self.native.append(self.keep(made))
        if name == "out":
            made = native.Out(self.count if self.is_panel else 1,
                              self.out_length(), self.is_panel)
            self.kept.append(made)
            self.outputs.append(("out", p, made))
            return self.native.append(self.keep(made.struct))
        if kind == "void":
            kind = self.entry["name"].removesuffix("_init")
        if kind in ("char", "uint8_t"):
            made = ctypes.create_string_buffer(words.SERIES_SUM_BYTES)
        elif kind in STRUCTS:
            made = (STRUCTS[kind] * max(1, self.count))()
        else:
            made = native.PLAIN[kind]()
        if kind == "dt_series_sum":
            state = dg.Sum()
            self.give(p, state, self.keep(made))
            return self.outputs.append(("state", p, (made[0], state)))
        self.outputs.append((kind, p, made))
        self.native.append(self.keep(made))

    def out_length(self):
        if "splice" not in self.entry["name"] or len(self.spans) < 2:
            return self.length
        return self.length + abs(self.spans[0] - self.spans[1])


def struct_of(tag, members):
    """The struct of members that are words where Python's are."""
    plain = {}
    for m in MEMBERS[tag]:
        if m["name"] not in members:
            continue
        value = members[m["name"]]
        if value == "A":
            value = 112
        elif isinstance(value, str) and "enumeration" in m:
            value = ENUMERATIONS[m["enumeration"]][value]
        elif isinstance(value, str):
            value = value.encode()
        plain[m["name"]] = value
    return native.filled(tag, plain)


def same_record(tag, python, made):
    for m in MEMBERS[tag]:
        ours, theirs = getattr(python, m["name"]), getattr(made, m["name"])
        where = f"{tag}.{m['name']}: {ours!r}, {theirs!r}"
        if m["type"] == "double":
            assert bits(ours) == bits(theirs), where
        elif m["type"].startswith("struct"):
            same_record(native.bare(m["type"]), ours, theirs)
        elif m["type"] == "char":
            assert ours == theirs.decode(), where
        elif m["name"] == "reference_frequency":
            assert ours == {0: "", 112: "A"}[theirs], where
        elif m.get("enumeration") and m["type"] == "uint32_t" and \
                m["enumeration"] not in FLAGS:
            assert theirs == sum(1 << ENUMERATIONS[m["enumeration"]][w]
                                 for w in ours), where
        elif "enumeration" in m and m["enumeration"] not in FLAGS:
            assert ENUMERATIONS[m["enumeration"]][ours] == theirs, where
        elif "count" in m:
            assert list(ours) == list(theirs), where
        else:
            assert ours == theirs, where


def same_out(case, python, made):
    values, why = made.bytes()
    assert memoryview(python).tobytes() == values
    assert python.reasons == why
    one = [python.summary] if not case.is_panel else python.summary
    for ours, theirs in zip(one, made.summaries):
        same_record("dt_series_summary", ours, theirs)
    assert len(one) == (case.count if case.is_panel else 1)


def same_series(python, made):
    assert (len(python), python.ordinal, python.frequency) == (
        made.length, made.start, made.frequency)
    theirs = (ctypes.c_double * made.length).from_address(
        made.values or ctypes.addressof(ctypes.c_double()))
    assert memoryview(python).tobytes() == bytes(theirs)


def same(case, kind, p, python, made):
    if kind == "out":
        same_out(case, python, made)
    elif kind == "state":
        room = ctypes.create_string_buffer(words.SERIES_SUM_BYTES)
        assert native.function("series_sum_save")(
            ctypes.addressof(made[0]), room, len(room), None) == 0
        assert made[1].save() == room.raw
    elif kind == "dt_series":
        same_series(python, made[0])
    elif kind in STRUCTS and p["points_to"] not in ("1", "struct_size bytes"):
        for ours, theirs in zip(python, made, strict=True):
            same_record(kind, ours, theirs)
    elif kind in STRUCTS:
        same_record(kind, python, made[0])
    elif kind == "char":
        assert python == made.value.decode()
    elif kind == "uint8_t":
        assert python == made.raw
    elif kind == "double":
        assert bits(python) == bits(made.value)
    elif p["name"] == "why":
        assert ENUMERATIONS["dt_series_why"][python] == made.value
    else:
        assert python == made.value


def compare(case, name, bound):
    """One call by both; whether it succeeded."""
    entry, result = case.entry, native.function(bound)(*case.native)
    call = getattr(c, name)
    if not entry["status"] and not bound.endswith("_init"):
        ours = call(**case.given)
        if entry["returns"] == "double":
            assert bits(ours) == bits(result)
        else:
            assert ours == (result.decode() if isinstance(result, bytes)
                            else result)
        return True
    if result < 0:
        with pytest.raises(dg.Error) as info:
            call(**case.given)
        theirs = native.function("status_name")(result).decode()
        assert info.value.status == theirs, (str(info.value),
                                             case.error.message)
        assert str(info.value) == case.error.message.decode(errors="ignore")
        assert info.value.index == case.error.index
        kind = native.function("status_class")(result)
        word = {v: w for w, v in ENUMERATIONS["dt_status_class"].items()}[kind]
        assert type(info.value).__name__ == word.capitalize() + "Error"
        return False
    ours = call(**case.given)
    shown = [o for o in case.outputs if o[0] != "state"]
    ours = [ours] if len(shown) == 1 else ours
    for k, (kind, p, made) in enumerate(shown):
        same(case, kind, p, ours[k], made)
    for kind, p, made in case.outputs:
        if kind == "state":
            same(case, kind, p, None, made)
    return True


@pytest.mark.parametrize("name", [f for f in FUNCTIONS if f not in BY_HAND])
def test_equal_to_the_library(name):
    rng = random.Random(name)
    done = 0
    for _ in range(ROUNDS):
        case = Case(rng, FUNCTIONS[name])
        if name in ("series_at", "series_is_missing") and not case.length:
            continue
        done += compare(case, name, name)
    assert done > ROUNDS // 30


@pytest.mark.parametrize("name", [f for f in FUNCTIONS
                                  if f + "_panel" in FUNCTIONS])
def test_panels_by_the_same_name(name):
    twin = FUNCTIONS[name + "_panel"]
    rng = random.Random(name)
    for _ in range(20):
        case = Case(rng, twin)
        renamed = dict(zip([p["name"] for p in FUNCTIONS[name]["parameters"]],
                           [p["name"] for p in twin["parameters"]]))
        case.given = {ours: case.given[theirs] for ours, theirs in
                      renamed.items() if theirs in case.given}
        compare(case, name, name + "_panel")


# ---------------------------------------------------------------------------
# Nothing is lacking

def is_input(entry, p):
    if p["name"] in HIDDEN or (p["name"] == "count" and any(
            q["name"] == "parts" for q in entry["parameters"])):
        return False
    return p["name"] == "out" or p["direction"] != "out" or (
        native.bare(p["type"]) == "dt_series_sum")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_function(name):
    entry, function = FUNCTIONS[name], getattr(c, name)
    if name in BY_HAND:
        return
    expected = [p["name"] + "_" * keyword.iskeyword(p["name"])
                for p in entry["parameters"] if is_input(entry, p)]
    assert list(inspect.signature(function).parameters) == expected
    assert entry["brief"] in function.__doc__


def test_twins_have_the_same_parameters():
    for name, entry in FUNCTIONS.items():
        twin = FUNCTIONS.get(name + "_panel")
        assert twin is None or len(twin["parameters"]) == len(
            entry["parameters"]), name


@pytest.mark.parametrize("tag", [s for s in STRUCTS if native.is_record(s)])
def test_record(tag):
    record = getattr(records, native.camel(tag))
    assert list(record._fields) == [m["name"] for m in MEMBERS[tag]]


@pytest.mark.parametrize("tag", ENUMERATIONS)
def test_enumeration(tag):
    literal = getattr(words, native.camel(tag))
    assert list(literal.__args__) == list(ENUMERATIONS[tag])
    for word, value in ENUMERATIONS[tag].items():
        assert c.enum_value(tag, word) == value


def test_all_names_are_exported():
    names = {n for n in vars(dg) if n[0] != "_" and (
        n == "c" or not inspect.ismodule(getattr(dg, n)))}
    assert names == set(dg.__all__)


def test_numbers():
    for n in API["numbers"]:
        assert getattr(words, n["name"].removeprefix("DT_")) == n["value"]


# Where a kind is an argument, its help names each word of it.
NAMED = [(dg.growth, "dt_growth_kind"), (dg.growth, "dt_growth_base"),
         (dg.growth, "dt_series_year_ago"), (dg.compare, "dt_compare_kind"),
         (dg.average_growth, "dt_growth_average"),
         (dg.trend, "dt_growth_trend"), (dg.convert, "dt_growth_convert"),
         (dg.rank, "dt_compare_order"), (dg.rank, "dt_compare_ties"),
         (dg.Figure, "dt_compare_rounding"), (dg.Figure, "dt_compare_quality"),
         (dg.check_growth, "dt_compare_method"),
         (dg.Period.year_ago, "dt_series_year_ago"),
         (dg.Unit, "dt_series_unit_kind"), (dg.Unit, "dt_series_price"),
         (dg.Unit, "dt_series_trade"), (dg.Unit, "dt_series_adjusted"),
         (dg.Unit, "dt_series_denominator"), (dg.splice, "dt_series_splice"),
         (dg.rolling, "dt_series_rolling"), (dg.Sum.read, "dt_series_missing"),
         (dg.in_currency, "dt_series_quote")]


@pytest.mark.parametrize("function, tag", NAMED)
def test_help_names_every_word(function, tag):
    text = inspect.getdoc(function) + str(
        inspect.signature(function) if inspect.isfunction(function) else "")
    for word in ENUMERATIONS[tag]:
        assert word in text or word == "unstated", word


def test_views_by_hand():
    x = c.series_view([1.0, 2.0, 3.0], "Q", 8080, {"currency": "USD"}, 1)
    assert (x.frequency, x.ordinal, x.unit.currency) == (303, 8080, "USD")
    like = c.series_from_out(c.growth_series(x, "rate", 1), x)
    assert (like.frequency, like.ordinal, list(like)[1:]) == (
        303, 8080, [1.0, 0.5])
    assert c.version_string() == dg.__version__ == API["version"]
