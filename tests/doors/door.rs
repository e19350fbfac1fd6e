// SPDX-License-Identifier: MIT
//! The door of Rust: runs the calls of a file through the crate dtgrowth-sys,
//! and prints their digest, as calls.py says.   usage: door CALLS
use core::ffi::c_char;
use dtgrowth_sys::*;

const ARENA: usize = 1 << 17;
const PATTERN: u8 = 0xA5;
type Element = fn(&mut Door, *mut u8);

/// What a call may write to, and how an element of it joins the digest.
struct Room {
    memory: *mut u8,
    count: usize,
    size: usize,
    add: Option<Element>,
}

struct Door {
    tokens: std::vec::IntoIter<String>,
    hash: u64,
    arena: Vec<u64>,
    used: usize,
    rooms: Vec<Room>,
    error: dt_error,
    sums: Vec<dt_series_sum>,
}

/// Bits of a number whose digits are its bits.
fn bits(token: &str) -> u64 {
    let (sign, rest) = match token.strip_prefix('-') {
        Some(rest) => (1 << 63, rest),
        None => (0, token),
    };
    if rest == "nan" || rest == "inf" {
        return sign | if rest == "nan" { 0x7ff8 } else { 0x7ff0 } << 48;
    }
    let (digits, exponent) = rest[4..].split_once('p').unwrap();
    let exponent = match rest.as_bytes()[2] {
        b'1' => exponent.parse::<i64>().unwrap() + 1023,
        _ => 0,
    };
    assert_eq!(digits.len(), 13, "{token}");
    sign | (exponent as u64) << 52 | u64::from_str_radix(digits, 16).unwrap()
}

fn read_double(d: &mut Door, to: *mut u8) {
    unsafe { *to.cast::<f64>() = d.double() }
}

fn read_int64_t(d: &mut Door, to: *mut u8) {
    unsafe { *to.cast::<i64>() = d.integer() }
}

fn read_int32_t(d: &mut Door, to: *mut u8) {
    unsafe { *to.cast::<i32>() = d.integer() as i32 }
}

fn read_uint32_t(d: &mut Door, to: *mut u8) {
    unsafe { *to.cast::<u32>() = d.integer() as u32 }
}

fn read_uint8_t(d: &mut Door, to: *mut u8) {
    unsafe { *to = d.integer() as u8 }
}

fn add_double(d: &mut Door, from: *mut u8) {
    d.add(unsafe { *from.cast::<f64>() }.to_le_bytes());
}

fn add_int64_t(d: &mut Door, from: *mut u8) {
    d.add(unsafe { *from.cast::<i64>() }.to_le_bytes());
}

fn add_int32_t(d: &mut Door, from: *mut u8) {
    d.add(unsafe { *from.cast::<i32>() }.to_le_bytes());
}

fn add_uint32_t(d: &mut Door, from: *mut u8) {
    d.add(unsafe { *from.cast::<u32>() }.to_le_bytes());
}

fn add_uint8_t(d: &mut Door, from: *mut u8) {
    d.add([unsafe { *from }]);
}

fn add_char(d: &mut Door, from: *mut u8) {
    d.add_text(from.cast());
}

impl Door {
    fn token(&mut self) -> String {
        self.tokens.next().expect("end of file")
    }

    fn integer(&mut self) -> i64 {
        self.token().parse().unwrap()
    }

    fn double(&mut self) -> f64 {
        f64::from_bits(bits(&self.token()))
    }

    /// Memory of a call, forgotten before the next.
    fn take(&mut self, size: usize) -> *mut u8 {
        let at = self.used;
        self.used += size.div_ceil(16) * 2;
        assert!(self.used <= ARENA, "no memory is left");
        unsafe { self.arena.as_mut_ptr().add(at).cast() }
    }

    /// How many elements there are; none is a null pointer.
    fn many(&mut self) -> Option<usize> {
        let token = self.token();
        (token != "null").then(|| token.parse().unwrap())
    }

    fn read_array(&mut self, size: usize, read: Element) -> *mut u8 {
        let Some(count) = self.many() else {
            return core::ptr::null_mut();
        };
        let memory = self.take(count * size);
        unsafe { memory.write_bytes(0, count * size) };
        for i in 0..count {
            read(self, unsafe { memory.add(i * size) });
        }
        memory
    }

    /// Room for a result; memory to work in joins no digest.
    fn make_room(&mut self, size: usize, add: Option<Element>) -> *mut u8 {
        let Some(count) = self.many() else {
            return core::ptr::null_mut();
        };
        let memory = self.take(count * size);
        unsafe { memory.write_bytes(PATTERN, count * size) };
        self.rooms.push(Room {
            memory,
            count,
            size,
            add,
        });
        memory
    }

    /// Room for a text, which is one element however long.
    fn make_text(&mut self) -> *mut c_char {
        let memory = self.make_room(1, Some(add_char));
        if let (false, Some(room)) = (memory.is_null(), self.rooms.last_mut()) {
            room.count = room.count.min(1);
        }
        memory.cast()
    }

    fn words(&mut self) -> Option<String> {
        let token = self.token();
        if token == "null" {
            return None;
        }
        Some(token.strip_prefix('\'').unwrap().replace('~', " "))
    }

    fn text(&mut self) -> *const c_char {
        let Some(words) = self.words() else {
            return core::ptr::null();
        };
        let memory = self.take(words.len() + 1);
        unsafe {
            memory.copy_from(words.as_ptr(), words.len());
            *memory.add(words.len()) = 0;
        }
        memory.cast()
    }

    fn read_chars(&mut self, to: *mut u8, size: usize) {
        let words = self.words().unwrap();
        assert!(words.len() <= size, "{words}");
        unsafe { to.copy_from(words.as_ptr(), words.len()) };
    }

    fn sum(&mut self) -> *mut dt_series_sum {
        let i = self.integer() as usize;
        &raw mut self.sums[i]
    }

    /// FNV-1a.
    fn add<const N: usize>(&mut self, bytes: [u8; N]) {
        for byte in bytes {
            self.hash ^= u64::from(byte);
            self.hash = self.hash.wrapping_mul(0x100000001b3);
        }
    }

    fn add_text(&mut self, text: *const c_char) {
        if text.is_null() {
            self.add([255]);
            return;
        }
        let text = unsafe { core::ffi::CStr::from_ptr(text) };
        for byte in text.to_bytes_with_nul() {
            self.add([*byte]);
        }
    }

    fn add_many(&mut self, at: *mut u8, n: usize, size: usize, add: Element) {
        for i in 0..n {
            add(self, unsafe { at.add(i * size) });
        }
    }

    fn add_pointer(&mut self, from: *mut u8, add: Element) {
        self.add([u8::from(!from.is_null())]);
        if !from.is_null() {
            add(self, from);
        }
    }

    /// What came of a call.
    fn finish(&mut self, status: i32) {
        self.add(status.to_le_bytes());
        if status < 0 {
            self.add(self.error.index.to_le_bytes());
            self.add_text(self.error.message.as_ptr());
            return;
        }
        for room in core::mem::take(&mut self.rooms) {
            let Some(add) = room.add else { continue };
            self.add_many(room.memory, room.count, room.size, add);
        }
    }

    fn run(&mut self, name: &str) {
        let (_, call) = DOORS.iter().find(|door| door.0 == name).expect(name);
        self.used = 0;
        self.rooms.clear();
        self.error = unsafe { core::mem::zeroed() };
        call(self);
    }
}

include!("door_calls.rs");

fn main() {
    let path = std::env::args().nth(1).expect("usage: door CALLS");
    let tokens: Vec<String> = std::fs::read_to_string(path)
        .unwrap()
        .split_ascii_whitespace()
        .map(String::from)
        .collect();
    let mut door = Door {
        tokens: tokens.into_iter(),
        hash: 0xcbf29ce484222325,
        arena: vec![0; ARENA],
        used: 0,
        rooms: Vec::new(),
        error: unsafe { core::mem::zeroed() },
        sums: vec![unsafe { core::mem::zeroed() }; 8],
    };
    while let Some(name) = door.tokens.next() {
        door.run(&name);
    }
    println!("{:016x}", door.hash);
}
