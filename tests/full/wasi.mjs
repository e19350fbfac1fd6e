// SPDX-License-Identifier: MIT
// Runs a program of WebAssembly in the folder where it is called.
//   usage: node wasi.mjs PROGRAM ARGUMENT...
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { WASI } from 'node:wasi';

const [, , program, ...given] = argv;
const wasi = new WASI({ version: 'preview1', args: [program, ...given],
                        preopens: { '.': '.' } });
const code = await WebAssembly.compile(readFileSync(program));
const made = await WebAssembly.instantiate(code, wasi.getImportObject());
process.exitCode = wasi.start(made);
